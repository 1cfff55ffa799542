import { writeTable } from '@intikhab/kernel/tables'
import { totalsOf, type SchemeVersion } from '../core/scheme.ts'
import { stationIdOf, type PollingStation } from '../core/station.ts'

/** A file of an edition before it is published. */
export interface EditionFile {
  readonly path: string
  readonly mediaType: string
  readonly bytes: Buffer
}

const columns = [
  'station',
  'number',
  'name_en',
  'name_ur',
  'kind',
  'male_booths',
  'female_booths',
  'male_voters',
  'female_voters',
  'total_voters',
  'latitude',
  'longitude',
]

/**
 * The scheme as files: `scheme.json` (versions, totals, seats), and for each seat `stations/NA-21.json` with the parts of
 * the roll that each station serves, and `stations/NA-21.csv` for a spreadsheet.
 */
export function schemeFiles(versions: readonly SchemeVersion[], stations: readonly PollingStation[]): EditionFile[] {
  const seats = new Map<string, PollingStation[]>()
  for (const station of stations) {
    const list = seats.get(station.constituency) ?? []
    if (list.length === 0) seats.set(station.constituency, list)
    list.push(station)
  }
  const summary = {
    versions,
    totals: totalsOf(stations),
    seats: [...seats].map(([constituency, list]) => Object.assign({ constituency }, totalsOf(list))),
  }
  return [
    json('scheme.json', summary),
    ...[...seats].flatMap(([constituency, list]) => [
      json(
        `stations/${constituency}.json`,
        list.map((station) => ({ stationId: stationIdOf(station.constituency, station.number), ...station })),
      ),
      { path: `stations/${constituency}.csv`, mediaType: 'text/csv; charset=utf-8', bytes: Buffer.from(table(list)) },
    ]),
  ]
}

function json(path: string, value: unknown): EditionFile {
  return { path, mediaType: 'application/json', bytes: Buffer.from(`${JSON.stringify(value)}\n`) }
}

function table(stations: readonly PollingStation[]): string {
  return writeTable([
    columns,
    ...stations.map(({ constituency, number, nameEn, nameUr, kind, booths, voters, at }) => [
      stationIdOf(constituency, number),
      number,
      nameEn,
      nameUr,
      kind,
      booths.male,
      booths.female,
      voters.male,
      voters.female,
      voters.male + voters.female,
      at?.latitude ?? null,
      at?.longitude ?? null,
    ]),
  ])
}
