import { getRulePack } from '@intikhab/law'
import type { Contest, ElectionSymbol, Party } from '@intikhab/nominations'
import type { PollingStation } from '@intikhab/polling-scheme'
import type { Election } from '@intikhab/programme'
import { stationIdOf } from '../core/bundle.ts'
import type { StationEntry } from '../core/edition.ts'
import type { ContestFacts, ElectionFacts } from '../core/facts.ts'

/** What results need of a station; any station of a polling scheme is one. */
export type StationOfScheme = Pick<PollingStation, 'number' | 'nameEn' | 'nameUr' | 'kind' | 'voters'> & {
  readonly constituency: string
}

/** What the systems before this one know of an election on the eve of its poll. */
export interface EveOfPoll {
  readonly election: Election
  readonly contests: readonly Contest[]
  readonly parties: readonly Party[]
  readonly symbols: readonly ElectionSymbol[]
  /** The stations of the final polling scheme. */
  readonly stations: readonly StationOfScheme[]
}

/**
 * Puts together what results need of an election. Where the list of seats does not give a seat's registered voters, they
 * are the sum over its stations.
 */
export function electionFacts({ election, contests, parties, symbols, stations }: EveOfPoll): ElectionFacts {
  const partyNames = new Map(parties.map(({ id, name }) => [id, name]))
  const symbolNames = new Map(symbols.map(({ id, name }) => [id, name]))
  const bySeat = Map.groupBy(stations, ({ constituency }) => constituency)
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

function stationEntry(station: StationOfScheme): StationEntry {
  const { constituency, number, nameEn, nameUr, kind, voters } = station
  return {
    stationId: stationIdOf(constituency, number),
    number,
    name: { en: nameEn, ur: nameUr === '' ? nameEn : nameUr },
    type: kind,
    registered: { male: voters.male, female: voters.female, total: voters.male + voters.female },
  }
}

function byNumber(a: StationEntry, b: StationEntry): number {
  return a.number - b.number
}
