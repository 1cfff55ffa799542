import { bulkLoad, type Database } from '@intikhab/kernel/database'
import { refuse, type Refusal } from '@intikhab/kernel/refusal'
import { ProblemList, type ProblemReport } from '@intikhab/kernel/tables'
import { sql, type Kysely } from 'kysely'
import type { Cnic } from '../../core/identifiers.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import type { EnrolledVoter } from '../../core/register/voter.ts'
import { checkEntry, feedProblems, type KnownToFeed } from './check-entry.ts'
import { growImportDigest } from './import-digest.ts'
import { inBlocks, ScatteredFeed, sorted } from './in-blocks.ts'
import { raiseLists } from './lists.ts'
import type { RollsStore } from './store.ts'
import { voterColumns, voterCopyRow } from './voter-row.ts'

/** Voters that arrive together, e.g. a file of the civil registry. They can be read from the start more than once. */
export interface VoterFeed {
  /** The name under which problems report it. */
  readonly name: string
  voters(): Iterable<FeedEntry>
}

/** A voter of a feed and the line on which it stands; without one the voters are counted from 1. */
export type FeedEntry = EnrolledVoter & { readonly line?: number }

export type VoterImport =
  | { readonly ok: true; readonly imported: number }
  | { readonly ok: false; readonly refusal: Refusal; readonly report: ProblemReport | null }

class FeedRefused extends Error {}

/** Characters handed over at a time: row by row, waiting for each would take as long as writing it. */
const batchLength = 64 * 1024

/** What an import leaves: its number, how many voters, and their fingerprint. */
export interface LoadedVoters {
  readonly importId: number
  readonly voters: number
  readonly digest: string
}

/**
 * Loads a feed by one COPY: all of it or nothing, with what `record` enters in the same transaction. The unique indexes
 * stay in place meanwhile, so nobody can be enrolled twice even by two feeds at once. Where a CNIC is on the roll
 * already, the report lists those of the feed that are.
 */
export async function importVoters(
  database: Database,
  store: RollsStore,
  feed: VoterFeed,
  known: KnownToFeed,
  record: (tx: Kysely<unknown>, loaded: LoadedVoters) => Promise<void>,
): Promise<VoterImport> {
  const load = async (voters: () => Iterable<FeedEntry>): Promise<VoterImport> => {
    const problems = new ProblemList()
    try {
      return { ok: true, imported: await loadVoters(database, { name: feed.name, voters }, known, problems, record) }
    } catch (error) {
      if (error instanceof FeedRefused) return refused(rollsRefusals['invalid-feed'], problems)
      const clash = clashOf(error)
      if (clash === undefined) throw error
      if (clash.index === 'one_cnic_one_vote') {
        await listEnrolled(store, feed, problems)
        return refused(rollsRefusals['enrolled-again'], problems)
      }
      const voter = nth(inBlocks(voters()), clash.row)
      problems.add(feedProblems['serial-taken'], {
        file: feed.name,
        line: voter?.line ?? lineOf(feed, voter),
        field: 'serial',
        values: { block: voter?.entry.block ?? '' },
      })
      return refused(rollsRefusals['serial-taken'], problems)
    }
  }
  try {
    return await load(() => feed.voters())
  } catch (error) {
    if (!(error instanceof ScatteredFeed)) throw error
    const inOrder = sorted(feed.voters())
    return load(() => inOrder)
  }
}

/** One COPY and what belongs to it, in one transaction. Throws `FeedRefused` where `problems` says why. */
async function loadVoters(
  database: Database,
  feed: VoterFeed,
  known: KnownToFeed,
  problems: ProblemList,
  record: (tx: Kysely<unknown>, loaded: LoadedVoters) => Promise<void>,
): Promise<number> {
  const digest = growImportDigest()
  let imported = 0
  function* checked(): Generator<FeedEntry> {
    let line = 0
    for (const voter of feed.voters()) {
      line = voter.line ?? line + 1
      const problem = checkEntry(voter, known)
      if (problem !== undefined)
        problems.add(problem.kind, { file: feed.name, line, field: problem.field, values: problem.values })
      else yield voter
    }
  }
  function* rows(importId: number): Generator<string> {
    let batch = ''
    for (const block of inBlocks(checked())) {
      imported += block.length
      // After the first fault the feed is only read on, to find the others.
      if (problems.count > 0) continue
      digest.addBlock(block[0]?.entry.block ?? '', block)
      for (const voter of block) batch += `${voterCopyRow(voter).slice(0, -1)}\t${importId}\n`
      if (batch.length < batchLength) continue
      yield batch
      batch = ''
    }
    if (problems.count > 0) throw new FeedRefused()
    yield batch
  }
  await bulkLoad(database, async ({ tx, copy }) => {
    const next = await sql<{
      id: number
    }>`select nextval(pg_get_serial_sequence('rolls.import', 'import_id')) as id`.execute(tx)
    const importId = next.rows[0]?.id ?? 0
    await copy('rolls.voter', [...voterColumns, 'import_id'], rows(importId))
    await raiseLists(tx, sql`import_id = ${importId}`)
    await record(tx, { importId, voters: imported, digest: digest.end() })
  })
  return imported
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

/** The voter of the how-manieth row that was loaded. */
function nth(blocks: Iterable<readonly FeedEntry[]>, wanted: number): FeedEntry | undefined {
  let place = 0
  for (const block of blocks) {
    if (place + block.length >= wanted) return block[wanted - place - 1]
    place += block.length
  }
  return undefined
}

/** The line of a voter in a feed that numbers none, counted from 1. */
function lineOf(feed: VoterFeed, wanted: EnrolledVoter | undefined): number {
  let line = 0
  for (const voter of feed.voters()) {
    line++
    if (voter.cnic === wanted?.cnic) return line
  }
  return 0
}

/** Reports every voter of the feed who is on the roll already, and every one who stands in the feed twice. */
async function listEnrolled(store: RollsStore, feed: VoterFeed, problems: ProblemList): Promise<void> {
  const firstLines = new Map<number, number>()
  let asked = new Map<Cnic, number>()
  const ask = async () => {
    const enrolled = await store.findEnrolled([...asked.keys()])
    for (const [cnic, line] of asked) {
      const block = enrolled.get(cnic)
      if (block === undefined) continue
      const kind = feedProblems[block === null ? 'known-but-not-enrolled' : 'already-enrolled']
      problems.add(kind, { file: feed.name, line, field: 'cnic', values: block === null ? {} : { block } })
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
