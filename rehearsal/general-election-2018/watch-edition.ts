import { setTimeout as wait } from 'node:timers/promises'
import { editionPaths, resultsSeries, type ContestResult, type ResultsSummary } from '@intikhab/results'
import { latestFile } from '../server/outside.ts'
import type { FormReceipt } from '../stations/send-forms.ts'
import { matchCandidates } from './compare.ts'
import { electionId } from './counted-station.ts'
import type { SourceSeat } from './source.ts'

const series = resultsSeries(electionId)

/** How long an edition is waited for, in milliseconds. */
const patience = 120_000

/** The ballot serials of each seat's candidates in the feed's order, from the edition that the server published. */
export async function ballotOrder(url: string, seats: readonly SourceSeat[]): Promise<Map<string, readonly number[]>> {
  const serials = new Map<string, readonly number[]>()
  for (const seat of seats) {
    const contest = await waitFor(() => latestFile<ContestResult>(url, series, editionPaths.contest(seat.code)))
    const matched = matchCandidates(seat.candidates, contest.candidates)
    if (matched === undefined) throw new Error(`${seat.code}: the published list of candidates is not the feed's`)
    serials.set(seat.code, matched)
  }
  return serials
}

/** Milliseconds until an edition holds every form of which a station has a receipt. */
export async function untilPublished(url: string, receipts: readonly FormReceipt[]): Promise<number> {
  const began = performance.now()
  const formsIn = (form: string): number =>
    new Set(receipts.filter((receipt) => receipt.form === form).map(({ stationId }) => stationId)).size
  const [counts, accounts] = [formsIn('45'), formsIn('46')]
  await waitFor(async () => {
    const summary = await latestFile<ResultsSummary>(url, series, editionPaths.summary)
    const isIn = (summary?.counters.received ?? 0) >= counts && (summary?.counters.accounts ?? 0) >= accounts
    return isIn ? summary : undefined
  })
  return performance.now() - began
}

/** Asks again, ten times a second, until there is an answer or patience ends. */
async function waitFor<T>(ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + patience
  for (;;) {
    const found = await ask()
    if (found !== undefined) return found
    if (performance.now() > deadline) throw new Error('the server does not publish what it took in')
    await wait(100)
  }
}
