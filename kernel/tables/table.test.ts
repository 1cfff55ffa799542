import { gzipSync } from 'node:zlib'
import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import {
  endlessLine,
  readTable,
  shape,
  streamSource,
  tableProblems,
  text,
  textSource,
  wholeNumber,
  type TableShape,
  type TableSource,
} from './index.ts'

interface Block {
  tehsil: string
  block_code: string
  population: number
}
const blocks: TableShape<Block> = {
  columns: { tehsil: text({ limit: 30 }), block_code: shape(/^\d{9}$/, '023010101'), population: wholeNumber() },
  key: (row) => row.block_code,
}
const heading = 'tehsil,block_code,population'
const good = 'HAZRO TEHSIL,023010101,5131'

async function problemsOf(source: TableSource | string): Promise<string[]> {
  const reading = await readTable(typeof source === 'string' ? textSource('blocks.csv', source) : source, blocks)
  return reading.ok
    ? []
    : reading.refused.problems.map(({ line, field, code }) => `${line} ${field ?? '-'} ${code.replace('tables.', '')}`)
}

async function* chunksOf(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts
}

test('every problem has its sentence in both languages', () => {
  expect(
    catalogueProblems(Object.fromEntries(Object.values(tableProblems).map(({ code, text }) => [code, text]))),
  ).toEqual([])
})

test('a sound table gives its rows with their lines, its size and its hash', async () => {
  const reading = await readTable(
    textSource('blocks.csv', `\ufeff${heading}\r\n${good}\r\n"SADDAR, ""CITY""",023010102,0\r\n`),
    blocks,
  )
  if (!reading.ok) throw new Error(JSON.stringify(reading.refused))
  expect(reading.table.rows).toEqual([
    { line: 2, tehsil: 'HAZRO TEHSIL', block_code: '023010101', population: 5131 },
    { line: 3, tehsil: 'SADDAR, "CITY"', block_code: '023010102', population: 0 },
  ])
  expect(reading.table.bytes).toBe(94)
  expect(reading.table.sha256).toMatch(/^[0-9a-f]{64}$/)
})

test('a gzip file reads the same whatever way its bytes are cut', async () => {
  const packed = gzipSync(`${heading}\n${good}\nاٹک,023010102,7\n`)
  for (const at of [1, 2, 11, packed.length - 3]) {
    const reading = await readTable(
      streamSource('blocks.csv.gz', chunksOf(packed.subarray(0, at), packed.subarray(at))),
      blocks,
    )
    expect(reading.ok && reading.table.rows.map((row) => row.tehsil)).toEqual(['HAZRO TEHSIL', 'اٹک'])
  }
})

test('a heading that is not the expected one is refused by column', async () => {
  expect(await problemsOf(`tehsil,population\nA,1`)).toEqual(['1 block_code missing-column'])
  expect(await problemsOf(`${heading},area\n`)).toEqual(['1 area unknown-column'])
  expect(await problemsOf(`${heading},tehsil\n`)).toEqual(['1 tehsil repeated-column'])
  expect(await problemsOf(`block_code,tehsil,population\n`)).toEqual([
    '1 tehsil column-out-of-place',
    '1 block_code column-out-of-place',
  ])
})

test('fields are refused with line, column and reason, and all of them are told', async () => {
  const rows = [
    ',023010101,1',
    'A,02301010,1',
    'A,023010102,-5',
    'A,023010103,1.5',
    'A,023010104,12O',
    'A,023010105,',
    'A\u202eB,023010106,1',
    `${'A'.repeat(31)},023010107,1`,
  ]
  expect(await problemsOf(`${heading}\n${rows.join('\n')}\n`)).toEqual([
    '2 tehsil empty-field',
    '3 block_code wrong-shape',
    '4 population negative',
    '5 population not-whole',
    '6 population not-a-number',
    '7 population empty-field',
    '8 tehsil control-character',
    '9 tehsil text-too-long',
  ])
})

