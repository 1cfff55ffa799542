import { findRulePack, testRecount, type RulePack } from '@intikhab/law'
import { expect, test } from 'vitest'
import type { LegalTest } from './edition.ts'
import { isOpenRecount, judgeRecount, recountDueAt } from './recount-order.ts'

const law2018 = findRulePack('elections-act-2017@2018') as RulePack
const law2023 = findRulePack('elections-act-2017@2023-08') as RulePack
type Seat = Parameters<typeof judgeRecount>[0]

const test1 = (applies: boolean): LegalTest => ({
  name: 'recount-margin',
  applies,
  section: 's.95(5)',
  unconfirmed: false,
  figures: {},
})

function seat(more: Partial<Seat> = {}): Seat {
  return {
    noCount: null,
    counters: { expected: 3, received: 3, accounts: 0, corrected: 0, setAside: 0 },
    candidates: [1, 2].map((serial) => ({ serial }) as Seat['candidates'][number]),
    documents: [],
    recounts: [],
    tests: [test1(true)],
    margin: 33,
    totals: { valid: 157_789, excluded: 5790 } as Seat['totals'],
    ...more,
  }
}

const document = (form: '48' | '49', madeAt: string) => ({ form, madeAt }) as Seat['documents'][number]
const request = { basis: 'request', requestedBy: 2, requestedAt: '2018-07-26T06:00:00.000Z' } as const
const codeOf = (judged: ReturnType<typeof judgeRecount>) => (judged.ok ? 'ordered' : judged.refusal.kind.code)
const judge = (more: Partial<Seat>, law = law2023, asked: Parameters<typeof judgeRecount>[2] = request) =>
  codeOf(judgeRecount(seat(more), law, asked))

test('NA-21 of 2018: margin 33, excluded 5,790: both tests are met and the order rests on them', () => {
  const count = { winnerVotes: 78_911, runnerUpVotes: 78_878, polled: 163_579, excluded: 5790 }
  expect(testRecount(law2018, { assembly: 'NA', ...count }).tests.map(({ passed }) => passed)).toEqual([true, true])
  expect(judgeRecount(seat(), law2018, request)).toMatchObject({
    ok: true,
    value: { number: 1, section: 's.95(5)', figures: { margin: 33, ballots: 163_579, excluded: 5790 } },
  })
})

test('without a test that is met nothing is recounted, unless the law lets the officer allow it', () => {
  expect(judge({ tests: [test1(false)] })).toBe('results.recount-not-due')
  expect(judge({ tests: [test1(false)] }, law2018)).toBe('ordered')
})

test('a request must come before consolidation begins, an order of the Commission before it ends', () => {
  const [begun, ended] = [document('48', '2018-07-27T00:00:00.000Z'), document('49', '2018-07-28T00:00:00.000Z')]
  expect(judge({ documents: [begun] })).toBe('results.recount-after-consolidation')
  expect(judge({ documents: [begun] }, law2023, { basis: 'commission' })).toBe('ordered')
  expect(judge({ documents: [begun, ended] }, law2023, { basis: 'commission' })).toBe(
    'results.recount-after-consolidation',
  )
})

test('stations awaited, a seat without a poll, and a candidate that does not exist are refused', () => {
  expect(judge({ counters: { ...seat().counters, received: 2 } })).toBe('results.stations-awaited')
  expect(judge({ noCount: 'postponed' })).toBe('results.no-poll')
  expect(judge({}, law2023, { ...request, requestedBy: 3 })).toBe('results.unknown-candidate')
})

test('one recount at a time: the next only after the seat was consolidated anew', () => {
  const ordered = { number: 1, orderedAt: '2018-07-27T06:00:00.000Z' } as Seat['recounts'][number]
  expect(isOpenRecount(ordered, [document('48', '2018-07-27T05:00:00.000Z')])).toBe(true)
  expect(isOpenRecount(ordered, [document('48', '2018-07-27T07:00:00.000Z')])).toBe(false)
  expect(judge({ recounts: [ordered] }, law2023, { basis: 'commission' })).toBe('results.recount-ordered')
})

test('the officer has until the end of the fifth day in Karachi after an order of the Commission, and no clock else', () => {
  const lateAtNight = new Date('2018-07-27T20:00:00.000Z')
  expect(recountDueAt('commission', law2018, lateAtNight)?.toISOString()).toBe('2018-08-02T19:00:00.000Z')
  expect(recountDueAt('request', law2018, lateAtNight)).toBeNull()
})
