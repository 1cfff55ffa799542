import { digestRows, hashRecord, type DigestRow, type JsonValue } from '@intikhab/kernel/ledger'
import type { Contest } from '../core/contest.ts'
import type { Party } from '../core/party.ts'
import { partyKey } from '../core/party.ts'
import type { ElectionSymbol } from '../core/symbols.ts'

/**
 * The records of this system as the ledger has their fingerprints. What is listed and what the register gives back later
 * go through the same functions. A list of contesting candidates is public; nothing else of a person is kept here.
 */

/** A contest with its candidates, as it goes to print. */
export function contestRecord(electionId: string, contest: Contest) {
  const fields = { electionId, ...contest } as unknown as Readonly<Record<string, JsonValue>>
  return { record: `nominations.contest:${electionId}/${contest.id}`, hash: hashRecord(fields) }
}

/** The report of an import. */
export function reportRecord({ id, electionId, importedAt, report }: KeptReport) {
  const hash = hashRecord({ electionId, importedAt: importedAt.toISOString(), report })
  return { record: `nominations.import:${id}`, hash }
}

export interface KeptReport {
  readonly id: number
  readonly electionId: string
  readonly importedAt: Date
  readonly report: JsonValue
}

/** Every party with its spellings and every symbol, of all elections together. */
export function registryRecord(parties: readonly Party[], symbols: readonly ElectionSymbol[]) {
  return { record: 'nominations.registry:parties-and-symbols', hash: digestRows(registryRows(parties, symbols)) }
}

function* registryRows(parties: readonly Party[], symbols: readonly ElectionSymbol[]): Generator<DigestRow> {
  for (const { id, name, aliases } of inOrder(parties)) {
    yield ['party', id, name.en, name.ur]
    for (const alias of aliases.toSorted()) yield ['alias', id, alias, partyKey(alias)]
  }
  for (const { id, name } of inOrder(symbols)) yield ['symbol', id, name.en, name.ur]
}

function inOrder<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
