import {
  problemKinds,
  ProblemList,
  readTable,
  shape,
  text,
  type ImportReport,
  type ProblemReport,
  type TableShape,
  type TableSource,
} from '@intikhab/kernel/tables'
import type { Constituency } from '../core/delimitation.ts'
import { compareConstituencies, findConstituencyCode } from '../core/identifiers.ts'
import { findProvince } from '../core/province.ts'

/** What makes a file of seats unusable, beyond what makes any table so. */
export const constituencyProblems = problemKinds('delimitation', {
  'unknown-province': { en: '{found} is no province.', ur: '{found} کوئی صوبہ نہیں۔' },
})

interface SeatColumns {
  constituency_code: string
  name_en: string
  name_ur: string
  province: string
}

const table: TableShape<SeatColumns> = {
  columns: {
    constituency_code: shape(/^(NA|PP|PS|PK|PB)-[1-9]\d{0,2}$/, 'NA-21'),
    name_en: text(),
    name_ur: text({ mayBeEmpty: true }),
    province: text(),
  },
  key: (row) => row.constituency_code,
}

export type ConstituencyReading =
  | { readonly ok: true; readonly constituencies: readonly Constituency[]; readonly report: ImportReport }
  | { readonly ok: false; readonly refused: ProblemReport }

/** Reads the seats of a delimitation: `constituency_code,name_en,name_ur,province`, one line each. */
export async function readConstituencies(source: TableSource): Promise<ConstituencyReading> {
  const reading = await readTable(source, table)
  if (!reading.ok) return reading
  const list = new ProblemList()
  const constituencies: Constituency[] = []
  for (const row of reading.table.rows) {
    const code = findConstituencyCode(row.constituency_code)
    const province = findProvince(row.province)
    if (code !== undefined && province !== undefined)
      constituencies.push({ code, name: { en: row.name_en, ur: row.name_ur || row.name_en }, province, seats: 1 })
    else
      list.add(constituencyProblems['unknown-province'], {
        file: source.name,
        line: row.line,
        field: 'province',
        found: row.province,
      })
  }
  if (list.count > 0) return { ok: false, refused: list.report() }
  constituencies.sort((a, b) => compareConstituencies(a.code, b.code))
  const { name, sha256, bytes, rows } = reading.table
  const totals = { constituencies: constituencies.length }
  return {
    ok: true,
    constituencies,
    report: { files: [{ name, sha256, bytes, rows: rows.length }], totals, findings: [] },
  }
}
