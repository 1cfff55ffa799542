import type { Database } from '@intikhab/kernel/database'
import { refuse, type Refusal } from '@intikhab/kernel/refusal'
import { ProblemList, type ProblemReport } from '@intikhab/kernel/tables'
import type { Cnic } from '../core/identifiers.ts'
import { rollsRefusals } from '../core/refusals.ts'
import type { VoterEntry } from '../core/voter.ts'
import { checkEntry, feedProblems, type KnownToFeed } from './check-entry.ts'
import type { RollsStore } from './store.ts'
import { voterColumns, voterCopyRow } from './voter-row.ts'

/** Voters that arrive together, e.g. a file of the civil registry. They can be read from the start more than once. */
export interface VoterFeed {
  /** The name under which problems report it. */
  readonly name: string
  voters(): Iterable<FeedEntry>
}

/** A voter of a feed and the line on which it stands; without one the voters are counted from 1. */
export type FeedEntry = VoterEntry & { readonly line?: number }

export type VoterImport =
  | { readonly ok: true; readonly imported: number }
  | { readonly ok: false; readonly refusal: Refusal; readonly report: ProblemReport | null }

class FeedRefused extends Error {}

/** Characters handed over at a time: row by row, waiting for each would take as long as writing it. */
const batchLength = 64 * 1024

/**
 * Loads a feed by one COPY: all of it or nothing. The unique indexes stay in place meanwhile, so nobody can be enrolled
 * twice even by two feeds at once. Where a CNIC is on the roll already, the report lists those of the feed that are.
 */
export async function importVoters(
  database: Database,
  store: RollsStore,
  feed: VoterFeed,
  known: KnownToFeed,
): Promise<VoterImport> {
  const problems = new ProblemList()
  let imported = 0
  function* rows(): Generator<string> {
    let line = 0
    let batch = ''
    for (const voter of feed.voters()) {
      line = voter.line ?? line + 1
      const problem = checkEntry(voter, known)
      if (problem === undefined) {
        imported++
        // After the first fault the feed is only read on, to find the others.
        if (problems.count > 0) continue
        batch += voterCopyRow(voter)
        if (batch.length < batchLength) continue
        yield batch
        batch = ''
      } else problems.add(problem.kind, { file: feed.name, line, field: problem.field, values: problem.values })
    }
    if (problems.count > 0) throw new FeedRefused()
    yield batch
  }
  try {
    await database.copy('rolls.voter', voterColumns, rows())
    return { ok: true, imported }
  } catch (error) {
    if (error instanceof FeedRefused) return refused(rollsRefusals['invalid-feed'], problems)
    const clash = clashOf(error)
    if (clash === undefined) throw error
    if (clash.index === 'one_cnic_one_vote') {
      await listEnrolled(store, feed, problems)
      return refused(rollsRefusals['already-enrolled'], problems)
    }
    const voter = nth(feed.voters(), clash.row)
    problems.add(feedProblems['serial-taken'], {
      file: feed.name,
      line: voter?.line ?? clash.row,
      field: 'serial',
      values: { block: voter?.block ?? '' },
    })
    return refused(rollsRefusals['serial-taken'], problems)
  }
}

function refused(kind: Parameters<typeof refuse>[0], problems: ProblemList): VoterImport {
  const first = problems.report().problems[0]
  const { refusal } = refuse(kind, {
    ...(first?.field == null ? {} : { field: first.field }),
    detail: { problems: problems.count, line: first?.line ?? 0 },
  }) as { refusal: Refusal }
  return { ok: false, refusal, report: problems.report() }
}

/** Which unique index a COPY ran into, and with its how-manieth row (from 1). */
function clashOf(error: unknown): { index: string; row: number } | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505') return undefined
  const index = 'constraint' in error ? String(error.constraint) : ''
  const row = 'where' in error ? Number(/line (\d+)/.exec(String(error.where))?.[1]) : Number.NaN
  return { index, row }
}

function nth<T>(list: Iterable<T>, wanted: number): T | undefined {
  let place = 0
  for (const one of list) if (++place === wanted) return one
  return undefined
}

/** Reports every voter of the feed who is on the roll already, and every one who stands in the feed twice. */
async function listEnrolled(store: RollsStore, feed: VoterFeed, problems: ProblemList): Promise<void> {
  const firstLines = new Map<number, number>()
  let asked = new Map<Cnic, number>()
  const ask = async () => {
    const enrolled = await store.findEnrolled([...asked.keys()])
    for (const [cnic, line] of asked) {
      const block = enrolled.get(cnic)
      if (block !== undefined)
        problems.add(feedProblems['already-enrolled'], { file: feed.name, line, field: 'cnic', values: { block } })
    }
    asked = new Map()
  }
  let last = 0
  for (const voter of feed.voters()) {
    const { cnic } = voter
    const line = voter.line ?? last + 1
    last = line
    const first = firstLines.get(Number(cnic))
    if (first === undefined) {
      firstLines.set(Number(cnic), line)
      asked.set(cnic, line)
    } else
      problems.add(feedProblems['enrolled-twice-here'], {
        file: feed.name,
        line,
        field: 'cnic',
        values: { first: String(first) },
      })
    if (asked.size >= 10_000) await ask()
  }
  await ask()
}
