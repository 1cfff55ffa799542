/** Text that a spreadsheet would run as a formula; a leading minus before a plain number is a number. */
const formula = /^[=@\t\r+]|^-(?!\d+(\.\d+)?$)/

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as CSV (RFC 4180, lines ended by CRLF). Text that a spreadsheet would run as a formula gets a leading apostrophe. */
export function writeTable(rows: Iterable<readonly (string | number | null)[]>): string {
  let written = ''
  for (const row of rows) written += `${row.map(cell).join(',')}\r\n`
  return written
}
