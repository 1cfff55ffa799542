import type { TableLevel } from './published-table.ts'

const levelFiles: Readonly<Record<TableLevel, string>> = {
  provinces: 'provinces',
  districts: 'districts',
  nationalSeats: 'national-seats',
  provincialSeats: 'provincial-seats',
}

/** Where the files of an edition of statistics lie in it. */
export const statisticsPaths = {
  all: 'statistics.json',
  gap: 'gender-gap.csv',
  columns: 'columns.csv',
  /** The word for a level in the files. */
  level: (level: TableLevel): string => levelFiles[level],
  /** A breakdown on a level: `gender/districts.csv`. */
  table: (table: string, level: TableLevel): string => `${table}/${levelFiles[level]}.csv`,
  /** The blocks of a district. */
  blocks: (district: string): string => `blocks/${district}.csv`,
} as const
