import { catalogue, languages, say, type Text } from '@intikhab/kernel/language'

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

export const causeWords = catalogue({
  claim: { en: 'claim {docket}', ur: 'درخواست {docket}' },
  door: {
    en: 'verification at the door, list {list}, line {line}',
    ur: 'گھر گھر تصدیق، فہرست {list}، سطر {line}',
  },
  feed: { en: 'record {record} of the civil registry', ur: 'شہری رجسٹری کا ریکارڈ {record}' },
  order: { en: 'order {number} of the Commission', ur: 'کمیشن کا حکم {number}' },
  paper: { en: 'paper: {paper}', ur: 'کاغذ: {paper}' },
})

/** A cause as part of a sentence. */
export function tellCause(cause: Cause): Text {
  if (cause.kind === 'other') return { en: cause.text, ur: cause.text }
  const { kind, ...values } = cause
  return Object.fromEntries(
    languages.map((language) => [language, say(language, causeWords[kind], values)]),
  ) as unknown as Text
}
