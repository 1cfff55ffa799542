import { readCount, readRecords } from './csv.ts'

/** A polling station of the 2018 scheme as published; nothing repaired. */
export interface SchemeRow {
  readonly number: number
  readonly name: string
  readonly male: number
  readonly female: number
  /** As published, in degrees, or empty. */
  readonly lat: string
  readonly lon: string
}

const columns = ['constituency', 'ps_no', 'ps_name', 'male_voters', 'female_voters', 'lat', 'lon'] as const

/**
 * Reads `ge2018_gis_polling_scheme.csv` into the rows of each seat, in the file's order.
 *
 * @throws RangeError where a seat's code or a figure cannot be read.
 */
export function readScheme(csv: string): ReadonlyMap<string, readonly SchemeRow[]> {
  const bySeat = new Map<string, SchemeRow[]>()
  for (const row of readRecords(csv, columns)) {
    const [, assembly, number] = /^([A-Z]+)\s*-\s*(\d+)\s*-/.exec(row.constituency) ?? []
    if (assembly === undefined || number === undefined) throw new RangeError(`${row.constituency} names no seat`)
    const code = `${assembly}-${number}`
    const rows = bySeat.get(code) ?? []
    if (rows.length === 0) bySeat.set(code, rows)
    rows.push({
      number: readCount(row.ps_no, `${code} ps_no`),
      name: row.ps_name.trim(),
      male: readCount(row.male_voters, `${code} male_voters`),
      female: readCount(row.female_voters, `${code} female_voters`),
      lat: row.lat,
      lon: row.lon,
    })
  }
  return bySeat
}

/**
 * The rows without repeats of a station under the same number, name and voters. Three seats of the source (NA-47,
 * NA-86, NA-181) list nearly every station twice, with two coordinates.
 */
export function withoutRepeats(rows: readonly SchemeRow[]): SchemeRow[] {
  const seen = new Set<string>()
  return rows.filter(({ number, name, male, female }) => {
    const station = `${number}/${name}/${male}/${female}`
    if (seen.has(station)) return false
    seen.add(station)
    return true
  })
}
