import { digestRows, hashRecord, type DigestRow, type JsonValue } from '@intikhab/kernel/ledger'
import type { Text } from '@intikhab/kernel/language'
import type { ImportReport } from '@intikhab/kernel/tables'
import type { Boundary } from '../core/boundary.ts'
import type { CheckedBlock, CheckedPlace } from '../core/census-check.ts'
import type { BlockAssignment, Constituency } from '../core/delimitation.ts'
import { partsOfCode } from '../core/identifiers.ts'
import type { ImportKind } from './store.ts'

/**
 * The records of this system as the ledger has their fingerprints, each of a thing that is loaded whole. What is loaded
 * and what the register gives back later go through the same functions. Nothing here is of a person.
 */

/** A place: row of the digest of a census, in the order of `id`. */
export function placeRow(place: CheckedPlace): DigestRow {
  const { id, parent, level, province, name, population, households, line } = place
  return [id, parent, level, province, name, null, population, households, line]
}

/** A block: row of the digest of a census, in the order of `code`. */
export function blockRow({ code, place, population, households }: CheckedBlock): DigestRow {
  return [code, place, population, households]
}

/** A seat: row of the digest of a delimitation, in the order of the letters of `code`. */
export function constituencyRow({ code, name, province, seats }: Constituency): DigestRow {
  return [code, name.en, name.ur, province, seats]
}

/** A polygon: row of the digest of the boundaries, in the order of the letters of `code`. */
export function boundaryRow(boundary: Omit<Boundary, 'box'>, attribution: string): DigestRow {
  const { code, area, squareKilometres, source, label, approximate, errorKilometres, doubts } = boundary
  const drawn = hashRecord({ area, doubts: doubts as unknown as JsonValue })
  return [code, drawn, squareKilometres, source, label, approximate, errorKilometres, attribution]
}

/** Which seat a block is in: row of the digest of the assignments, in the order of assembly and block. */
export function assignmentRow({ block, constituency }: BlockAssignment): DigestRow {
  return [partsOfCode(constituency).assembly, block, constituency]
}

/** The fingerprint of a table without rows. */
export const emptyDigest = digestRows([])

export interface CensusRecord {
  readonly id: string
  readonly name: Text
  readonly population: number
  readonly households: number
  readonly importedAt: Date
  /** Digests of the rows. */
  readonly places: string
  readonly blocks: string
}

export function censusRecord({ id, name, population, households, importedAt, places, blocks }: CensusRecord) {
  const fields = { id, nameEn: name.en, nameUr: name.ur, population, households, places, blocks }
  return record('delimitation.census', id, { ...fields, importedAt: importedAt.toISOString() })
}

export interface DelimitationRecord {
  readonly id: string
  readonly name: Text
  readonly censusId: string | null
  readonly madeAt: Date
  /** Digest of the rows. */
  readonly constituencies: string
}

export function delimitationRecord({ id, name, censusId, madeAt, constituencies }: DelimitationRecord) {
  const fields = { id, nameEn: name.en, nameUr: name.ur, censusId, constituencies }
  return record('delimitation.delimitation', id, { ...fields, madeAt: madeAt.toISOString() })
}

export function boundariesRecord(delimitationId: string, rows: string) {
  return record('delimitation.boundaries', delimitationId, { rows })
}

export function blocksRecord(delimitationId: string, rows: string) {
  return record('delimitation.blocks', delimitationId, { rows })
}

export interface ReportRecord {
  readonly id: number
  readonly kind: ImportKind
  readonly subject: string
  readonly importedAt: Date
  /** An account by its id. */
  readonly importedBy: string
  readonly report: ImportReport
}

export function reportRecord({ id, kind, subject, importedAt, importedBy, report }: ReportRecord) {
  const fields = { kind, subject, importedAt: importedAt.toISOString(), importedBy }
  return record('delimitation.import', String(id), { ...fields, report: report as unknown as JsonValue })
}

function record(kind: string, key: string, fields: Parameters<typeof hashRecord>[0]) {
  return { record: `${kind}:${key}`, hash: hashRecord(fields) }
}
