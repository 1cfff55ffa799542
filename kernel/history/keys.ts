import type { LedgerAct } from '@intikhab/kernel/ledger'

/** The longest name that is looked up; every name that the house makes is shorter. */
export const longestKey = 400

/**
 * Under which names an act is found again: its subject, the records that it changed (`results.form:…`, and the path
 * behind the colon where that says more than the subject), who did it, at which device, and who proposed and approved it.
 */
export function keysOf({ subject, changes = [], actor, approval }: LedgerAct): readonly string[] {
  const people = approval === undefined ? [actor] : [actor, approval.proposedBy, approval.approvedBy]
  const records = changes.flatMap(({ record }) => {
    const path = record.slice(record.indexOf(':') + 1)
    return path.startsWith(`${subject}/`) ? [record, path] : [record]
  })
  const named = people.flatMap(({ id, device }) => (device === undefined ? [id] : [id, device]))
  return [...new Set([subject, ...records, ...named])].filter((key) => key !== '' && key.length <= longestKey)
}

/** Where a name in the ledger lies: a seat of an election, perhaps one of its stations; undefined for the country. */
export interface PlaceOfKey {
  readonly electionId: string
  /** Two or three capitals, a hyphen, a number: `NA-46`. */
  readonly seat: string
  readonly station: number | undefined
}

/** Reads the place out of a subject or the name of a record. */
export function placeOfKey(key: string): PlaceOfKey | undefined {
  const found = /^(?:[a-z.-]+:)?([a-z0-9][a-z0-9-]*)\/([A-Z]{2,3}-\d{1,4})(?:\/(\d{1,6}))?(?:\/|$)/.exec(key)
  if (found === null) return undefined
  const [, electionId = '', seat = '', station] = found
  return { electionId, seat, station: station === undefined ? undefined : Number(station) }
}
