import { join } from 'node:path'
import { endlessLine, firstProblem, textSource, zooCases } from '@intikhab/kernel/tables'
import { expect, test } from 'vitest'
import { feedColumns, readVoterFeed } from './voter-feed.ts'

const heading = Object.keys(feedColumns).join(',')

test.for(zooCases(join(import.meta.dirname, 'zoo')))('the zoo: $name', async ({ source, expected }) => {
  const reading = await readVoterFeed(source())
  expect(reading.ok).toBe(false)
  const report = reading.ok ? null : reading.report
  expect(report && firstProblem(report)).toMatchObject(expected)
})

test('a line of a gigabyte is given up early', async () => {
  const { source, taken } = endlessLine(heading)
  const reading = await readVoterFeed(source)
  expect(reading).toMatchObject({ ok: false, refusal: { kind: { code: 'rolls.invalid-feed' } } })
  expect(taken()).toBeLessThan(4 * 1024 * 1024)
})

test('a good feed gives its voters with their lines, however often it is read', async () => {
  const line = '99001-0000002-2,"ثمینہ, بی بی",,daughter,بشیر احمد,female,1981-06-15,مکان 1,901010101,1,7,active'
  const reading = await readVoterFeed(textSource('feed.csv', `${heading}\n${line}\n`))
  const read = () => (reading.ok ? [...reading.feed.voters()] : [])
  expect(read()).toMatchObject([
    {
      line: 2,
      cnic: '9900100000022',
      nameUr: 'ثمینہ, بی بی',
      nameEn: '',
      entry: { block: '901010101', serial: 7, household: 1 },
      status: 'active',
    },
  ])
  expect(read()).toEqual(read())
})
