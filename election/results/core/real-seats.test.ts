import { expect, test } from 'vitest'
import { openContestBook, takeAccount, takeCount } from './contest-book.ts'
import { contestResultOf, seatLineOf } from './contest-result.ts'
import type { CountVersion } from './edition.ts'
import { makeForm49 } from './documents.ts'
import { sampleContest, samplePack } from './sample.testkit.ts'

function count(votes: readonly number[], more: Partial<CountVersion> = {}): CountVersion {
  const valid = votes.reduce((sum, each) => sum + each, 0)
  return {
    version: 1,
    origin: { by: 'station', deviceKeyId: 'd', bundleId: 'b', madeAt: '2018-07-25T15:00:00Z' },
    arrivedAt: '2018-07-25T16:00:00.000Z',
    entryId: 1,
    leaf: 0,
    imageSha256: null,
    findings: [],
    votes,
    validTotal: valid,
    excluded: 0,
    tendered: 0,
    challenged: 0,
    polled: { male: valid, female: 0, other: 0, total: valid },
    registered: { male: valid, female: 0, total: valid },
    agents: { present: 0, signed: 0, refused: 0 },
    ...more,
  }
}

test('NA-21 2018: 78,911 against 78,878 with 5,790 rejected: margin 33, both recount tests apply', () => {
  const book = openContestBook(sampleContest('NA-21', 2, { registered: 420_000 }), 1)
  const polled = { male: 100_000, female: 63_579, other: 0, total: 163_579 }
  takeCount(book, 1, count([78_911, 78_878], { excluded: 5790, polled }))
  expect(seatLineOf(book)).toMatchObject({ margin: 33, excludedAboveMargin: true, state: 'counted', findings: [] })
  const { tests } = contestResultOf(book, { id: 'general-election-2018', pack: samplePack })
  expect(tests.map(({ name, applies, unconfirmed }) => [name, applies, unconfirmed])).toEqual([
    ['recount-margin', true, false],
    ['recount-excluded', true, true],
    ['women-turnout', false, expect.any(Boolean)],
  ])
})

test('PP-188 2018: 1,171,249 polled of 193,193 registered is named as impossible, not repaired', () => {
  const book = openContestBook(sampleContest('PP-188', 2, { assembly: 'PP', registered: 193_193 }), 1)
  takeCount(book, 1, count([60_000, 50_000], { polled: { male: 1_171_249, female: 0, other: 0, total: 1_171_249 } }))
  expect(seatLineOf(book)).toMatchObject({
    polled: 1_171_249,
    findings: [{ code: 'polled-above-registered', level: 'warn', figures: { polled: 1_171_249, registered: 193_193 } }],
  })
})

test('NA-252 2018: candidates have 63 votes more than the stated valid votes; both figures stand side by side', () => {
  const book = openContestBook(sampleContest('NA-252', 2, { registered: 220_000 }), 1)
  takeCount(book, 1, count([44_605, 40_000], { validTotal: 84_542 }))
  const { totals, findings } = contestResultOf(book, { id: 'general-election-2018', pack: samplePack })
  expect([totals.valid, totals.statedValid]).toEqual([84_605, 84_542])
  expect(findings).toEqual([{ code: 'sum-of-candidates', level: 'warn', figures: { sum: 84_605, stated: 84_542 } }])
})

test('equal votes: nobody is returned until a lot is recorded, and only a tied candidate can win it', () => {
  const book = openContestBook(sampleContest('NA-1', 3), 1)
  takeCount(book, 1, count([500, 700, 700]))
  const occasion = { electionId: 'sample', version: 1, madeAt: '2018-07-27T00:00:00Z', reason: null }
  const codeOf = (lot?: { serial: number }) => {
    const made = makeForm49(book, 1, lot, occasion)
    return made.ok ? made.value.returned : made.refusal.kind.code
  }
  expect(codeOf()).toBe('results.tied')
  expect(codeOf({ serial: 1 })).toBe('results.lot-without-tie')
  expect(codeOf({ serial: 3 })).toMatchObject({ serial: 3, byLot: true })
})

test('Form-45 and Form-46 of a station are checked together whichever came first', () => {
  const account = {
    ...count([]),
    received: 1000,
    unissued: 300,
    outOfBox: 690,
    spoilt: 10,
    missing: 0,
  }
  const book = openContestBook(sampleContest('NA-1', 2), 1)
  takeAccount(book, 1, account)
  takeCount(book, 1, count([400, 280]))
  expect(JSON.parse(book.rows.get(1) ?? '{}')).toMatchObject({
    findings: [
      { code: 'box-differs', level: 'block', figures: { count: 680, box: 690 } },
      { code: 'issued-differs', level: 'record', figures: { issued: 700, polled: 680 } },
    ],
  })
  expect(book.sums).toMatchObject({ counts: 1, accounts: 1, blocking: 1 })
})
