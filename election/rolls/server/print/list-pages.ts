import { readJpeg, startPdf, type Jpeg, type Page, type PdfWriter } from '@intikhab/nastaliq-pdf'
import { assertPrintable } from '../../core/print/list-totals.ts'
import { listTitle, listWords } from '../../core/print/list-words.ts'
import type { PrintedList, PrintedVoter } from '../../core/print/printed-list.ts'
import { openBoxes, type Boxes } from './boxes.ts'
import { drawCover } from './list-cover.ts'
import { columnHeadHeight, drawColumnHead, listHead, type Head } from './list-head.ts'
import { drawRow, fitRow, makeRow, type Row } from './list-row.ts'
import { alongside, border, columns, firstWidth, hairline, leftOf, measure, sheet } from './sheet.ts'

/** What is needed beside the list. */
export interface PrintWorks {
  /** The JPEG of a photograph by its SHA-256; undefined leaves the frame empty, as does what is no JPEG. */
  readonly readPhotograph?: (sha256: string) => Promise<Uint8Array | undefined>
}

const [gap, footGap] = [4, 3]

/** Deals the rows out to pages, one page after the other. */
function* paginate(list: PrintedList, head: Head, foot: Foot, boxes: Boxes): Generator<readonly Row[]> {
  const room = sheet.height - sheet.top - head.height - gap - columnHeadHeight - foot.height - sheet.bottom
  let [page, left]: [Row[], number] = [[], room]
  for (const voter of list.voters)
    for (const row of fitRow(makeRow(voter, list, boxes), room)) {
      if (page.length > 0 && row.height > left) {
        yield page
        page = []
        left = room
      }
      page.push(row)
      left -= row.height
    }
  if (page.length > 0) yield page
}

/** What stands at the foot of every page of a list, measured once. */
interface Foot {
  readonly height: number
  /** `voters`: how many stand on the page. */
  draw(page: Page, number: string, voters?: number): void
}

/** The foot of every page: which edition, which page, how many voters; below it for whom the copy is made. */
function listFoot({ edition, recipient }: PrintedList, boxes: Boxes): Foot {
  const source = boxes
    .fit('foot', measure / 2 - 60)
    .layOut(`${listWords.edition} \u2066${edition.id}\u2069 \u2066${edition.hash.slice(0, 16)}\u2069`)
  const copy = recipient === null ? undefined : boxes.fit('foot', measure).layOut(`${listWords.recipient} ${recipient}`)
  const height = footGap + source.height + (copy?.height ?? 0)
  const right = sheet.width - sheet.side
  return {
    height,
    draw: (page, number, voters) => {
      const top = sheet.height - sheet.bottom - height + footGap
      const middle = boxes.footMiddle.layOut(number)
      page.text(source, right - source.width, top)
      page.text(middle, (sheet.width - middle.width) / 2, alongside(middle, source, top))
      if (copy !== undefined) page.text(copy, right - copy.width, top + source.height)
      if (voters === undefined) return
      const count = boxes.fit('foot', 140).layOut(listWords.onPage(voters))
      page.text(count, sheet.side + firstWidth(count) - count.width, top)
    },
  }
}

function drawListPage(
  page: Page,
  rows: readonly Row[],
  pictures: ReadonlyMap<PrintedVoter, Jpeg>,
  head: Head,
  boxes: Boxes,
): void {
  head.draw(page, sheet.top)
  const tableTop = sheet.top + head.height + gap
  drawColumnHead(page, tableTop, boxes)
  let y = tableTop + columnHeadHeight
  for (const row of rows) {
    drawRow(page, row, y, pictures.get(row.voter))
    y += row.height
  }
  for (const [column] of columns.slice(0, -1)) page.line(leftOf[column], tableTop, leftOf[column], y, hairline)
  page.line(sheet.side, tableTop + columnHeadHeight, sheet.side + measure, tableTop + columnHeadHeight, border)
  page.frame(sheet.side, tableTop, measure, y - tableTop, border)
}

async function readPictures(rows: readonly Row[], { readPhotograph }: PrintWorks): Promise<Map<PrintedVoter, Jpeg>> {
  const pictures = new Map<PrintedVoter, Jpeg>()
  if (readPhotograph === undefined) return pictures
  for (const { voter, first } of rows) {
    if (!first || voter.photo === null) continue
    const bytes = await readPhotograph(voter.photo)
    const picture = bytes === undefined ? undefined : readJpeg(bytes)
    if (picture !== undefined) pictures.set(voter, picture)
  }
  return pictures
}

/** Begins the document of a list or of its slips. */
export function startListPdf(list: PrintedList, title: string): Promise<PdfWriter> {
  return startPdf({
    title: `${title}، ${listWords.block} ${list.area.block}، ${listWords.gender[list.gender]}`,
    language: 'ur',
    author: listWords.commission,
    madeAt: new Date(list.edition.madeAt),
  })
}

/**
 * Prints a list as PDF/A-2b: a cover with totals that close, then the voters. Yields the file's bytes page by page, and
 * returns the number of pages. The same list gives the same bytes. Throws `RangeError` where `assertPrintable` does.
 */
export async function* printList(list: PrintedList, works: PrintWorks = {}): AsyncGenerator<Buffer, number> {
  assertPrintable(list)
  const boxes = await openBoxes()
  const pdf = await startListPdf(list, listTitle(list))
  const head = listHead(list, boxes)
  const foot = listFoot(list, boxes)
  // The rows are set twice, for every page says of how many it is one; the second time they are remembered.
  const pages = paginate(list, head, foot, boxes).reduce((sum) => sum + 1, 0)
  const all = pages + 1
  yield pdf.addPage(sheet.width, sheet.height, (page) => {
    drawCover(page, list, head, pages, boxes)
    foot.draw(page, listWords.page(1, all))
  })
  for (const rows of paginate(list, head, foot, boxes)) {
    const pictures = await readPictures(rows, works)
    const voters = rows.filter(({ first }) => first).length
    const number = listWords.page(pdf.pages + 1, all)
    yield pdf.addPage(sheet.width, sheet.height, (page) => {
      drawListPage(page, rows, pictures, head, boxes)
      foot.draw(page, number, voters)
    })
  }
  yield pdf.end()
  return all
}
