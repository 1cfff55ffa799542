/**
 * A reader of CSV (RFC 4180) of the rehearsal's own. The platform's importers read the same files by another road, so
 * that a mistake in one of the two shows as a difference.
 */

/** Rows as lists of fields. Quotes may enclose commas, line ends and doubled quotes; a last line end adds no row. */
export function readRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  for (let at = text.codePointAt(0) === 0xfeff ? 1 : 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (quoted) {
      if (letter !== '"') field += letter
      else if (text[at + 1] === '"') field += text[++at]
      else quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === ',') {
      row.push(field)
      field = ''
    } else if (letter === '\n') {
      rows.push([...row, field])
      row = []
      field = ''
    } else if (letter !== '\r') field += letter
  }
  if (field !== '' || row.length > 0) rows.push([...row, field])
  return rows
}

/**
 * Rows by the names in the first line.
 *
 * @throws RangeError where a needed column is missing or a row has another number of fields.
 */
export function readRecords<C extends string>(text: string, columns: readonly C[]): Record<C, string>[] {
  const [head = [], ...rows] = readRows(text)
  const places = columns.map((column) => {
    const place = head.indexOf(column)
    if (place < 0) throw new RangeError(`column ${column} is missing`)
    return [column, place] as const
  })
  return rows.map((row, i) => {
    if (row.length !== head.length) throw new RangeError(`line ${i + 2}: ${row.length} fields, not ${head.length}`)
    const record = {} as Record<C, string>
    for (const [column, place] of places) record[column] = row[place] ?? ''
    return record
  })
}

/**
 * A count of votes or voters: digits only.
 *
 * @throws RangeError for anything else, naming where it stood.
 */
export function readCount(field: string, where: string): number {
  if (!/^\d{1,9}$/.test(field)) throw new RangeError(`${where}: ${JSON.stringify(field)} is no count`)
  return Number(field)
}
