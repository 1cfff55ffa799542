import type { Paragraph } from '@intikhab/nastaliq-pdf'

/** A4 upright, in points, with the margins of the printed roll. */
export const sheet: Readonly<Record<'width' | 'height' | 'side' | 'top' | 'bottom', number>> = {
  width: 595.28,
  height: 841.89,
  side: 28,
  top: 22,
  bottom: 18,
}

/** Width of what is printed. */
export const measure = sheet.width - 2 * sheet.side

/** Columns of the list from right to left, and their widths in points. They fill the measure. */
export const columns = [
  ['serial', 34],
  ['household', 34],
  ['name', 136],
  ['cnic', 84],
  ['age', 24],
  ['address', 131],
  ['photo', 40],
  ['thumb', measure - 483],
] as const
export type Column = (typeof columns)[number][0]

/** Left edge of each column. */
export const leftOf: Readonly<Record<Column, number>> = (() => {
  let right: number = sheet.width - sheet.side
  const places = columns.map(([column, width]) => {
    right -= width
    return [column, right] as const
  })
  return Object.fromEntries(places) as Record<Column, number>
})()

export const widthOf = Object.fromEntries(columns) as Readonly<Record<Column, number>>

/** Room between a cell's edge and its text. */
export const padding = 4

/** Lines between the cells, and around them. */
export const hairline = { width: 0.4, grey: 0.45 } as const
export const border = { width: 0.8, grey: 0 } as const

/** Where a text has to begin so that its first line stands on the first base line of another that begins at `top`. */
export function alongside(text: Paragraph, other: Paragraph, top: number): number {
  return top + (other.lines[0]?.baseLine ?? 0) - (text.lines[0]?.baseLine ?? 0)
}

/** Width of the first line of a text. */
export const firstWidth = ({ lines }: Paragraph): number => lines[0]?.line.width ?? 0
