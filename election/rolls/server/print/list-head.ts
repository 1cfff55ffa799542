import type { Page, Paragraph } from '@intikhab/nastaliq-pdf'
import { listTitle, listWords, printedDay } from '../../core/print/list-words.ts'
import type { PrintedList } from '../../core/print/printed-list.ts'
import type { Boxes } from './boxes.ts'
import { alongside, border, columns, firstWidth, hairline, leftOf, measure, padding, sheet, widthOf } from './sheet.ts'

/** Whose list it is, and whether it is the copy with marks. */
export function genderOf({ gender, marked }: PrintedList): string {
  return marked ? `${listWords.gender[gender]} (${listWords.markedCopy})` : listWords.gender[gender]
}

/** A field of the head: its name, what it says, and its part of the measure. */
type Field = readonly [label: string, value: string, part: number]

function fieldRows(list: PrintedList): Field[][] {
  const { area, station } = list
  const seats = area.seats.map(({ code, nameUr }) => `\u2066${code}\u2069 ${nameUr}`).join('، ')
  const rows: Field[][] = [
    [
      [listWords.area, area.nameUr, 0.4],
      [listWords.tehsil, area.tehsilUr, 0.22],
      [listWords.district, area.districtUr, 0.2],
      [listWords.province, area.provinceUr, 0.18],
    ],
    [
      [listWords.seats, seats, 0.7],
      [listWords.qualifyingDate, printedDay(list.qualifyingDate), 0.3],
    ],
  ]
  if (station !== null) rows.push([[listWords.station, `\u2066${station.number}\u2069 ${station.nameUr}`, 1]])
  return rows
}

/** What stands at the top of every page of a list, measured once. */
export interface Head {
  /** Of title and place together. */
  readonly height: number
  draw(page: Page, top: number): void
  readonly placeHeight: number
  /** The place alone: electoral area, seats, station. */
  drawPlace(page: Page, top: number): void
}

interface PlacedField {
  readonly label: Paragraph
  readonly value: Paragraph
  readonly right: number
}

interface FieldRow {
  readonly fields: readonly PlacedField[]
  readonly height: number
}

function placeRow(row: readonly Field[], boxes: Boxes): FieldRow {
  let right = sheet.width - sheet.side
  const fields = row.map(([label, value, part]): PlacedField => {
    const width = part * measure
    const set = boxes.label.layOut(label)
    const field = { label: set, value: boxes.fit('value', width - firstWidth(set) - padding).layOut(value), right }
    right -= width
    return field
  })
  return { fields, height: Math.max(...fields.map(({ value }) => value.height)) + 3 }
}

function drawRows(page: Page, top: number, rows: readonly FieldRow[]): void {
  let y = top
  for (const { fields, height } of rows) {
    if (y > top) page.line(sheet.side, y, sheet.width - sheet.side, y, hairline)
    for (const { label, value, right } of fields) {
      page.text(value, right - 2 * padding - firstWidth(label) - value.width, y + 2)
      page.text(label, right - padding - label.width, alongside(label, value, y + 2))
      if (right < sheet.width - sheet.side) page.line(right, y, right, y + height, hairline)
    }
    y += height
  }
}

/** Title, gender and block side by side. */
function drawBand(page: Page, top: number, list: PrintedList, boxes: Boxes): void {
  const right = sheet.width - sheet.side
  const title = boxes.title.layOut(listTitle(list))
  const gender = boxes.gender.layOut(genderOf(list))
  const block = boxes.block.layOut(list.area.block)
  const label = boxes.label.layOut(listWords.block)
  page.text(title, right - padding - title.width, top + 2)
  page.text(gender, sheet.width / 2 - gender.width / 2, alongside(gender, title, top + 2))
  const blockTop = alongside(block, title, top + 2)
  page.text(block, sheet.side + padding, blockTop)
  const labelRight = sheet.side + 3 * padding + firstWidth(block) + firstWidth(label)
  page.text(label, labelRight - label.width, alongside(label, block, blockTop))
}

/** The head of a list: title, gender and block, then where it lies. Long names make it higher. */
export function listHead(list: PrintedList, boxes: Boxes): Head {
  const rows = fieldRows(list).map((row) => placeRow(row, boxes))
  const placeHeight = rows.reduce((sum, row) => sum + row.height, 0)
  const band = 4 + Math.max(boxes.title.layOut(listTitle(list)).height, boxes.gender.layOut(genderOf(list)).height)
  const height = band + placeHeight
  return {
    height,
    draw: (page, top) => {
      drawBand(page, top, list, boxes)
      drawRows(page, top + band, rows)
      page.line(sheet.side, top + band, sheet.width - sheet.side, top + band, hairline)
      page.frame(sheet.side, top, measure, height, border)
    },
    placeHeight,
    drawPlace: (page, top) => {
      drawRows(page, top, rows)
      page.frame(sheet.side, top, measure, placeHeight, border)
    },
  }
}

export const columnHeadHeight = 32

/** The names of the columns. */
export function drawColumnHead(page: Page, top: number, boxes: Boxes): void {
  page.fill(sheet.side, top, measure, columnHeadHeight, 0.9)
  for (const [column] of columns) {
    const name = boxes.fit('column', widthOf[column] + 4).layOut(listWords.columns[column])
    page.text(name, leftOf[column] - 2 + padding, top + (columnHeadHeight - name.height) / 2)
  }
}
