/** What led to a change of somebody, as it stands beside the action. */
export type Cause =
  | { readonly kind: 'claim'; readonly docket: string }
  /** An order of the Commission, by its number. */
  | { readonly kind: 'order'; readonly number: string }
  /** A paper that no form covers, by number and date. */
  | { readonly kind: 'paper'; readonly paper: string }
  /** A visit: the line of a list for the door. */
  | { readonly kind: 'door'; readonly list: string; readonly line: string }
  /** A record of the civil registry, by its number. */
  | { readonly kind: 'feed'; readonly record: string }
  | { readonly kind: 'other'; readonly text: string }

/** Reads a cause as actions keep it: `claim:ISL-2026-000017`, `door:3/14`, …; anything else as it is written. */
export function readCause(cause: string): Cause {
  const [, name = '', rest = ''] = /^([a-z]+):(.+)$/s.exec(cause) ?? []
  const [list = '', line = ''] = rest.split('/')
  switch (name) {
    case 'claim':
      return { kind: 'claim', docket: rest }
    case 'order':
      return { kind: 'order', number: rest }
    case 'paper':
      return { kind: 'paper', paper: rest }
    case 'door':
      return line === '' ? { kind: 'other', text: cause } : { kind: 'door', list, line }
    case 'feed':
      return { kind: 'feed', record: rest }
    default:
      return { kind: 'other', text: cause }
  }
}
