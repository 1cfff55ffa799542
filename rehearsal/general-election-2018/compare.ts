import { fold } from '@intikhab/kernel/language'
import type { ContestResult } from '@intikhab/results'
import { sumOfVotes, type SourceSeat } from './source.ts'

/**
 * The published serial of each candidate of the feed, in the feed's order; undefined where the lists differ. Names are
 * compared as for search. Candidates of one name stand in the feed's order in both lists.
 */
export function matchCandidates(
  source: readonly { readonly name: string }[],
  published: readonly { readonly serial: number; readonly name: { readonly en: string } }[],
): number[] | undefined {
  if (source.length !== published.length) return undefined
  const left = Map.groupBy(published, ({ name }) => nameKey(name.en))
  const serials: number[] = []
  for (const { name } of source) {
    const found = left.get(nameKey(name))?.shift()
    if (found === undefined) return undefined
    serials.push(found.serial)
  }
  return serials
}

function nameKey(name: string): string {
  return fold(name).replace(/\s+/g, ' ').trim()
}

/** What is compared of a published seat. */
export type PublishedSeat = Pick<ContestResult, 'candidates' | 'totals' | 'leader' | 'documents'>

/** One figure in which a published seat differs from the feed. */
export interface Difference {
  readonly contest: string
  /** `candidates`, `votes of …`, `winner`, `valid`, `rejected`, `registered`, `polled` or `stated valid`. */
  readonly what: string
  readonly source: string | number
  readonly published: string | number
}

/**
 * Compares a published seat with the feed: every candidate's total, the winner, valid and rejected votes; and the
 * feed's own figures of registration, votes polled and stated valid votes, which must have come through unrepaired.
 */
export function compareSeat(seat: SourceSeat, published: PublishedSeat): Difference[] {
  const differences: Difference[] = []
  const compare = (what: string, source: string | number, found: string | number): void => {
    if (source !== found) differences.push({ contest: seat.code, what, source, published: found })
  }
  const serials = matchCandidates(seat.candidates, published.candidates)
  if (serials === undefined) {
    const names = (list: readonly string[]) => list.join(', ')
    compare(
      'candidates',
      names(seat.candidates.map(({ name }) => name)),
      names(published.candidates.map(({ name }) => name.en)),
    )
    return differences
  }
  const bySerial = new Map(published.candidates.map((candidate) => [candidate.serial, candidate]))
  for (const [i, { name, votes }] of seat.candidates.entries())
    compare(`votes of ${name}`, votes, bySerial.get(serials[i] ?? 0)?.votes ?? Number.NaN)
  const most = Math.max(...seat.candidates.map(({ votes }) => votes))
  const winner = seat.candidates.findIndex(({ votes }) => votes === most)
  compare('winner', serials[winner] ?? 0, declaredWinner(published) ?? 0)
  compare('valid', sumOfVotes(seat), published.totals.valid)
  compare('rejected', seat.rejected, published.totals.excluded)
  compare('registered', seat.registered, published.totals.registered)
  compare('polled', seat.polled, published.totals.polled.total)
  compare('stated valid', seat.statedValid, published.totals.statedValid)
  return differences
}

/** Serial of the candidate whom the newest Form-49 returns; before there is one, of the leader. */
function declaredWinner(published: PublishedSeat): number | undefined {
  const declared = published.documents.findLast(({ form }) => form === '49')?.returned
  return declared?.serial ?? published.leader?.serial
}
