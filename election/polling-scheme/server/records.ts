import { digestRows, hashReason, hashRecord, type DigestRow, type JsonValue } from '@intikhab/kernel/ledger'
import type { SchemeVersion } from '../core/scheme.ts'
import type { PollingStation, ServedPart } from '../core/station.ts'

/**
 * A version of a scheme as the ledger has its fingerprint. What is loaded and what the register gives back later go
 * through the same functions. Nothing here is of a person.
 */
export interface SchemeRecord {
  readonly version: SchemeVersion
  readonly reasonSalt: Uint8Array
  readonly report: JsonValue | null
  /** Digests of the rows. */
  readonly stations: string
  readonly parts: string
}

export function schemeRecord({ version, reasonSalt, report, stations, parts }: SchemeRecord) {
  const { electionId, version: number, status, reason, madeAt, stations: stationCount, voters } = version
  const hash = hashRecord({
    electionId,
    version: number,
    status,
    reasonHash: hashReason(reason, reasonSalt),
    madeAt: madeAt.toISOString(),
    stationCount,
    voters,
    report,
    stations,
    parts,
  })
  return { record: `polling-scheme.version:${electionId}/${number}`, hash }
}

/** A station: row of a digest, in the order of the letters of the constituency and of the number. */
function stationRow(station: Omit<PollingStation, 'parts'>): DigestRow {
  const { constituency, number, nameEn, nameUr, kind, booths, voters, at } = station
  const people = [booths.male, booths.female, voters.male, voters.female]
  return [constituency, number, nameEn, nameUr, kind, ...people, at?.latitude ?? null, at?.longitude ?? null]
}

/** A part: row of a digest, in the order of its station and of its own columns. */
function partRow({ constituency, number }: PollingStation, part: ServedPart): DigestRow {
  return [constituency, number, part.block, part.gender, part.fromSerial, part.toSerial]
}

/** The digests of stations in any order. */
export function digestStations(stations: readonly PollingStation[]): Pick<SchemeRecord, 'stations' | 'parts'> {
  const inOrder = stations.toSorted((a, b) => compare(a.constituency, b.constituency) || a.number - b.number)
  function* partRows() {
    for (const station of inOrder)
      for (const part of station.parts.toSorted(
        (a, b) => compare(a.block, b.block) || compare(a.gender, b.gender) || a.fromSerial - b.fromSerial,
      ))
        yield partRow(station, part)
  }
  return { stations: digestRows(inOrder.map(stationRow)), parts: digestRows(partRows()) }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
