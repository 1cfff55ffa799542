/** A table cell as something to sort by: a number where the text is one, else the text. */
export function orderOf(text: string): number | string {
  const plain = text.trim()
  const digits = plain.replace(/[,٬\s]/g, '').replace('٫', '.')
  if (plain === '–' || plain === '') return Number.NEGATIVE_INFINITY
  const found = /^[-−]?\d+(?:\.\d+)?(?=%?$)/.exec(digits)
  return found === null ? plain : Number(found[0].replace('−', '-'))
}

/** Orders two cells: numbers before texts, texts as the language orders them. */
export function compareCells(a: number | string, b: number | string, locale: string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'number') return -1
  if (typeof b === 'number') return 1
  return a.localeCompare(b, locale, { numeric: true })
}

/** Rows as tab-separated text, as a spreadsheet takes it from the clipboard. */
export function tabSeparated(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t')).join('\n')
}
