import type { Database } from '@intikhab/kernel/database'
import type { Text } from '@intikhab/kernel/language'
import { writeTable } from '@intikhab/kernel/tables'
import { sql, type Kysely } from 'kysely'
import { maskCnic, type Cnic } from '../../core/identifiers.ts'
import { refusedReasons, verifyReasons } from '../../core/registry-feed/reasons.ts'
import { blockCode } from '../register/voter-row.ts'
import { findBatch } from './batch-row.ts'
import { listedBatch, type ListedBatch } from './feed-state.ts'

/** A reason and how many records ended by it. */
interface CountedReason {
  readonly outcome: 'to-verify' | 'refused'
  readonly reason: string
  readonly en: string
  readonly ur: string
  readonly records: number
}

/** How the records of a batch ended. */
export interface BatchReport {
  readonly batch: ListedBatch
  /** Reasons of those that were refused or are to be verified, the most frequent first. */
  readonly reasons: readonly CountedReason[]
}

const sentences: Readonly<Record<string, Text>> = { ...verifyReasons, ...refusedReasons }

const sentenceOf = (reason: string): Text => sentences[reason] ?? { en: reason, ur: reason }

export async function findReport(db: Kysely<unknown>, id: number): Promise<BatchReport | undefined> {
  const row = await findBatch(db, id)
  if (row === undefined) return undefined
  const reasons = await sql<Pick<CountedReason, 'outcome' | 'reason' | 'records'>>`
    select outcome, reason, count(*) as records from rolls.registry_outcome
    where number between ${row.from_number} and ${row.to_number} and registry_batch_id = ${id}
      and outcome in ('to-verify', 'refused')
    group by 1, 2 order by 3 desc, 2`.execute(db)
  return {
    batch: listedBatch(row),
    reasons: reasons.rows.map((row) => Object.assign(row, sentenceOf(row.reason))),
  }
}

interface RefusedRow {
  readonly number: number
  readonly reason: string
  readonly field: string | null
}

/** Rows of the table in one piece. */
const rowsAtOnce = 10_000

/**
 * The refused records of a batch as CSV, piece by piece: by their number, under which the registry finds them, the reason
 * and the field at fault. It names nobody.
 */
export async function* refusedTable(database: Database, { from, to, id }: ListedBatch): AsyncGenerator<string> {
  yield writeTable([['number', 'reason', 'field', 'sentence', 'sentence_ur']])
  for (let after: number | undefined = from - 1; after !== undefined;) {
    const { rows }: { rows: RefusedRow[] } = await sql<RefusedRow>`
      select number, reason, field from rolls.registry_outcome
      where number > ${after} and number <= ${to} and registry_batch_id = ${id} and outcome = 'refused'
      order by number limit ${rowsAtOnce}`.execute(database.tables())
    if (rows.length > 0)
      yield writeTable(
        rows.map(({ number, reason, field }) => [number, reason, field, sentenceOf(reason).en, sentenceOf(reason).ur]),
      )
    after = rows.length < rowsAtOnce ? undefined : rows.at(-1)?.number
  }
}

interface ToVerifyRow {
  readonly number: number
  readonly reason: string
  readonly block: number | null
  readonly cnic: number
}

/**
 * The records of a batch that end at a door as CSV, piece by piece: by their number, the reason, the census block where to
 * ask, whether an electoral area has that block, and the masked CNIC. Who lives in a block that no area has stands on no
 * list for the door: here the office finds them.
 */
export async function* toVerifyTable(database: Database, { from, to, id }: ListedBatch): AsyncGenerator<string> {
  const areas = await sql<{ block: number }>`select block from rolls.electoral_area`.execute(database.tables())
  const known = new Set(areas.rows.map(({ block }) => block))
  yield writeTable([['number', 'reason', 'block', 'area_known', 'cnic', 'sentence', 'sentence_ur']])
  for (let after: number | undefined = from - 1; after !== undefined;) {
    const { rows }: { rows: ToVerifyRow[] } = await sql<ToVerifyRow>`
      select number, reason, block, cnic from rolls.registry_outcome
      where number > ${after} and number <= ${to} and registry_batch_id = ${id} and outcome = 'to-verify'
      order by number limit ${rowsAtOnce}`.execute(database.tables())
    if (rows.length > 0)
      yield writeTable(
        rows.map(({ number, reason, block, cnic }) => [
          number,
          reason,
          block === null ? '' : blockCode(block),
          block === null ? '' : known.has(block) ? 'yes' : 'no',
          maskCnic(String(cnic) as Cnic),
          sentenceOf(reason).en,
          sentenceOf(reason).ur,
        ]),
      )
    after = rows.length < rowsAtOnce ? undefined : rows.at(-1)?.number
  }
}
