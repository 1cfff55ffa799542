import type { Database } from '@intikhab/kernel/database'
import type { Form } from '../core/bundle.ts'
import type { ElectionFacts } from '../core/facts.ts'

/** Where an election stands at the intake. */
export interface IntakeStatus {
  readonly electionId: string
  /** Stations that will send, in seats with a poll. */
  readonly expected: number
  /** Forms-45 and Forms-46 that are in. */
  readonly counts: number
  readonly accounts: number
  /** Bundles that came again and were recognised, since this server started. */
  readonly duplicates: number
  readonly refused: number
  readonly refusedByCode: Readonly<Record<string, number>>
  readonly lastArrivedAt: string | null
}

/** Counts in memory what the database holds, so that anybody may ask as often as they like. */
export interface Counters {
  status(): IntakeStatus
  /** Forms-45 that are in, by seat. */
  countsOf(contestId: string): number
  accepted(form: Form, arrivedAt: string): void
  refused(code: string): void
  duplicate(): void
  /** Rises with every change. */
  readonly change: number
}

/** Reads the counters of an election from what is stored. */
export async function openCounters(database: Database, facts: ElectionFacts): Promise<Counters> {
  const polls = facts.contests.filter(({ noCount }) => noCount === null)
  const expected = polls.reduce((sum, { contestId }) => sum + (facts.stations.get(contestId)?.length ?? 0), 0)
  const forms = await database.pool.query<{ form: string; contest_id: string; count: number; last: Date }>(
    `select form, contest_id, count(*) as count, max(arrived_at) as last from results.form
     where election_id = $1 and version = 1 group by form, contest_id`,
    [facts.id],
  )
  const refusals = await database.pool.query<{ code: string; count: number }>(
    'select code, count(*) as count from results.refusal where election_id = $1 group by code',
    [facts.id],
  )
  const bySeat = new Map<string, number>()
  const byCode = new Map(refusals.rows.map((row) => [row.code, row.count]))
  let [counts, accounts, duplicates, refused, change] = [0, 0, 0, 0, 0]
  let last = ''
  for (const row of forms.rows) {
    if (row.form === '45') bySeat.set(row.contest_id, row.count)
    if (row.form === '45') counts += row.count
    else accounts += row.count
    if (row.last.toISOString() > last) last = row.last.toISOString()
  }
  for (const count of byCode.values()) refused += count

  return {
    status: () => ({
      electionId: facts.id,
      expected,
      counts,
      accounts,
      duplicates,
      refused,
      refusedByCode: Object.fromEntries([...byCode].sort(([a], [b]) => (a < b ? -1 : 1))),
      lastArrivedAt: last === '' ? null : last,
    }),
    countsOf: (contestId) => bySeat.get(contestId) ?? 0,
    accepted(form, arrivedAt) {
      change += 1
      if (form.form === '46') accounts += 1
      else {
        counts += 1
        bySeat.set(form.contestId, (bySeat.get(form.contestId) ?? 0) + 1)
      }
      last = arrivedAt
    },
    refused(code) {
      change += 1
      refused += 1
      byCode.set(code, (byCode.get(code) ?? 0) + 1)
    },
    duplicate() {
      change += 1
      duplicates += 1
    },
    get change() {
      return change
    },
  }
}
