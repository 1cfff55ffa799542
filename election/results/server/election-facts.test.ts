import { expect, test } from 'vitest'
import { parties, symbols, type Contest } from '@intikhab/nominations'
import type { Election } from '@intikhab/programme'
import { electionFacts, type StationOfScheme } from './election-facts.ts'

const election = {
  id: 'sample-2026',
  nameEn: 'Sample',
  nameUr: 'نمونہ',
  kind: 'general',
  packId: 'elections-act-2017@2018',
  pollDate: '2026-07-25',
  assemblies: ['NA'],
} as unknown as Election
const contest = (id: string, more: Partial<Contest>): Contest => ({
  id: id as Contest['id'],
  name: { en: id, ur: id },
  province: 'islamabad',
  districtCode: null,
  registered: null,
  status: 'contested',
  candidates: [{ serial: 1, name: { en: 'A', ur: 'الف' }, partyId: 'pasban', symbolId: 'lantern' }],
  ...more,
})
const station = (constituency: string, number: number): StationOfScheme => ({
  constituency,
  number,
  nameEn: `School ${number}`,
  nameUr: '',
  kind: 'combined',
  voters: { male: 500, female: 400 },
})

test('seats, candidates and stations are joined; names of parties and symbols come along', () => {
  const facts = electionFacts({
    election,
    contests: [contest('NA-46', {}), contest('NA-47', { status: 'postponed', registered: 5000, candidates: [] })],
    parties: parties.parties,
    symbols,
    stations: [station('NA-46', 2), station('NA-46', 1)],
  })
  expect(facts.stations.get('NA-46')?.map(({ stationId }) => stationId)).toEqual(['NA-46/1', 'NA-46/2'])
  expect(facts.stations.get('NA-46')?.[0]?.name).toEqual({ en: 'School 1', ur: 'School 1' })
  expect(facts.contests.map(({ registered, noCount }) => [registered, noCount])).toEqual([
    [1800, null],
    [5000, 'postponed'],
  ])
  expect(facts.contests[0]?.candidates[0]).toMatchObject({
    partyName: { en: 'Pasban Pakistan' },
    symbol: { en: 'Lantern', ur: 'لالٹین' },
  })
})
