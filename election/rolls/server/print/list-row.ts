import { cutParagraph, type Jpeg, type Page, type Paragraph } from '@intikhab/nastaliq-pdf'
import { ageOn } from '../../core/print/age-on.ts'
import { formatCnic } from '../../core/identifiers.ts'
import { listWords } from '../../core/print/list-words.ts'
import type { PrintedList, PrintedVoter } from '../../core/print/printed-list.ts'
import type { Boxes } from './boxes.ts'
import { alongside, firstWidth, hairline, leftOf, measure, padding, sheet, widthOf } from './sheet.ts'

/** A text of a row: its left edge on the page, its top from that of the row. */
interface PlacedText {
  readonly text: Paragraph
  readonly x: number
  readonly y: number
}

/** A line of the list, or a part of one that is higher than a page. */
export interface Row {
  readonly voter: PrintedVoter
  readonly texts: readonly PlacedText[]
  readonly height: number
  /** False for what continues a row from the page before. */
  readonly first: boolean
}

/** Frame of the photograph: a third of the size on the card. */
const photo = { width: 31, height: 37 } as const
const least = photo.height + 6

function nameColumn({ nameUr, relation, relationNameUr }: PrintedVoter, boxes: Boxes): PlacedText[] {
  const right = leftOf.name + widthOf.name
  const name = boxes.name.layOut(nameUr)
  const label = boxes.relation.layOut(listWords.relation[relation])
  const labelWidth = firstWidth(label) + 5
  const of = boxes.fit('address', widthOf.name - labelWidth).layOut(relationNameUr)
  return [
    { text: name, x: right - padding - name.width, y: 2 },
    { text: label, x: right - padding - label.width, y: alongside(label, of, 2 + name.height) },
    { text: of, x: right - padding - labelWidth - of.width, y: 2 + name.height },
  ]
}

/** Puts what is lower than the row into its middle. */
const centred = (text: Paragraph, x: number, height: number): PlacedText => ({
  text,
  x,
  y: Math.max(0, (height - text.height) / 2),
})

/** Measures a voter's row. */
export function makeRow(voter: PrintedVoter, list: PrintedList, boxes: Boxes): Row {
  const names = nameColumn(voter, boxes)
  const address = boxes.address.layOut(voter.addressUr)
  const height = Math.max(least, address.height + 2, ...names.map(({ text, y }) => y + text.height + 1))
  const texts = [
    ...names,
    centred(address, leftOf.address + padding, height),
    centred(boxes.serial.layOut(String(voter.serial)), leftOf.serial + padding, height),
    centred(boxes.household.layOut(String(voter.household)), leftOf.household + padding, height),
    centred(boxes.cnic.layOut(formatCnic(voter.cnic)), leftOf.cnic - 2 + padding, height),
    centred(boxes.age.layOut(String(ageOn(list.qualifyingDate, voter.dateOfBirth))), leftOf.age - 2 + padding, height),
  ]
  if (voter.mark !== null)
    texts.push(centred(boxes.mark.layOut(listWords.mark[voter.mark]), leftOf.thumb + padding, height))
  return { voter, texts, height, first: true }
}

/** Parts of a row of which each fits into `room`: nothing that is long is lost. */
export function fitRow(row: Row, room: number): Row[] {
  if (row.height <= room) return [row]
  const [now, later]: [PlacedText[], PlacedText[]] = [[], []]
  for (const placed of row.texts) {
    if (placed.y >= room) {
      later.push({ ...placed, y: placed.y - room })
      continue
    }
    const [head, rest] = cutParagraph(placed.text, room - placed.y)
    now.push({ ...placed, text: head })
    if (rest !== undefined) later.push({ ...placed, text: rest, y: 0 })
  }
  const height = Math.max(0, ...later.map(({ text, y }) => y + text.height))
  return [{ ...row, texts: now, height: room }, ...fitRow({ ...row, texts: later, height, first: false }, room)]
}

/** Draws a row and the line below it. */
export function drawRow(page: Page, row: Row, top: number, picture: Jpeg | undefined): void {
  const bottom = top + row.height
  if (row.voter.mark !== null) page.fill(sheet.side, top, measure, row.height, 0.88)
  for (const { text, x, y } of row.texts) page.text(text, x, top + y)
  if (row.first) {
    const x = leftOf.photo + (widthOf.photo - photo.width) / 2
    const y = top + (row.height - photo.height) / 2
    if (picture === undefined) page.frame(x, y, photo.width, photo.height, { width: 0.3, grey: 0.7 })
    else page.picture(picture, x, y, photo.width, photo.height)
  }
  page.line(sheet.side, bottom, sheet.width - sheet.side, bottom, hairline)
}
