import { getRulePack } from '@intikhab/law'
import type { Contest, ElectionSymbol, Party } from '@intikhab/nominations'
import type { Station } from '@intikhab/polling-scheme'
import type { Election } from '@intikhab/programme'
import { stationIdOf } from '../core/bundle.ts'
import type { StationEntry } from '../core/edition.ts'
import type { ContestFacts, ElectionFacts } from '../core/facts.ts'

/** What the systems before this one know of an election on the eve of its poll. */
export interface EveOfPoll {
  readonly election: Election
  readonly contests: readonly Contest[]
  readonly parties: readonly Party[]
  readonly symbols: readonly ElectionSymbol[]
  /** The stations of the final polling scheme. */
  readonly stations: readonly Station[]
}

/**
 * Puts together what results need of an election. Where the list of seats does not give a seat's registered voters, they
 * are the sum over its stations.
 */
export function electionFacts({ election, contests, parties, symbols, stations }: EveOfPoll): ElectionFacts {
  const partyNames = new Map(parties.map(({ id, name }) => [id, name]))
  const symbolNames = new Map(symbols.map(({ id, name }) => [id, name]))
  const bySeat = Map.groupBy(stations, ({ constituency }) => String(constituency))
  const inOrder = new Map([...bySeat].map(([contestId, list]) => [contestId, list.map(stationEntry).sort(byNumber)]))
  return {
    id: election.id,
    name: { en: election.nameEn, ur: election.nameUr },
    pollDate: election.pollDate,
    pack: getRulePack(election.packId),
    contests: contests.map((contest): ContestFacts => ({
      contestId: contest.id,
      name: contest.name,
      assembly: contest.id.slice(0, 2) as ContestFacts['assembly'],
      province: contest.province,
      districtCode: contest.districtCode,
      registered:
        contest.registered ??
        (inOrder.get(contest.id) ?? []).reduce((sum, { registered }) => sum + registered.total, 0),
      noCount: contest.status === 'contested' ? null : contest.status,
      candidates: contest.candidates.map(({ serial, name, partyId, symbolId }) => ({
        serial,
        name,
        partyId,
        partyName: partyNames.get(partyId) ?? { en: partyId, ur: partyId },
        symbol: symbolId === null ? null : (symbolNames.get(symbolId) ?? null),
      })),
    })),
    parties: parties.map(({ id, name }) => ({ id, name })),
    stations: inOrder,
  }
}

function stationEntry({ constituency, number, name, kind, voters: { male, female } }: Station): StationEntry {
  const registered = { male, female, total: male + female }
  return { stationId: stationIdOf(constituency, number), number, name, type: kind, registered }
}

function byNumber(a: StationEntry, b: StationEntry): number {
  return a.number - b.number
}
