import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseContestId, type ContestId } from './contest.ts'
import { parties } from './parties.ts'
import { planContests, type CandidateLine } from './plan-contests.ts'

const seats = ['NA-1', 'NA-10', 'PP-2', 'PB-7'].map((id) => parseContestId(id)).filter((id): id is ContestId => !!id)
const candidate = fc.record({
  name: fc.constantFrom('Ali', 'ali', 'Bilqees', 'Chaudhry', 'Daud'),
  party: fc.constantFrom('Independent', 'Pasban Pakistan.', 'A new party'),
})
const rows: fc.Arbitrary<CandidateLine[]> = fc
  .array(fc.record({ contestId: fc.constantFrom(...seats), candidate }), { maxLength: 60 })
  .map((made) =>
    made.map(({ contestId, candidate }, index) => ({
      line: index + 2,
      contestId,
      contestName: 'Sample',
      province: 'punjab',
      registered: 1000,
      status: 'contested',
      candidate,
    })),
  )

test('no candidate is lost, none is invented, and each serial leads back to its line', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const { contests, lines } = planContests(given, parties)
      expect(lines.size).toBe(given.length)
      for (const contest of contests)
        for (const { serial, name } of contest.candidates) {
          const line = given.find((row) => row.line === lines.get(`${contest.id} ${serial}`))
          expect([line?.contestId, line?.candidate?.name]).toEqual([contest.id, name.en])
        }
    }),
  )
})

test('the order of the lines does not matter to the ballot, except between namesakes', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const names = (list: readonly CandidateLine[]) =>
        planContests(list, parties).contests.map(({ id, candidates }) => [
          id,
          candidates.map(({ name }) => name.en.toLowerCase()),
        ])
      expect(names(given.toReversed())).toEqual(names(given))
    }),
  )
})
