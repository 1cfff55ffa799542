import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cutParagraph, openTypefaces, readJpeg, startPdf, textBox, type Page, type TextStyle } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'nastaliq-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const facts = {
  title: 'فہرست <رائے دہندگان> & مزید',
  language: 'ur',
  author: 'الیکشن کمیشن آف پاکستان',
  madeAt: new Date('2026-02-08T12:00:00Z'),
}
const style: TextStyle = {
  weight: 'regular',
  size: 11,
  latinSize: 10,
  lineHeight: 23,
  direction: 'rtl',
  align: 'start',
  width: 200,
}

async function write(pages: readonly ((page: Page) => void)[]): Promise<Buffer> {
  const pdf = await startPdf(facts)
  return Buffer.concat([...pages.map((draw) => pdf.addPage(400, 700, draw)), pdf.end()])
}

async function writeTexts(texts: readonly string[], of: TextStyle = style): Promise<Buffer> {
  const box = textBox(await openTypefaces(), of)
  return write([
    (page) => {
      let y = 20
      for (const text of texts) {
        const paragraph = box.layOut(text)
        page.text(paragraph, 100, y)
        y += paragraph.height + 8
      }
    },
  ])
}

const has = (program: string): boolean => spawnSync(program, ['-v']).error === undefined
const poppler = has('pdftotext')

/** What poppler reads, without the marks of direction that it adds. */
function readBack(pdf: Buffer): string[] {
  const file = join(folder, 'read.pdf')
  writeFileSync(file, pdf)
  return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })
    .replaceAll(/[\u200B\u202A-\u202E\f]/g, '')
    .split('\n')
    .filter((line) => line !== '')
}

test('the same content at the same instant gives the same bytes', async () => {
  const texts = ['محمد علی', 'Ahmad (2)']
  expect((await writeTexts(texts)).equals(await writeTexts(texts))).toBe(true)
})

test('a document declares itself PDF/A-2b, with a profile of its colours and without what PDF/A forbids', async () => {
  const text = (await writeTexts(['محمد علی'])).toString('latin1')
  expect(text.slice(0, 8)).toBe('%PDF-1.7')
  expect(text).toContain('<pdfaid:part>2</pdfaid:part>')
  expect(text).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
  expect(text).toContain('/S/GTS_PDFA1')
  expect(text).not.toMatch(/\/(?:Encrypt|JavaScript|Launch|LZWDecode|EmbeddedFiles|SMask)\b/)
})

test.skipIf(!poppler)('poppler reads every name back as it was written', async () => {
  const names = [
    'محمد علی',
    'غلام مصطفیٰ جتوئی',
    'عبدالرحمٰن',
    'شگفتہ پروین',
    'بیگم فاطمۃ الزہراءؓ',
    'ﷲ دتہ',
    'اللہ بخش',
    'میاں آفتاب احمد شیخ',
    'ڈاکٹر ژالہ گُل بانو',
    'مسز ایس۔ ایم۔ نقوی',
    '35202-1234567-1',
  ]
  expect(readBack(await writeTexts(names))).toEqual(names)
})

test.skipIf(!poppler)(
  'a text longer than its box wraps, a word longer than its box is broken, and nothing is lost',
  async () => {
    const long = Array.from({ length: 40 }, (_, i) => ['عبدالرحمان', 'خان', 'سید'][i % 3]).join(' ')
    const endless = 'محمدعبدالرحمان'.repeat(12)
    const read = readBack(await writeTexts([long, endless]))
    expect(read.join(' ').replaceAll(' ', '')).toBe((long + endless).replaceAll(' ', ''))
  },
)

test('no line is wider than its box, and each has room for its ink', async () => {
  const box = textBox(await openTypefaces(), { ...style, width: 60 })
  const { lines, height } = box.layOut(`${'محمدعبدالرحمان'.repeat(5)} علی Wwwwwwwwwwwwwwwwwww 12345678901234567890`)
  let bottom = 0
  for (const { line, baseLine } of lines) {
    expect(line.width).toBeLessThanOrEqual(60)
    expect(line.x).toBeGreaterThanOrEqual(0)
    expect(baseLine - line.above).toBeGreaterThanOrEqual(bottom - 0.001)
    bottom = baseLine + line.below
  }
  expect(bottom).toBeLessThanOrEqual(height)
})

