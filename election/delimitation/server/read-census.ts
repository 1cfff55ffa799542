import { readTable, type ImportReport, type ProblemReport, type TableSource } from '@intikhab/kernel/tables'
import { checkCensus, type CheckedCensus } from '../core/census-check.ts'
import { blockTable, lineTable } from './census-tables.ts'

/** The two files of a census: its blocks, and every printed line against which they are checked. */
export interface CensusFiles {
  readonly blocks: TableSource
  readonly lines: TableSource
}

/** A census read and checked, or why its files were refused as a whole. */
export type CensusReading =
  | { readonly ok: true; readonly census: CheckedCensus; readonly report: ImportReport }
  | { readonly ok: false; readonly refused: ProblemReport }

/** Reads and checks the two files; touches no database. */
export async function readCensus(files: CensusFiles): Promise<CensusReading> {
  const blocks = await readTable(files.blocks, blockTable)
  if (!blocks.ok) return blocks
  const lines = await readTable(files.lines, lineTable)
  if (!lines.ok) return lines
  const checked = checkCensus(
    {
      file: blocks.table.name,
      rows: blocks.table.rows.map((row) => ({
        line: row.line,
        district: row.district_file,
        tehsil: row.tehsil,
        unit: row.unit,
        block: row.block_code,
        population: row.population,
        households: row.households,
      })),
    },
    {
      file: lines.table.name,
      rows: lines.table.rows.map(({ line, kind, name, population, households, district_file: district }) => ({
        line,
        kind,
        name,
        population,
        households,
        district,
      })),
    },
  )
  if (!checked.ok) return checked
  const { census } = checked
  const facts = [blocks.table, lines.table].map(({ name, sha256, bytes, rows }) => ({
    name,
    sha256,
    bytes,
    rows: rows.length,
  }))
  return { ok: true, census, report: { files: facts, totals: census.totals, findings: census.findings } }
}
