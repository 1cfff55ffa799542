import { findNamedConstituency } from '@intikhab/delimitation'
import {
  ProblemList,
  readTable,
  type ImportReport,
  type ProblemReport,
  type TableSource,
} from '@intikhab/kernel/tables'
import {
  checkScheme,
  schemeProblems,
  type CheckedScheme,
  type SchemeRow,
  type SchemeYardstick,
} from '../core/check-scheme.ts'
import { schemeTable } from './scheme-table.ts'

/** A scheme read and checked, or why its file was refused as a whole. */
export type SchemeReading =
  | { readonly ok: true; readonly scheme: CheckedScheme; readonly report: ImportReport }
  | { readonly ok: false; readonly refused: ProblemReport }

/** Reads and checks a scheme as the commission published it in 2018; touches no database. */
export async function readScheme(source: TableSource, yardstick: SchemeYardstick): Promise<SchemeReading> {
  const reading = await readTable(source, schemeTable)
  if (!reading.ok) return reading
  const problems = new ProblemList()
  const rows: SchemeRow[] = []
  const seats = new Map<string, ReturnType<typeof findNamedConstituency>>()
  for (const row of reading.table.rows) {
    let seat = seats.get(row.constituency)
    if (seat === undefined) {
      seat = findNamedConstituency(row.constituency)
      seats.set(row.constituency, seat)
    }
    if (seat === undefined) {
      const at = { file: source.name, line: row.line, field: 'constituency', found: row.constituency }
      problems.add(schemeProblems['not-a-constituency'], at)
      continue
    }
    rows.push({
      line: row.line,
      file: row.file,
      constituency: seat.code,
      constituencyName: seat.name,
      serial: row.serial,
      number: row.ps_no,
      name: row.ps_name,
      maleBooths: row.male_booths,
      femaleBooths: row.female_booths,
      totalBooths: row.total_booths,
      maleVoters: row.male_voters,
      femaleVoters: row.female_voters,
      totalVoters: row.total_voters,
      latitude: row.lat,
      longitude: row.lon,
    })
  }
  if (problems.count > 0) return { ok: false, refused: problems.report() }
  const checked = checkScheme(source.name, rows, yardstick)
  if (!checked.ok) return checked
  const { name, sha256, bytes } = reading.table
  const { totals, findings } = checked.scheme
  return {
    ok: true,
    scheme: checked.scheme,
    report: { files: [{ name, sha256, bytes, rows: rows.length }], totals, findings },
  }
}
