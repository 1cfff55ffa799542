import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { stationCopy } from '../../core/print/list-totals.ts'
import { formatCnic } from '../../core/identifiers.ts'
import { madeUpList } from '../../core/print/made-up-list.testkit.ts'
import type { PrintedList } from '../../core/print/printed-list.ts'
import { listCsv } from './list-csv.ts'
import { printList } from './list-pages.ts'
import { photographsIn } from './photograph-folder.ts'
import { printLists } from './print-pool.ts'
import { leftOf, sheet, widthOf, type Column } from './sheet.ts'
import { printSlips } from './slip-pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'printed-roll-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const has = (program: string): boolean => spawnSync(program, ['-v']).error === undefined
const poppler = has('pdftotext')
const poll = { electionUr: 'عام انتخابات 2026', day: '2026-12-20', hours: ['08:00', '17:00'] } as const

async function whole(parts: AsyncGenerator<Buffer, number>): Promise<{ pdf: Buffer; pages: number }> {
  const made: Buffer[] = []
  for (;;) {
    const { done, value } = await parts.next()
    if (done === true) return { pdf: Buffer.concat(made), pages: value }
    made.push(value)
  }
}

/** What poppler reads, of one column or of everything: without the marks of direction that it adds, lines joined by spaces. */
function readBack(pdf: Buffer, column?: Column): string {
  const file = join(folder, 'read.pdf')
  writeFileSync(file, pdf)
  const whole = { x: 0, width: sheet.width }
  const { x, width } = column === undefined ? whole : { x: leftOf[column], width: widthOf[column] }
  const crop = [`-x`, `${Math.round(x)}`, '-y', '0', '-W', `${Math.round(width)}`, '-H', `${Math.ceil(sheet.height)}`]
  const text = execFileSync('pdftotext', [...crop, file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  return text.replaceAll(/[\u200B\u202A-\u202E]/g, '').replaceAll(/\s+/g, ' ')
}

/** True if the text has the words, however they are broken into lines. */
const includes = (text: string, words: string): boolean => withoutSpaces(text).includes(withoutSpaces(words))
const withoutSpaces = (text: string): string => text.replaceAll(' ', '')

test('the same list gives the same bytes', async () => {
  const [one, two] = [
    await whole(printList(madeUpList({ voters: 40 }))),
    await whole(printList(madeUpList({ voters: 40 }))),
  ]
  expect(one.pdf.equals(two.pdf)).toBe(true)
})

test.skipIf(!poppler).each(['male', 'female'] as const)(
  'pdftotext gives every name and card of the %s list back as the register has them',
  async (gender) => {
    const list = madeUpList({ voters: 200, gender })
    const text = readBack((await whole(printList(list))).pdf)
    expect(list.voters.filter(({ nameUr }) => !text.includes(` ${nameUr} `))).toEqual([])
    expect(list.voters.filter(({ relationNameUr }) => !text.includes(` ${relationNameUr} `))).toEqual([])
    expect(list.voters.filter((voter) => !text.includes(formatCnic(voter.cnic)))).toEqual([])
  },
)

test.skipIf(!poppler)('every page says which one it is of how many, and of which area and edition', async () => {
  const list = madeUpList({ voters: 100 })
  const { pdf, pages } = await whole(printList(list))
  const text = readBack(pdf)
  expect(pages).toBeGreaterThan(6)
  expect(text.split(list.area.block)).toHaveLength(pages + 1)
  expect(text.split(list.edition.id)).toHaveLength(pages + 1)
  expect(text.split('صفحہ')).toHaveLength(pages + 1)
})

test.skipIf(!poppler)('a marked copy says who votes by post and who from abroad; a plain one does not', async () => {
  const marked = readBack((await whole(printList(madeUpList({ voters: 60, marked: true })))).pdf)
  expect(marked).toContain('پوسٹل بیلٹ')
  expect(marked).toContain('بیرونِ ملک')
  const plain = readBack((await whole(printList(madeUpList({ voters: 60 })))).pdf)
  expect(plain).not.toContain('پوسٹل بیلٹ')
  expect(plain).not.toContain('بیرونِ ملک')
})

test.skipIf(!poppler)('a supplementary list says no more than that it is one', async () => {
  const text = readBack((await whole(printList({ ...madeUpList({ voters: 5 }), roll: 'supplementary' }))).pdf)
  expect(text).toContain('ضمنی فہرست')
  expect(text).not.toContain('انتخابی فہرست')
})

test.skipIf(!poppler)('a copy for a station has its voters and nobody else', async () => {
  const list = madeUpList({ voters: 60 })
  const copy = stationCopy(list, { number: '17', nameUr: 'گورنمنٹ ہائی اسکول', serials: [{ from: 1, to: 20 }] })
  const text = readBack((await whole(printList(copy))).pdf)
  expect(text).toContain('گورنمنٹ ہائی اسکول')
  for (const voter of list.voters) expect(text.includes(formatCnic(voter.cnic))).toBe(voter.serial <= 20)
})

test.skipIf(!poppler)('slips are for those who vote at the table, ten a page', async () => {
  const list = madeUpList({ voters: 60, marked: true })
  const { pdf, pages } = await whole(printSlips(list, poll))
  const text = readBack(pdf)
  expect(pages).toBe(6)
  for (const voter of list.voters) expect(text.includes(formatCnic(voter.cnic))).toBe(voter.mark === null)
})

/** Names and addresses of many words, of one endless word, and longer than a page. */
const pathological: readonly Partial<PrintedList['voters'][number]>[] = [
  { nameUr: Array.from({ length: 14 }, () => 'صاحبزادہ عبدالرحمٰن').join(' ') },
  { relationNameUr: 'محمدعبدالرحمان'.repeat(15) },
  { addressUr: Array.from({ length: 60 }, () => 'نزد مسجد اقصیٰ بالمقابل ہسپتال').join(' ') },
  { addressUr: Array.from({ length: 400 }, () => 'نزد مسجد اقصیٰ بالمقابل ہسپتال').join(' ') },
  { nameUr: 'ججججججججججججججججججججججججججججججججججججججج' },
]

test.skipIf(!poppler)(
  'long names and addresses wrap: nothing of them is lost, not even of what is longer than a page',
  async () => {
    const plain = madeUpList({ voters: pathological.length })
    const voters = plain.voters.map((voter, i) => Object.assign({}, voter, pathological[i]))
    const { pdf } = await whole(printList({ ...plain, voters }))
    const text = readBack(pdf, 'name')
    expect(voters.filter(({ nameUr }) => !includes(text, nameUr))).toEqual([])
    expect(voters.filter(({ relationNameUr }) => !includes(text, relationNameUr))).toEqual([])
    expect(withoutSpaces(readBack(pdf, 'address')).split('ہسپتال')).toHaveLength(461)
  },
)

const data = process.env.INTIKHAB_SHARED_DATA ?? join(import.meta.dirname, '../../../../../shared/data')
const names = join(data, 'names')

// Skipped, as its name says, where the real data is not beside the repository.

test.skipIf(!poppler || !existsSync(names))('the longest names of the real data are printed whole', async () => {
  const column = (file: string, index: number): string[] =>
    readFileSync(join(names, file), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[index]?.normalize('NFC').trim() ?? '')
      .filter((name) => name !== '')
  const given = [...column('first_names_gender_urdu.csv', 2), ...column('token_alignment_en_ur.csv', 1)]
  const longest = [...new Set(given)].toSorted((a, b) => b.length - a.length).slice(0, 200)
  const plain = madeUpList({ voters: longest.length })
  const voters = plain.voters.map((voter, i) => ({
    ...voter,
    nameUr: `${longest[i]} ${longest[(i + 1) % 200]} ${longest[(i + 2) % 200]}`,
    relationNameUr: `${longest[i]} ${longest[0]}`,
  }))
  const text = readBack((await whole(printList({ ...plain, voters }))).pdf, 'name')
  expect(voters.filter(({ nameUr }) => !includes(text, nameUr))).toEqual([])
  expect(voters.filter(({ relationNameUr }) => !includes(text, relationNameUr))).toEqual([])
})

/** A grey JPEG of 8 × 8. */
const photograph = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AR//Z',
  'base64',
)

test('a photograph stands in its frame; one that is missing or no picture leaves the frame empty', async () => {
  const [there, missing, broken] = ['a', 'b', 'c'].map((letter) => letter.repeat(64))
  writeFileSync(join(folder, there ?? ''), photograph)
  writeFileSync(join(folder, broken ?? ''), 'no picture')
  const plain = madeUpList({ voters: 3 })
  const photos = [there ?? null, missing ?? null, broken ?? null]
  const voters = plain.voters.map((voter, i) => Object.assign({}, voter, { photo: photos[i] ?? null }))
  const { pdf } = await whole(printList({ ...plain, voters }, photographsIn(folder)))
  expect(pdf.toString('latin1').split('/DCTDecode')).toHaveLength(2)
  expect(pdf.includes(photograph)).toBe(true)
})

test('the CSV has the rows of the list in their order', () => {
  const list = madeUpList({ voters: 30, marked: true })
  const lines = listCsv(list).trimEnd().split('\r\n').slice(1)
  expect(lines.map((line) => Number(line.split(',')[0]))).toEqual(list.voters.map(({ serial }) => serial))
  expect(lines.filter((line) => line.endsWith('postal'))).toHaveLength(1)
})

test('many lists are printed on several threads, each with its CSV and its slips, as they would be alone', async () => {
  const jobs = Array.from({ length: 5 }, (_, i) => ({
    list: madeUpList({ voters: 20, seed: i }),
    pdf: join(folder, `${i}.pdf`),
    csv: join(folder, `${i}.csv`),
    slips: { file: join(folder, `${i}-slips.pdf`), poll },
  }))
  const files = await Array.fromAsync(printLists(jobs, { threads: 2 }))
  expect(files.map(({ file }) => file).toSorted()).toEqual(
    jobs.flatMap(({ pdf, csv, slips }) => [pdf, csv, slips.file]).toSorted(),
  )
  for (const { list, pdf } of jobs) expect(readFileSync(pdf).equals((await whole(printList(list))).pdf)).toBe(true)
  expect(readdirSync(folder).filter((file) => file.endsWith('.part'))).toEqual([])
})

test('a list that may not be printed ends the run and leaves no file under its name', async () => {
  const list = { ...madeUpList({ voters: 20 }), lastSerial: 3 }
  const run = Array.fromAsync(printLists([{ list, pdf: join(folder, 'refused.pdf') }], { threads: 1 }))
  await expect(run).rejects.toThrow('not among those')
  expect(existsSync(join(folder, 'refused.pdf'))).toBe(false)
})
