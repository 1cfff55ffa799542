import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { endlessLine, textSource, zooCases, type ProblemReport, type TableSource } from '@intikhab/kernel/tables'
import { pakistan } from '../core/boundary-check.ts'
import { constituencyCode } from '../core/identifiers.ts'
import { readBoundaries } from './read-boundaries.ts'
import { readCensus } from './read-census.ts'
import { readConstituencies } from './read-constituencies.ts'
import { soundBlocks, soundBoundaries, soundConstituencies, soundLines } from './sound-files.testkit.ts'

type Reading = { readonly ok: true } | { readonly ok: false; readonly refused: ProblemReport }

const yardstick = {
  country: pakistan,
  expected: [constituencyCode('NA', 55), constituencyCode('NA', 56)],
  peoplePerSeat: 763_886,
}
const readers: Record<string, (source: TableSource) => Promise<Reading>> = {
  blocks: (blocks) => readCensus({ blocks, lines: textSource('lines.csv', soundLines) }),
  lines: (lines) => readCensus({ blocks: textSource('blocks.csv', soundBlocks), lines }),
  constituencies: readConstituencies,
  boundaries: (source) => readBoundaries(source, yardstick),
}
const sound = {
  blocks: soundBlocks,
  lines: soundLines,
  constituencies: soundConstituencies,
  boundaries: soundBoundaries,
}

describe.each(Object.entries(readers))('the zoo of %s', (kind, read) => {
  test('the sound file, of which they all are spoiled copies, is taken', async () => {
    const reading = await read(textSource('sound', sound[kind as keyof typeof sound]))
    expect(reading.ok || reading.refused).toBe(true)
  })

  test.each(zooCases(resolve(import.meta.dirname, '../zoo', kind)))(
    '$name is refused',
    async ({ source, expected }) => {
      const reading = await read(source())
      const problems = reading.ok ? [] : reading.refused.problems
      expect(problems).toContainEqual(expect.objectContaining(expected))
      for (const problem of problems) expect(problem.en !== '' && /\p{Script=Arabic}/u.test(problem.ur)).toBe(true)
    },
  )

  test('a line of one gigabyte is refused before it is read', async () => {
    const endless = endlessLine((sound[kind as keyof typeof sound].split('\n')[0] ?? '').slice(0, 200))
    const reading = await read(endless.source)
    expect(reading.ok || Object.keys(reading.refused.byCode)).toEqual([
      kind === 'boundaries' ? 'tables.file-too-large' : 'tables.line-too-long',
    ])
    expect(endless.taken()).toBeLessThan(80 * 1024 ** 2)
  })
})
