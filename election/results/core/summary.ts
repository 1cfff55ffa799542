import { getLegalDate, resultClocks } from '@intikhab/law'
import { seatLineOf } from './contest-result.ts'
import type { ContestBook } from './contest-book.ts'
import type {
  AssemblyCode,
  Breakdown,
  PartyLine,
  ResultsSummary,
  SeatLine,
  SeatState,
  StationCounters,
} from './edition.ts'
import type { ElectionFacts } from './facts.ts'
import { votesOf } from './standings.ts'

/** A seat's part in the sums of the election; kept between publications and redone only when the seat changes. */
export interface SeatShare {
  readonly line: SeatLine
  readonly counters: Pick<StationCounters, 'accounts' | 'corrected' | 'setAside'>
  /** Votes by party, one entry a candidate. */
  readonly partyVotes: readonly (readonly [partyId: string, votes: number])[]
  /** Party of the returned candidate, once declared. */
  readonly wonBy: string | null
}

/** The seat's share as its book stands now. */
export function seatShareOf(book: ContestBook): SeatShare {
  const votes = votesOf(book)
  const { accounts, corrected } = book.sums
  return {
    line: seatLineOf(book),
    counters: { accounts, corrected, setAside: book.setAside.length },
    partyVotes: book.facts.candidates.map(({ partyId }, index) => [partyId, votes[index] ?? 0]),
    wonBy: book.documents.findLast(({ form }) => form === '49')?.returned?.partyId ?? null,
  }
}

/** `summary.json` out of every seat's share, in the order in which they are given. */
export function summarize(
  facts: ElectionFacts,
  shares: readonly SeatShare[],
  at: { readonly asOf: string; readonly ledgerSize: number; readonly refusals: ReadonlyMap<string, number> },
): ResultsSummary {
  const assemblies = groups(shares, ({ line }) => line.assembly)
  const provinces = groups(shares, ({ line }) => `${line.province} ${line.assembly}`)
  const total = (pick: (share: SeatShare) => number): number => shares.reduce((sum, share) => sum + pick(share), 0)
  return {
    format: 'intikhab-results/1',
    election: { id: facts.id, name: facts.name, pollDate: facts.pollDate, rulePack: facts.pack.id },
    asOf: at.asOf,
    ledgerSize: at.ledgerSize,
    deadlines: resultClocks(facts.pack, { pollOn: getLegalDate(facts.pollDate) }).map(
      ({ code, dueAt, section, unconfirmed }) => ({ code, dueAt: dueAt?.toISOString() ?? null, section, unconfirmed }),
    ),
    counters: {
      expected: total(({ line }) => line.stations.expected),
      received: total(({ line }) => line.stations.received),
      accounts: total(({ counters }) => counters.accounts),
      corrected: total(({ counters }) => counters.corrected),
      setAside: total(({ counters }) => counters.setAside),
    },
    refusals: [...at.refusals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => ({ code, count })),
    assemblies: [...assemblies].map(([assembly, members]) =>
      Object.assign({ assembly: assembly as AssemblyCode }, breakdown(members)),
    ),
    provinces: [...provinces].map(([key, members]) => {
      const [province = '', assembly] = key.split(' ')
      return Object.assign({ province, assembly: assembly as AssemblyCode }, breakdown(members))
    }),
    parties: facts.parties,
    seats: shares.map(({ line }) => line),
  }
}

function groups(shares: readonly SeatShare[], keyOf: (share: SeatShare) => string): Map<string, SeatShare[]> {
  const made = new Map<string, SeatShare[]>()
  for (const share of shares) {
    const members = made.get(keyOf(share))
    if (members === undefined) made.set(keyOf(share), [share])
    else members.push(share)
  }
  return made
}

function breakdown(shares: readonly SeatShare[]): Breakdown {
  const states: Record<SeatState, number> = {
    'no-count': 0,
    awaited: 0,
    counting: 0,
    counted: 0,
    consolidated: 0,
    declared: 0,
  }
  const parties = new Map<string, { won: number; leading: number; votes: number }>()
  const party = (id: string): { won: number; leading: number; votes: number } => {
    const line = parties.get(id) ?? { won: 0, leading: 0, votes: 0 }
    parties.set(id, line)
    return line
  }
  const sums = { expected: 0, received: 0, registered: 0, valid: 0, excluded: 0, polled: 0 }
  for (const { line, partyVotes, wonBy } of shares) {
    states[line.state] += 1
    sums.expected += line.stations.expected
    sums.received += line.stations.received
    sums.registered += line.registered
    sums.valid += line.valid
    sums.excluded += line.excluded
    sums.polled += line.polled
    for (const [id, votes] of partyVotes) party(id).votes += votes
    if (wonBy !== null) party(wonBy).won += 1
    else if (line.leader !== null && !line.tied) party(line.leader.partyId).leading += 1
  }
  const { expected, received, ...figures } = sums
  return {
    seats: { ...states, total: shares.length },
    stations: { expected, received },
    ...figures,
    parties: [...parties].map(([partyId, line]): PartyLine => Object.assign({ partyId }, line)).sort(byRank),
  }
}

function byRank(a: PartyLine, b: PartyLine): number {
  return b.won + b.leading - (a.won + a.leading) || b.votes - a.votes || (a.partyId < b.partyId ? -1 : 1)
}
