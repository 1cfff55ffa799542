import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { endlessLine, fileSource, firstProblem, zooCases } from '@intikhab/kernel/tables'
import { readCandidates2018 } from './candidates-2018.ts'

const folder = join(import.meta.dirname, '../zoo')

for (const malformed of zooCases(folder)) {
  test(`${malformed.name} is refused with ${malformed.expected.code}`, async () => {
    const reading = await readCandidates2018(malformed.source())
    expect(reading.ok ? undefined : firstProblem(reading.refused)).toMatchObject(malformed.expected)
  })
}

test('a line of a gigabyte is refused after a part of it', async () => {
  const { source, taken } = endlessLine('"election_date","election_type"')
  expect((await readCandidates2018(source)).ok).toBe(false)
  expect(taken()).toBeLessThan(64 * 1024 ** 2)
})

const data = process.env['INTIKHAB_SHARED_DATA'] ?? resolve(import.meta.dirname, '../../../../shared/data')
const file = join(data, 'results-2018/pk_candidate_data_2018.csv')

test.skipIf(!existsSync(file))('the real file of 2018: 849 seats, nine without a count, and its dirt', async () => {
  const reading = await readCandidates2018(fileSource(file))
  if (!reading.ok) throw new Error(JSON.stringify(reading.refused.problems.slice(0, 3)))
  const { plan, report } = reading
  expect(report.totals).toEqual({ contests: 849, contested: 840, candidates: 11_689, parties: 95 })
  expect(plan.contests.slice(0, 3).map(({ id }) => id)).toEqual(['NA-1', 'NA-2', 'NA-3'])
  expect(plan.contests.filter(({ status }) => status === 'postponed').map(({ id }) => id)).toEqual([
    'NA-60',
    'NA-103',
    'PP-87',
    'PP-103',
    'PS-87',
    'PK-78',
    'PK-99',
    'PB-35',
  ])
  expect(plan.contests.find(({ status }) => status === 'uncontested')).toMatchObject({ id: 'PS-6', registered: null })
  const count = (code: string) => report.findings.find((found) => found.code === `nominations.${code}`)?.count
  expect({
    noPoll: count('no-poll'),
    sameName: count('same-name'),
    spellings: count('party-spellings'),
    unlisted: count('unlisted-party'),
  }).toEqual({ noPoll: 9, sameName: 15, spellings: 7, unlisted: undefined })
})

test.skipIf(!existsSync(file))(
  'two candidates of one name and party stay two, and lead back to their own lines',
  async () => {
    const reading = await readCandidates2018(fileSource(file))
    if (!reading.ok) throw new Error('refused')
    const seat = reading.plan.contests.find(({ id }) => id === 'NA-46')
    const same = seat?.candidates.filter(({ name }) => name.en === 'Jamil Hussain') ?? []
    expect(same.map(({ partyId }) => partyId)).toEqual(['independent', 'independent'])
    const lines = same.map(({ serial }) => reading.plan.lines.get(`NA-46 ${serial}`))
    expect(new Set(lines).size).toBe(2)
  },
)

if (!existsSync(file)) process.stdout.write('skipped: the real candidates of 2018 are not on this machine\n')
