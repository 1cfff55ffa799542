import { writeTable } from '../tables/write-table.ts'

/** Hands rows over as a CSV file, with the mark by which spreadsheets know that it is UTF-8. */
export function downloadTable(name: string, rows: readonly (readonly (string | number | null)[])[]): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', writeTable(rows)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
