import { sql, type Kysely } from 'kysely'
import { copyRow, type BulkLoad } from '@intikhab/kernel/database'
import type { JsonValue, KeptReason } from '@intikhab/kernel/ledger'
import { compareConstituencies, type BlockCode, type ConstituencyCode } from '@intikhab/delimitation'
import type { SchemeStatus, SchemeVersion } from '../core/scheme.ts'
import type { PollingStation, ServedPart, StationKind } from '../core/station.ts'

interface VersionRow {
  election_id: string
  version: number
  status: SchemeStatus
  reason: string
  made_at: Date
  stations: number
  voters: number
  report: JsonValue | null
  reason_salt: Buffer
}

interface StationRow {
  election_id: string
  version: number
  constituency: string
  number: number
  name_en: string
  name_ur: string
  kind: StationKind
  male_booths: number
  female_booths: number
  male_voters: number
  female_voters: number
  latitude: number | null
  longitude: number | null
}

interface PartRow {
  election_id: string
  version: number
  constituency: string
  number: number
  block: string
  gender: 'male' | 'female'
  from_serial: number
  to_serial: number
}

/** Tables of the schema `polling_scheme`. */
interface PollingSchemeTables {
  'polling_scheme.version': VersionRow
  'polling_scheme.station': StationRow
  'polling_scheme.part': PartRow
}

/** What is stored of polling schemes. */
export interface PollingSchemeStore {
  /** The newest version; undefined if the election has none. */
  findCurrent(electionId: string): Promise<SchemeVersion | undefined>
  /** Oldest first. */
  listVersions(electionId: string): Promise<readonly SchemeVersion[]>
  /** The data-quality report of a version's import; null where it was not imported. */
  findReport(electionId: string, version: number): Promise<JsonValue | null>
  /** The reason of a version with its salt; undefined for a version that does not exist. */
  findReason(electionId: string, version: number): Promise<KeptReason | undefined>
  /** Stations of a version in the order of seats and numbers; of one seat if `constituency` is given. */
  stations(electionId: string, version: number, constituency?: ConstituencyCode): Promise<readonly PollingStation[]>
}

function versionOf(row: VersionRow): SchemeVersion {
  const { version, status, reason, stations, voters } = row
  return { electionId: row.election_id, version, status, reason, madeAt: row.made_at, stations, voters }
}

function stationOf(row: StationRow, parts: readonly ServedPart[]): PollingStation {
  const { latitude, longitude } = row
  return {
    constituency: row.constituency as ConstituencyCode,
    number: row.number,
    nameEn: row.name_en,
    nameUr: row.name_ur,
    kind: row.kind,
    booths: { male: row.male_booths, female: row.female_booths },
    voters: { male: row.male_voters, female: row.female_voters },
    at: latitude === null || longitude === null ? null : { latitude, longitude },
    parts,
  }
}

/** Reads polling schemes; made on a transaction it takes part in it. */
export function createPollingSchemeStore(handle: Kysely<never> | Kysely<unknown>): PollingSchemeStore {
  const db = handle as unknown as Kysely<PollingSchemeTables>
  return {
    async findCurrent(electionId) {
      const row = await db
        .selectFrom('polling_scheme.version')
        .selectAll()
        .where('election_id', '=', electionId)
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? undefined : versionOf(row)
    },

    async listVersions(electionId) {
      const rows = await db
        .selectFrom('polling_scheme.version')
        .selectAll()
        .where('election_id', '=', electionId)
        .orderBy('version')
        .execute()
      return rows.map(versionOf)
    },

    async findReport(electionId, version) {
      const row = await db
        .selectFrom('polling_scheme.version')
        .select('report')
        .where('election_id', '=', electionId)
        .where('version', '=', version)
        .executeTakeFirst()
      return row?.report ?? null
    },

    async findReason(electionId, version) {
      return db
        .selectFrom('polling_scheme.version')
        .select(['reason as words', 'reason_salt as salt'])
        .where('election_id', '=', electionId)
        .where('version', '=', version)
        .executeTakeFirst()
    },

    async stations(electionId, version, constituency) {
      let stations = db
        .selectFrom('polling_scheme.station')
        .selectAll()
        .where('election_id', '=', electionId)
        .where('version', '=', version)
      let parts = db
        .selectFrom('polling_scheme.part')
        .selectAll()
        .where('election_id', '=', electionId)
        .where('version', '=', version)
        .orderBy('block')
        .orderBy('gender', 'desc')
        .orderBy('from_serial')
      if (constituency !== undefined) {
        stations = stations.where('constituency', '=', constituency)
        parts = parts.where('constituency', '=', constituency)
      }
      const served = new Map<string, ServedPart[]>()
      for (const row of await parts.execute()) {
        const key = `${row.constituency}/${row.number}`
        const list = served.get(key) ?? []
        if (list.length === 0) served.set(key, list)
        const { gender, from_serial: fromSerial, to_serial: toSerial } = row
        list.push({ block: row.block as BlockCode, gender, fromSerial, toSerial })
      }
      return (await stations.execute())
        .map((row) => stationOf(row, served.get(`${row.constituency}/${row.number}`) ?? []))
        .sort((a, b) => compareConstituencies(a.constituency, b.constituency) || a.number - b.number)
    },
  }
}

/** Adds a version and its stations inside a bulk load. */
export async function addVersion(
  { tx, copy }: BulkLoad,
  version: SchemeVersion,
  stations: readonly PollingStation[],
  { report, reasonSalt }: { readonly report: JsonValue | null; readonly reasonSalt: Buffer },
): Promise<void> {
  const { electionId, version: number, status, reason, madeAt } = version
  await sql`insert into polling_scheme.version
      (election_id, version, status, reason, made_at, stations, voters, report, reason_salt)
    values (${electionId}, ${number}, ${status}, ${reason}, ${madeAt}, ${version.stations}, ${version.voters},
      ${report === null ? null : JSON.stringify(report)}::jsonb, ${reasonSalt})`.execute(tx)
  await copy(
    'polling_scheme.station',
    [
      'election_id',
      'version',
      'constituency',
      'number',
      'name_en',
      'name_ur',
      'kind',
      'male_booths',
      'female_booths',
      'male_voters',
      'female_voters',
      'latitude',
      'longitude',
    ],
    stationRows(electionId, number, stations),
  )
  await copy(
    'polling_scheme.part',
    ['election_id', 'version', 'constituency', 'number', 'block', 'gender', 'from_serial', 'to_serial'],
    partRows(electionId, number, stations),
  )
}

function* stationRows(electionId: string, version: number, stations: readonly PollingStation[]): Generator<string> {
  for (const { constituency, number, nameEn, nameUr, kind, booths, voters, at } of stations)
    yield copyRow([
      electionId,
      version,
      constituency,
      number,
      nameEn,
      nameUr,
      kind,
      booths.male,
      booths.female,
      voters.male,
      voters.female,
      at?.latitude ?? null,
      at?.longitude ?? null,
    ])
}

function* partRows(electionId: string, version: number, stations: readonly PollingStation[]): Generator<string> {
  for (const { constituency, number, parts } of stations)
    for (const { block, gender, fromSerial, toSerial } of parts)
      yield copyRow([electionId, version, constituency, number, block, gender, fromSerial, toSerial])
}
