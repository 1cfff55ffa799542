import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CountVersion, FormOrigin } from './edition.ts'
import { formsFileText, formsOf, openContestBook, takeCount, type ContestBook } from './contest-book.ts'
import { contestResultOf, seatLineOf, totalsOf } from './contest-result.ts'
import { sampleContest, samplePack } from './sample.testkit.ts'
import { standingsOf, votesOf } from './standings.ts'

const contest = sampleContest('NA-21', 4)
const stationsExpected = 200

const figures = fc.record({
  votes: fc.array(fc.nat(900), { minLength: 4, maxLength: 4 }),
  excluded: fc.nat(60),
  male: fc.nat(600),
  female: fc.nat(600),
  wrongBy: fc.integer({ min: -3, max: 3 }),
})
type Figures = typeof figures extends fc.Arbitrary<infer F> ? F : never

function version({ votes, excluded, male, female, wrongBy }: Figures, number: number, leaf: number): CountVersion {
  const sum = votes.reduce((total, each) => total + each, 0)
  const station: FormOrigin = { by: 'station', deviceKeyId: 'd', bundleId: `${leaf}`, madeAt: '2018-07-25T15:00:00Z' }
  const officer: FormOrigin = {
    by: 'returning-officer',
    cause: 'recount',
    reason: 'recounted',
    confirmed: false,
    madeAt: '2018-07-26T15:00:00Z',
  }
  return {
    version: number,
    origin: number === 1 ? station : officer,
    arrivedAt: `2018-07-25T16:${String(leaf % 60).padStart(2, '0')}:00.000Z`,
    entryId: leaf + 1,
    leaf,
    imageSha256: null,
    findings:
      wrongBy === 0 ? [] : [{ code: 'sum-of-candidates', level: 'block', figures: { sum, stated: sum + wrongBy } }],
    votes,
    validTotal: Math.max(0, sum + wrongBy),
    excluded,
    tendered: 0,
    challenged: 0,
    polled: { male, female, other: 0, total: male + female },
    registered: { male: 600, female: 600, total: 1200 },
    agents: { present: 2, signed: 2, refused: 0 },
  }
}

/** A night: stations with one to three versions each, and the order in which the versions are read. */
const night = fc
  .array(fc.array(figures, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 40 })
  .chain((stations) => {
    let leaf = 0
    const versions = stations.flatMap((chain, index) =>
      chain.map((one, at) => ({ station: index + 1, version: version(one, at + 1, leaf++) })),
    )
    return fc.record({
      stations: fc.constant(stations),
      versions: fc.constant(versions),
      shuffled: fc.shuffledSubarray(versions, { minLength: versions.length }),
    })
  })

type Taken = readonly { readonly station: number; readonly version: CountVersion }[]

function bookOf(versions: Taken): ContestBook {
  const book = openContestBook(contest, stationsExpected)
  for (const { station, version } of versions) takeCount(book, station, version)
  return book
}

test('the totals do not depend on the order in which stations and corrections come in', () => {
  fc.assert(
    fc.property(night, ({ versions, shuffled }) => {
      const [straight, mixed] = [bookOf(versions), bookOf(shuffled)]
      expect(mixed.sums).toEqual(straight.sums)
      expect(votesOf(mixed)).toEqual(votesOf(straight))
      expect(seatLineOf(mixed)).toEqual(seatLineOf(straight))
      for (const number of straight.rows.keys()) expect(formsOf(mixed, number)).toEqual(formsOf(straight, number))
    }),
  )
})

test('no vote is lost or counted twice: the totals are the sum of the last versions', () => {
  fc.assert(
    fc.property(night, ({ stations, shuffled }) => {
      const book = bookOf([...shuffled, ...shuffled.slice(0, 3)])
      const last = stations.map((chain) => chain.at(-1)).filter((one) => one !== undefined)
      for (const index of [0, 1, 2, 3])
        expect(votesOf(book)[index]).toBe(last.reduce((sum, { votes }) => sum + (votes[index] ?? 0), 0))
      expect(totalsOf(book).excluded).toBe(last.reduce((sum, { excluded }) => sum + excluded, 0))
      expect(book.sums.counts).toBe(stations.length)
      expect(book.sums.blocking).toBe(last.filter(({ wrongBy }) => wrongBy !== 0).length)
    }),
  )
})

test('two halves of a night add up to the whole', () => {
  fc.assert(
    fc.property(night, fc.nat(40), ({ versions }, cut) => {
      const [early, late] = [
        bookOf(versions.filter(({ station }) => station <= cut)),
        bookOf(versions.filter(({ station }) => station > cut)),
      ]
      const whole = bookOf(versions)
      expect(votesOf(whole)).toEqual(votesOf(early).map((votes, index) => votes + (votesOf(late)[index] ?? 0)))
      for (const name of ['counts', 'statedValid', 'excluded', 'polledTotal', 'corrected', 'blocking'] as const)
        expect(whole.sums[name]).toBe(early.sums[name] + late.sums[name])
    }),
  )
})

test('a correction leaves the version before it in place, in the chain and in the file', () => {
  fc.assert(
    fc.property(night, ({ stations, shuffled }) => {
      const book = bookOf(shuffled)
      for (const [index, chain] of stations.entries()) {
        const forms = formsOf(book, index + 1)
        expect(forms?.count.map(({ version }) => version)).toEqual(chain.map((_, at) => at + 1))
        expect(forms?.count.map(({ votes }) => votes)).toEqual(chain.map(({ votes }) => votes))
      }
      const files = book.files.map((_, at) => JSON.parse(formsFileText(book, at + 1)) as { stations: unknown[] })
      expect(files.reduce((sum, { stations }) => sum + stations.length, 0)).toBe(stations.length)
    }),
  )
})

test('leader, runner-up and margin fit the votes; a tie is named and never decided', () => {
  fc.assert(
    fc.property(fc.array(figures, { minLength: 1, maxLength: 3 }), (chain) => {
      const book = bookOf(chain.map((one, index) => ({ station: index + 1, version: version(one, 1, index) })))
      const { leader, runnerUp, margin, tiedSerials } = standingsOf(book)
      const votes = votesOf(book)
      const ranked = votes.toSorted((a, b) => b - a)
      const expected = ranked[0] === 0 ? [] : [ranked[0], ranked[1], (ranked[0] ?? 0) - (ranked[1] ?? 0)]
      expect([leader?.votes, runnerUp?.votes, margin ?? undefined].filter((each) => each !== undefined)).toEqual(
        expected,
      )
      expect(tiedSerials.length > 0).toBe(leader !== null && ranked[0] === ranked[1])
      const { totals, tests } = contestResultOf(book, { id: 'sample', pack: samplePack })
      expect(totals.valid).toBe(votes.reduce((sum, each) => sum + each, 0))
      expect(tests.find(({ name }) => name === 'recount-margin')?.figures['margin']).toBe(margin ?? undefined)
    }),
  )
})
