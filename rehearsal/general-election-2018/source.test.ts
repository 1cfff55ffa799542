import { describe, expect, test } from 'vitest'
import { expectFrom, findOddities } from './expectation.ts'
import { readSource } from './source.ts'

const head =
  'contest_status,assembly,province,constituency_code,constituency_name,voter_reg,votes_polled,valid_votes,votes_disq,candidate_name,candidate_party,candidate_votes'
const csv = (...lines: string[]) => [head, ...lines, ''].join('\n')

describe('reading the feed', () => {
  test('a contested seat keeps its own figures, also where they disagree', () => {
    const { contested } = readSource(
      csv(
        'Contested,National,Sindh,NA-252,Karachi West-V,219042,86757,84542,2215,A,P,50000',
        'Contested,National,Sindh,NA-252,Karachi West-V,219042,86757,84542,2215,B,Q,34605',
      ),
    )
    expect(contested).toMatchObject([
      { code: 'NA-252', assembly: 'NA', polled: 86_757, statedValid: 84_542, rejected: 2215 },
    ])
    expect(expectFrom({ contested, uncounted: [] }).sourceDisagreements).toEqual([
      { contest: 'NA-252', difference: 63 },
    ])
  })

  test('postponed and uncontested seats have no count', () => {
    const source = readSource(
      csv(
        'Postponed,National,Punjab,NA-60,Rawalpindi-IV,356935,NA,NA,NA,NA,NA,NA',
        'Uncontested,Provincial,Sindh,PS-6,Kashmore,NA,NA,NA,NA,X,NA,NA',
      ),
    )
    expect(source.contested).toEqual([])
    expect(source.uncounted).toEqual([
      { code: 'NA-60', name: 'Rawalpindi-IV', province: 'Punjab', reason: 'postponed', registered: 356_935 },
      { code: 'PS-6', name: 'Kashmore', province: 'Sindh', reason: 'uncontested', registered: null },
    ])
  })

  test('rows of one seat with different figures are an error', () => {
    expect(() =>
      readSource(
        csv('Contested,National,Sindh,NA-1,X,100,50,40,1,A,P,40', 'Contested,National,Sindh,NA-1,X,100,51,40,1,B,Q,0'),
      ),
    ).toThrow('NA-1: rows differ in votes_polled')
  })
})

describe('what the platform should find', () => {
  const seat = (code: string, registered: number, polled: number, rejected: number, ...votes: number[]) => ({
    code,
    assembly: 'PA' as const,
    name: code,
    province: 'Punjab',
    registered,
    polled,
    rejected,
    statedValid: votes.reduce((a, b) => a + b, 0),
    candidates: votes.map((each) => ({ name: 'Same', party: 'Independent', votes: each })),
  })

  test('rejected above the margin: more, not as many', () => {
    const contested = [seat('PP-1', 500, 120, 10, 60, 50), seat('PP-2', 500, 121, 11, 60, 50)]
    expect(expectFrom({ contested, uncounted: [] }).rejectedAboveMargin).toEqual(['PP-2'])
    expect(findOddities({ contested, uncounted: [] }).rejectedEqualMargin).toEqual(['PP-1'])
  })

  test('more polled than registered cannot be; as many is odd', () => {
    const contested = [seat('PP-188', 193_193, 1_171_249, 0, 5, 4), seat('PP-13', 100, 100, 0, 60, 40)]
    expect(expectFrom({ contested, uncounted: [] }).impossible).toEqual([{ contest: 'PP-188', field: 'polled' }])
    expect(findOddities({ contested, uncounted: [] })).toMatchObject({
      everybodyPolled: ['PP-13'],
      sameName: [
        { contest: 'PP-188', name: 'same' },
        { contest: 'PP-13', name: 'same' },
      ],
    })
  })
})
