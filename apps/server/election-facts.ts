import { getRulePack } from '@intikhab/law'
import { assemblyOf, type Contest } from '@intikhab/nominations'
import { stationIdOf, totalOf, type PollingStation } from '@intikhab/polling-scheme'
import type { ElectionId } from '@intikhab/programme'
import type { ContestFacts, ElectionFacts, StationEntry } from '@intikhab/results'
import type { House } from './house.ts'

type Sources = Pick<House, 'programme' | 'nominations' | 'schemes'>

function stationEntry({ constituency, number, nameEn, nameUr, kind, voters }: PollingStation): StationEntry {
  return {
    stationId: stationIdOf(constituency, number),
    number,
    name: { en: nameEn, ur: nameUr === '' ? nameEn : nameUr },
    type: kind,
    registered: { male: voters.male, female: voters.female, total: totalOf(voters) },
  }
}

/**
 * What results need to know of an election before the first form, gathered from programme, nominations and polling scheme;
 * undefined while one of the three is missing or the scheme is a draft.
 */
export async function findElectionFacts(
  { programme, nominations, schemes }: Sources,
  electionId: ElectionId,
): Promise<ElectionFacts | undefined> {
  const election = await programme.store.findElection(electionId)
  const scheme = await schemes.store.findCurrent(electionId)
  const contests = await nominations.listContests(electionId)
  if (election === undefined || scheme?.status !== 'final' || contests.length === 0) return undefined
  const stations = new Map<string, StationEntry[]>()
  for (const station of await schemes.store.stations(electionId, scheme.version)) {
    const list = stations.get(station.constituency) ?? []
    if (list.length === 0) stations.set(station.constituency, list)
    list.push(stationEntry(station))
  }
  const parties = new Map((await nominations.listParties()).map((party) => [party.id, party]))
  const symbols = new Map((await nominations.listSymbols()).map((symbol) => [symbol.id, symbol]))
  const factsOf = (contest: Contest): ContestFacts => ({
    contestId: contest.id,
    name: contest.name,
    assembly: assemblyOf(contest.id),
    province: contest.province,
    districtCode: contest.districtCode,
    registered:
      contest.registered ?? (stations.get(contest.id) ?? []).reduce((sum, { registered }) => sum + registered.total, 0),
    noCount: contest.status === 'contested' ? null : contest.status,
    candidates: contest.candidates.map(({ serial, name, partyId, symbolId }) => ({
      serial,
      name,
      partyId,
      partyName: parties.get(partyId)?.name ?? { en: partyId, ur: partyId },
      symbol: symbolId === null ? null : (symbols.get(symbolId)?.name ?? null),
    })),
  })
  const named = new Set(contests.flatMap(({ candidates }) => candidates.map(({ partyId }) => partyId)))
  return {
    id: electionId,
    name: { en: election.nameEn, ur: election.nameUr },
    pollDate: election.pollDate,
    pack: getRulePack(election.packId),
    contests: contests.map(factsOf),
    parties: [...parties.values()].filter(({ id }) => named.has(id)).map(({ id, name }) => ({ id, name })),
    stations,
  }
}
