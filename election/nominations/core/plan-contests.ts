import { fold } from '@intikhab/kernel/language'
import { FindingList, type Finding } from '@intikhab/kernel/tables'
import { compareContests, type Contest, type ContestId, type ContestStatus, type ProvinceCode } from './contest.ts'
import { nominationFindings } from './import-findings.ts'
import { unlistedParty, type Party, type PartyRegistry } from './party.ts'

/** One line of a candidates file; `candidate` is null where the seat has no list. */
export interface CandidateLine {
  readonly line: number
  readonly contestId: ContestId
  readonly contestName: string
  readonly province: ProvinceCode
  readonly registered: number | null
  readonly status: ContestStatus
  readonly candidate: { readonly name: string; readonly party: string } | null
}

/** Seats and candidates as they will be stored, and where each candidate stood in the file. */
export interface ContestPlan {
  readonly contests: readonly Contest[]
  /** Parties that appear, the registry's own and those added as written. */
  readonly parties: readonly Party[]
  /** Line of the file by `<contestId> <serial>`. */
  readonly lines: ReadonlyMap<string, number>
  readonly findings: readonly Finding[]
}

/**
 * Groups the lines of a candidates file into seats. The file does not give the order of the ballot, so candidates stand
 * by folded name, and by line where two share a name: nothing of the result may decide a place on the ballot.
 */
export function planContests(rows: readonly CandidateLine[], registry: PartyRegistry): ContestPlan {
  const findings = new FindingList('nominations', nominationFindings)
  const bySeat = Map.groupBy(rows, ({ contestId }) => contestId)
  const parties = new PartiesSeen(registry)
  const lines = new Map<string, number>()
  const contests: Contest[] = []
  for (const [id, members] of bySeat) {
    const [first] = members
    if (first === undefined) continue
    const standing = members.filter(({ candidate }) => candidate !== null).sort(byName)
    contests.push({
      id,
      name: { en: first.contestName, ur: first.contestName },
      province: first.province,
      districtCode: null,
      registered: first.registered,
      status: first.status,
      candidates: standing.map(({ line, candidate }, index) => {
        lines.set(`${id} ${index + 1}`, line)
        const name = (candidate?.name ?? '').replace(/\s+/g, ' ').trim()
        const partyId = parties.take(candidate?.party ?? '', line)
        return { serial: index + 1, name: { en: name, ur: name }, partyId, symbolId: null }
      }),
    })
    if (first.status !== 'contested') findings.add('no-poll', id, [first.line], { status: first.status })
    if (first.registered === null) findings.add('no-registration', id, [first.line])
    for (const [, same] of Map.groupBy(standing, ({ candidate }) => fold(candidate?.name ?? '')))
      if (same.length > 1)
        findings.add(
          'same-name',
          id,
          same.map(({ line }) => line),
          { name: same[0]?.candidate?.name ?? '' },
        )
    if (standing.length > 1) findings.add('order-not-given', id, [first.line])
  }
  parties.report(findings)
  return { contests: contests.sort(compareContests), parties: parties.all(), lines, findings: findings.list() }
}

function byName(a: CandidateLine, b: CandidateLine): number {
  const [one, other] = [fold(a.candidate?.name ?? ''), fold(b.candidate?.name ?? '')]
  return one < other ? -1 : one > other ? 1 : a.line - b.line
}

/** Resolves party names and remembers how each was written. */
class PartiesSeen {
  readonly #registry: PartyRegistry
  readonly #seen = new Map<string, { party: Party; listed: boolean; spellings: Map<string, number[]> }>()

  constructor(registry: PartyRegistry) {
    this.#registry = registry
  }

  take(name: string, line: number): string {
    const found = this.#registry.find(name)
    const party = found ?? unlistedParty(name)
    const seen = this.#seen.get(party.id) ?? {
      party,
      listed: found !== undefined,
      spellings: new Map<string, number[]>(),
    }
    this.#seen.set(party.id, seen)
    const lines = seen.spellings.get(name)
    if (lines === undefined) seen.spellings.set(name, [line])
    else lines.push(line)
    return party.id
  }

  all(): Party[] {
    return [...this.#seen.values()].map(({ party }) => party)
  }

  report(findings: FindingList<keyof typeof nominationFindings>): void {
    for (const { party, listed, spellings } of this.#seen.values()) {
      const other = [...spellings].filter(([name]) => name !== party.name.en)
      const lines = other.flatMap(([, at]) => at)
      if (!listed) findings.add('unlisted-party', party.id, [...spellings.values()].flat(), { name: party.name.en })
      else if (other.length > 0)
        findings.add('party-spellings', party.id, lines, { written: other.map(([name]) => name).join(' | ') })
    }
  }
}
