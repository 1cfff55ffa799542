import type { Page } from '@intikhab/nastaliq-pdf'
import { serialsOf, totalsOf } from '../../core/print/list-totals.ts'
import { coverCode, listTitle, listWords, printedNumber } from '../../core/print/list-words.ts'
import type { PrintedList } from '../../core/print/printed-list.ts'
import type { Boxes } from './boxes.ts'
import { genderOf, type Head } from './list-head.ts'
import { border, hairline, padding, sheet } from './sheet.ts'

type Total = readonly [label: string, value: string, strong: boolean]

/** The sums of the cover, in the order in which they are worked out. */
function totalLines(list: PrintedList, pages: number): Total[] {
  const totals = totalsOf(list)
  const words = listWords.totals
  const serials = serialsOf(list).map(({ from, to }) => `${printedNumber(from)}–${printedNumber(to)}`)
  const lines: Total[] = [
    [words.serials, serials.join(', '), false],
    [words.numbers, printedNumber(totals.numbers), false],
    [words.unused, printedNumber(totals.unused), false],
    [words.listed, printedNumber(totals.listed), true],
  ]
  if (list.marked)
    lines.push(
      [words.postal, printedNumber(totals.postal), false],
      [words.overseas, printedNumber(totals.overseas), false],
      [words.atTable, printedNumber(totals.atTable), true],
    )
  lines.push([words.households, printedNumber(totals.households), false], [words.pages, printedNumber(pages), false])
  return lines
}

const table = { width: 420, labelWidth: 270 } as const

function drawTotals(page: Page, top: number, lines: readonly Total[], boxes: Boxes): number {
  const left = (sheet.width - table.width) / 2
  let y = top
  for (const [label, value, strong] of lines) {
    const name = boxes.fit(strong ? 'totalStrong' : 'total', table.labelWidth).layOut(label)
    const figure = boxes.fit(strong ? 'figureStrong' : 'figure', table.width - table.labelWidth).layOut(value)
    const height = Math.max(name.height, figure.height) + 4
    if (strong) page.fill(left, y, table.width, height, 0.92)
    page.text(name, left + table.width - padding - name.width, y + (height - name.height) / 2)
    page.text(figure, left + padding, y + (height - figure.height) / 2)
    page.line(left, y + height, left + table.width, y + height, hairline)
    y += height
  }
  page.line(left + table.width - table.labelWidth, top, left + table.width - table.labelWidth, y, hairline)
  page.frame(left, top, table.width, y - top, border)
  return y
}

function drawSignature(page: Page, top: number, boxes: Boxes): void {
  const { officer, signature, seal, day } = listWords.signature
  const right = sheet.width - sheet.side
  const role = boxes.totalStrong.layOut(officer)
  page.text(role, right - padding - role.width, top)
  for (const [i, label] of [signature, day, seal].entries()) {
    const place = right - i * 135
    const text = boxes.signature.layOut(label)
    page.text(text, place - padding - text.width, top + 32)
    page.line(place - 34, top + 50, place - 125, top + 50, hairline)
  }
}

/** The first page of a list: what it is, what it comes to, and a code by which it can be compared with its edition. */
export function drawCover(page: Page, list: PrintedList, head: Head, pages: number, boxes: Boxes): void {
  const { side } = sheet
  let y = sheet.top + 10
  for (const text of [
    boxes.commission.layOut(listWords.commission),
    boxes.coverTitle.layOut(listTitle(list)),
    boxes.coverLine.layOut(genderOf(list)),
    boxes.coverBlock.layOut(`${listWords.block} ${list.area.block}`),
  ]) {
    page.text(text, side + padding, y)
    y += text.height
  }
  y += 14
  head.drawPlace(page, y)
  y = drawTotals(page, y + head.placeHeight + 28, totalLines(list, pages), boxes)
  drawSignature(page, y + 40, boxes)
  const size = 96
  const bottom = sheet.height - sheet.bottom - 70
  page.qrCode(coverCode(list), side + 8, bottom - size, size)
  const hash = boxes.hash.layOut(list.edition.hash)
  page.text(hash, side + padding, bottom + 6)
}
