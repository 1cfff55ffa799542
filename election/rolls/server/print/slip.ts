import type { Page, Paragraph } from '@intikhab/nastaliq-pdf'
import { formatCnic } from '../../core/identifiers.ts'
import { listWords, printedDay, slipCode } from '../../core/print/list-words.ts'
import type { PrintedList, PrintedPoll, PrintedVoter } from '../../core/print/printed-list.ts'
import type { Boxes } from './boxes.ts'
import { alongside, firstWidth, sheet } from './sheet.ts'

/** Two slips stand beside each other, five below each other: more only where a name is very long. */
export const slipWidth = sheet.width / 2
const slipHeight = sheet.height / 5
const margin = { side: 14, top: 5, bottom: 5 } as const
const inner = slipWidth - 2 * margin.side
/** The code and the large number stand in a column of their own, at the left. Around a code there are four modules of white. */
const code = { size: 56, column: 84, quiet: 8 } as const

/** What is the same on every slip of a list. */
export interface SlipFacts {
  readonly list: PrintedList
  readonly poll: PrintedPoll
  readonly boxes: Boxes
}

/** A text of a slip, from the slip's upper left corner. */
interface PlacedText {
  readonly text: Paragraph
  readonly x: number
  readonly y: number
}

/** A slip that has been measured. */
export interface Slip {
  readonly code: string
  readonly texts: readonly PlacedText[]
  readonly height: number
}

const right = slipWidth - margin.side

/** What a slip says line by line, beside the code: label and value. */
function fieldsOf(voter: PrintedVoter, { list, poll }: SlipFacts): (readonly [string, string])[] {
  const { area, station } = list
  const seats = area.seats.map((seat) => `\u2066${seat.code}\u2069`).join('، ')
  const served =
    station === null ? [] : [[listWords.station, `\u2066${station.number}\u2069 ${station.nameUr}`] as const]
  return [
    [listWords.relation[voter.relation], voter.relationNameUr],
    [listWords.area, `${area.nameUr}، ${seats}`],
    ...served,
    [listWords.slip.pollAt, `${printedDay(poll.day)}، ${listWords.slip.hours(poll.hours)}`],
  ]
}

function placeFields(voter: PrintedVoter, facts: SlipFacts): { texts: PlacedText[]; bottom: number } {
  const { boxes, poll } = facts
  const width = inner - code.column
  const title = boxes.fit('slipTitle', width).layOut(`${listWords.slip.title}، ${poll.electionUr}`)
  const name = boxes.fit('slipName', width).layOut(voter.nameUr)
  const texts = [
    { text: title, x: right - title.width, y: margin.top },
    { text: name, x: right - name.width, y: margin.top + title.height },
  ]
  let y = margin.top + title.height + name.height
  for (const [label, value] of fieldsOf(voter, facts)) {
    const called = boxes.label.layOut(label)
    const said = boxes.fit('slipValue', width - firstWidth(called)).layOut(value)
    texts.push(
      { text: said, x: right - firstWidth(called) - 6 - said.width, y },
      { text: called, x: right - called.width, y: alongside(called, said, y) },
    )
    y += said.height
  }
  return { texts, bottom: y }
}

/** The column under the code: the large number, and the household. */
function placeNumbers(
  { serial, household }: PrintedVoter,
  { boxes }: SlipFacts,
): { texts: PlacedText[]; bottom: number } {
  const texts: PlacedText[] = []
  let y = margin.top + 2 * code.quiet + code.size - 1
  for (const text of [
    boxes.slipLabel.layOut(listWords.slip.serial),
    boxes.slipSerial.layOut(String(serial)),
    boxes.slipLabel.layOut(`${listWords.slip.household} ${household}`),
  ]) {
    texts.push({ text, x: margin.side + code.quiet + (code.size - text.width) / 2, y })
    y += text.height
  }
  return { texts, bottom: y }
}

/** The line at the bottom: card and block, by which an officer compares. */
function placeFoot(voter: PrintedVoter, { list, boxes }: SlipFacts, y: number): PlacedText[] {
  const texts: PlacedText[] = []
  let edge = right
  for (const [label, value] of [
    [listWords.slip.cnic, formatCnic(voter.cnic)],
    [listWords.slip.block, list.area.block],
  ] as const) {
    const called = boxes.label.layOut(label)
    const said = boxes.slipFigures.layOut(value)
    texts.push({ text: called, x: edge - called.width, y })
    edge -= firstWidth(called) + 4
    texts.push({ text: said, x: edge - said.width, y: alongside(said, called, y) })
    edge -= firstWidth(said) + 16
  }
  return texts
}

/** Measures a voter's slip. */
export function makeSlip(voter: PrintedVoter, facts: SlipFacts): Slip {
  const fields = placeFields(voter, facts)
  const numbers = placeNumbers(voter, facts)
  const footHeight = facts.boxes.label.layOut(listWords.slip.cnic).height
  const height = Math.max(slipHeight, Math.max(fields.bottom, numbers.bottom) + footHeight + margin.bottom)
  const foot = placeFoot(voter, facts, height - margin.bottom - footHeight)
  return { code: slipCode(facts.list, voter), texts: [...fields.texts, ...numbers.texts, ...foot], height }
}

export function drawSlip(page: Page, slip: Slip, x: number, y: number): void {
  for (const { text, x: right, y: down } of slip.texts) page.text(text, x + right, y + down)
  page.qrCode(slip.code, x + margin.side + code.quiet, y + margin.top + code.quiet, code.size)
}