test('a hundred problems are listed and all are counted', async () => {
  const reading = await readTable(textSource('b.csv', `${heading}\n${'A,1,1\n'.repeat(250)}`), blocks)
  expect(reading.ok || [reading.refused.problems.length, reading.refused.count, reading.refused.byCode]).toEqual([
    100,
    250,
    { 'tables.wrong-shape': 250 },
  ])
})

test('lines that are too short, too long, cut off or badly quoted are refused', async () => {
  expect(await problemsOf(`${heading}\n${good}\nA,1\n${good},x\n`)).toEqual([
    '3 - too-few-fields',
    '4 - too-many-fields',
  ])
  expect(await problemsOf(`${heading}\n${good}\nHAZRO TEH`)).toEqual(['3 - truncated'])
  expect(await problemsOf(`${heading}\n"HAZRO,023010101,1\n${good}\n`)).toEqual(['2 - open-quote'])
  expect(await problemsOf(`${heading}\n"HAZRO"X,023010101,1\n`)).toEqual(['2 - stray-quote'])
})

test('the second of two entries with the same key is a problem that names the first', async () => {
  const reading = await readTable(textSource('b.csv', `${heading}\n${good}\n${good}\n`), blocks)
  expect(reading.ok || reading.refused.problems[0]).toEqual({
    file: 'b.csv',
    line: 3,
    field: null,
    code: 'tables.duplicate',
    en: 'The same entry, 023010101, already stands on line 2.',
    ur: 'یہی اندراج، 023010101، سطر 2 پر پہلے سے موجود ہے۔',
    found: '023010101',
  })
})

test('an empty file, a heading alone and a file that is not there are refused', async () => {
  expect(await problemsOf('')).toEqual(['0 - empty-file'])
  expect(await problemsOf(heading)).toEqual(['0 - no-rows'])
  const { fileSource } = await import('./index.ts')
  expect(await problemsOf(fileSource('/nowhere/blocks.csv'))).toEqual(['0 - unreadable-file'])
})

test('bytes that are no UTF-8 are refused at their line', async () => {
  const latin = Buffer.concat([
    Buffer.from(`${heading}\n${good}\nCaf`),
    Buffer.from([0xe9]),
    Buffer.from(',023010102,1\n'),
  ])
  expect(await problemsOf(streamSource('b.csv', chunksOf(latin)))).toEqual(['3 - wrong-encoding'])
  const utf16 = Buffer.from(`\ufeff${heading}\n`, 'utf16le')
  expect(await problemsOf(streamSource('b.csv', chunksOf(utf16)))).toEqual(['1 - wrong-encoding'])
})

test('a damaged or cut-off gzip file is refused', async () => {
  const packed = gzipSync(`${heading}\n${`${good}\n`.repeat(9)}`)
  expect(await problemsOf(streamSource('b.csv.gz', chunksOf(packed.subarray(0, -12))))).toContain(
    '0 - truncated-archive',
  )
  const damaged = Buffer.from(packed)
  damaged.fill(0xff, 12, 30)
  expect(await problemsOf(streamSource('b.csv.gz', chunksOf(damaged)))).toContain('0 - broken-archive')
})

test('a small file that unpacks to a huge one is given up before it fills the memory', async () => {
  const lines = Buffer.from(`${good}\n`.repeat(40_000))
  const whole = Buffer.concat([Buffer.from(`${heading}\n`), ...Array.from({ length: 64 }, () => lines)])
  const bomb = gzipSync(whole, { level: 9 })
  expect(bomb.length).toBeLessThan(400_000)
  const { columns } = blocks
  const reading = await readTable(streamSource('b.csv.gz', chunksOf(bomb)), { columns })
  expect(reading.ok || reading.refused.problems[0]?.code).toBe('tables.swollen-archive')
})

test('a line of one gigabyte is given up after its first pieces', async () => {
  const endless = endlessLine(heading)
  expect(await problemsOf(endless.source)).toEqual(['2 - line-too-long'])
  expect(endless.taken()).toBeLessThan(1024 ** 2)
})
