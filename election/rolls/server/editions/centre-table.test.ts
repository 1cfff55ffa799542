import { join } from 'node:path'
import { endlessLine, firstProblem, readTable, textSource, zooCases, type TableSource } from '@intikhab/kernel/tables'
import { expect, test } from 'vitest'
import { checkCentres, type KnownToCentres } from '../../core/editions/check-centres.ts'
import type { DisplayCentre } from '../../core/editions/display-centre.ts'
import { centreColumns, centreCsv, centreTable } from './centre-table.ts'

function centre(number: number, nameEn: string, ...blocks: readonly string[]): DisplayCentre {
  const place = {
    nameUr: 'ٹاؤن ہال',
    addressEn: 'Main Road',
    addressUr: 'مین روڈ',
    opensAt: '09:00',
    closesAt: '17:00',
  }
  return { number, district: 'attock', nameEn, ...place, isClosed: false, blocks }
}

const known: KnownToCentres = {
  district: 'attock',
  districts: new Set(['attock', 'quetta']),
  areas: new Map([
    ...['901010101', '901010102', '901010103', '901010104'].map((block) => [block, 'attock'] as const),
    ['902010101', 'quetta'],
  ]),
  centres: [centre(3, 'Town Hall', '901010103'), centre(5, 'town  hall', '901010104')],
}

async function check(source: TableSource, against = known) {
  const reading = await readTable(source, centreTable)
  return reading.ok ? checkCentres(source.name, reading.table.rows, against) : reading
}

const heading = centreColumns.join(',')
const table = (...lines: readonly string[]) => textSource('centres.csv', [heading, ...lines, ''].join('\r\n'))
const school = 'attock,High School,ہائی اسکول,"Main Road, Attock",مین روڈ,09:00,17:00,901010102 901010101'

test.for(zooCases(join(import.meta.dirname, 'zoo')))('the zoo: $name', async ({ source, expected }) => {
  const checked = await check(source())
  const problem = checked.ok ? undefined : firstProblem(checked.refused)
  expect(problem).toMatchObject(expected)
  expect(problem?.ur).toMatch(/\p{Script=Arabic}/u)
})

test('a line of a gigabyte is given up early', async () => {
  const { source, taken } = endlessLine(heading)
  expect(await check(source)).toMatchObject({ ok: false, refused: { byCode: { 'tables.line-too-long': 1 } } })
  expect(taken()).toBeLessThan(1024 ** 2)
})

test('a new centre gets the next number, and areas without a centre are told', async () => {
  const checked = await check(table(school), { ...known, centres: [centre(3, 'Town Hall', '901010103')] })
  expect(checked).toMatchObject({
    ok: true,
    value: {
      toPut: [{ number: 4, addressEn: 'Main Road, Attock', blocks: ['901010101', '901010102'] }],
      totals: { centres: 1, areas: 2, entered: 1, changed: 0, unchanged: 0 },
      findings: [{ code: 'rolls.areas-without-centre', cases: [{ subject: 'attock', figures: { areas: 1 } }] }],
    },
  })
})

test('hours are read as spreadsheets write them', async () => {
  for (const [opens, closes] of [
    ['9:00', '17:00'],
    ['09:00:00', '17:00:00'],
    ['9:00:00', '17:00'],
  ]) {
    const checked = await check(table(school.replace('09:00,17:00', `${opens},${closes}`)), { ...known, centres: [] })
    expect(checked.ok && checked.value.toPut).toMatchObject([{ opensAt: '09:00', closesAt: '17:00' }])
  }
})

test('a centre that is there becomes what its line says; an area goes from one centre of the table to another', async () => {
  const before = [centre(1, 'High School', '901010101', '901010103'), centre(2, 'College', '901010102')]
  const college = 'attock,College,ٹاؤن ہال,Main Road,مین روڈ,09:00,17:00,901010103'
  const checked = await check(table(school, college), { ...known, centres: before })
  expect(checked.ok && checked.value.toPut.map(({ number, blocks }) => [number, blocks])).toEqual([
    [1, ['901010101', '901010102']],
    [2, ['901010103']],
  ])
})

test('the table of the centres as they are changes nothing; one that was given up is opened again by its name', async () => {
  const centres = [centre(1, 'High School', '901010101'), { ...centre(2, 'College'), isClosed: true }]
  const again = await check(textSource('again.csv', centreCsv(centres)), { ...known, centres })
  expect(again.ok && [again.value.toPut, again.value.totals.unchanged]).toEqual([[], 1])
  const college = 'attock,College,ٹاؤن ہال,Main Road,مین روڈ,09:00,17:00,901010102'
  const opened = await check(table(college), { ...known, centres })
  expect(opened.ok && opened.value.toPut).toMatchObject([{ number: 2, isClosed: false, blocks: ['901010102'] }])
})
