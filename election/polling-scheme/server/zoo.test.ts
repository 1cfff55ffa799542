import { resolve } from 'node:path'
import { constituencyCode, pakistan, seatLocator } from '@intikhab/delimitation'
import { endlessLine, textSource, zooCases, type TableSource } from '@intikhab/kernel/tables'
import { expect, test } from 'vitest'
import { readScheme } from './read-scheme.ts'
import { soundScheme } from './sound-scheme.testkit.ts'

const read = (source: TableSource) =>
  readScheme(source, {
    constituencies: [55, 56].map((number) => ({
      code: constituencyCode('NA', number),
      name: { en: number === 55 ? 'Attock-I' : 'Attock-II', ur: 'اٹک' },
      province: 'punjab',
      seats: 1,
    })),
    locator: seatLocator([]),
    country: pakistan,
    votersPerStation: 1200,
    votersPerBooth: 400,
  })

test('the sound file, of which they all are spoiled copies, is taken', async () => {
  const reading = await read(textSource('scheme.csv', soundScheme))
  expect(reading.ok || reading.refused).toBe(true)
  expect(reading.ok && reading.scheme.stations.map(({ kind }) => kind)).toEqual(['male', 'female', 'combined'])
  expect(reading.ok && reading.report.findings.map(({ code }) => code)).toEqual(['polling-scheme.without-position'])
})

test.each(zooCases(resolve(import.meta.dirname, '../zoo')))('$name is refused', async ({ source, expected }) => {
  const reading = await read(source())
  const problems = reading.ok ? [] : reading.refused.problems
  expect(problems).toContainEqual(expect.objectContaining(expected))
  for (const problem of problems) expect(problem.en !== '' && /\p{Script=Arabic}/u.test(problem.ur)).toBe(true)
})

test('a line of one gigabyte is refused before it is read', async () => {
  const endless = endlessLine(soundScheme.split('\n')[0] ?? '')
  const reading = await read(endless.source)
  expect(reading.ok || Object.keys(reading.refused.byCode)).toEqual(['tables.line-too-long'])
  expect(endless.taken()).toBeLessThan(1024 ** 2)
})
