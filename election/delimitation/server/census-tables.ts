import { choice, shape, text, wholeNumber, type TableShape } from '@intikhab/kernel/tables'
import type { CensusLineKind } from '../core/census-tree.ts'

/** A row of the table of census blocks, its columns named as in the file. */
export interface BlockColumns {
  district_file: string
  tehsil: string
  unit: string
  charge: string
  circle: string
  block_code: string
  population: number
  households: number
}

/** A printed line of the district tables, its columns named as in the file. */
export interface LineColumns {
  seq: number
  kind: CensusLineKind
  indent: number
  name: string
  population: number
  households: number
  district_file: string
}

const mayBeEmpty = true

export const blockTable: TableShape<BlockColumns> = {
  columns: {
    district_file: text(),
    tehsil: text({ mayBeEmpty }),
    unit: text(),
    charge: text({ mayBeEmpty }),
    circle: text({ mayBeEmpty }),
    block_code: shape(/^\d{9}$/, '023010101'),
    population: wholeNumber(),
    households: wholeNumber(),
  },
  key: (row) => row.block_code,
}

export const lineTable: TableShape<LineColumns> = {
  columns: {
    seq: wholeNumber(),
    kind: choice(['district', 'tehsil', 'unit', 'charge', 'circle', 'block']),
    indent: wholeNumber(),
    name: text(),
    population: wholeNumber(),
    households: wholeNumber(),
    district_file: text(),
  },
  key: (row) => String(row.seq),
}
