import type { Page } from '@intikhab/nastaliq-pdf'
import { assertPrintable } from '../../core/print/list-totals.ts'
import { listWords } from '../../core/print/list-words.ts'
import type { PrintedList, PrintedPoll } from '../../core/print/printed-list.ts'
import { openBoxes } from './boxes.ts'
import { startListPdf } from './list-pages.ts'
import { sheet } from './sheet.ts'
import { drawSlip, makeSlip, slipWidth, type Slip, type SlipFacts } from './slip.ts'

const cut = { width: 0.5, grey: 0.4, dashes: [4, 3] } as const

/** Two slips that are cut apart: as high as the higher of them. */
interface Pair {
  readonly slips: readonly Slip[]
  readonly height: number
}

/** Deals the slips out to pages, in pairs, as many as find room. */
function* paginate(facts: SlipFacts): Generator<readonly Pair[]> {
  const voters = facts.list.voters.filter(({ mark }) => mark === null)
  let [page, left]: [Pair[], number] = [[], sheet.height]
  for (let from = 0; from < voters.length; from += 2) {
    const slips = voters.slice(from, from + 2).map((voter) => makeSlip(voter, facts))
    const height = Math.max(...slips.map((slip) => slip.height))
    // Five heights of a fifth are a sheet, but for the last digit.
    if (page.length > 0 && height > left + 0.01) {
      yield page
      page = []
      left = sheet.height
    }
    page.push({ slips, height })
    left -= height
  }
  if (page.length > 0) yield page
}

function drawPairs(page: Page, pairs: readonly Pair[]): void {
  let y = 0
  for (const { slips, height } of pairs) {
    for (const [i, slip] of slips.entries()) drawSlip(page, slip, i === 0 ? slipWidth : 0, y)
    y += height
    if (y < sheet.height - 1) page.line(0, y, sheet.width, y, cut)
  }
  page.line(slipWidth, 0, slipWidth, y, cut)
}

/**
 * Prints the slips (parchi) of a list as PDF/A-2b, ten a page, from right to left and down, in the order of the list, to be
 * cut along the dashed lines. Who votes by post or from abroad gets none. Yields the file's bytes page by page, and returns
 * the number of pages. Throws `RangeError` where `assertPrintable` does.
 */
export async function* printSlips(list: PrintedList, poll: PrintedPoll): AsyncGenerator<Buffer, number> {
  assertPrintable(list)
  const boxes = await openBoxes()
  const pdf = await startListPdf(list, listWords.slip.title)
  for (const pairs of paginate({ list, poll, boxes }))
    yield pdf.addPage(sheet.width, sheet.height, (page) => drawPairs(page, pairs))
  yield pdf.end()
  return pdf.pages
}