test('a text that is cut loses no line, and the rest begins at the top', async () => {
  const box = textBox(await openTypefaces(), { ...style, width: 60 })
  const whole = box.layOut('محمد عبدالرحمان خان ولد غلام مصطفیٰ جتوئی')
  const [head, rest] = cutParagraph(whole, 50)
  expect(head.height).toBeLessThanOrEqual(50)
  expect(rest?.lines[0]?.top).toBe(0)
  expect([...head.lines, ...(rest?.lines ?? [])].map(({ line }) => line)).toEqual(whole.lines.map(({ line }) => line))
  expect(head.height + (rest?.height ?? 0)).toBeCloseTo(whole.height)
  expect(cutParagraph(whole, whole.height)).toEqual([whole, undefined])
  expect(cutParagraph(whole, 0)[0].lines).toHaveLength(1)
})

test('figures and Latin inside Urdu stand from left to right', async () => {
  const box = textBox(await openTypefaces(), style)
  const [only] = box.layOut('مکان 12 گلی').lines
  // گلی, space, 12, space, مکان: as seen from the left.
  expect(only?.line.drawn.map(({ shaped }) => shaped.glyphs.length > 0)).toEqual([true, true, true])
  expect(only?.line.layer).toContain('<00310032')
})

test('a character that no face has is drawn as a question mark and kept in the text', async () => {
  const box = textBox(await openTypefaces(), style)
  const [only] = box.layOut('احمد 漢').lines
  expect(only?.line.text).toBe('احمد 漢')
  const questionMark = box.layOut('?').lines[0]?.line.drawn[0]?.shaped.glyphs
  expect(only?.line.drawn.map(({ shaped }) => shaped.glyphs)).toContainEqual(questionMark)
})

test('a text of nothing but white space has no lines', async () => {
  expect(textBox(await openTypefaces(), style).layOut(' \n ')).toEqual({ lines: [], height: 0, width: 200 })
})

test.skipIf(!has('qpdf'))('qpdf finds nothing wrong with pages of every kind of drawing', async () => {
  const box = textBox(await openTypefaces(), style)
  const photo = readJpeg(greyJpeg)
  const pdf = await write([
    (page) => {
      page.text(box.layOut('محمد علی'), 10, 10)
      page.line(0, 50, 400, 50, { width: 1, grey: 0, dashes: [3, 2] })
      page.frame(10, 60, 50, 50, { width: 0.5, grey: 0.5 })
      page.fill(10, 120, 50, 50, 0.9)
      page.qrCode('ROLL:1', 100, 100, 80)
    },
    (page) => photo !== undefined && page.picture(photo, 10, 10, 30, 40),
  ])
  const file = join(folder, 'checked.pdf')
  writeFileSync(file, pdf)
  expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors')
})

test.skipIf(!has('pdffonts'))('every font is embedded, cut down, and says what it stands for', async () => {
  const file = join(folder, 'fonts.pdf')
  writeFileSync(file, await writeTexts(['محمد علی 12']))
  const rows = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2)
  expect(rows).toHaveLength(3)
  for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/)
})

/** A grey JPEG of 8 × 8. */
const greyJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AR//Z',
  'base64',
)

test('a JPEG is embedded as it is; what is none, or has colours that PDF/A may not have, is not', () => {
  expect(readJpeg(greyJpeg)).toMatchObject({ width: 8, height: 8, components: 1 })
  const fourColours = Buffer.from(greyJpeg)
  fourColours[fourColours.indexOf(Buffer.from([0xff, 0xc0])) + 9] = 4
  expect(readJpeg(fourColours)).toBeUndefined()
  expect(readJpeg(greyJpeg.subarray(0, 30))).toBeUndefined()
  expect(readJpeg(Buffer.from('%PDF'))).toBeUndefined()
  expect(readJpeg(Buffer.alloc(0))).toBeUndefined()
})
