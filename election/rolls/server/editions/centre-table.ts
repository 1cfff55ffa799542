import { FieldFault, shape, text, writeTable, type Field, type TableShape } from '@intikhab/kernel/tables'
import { centreKey, type CentreRow } from '../../core/editions/check-centres.ts'
import { centreProblems } from '../../core/editions/centre-problems.ts'
import type { DisplayCentre } from '../../core/editions/display-centre.ts'

/** As much as the form for a single centre takes. */
const line = text({ limit: 200 })
const clock = shape(/^([01]?\d|2[0-3]):[0-5]\d(:00)?$/, '08:00')

/** An hour of the day; spreadsheets leave the first zero out, or add seconds. */
const hour: Field<string> = {
  parse(found) {
    const said = clock.parse(found)
    return typeof said === 'string' ? said.replace(/^(\d):/, '0$1:').slice(0, 5) : said
  },
}

/** Census block codes of nine digits, separated by blanks; in the order of their numbers. */
const blocks: Field<readonly string[]> = {
  parse(found) {
    const codes = found.split(/\s+/).filter((code) => code !== '')
    const wrong = codes.find((code) => !/^\d{9}$/.test(code))
    if (wrong !== undefined || codes.length === 0)
      return new FieldFault(centreProblems['not-a-block'], { block: wrong ?? '' })
    const sorted = codes.toSorted()
    const twice = sorted.find((code, i) => code === sorted[i + 1])
    return twice === undefined ? sorted : new FieldFault(centreProblems['block-repeated'], { block: twice })
  },
}

/** A table of display centres: its columns, in this order. A district has one centre of an English name. */
export const centreTable: TableShape<Omit<CentreRow, 'line'>> = {
  columns: {
    district: shape(/^[a-z0-9][a-z0-9-]{0,59}$/, 'islamabad'),
    nameEn: line,
    nameUr: line,
    addressEn: line,
    addressUr: line,
    opensAt: hour,
    closesAt: hour,
    blocks,
  },
  key: centreKey,
}

export const centreColumns = Object.keys(centreTable.columns) as (keyof typeof centreTable.columns)[]

/** Open centres as such a table: what was changed in it is taken in again. */
export function centreCsv(centres: readonly DisplayCentre[]): string {
  const rows = centres
    .filter(({ isClosed }) => !isClosed)
    .map((centre) => centreColumns.map((column) => (column === 'blocks' ? centre.blocks.join(' ') : centre[column])))
  return writeTable([centreColumns, ...rows])
}
