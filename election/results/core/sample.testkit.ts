import { getRulePack, parseRulePackId, type RulePack } from '@intikhab/law'
import type { ContestFacts } from './facts.ts'

function packOf2018(): RulePack {
  const id = parseRulePackId('elections-act-2017@2018')
  if (id === undefined) throw new Error('the rule pack of 2018 is gone')
  return getRulePack(id)
}

export const samplePack = packOf2018()

/** A seat of the National Assembly with invented candidates, each of a party of its own. */
export function sampleContest(contestId: string, candidates: number, extra: Partial<ContestFacts> = {}): ContestFacts {
  return {
    contestId,
    name: { en: `Sample ${contestId}`, ur: 'نمونہ' },
    assembly: 'NA',
    province: 'islamabad',
    districtCode: null,
    registered: 30_000,
    noCount: null,
    candidates: Array.from({ length: candidates }, (_, index) => ({
      serial: index + 1,
      name: { en: `Candidate ${index + 1}`, ur: `امیدوار ${index + 1}` },
      partyId: `party-${index + 1}`,
      partyName: { en: `Party ${index + 1}`, ur: `جماعت ${index + 1}` },
      symbol: null,
    })),
    ...extra,
  }
}
