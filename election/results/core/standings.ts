import type { ContestBook } from './contest-book.ts'
import type { Standing } from './edition.ts'

/** Votes by candidate in ballot order, stations and postal row together. */
export function votesOf(book: ContestBook): number[] {
  return book.votes.map((votes, index) => votes + (book.postal?.votes[index] ?? 0))
}

export interface Standings {
  readonly leader: Standing | null
  readonly runnerUp: Standing | null
  readonly margin: number | null
  /** Serials that share the highest votes; empty where one candidate leads alone or nothing is counted. */
  readonly tiedSerials: readonly number[]
}

/** First and second of a seat. Nobody leads before the first valid vote; equal votes stand in ballot order. */
export function standingsOf(book: ContestBook): Standings {
  const { candidates } = book.facts
  const votes = votesOf(book)
  const ranked = candidates
    .map(({ serial, name, partyId }, index): Standing => ({ serial, name, partyId, votes: votes[index] ?? 0 }))
    .sort((a, b) => b.votes - a.votes || a.serial - b.serial)
  const [leader, runnerUp] = ranked
  if (leader === undefined || leader.votes === 0) return { leader: null, runnerUp: null, margin: null, tiedSerials: [] }
  const highest = ranked.filter((each) => each.votes === leader.votes)
  return {
    leader,
    runnerUp: runnerUp ?? null,
    margin: runnerUp === undefined ? null : leader.votes - runnerUp.votes,
    tiedSerials: highest.length > 1 ? highest.map(({ serial }) => serial) : [],
  }
}
