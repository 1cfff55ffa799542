import { describe, expect, test } from 'vitest'
import { compareSeat, matchCandidates, type PublishedSeat } from './compare.ts'
import type { SourceSeat } from './source.ts'

const seat: SourceSeat = {
  code: 'NA-21',
  assembly: 'NA',
  name: 'Mardan-II',
  province: 'Khyber Paktunkhwa',
  registered: 402_000,
  polled: 170_000,
  statedValid: 157_789,
  rejected: 5790,
  candidates: [
    { name: 'Candidate One', party: 'Party A', votes: 78_911 },
    { name: 'CANDIDATE  TWO', party: 'Party B', votes: 78_878 },
  ],
}
const text = (en: string) => ({ en, ur: en })
const published: PublishedSeat = {
  // In the order of the ballot, not of the votes.
  candidates: [
    { serial: 1, name: text('Candidate Two'), votes: 78_878 },
    { serial: 2, name: text('Candidate One'), votes: 78_911 },
  ].map((each) =>
    Object.assign(each, { partyId: 'p', partyName: text('P'), symbol: null, stationVotes: 0, postalVotes: 0 }),
  ),
  totals: {
    valid: 157_789,
    statedValid: 157_789,
    excluded: 5790,
    tendered: 0,
    challenged: 0,
    polled: { male: 100_000, female: 70_000, other: 0, total: 170_000 },
    registered: 402_000,
    registeredReceived: { male: 0, female: 0, total: 0 },
  },
  leader: { serial: 2, name: text('Candidate One'), partyId: 'p', votes: 78_911 },
  documents: [],
}

describe('comparing a seat with the feed', () => {
  test('equal figures are no difference, whatever the order of the candidates', () => {
    expect(compareSeat(seat, published)).toEqual([])
  })

  test('one vote moved shows at both candidates', () => {
    const [two, one] = published.candidates
    const moved = [
      { ...two, votes: 78_879 },
      { ...one, votes: 78_910 },
    ] as PublishedSeat['candidates']
    expect(compareSeat(seat, { ...published, candidates: moved }).map(({ what }) => what)).toEqual([
      'votes of Candidate One',
      'votes of CANDIDATE  TWO',
    ])
  })

  test.each([
    ['winner', { leader: { serial: 1, name: text('Candidate Two'), partyId: 'p', votes: 1 } }],
    ['valid', { totals: { ...published.totals, valid: 1 } }],
    ['rejected', { totals: { ...published.totals, excluded: 5789 } }],
    ['registered', { totals: { ...published.totals, registered: 1 } }],
    ['polled', { totals: { ...published.totals, polled: { ...published.totals.polled, total: 1 } } }],
    ['stated valid', { totals: { ...published.totals, statedValid: 1 } }],
    ['candidates', { candidates: published.candidates.slice(1) }],
  ])('a different %s is named', (what, change) => {
    expect(compareSeat(seat, { ...published, ...change }).map((difference) => difference.what)).toEqual([what])
  })

  test('the declared candidate counts, not the leader', () => {
    const returned = { serial: 1, name: text('Candidate Two'), partyId: 'p', byLot: false }
    const document = { form: '49', returned } as PublishedSeat['documents'][number]
    expect(compareSeat(seat, { ...published, documents: [document] })).toMatchObject([
      { what: 'winner', source: 2, published: 1 },
    ])
  })
})

describe('matching candidates', () => {
  const listed = (...names: string[]) => names.map((name, i) => ({ serial: i + 1, name: { en: name } }))

  test('two of one name are matched in the order of the feed', () => {
    const source = [{ name: 'Z' }, { name: 'JAVED IQBAL' }, { name: 'Javed Iqbal' }]
    expect(matchCandidates(source, listed('Javed Iqbal', 'Javed iqbal', 'Z'))).toEqual([3, 1, 2])
  })

  test('lists that differ do not match', () => {
    expect(matchCandidates([{ name: 'A' }], listed('A', 'B'))).toBeUndefined()
    expect(matchCandidates([{ name: 'A' }, { name: 'A' }], listed('A', 'B'))).toBeUndefined()
  })
})
