import { hashRecord } from '@intikhab/kernel/ledger'
import { sql, type Kysely } from 'kysely'
import type { OutcomeCounts } from '../../core/registry-feed/reasons.ts'
import type { RecordNow } from '../register/records.ts'

/** By which road a batch came: as a file by the command, by an upload on the console, or from the registry itself. */
export type Road = 'file' | 'upload' | 'https'

/** A batch that arrived, as its table holds it. */
export interface BatchRow {
  readonly registry_batch_id: number
  readonly registry: string
  readonly from_number: number
  readonly to_number: number
  readonly records: number
  readonly made_at: Date
  readonly arrived_at: Date
  readonly finished_at: Date | null
  readonly road: Road
  readonly account_id: string
  readonly signing_key: string
  /** Of the whole file. */
  readonly sha256: string
  readonly state: 'waiting' | 'applied' | 'refused'
  /** Numbers under which the batch says otherwise than one that was taken in; the first hundred. */
  readonly contradictions: readonly number[]
  /** Records that an earlier batch brought, equal to the letter. */
  readonly skipped: number
  readonly enrolled: number
  readonly changed: number
  readonly deleted: number
  readonly to_verify: number
  readonly refused: number
  readonly held: number
  readonly outcomes_digest: string | null
}

/** The batch as the ledger knows it. */
export function batchRowRecord(row: BatchRow): RecordNow {
  const { made_at, arrived_at, finished_at, contradictions, ...rest } = row
  return {
    record: `rolls.registry-batch:${row.registry_batch_id}`,
    hash: hashRecord({
      ...rest,
      contradictions: contradictions.map(Number),
      made_at: made_at.toISOString(),
      arrived_at: arrived_at.toISOString(),
      finished_at: finished_at?.toISOString() ?? null,
    }),
  }
}

/** The fingerprint of how the records of a batch ended, as an aggregate over `rolls.registry_outcome`. */
export const outcomesDigest = `encode(sha256(string_agg(sha256(convert_to(row(number, cnic, block,
  extract(epoch from decided_at), outcome, reason, field, card, line_sha256)::text, 'utf8')), ''::bytea order by number)), 'hex')`

export function countsOf(row: BatchRow): OutcomeCounts {
  const { enrolled, changed, deleted, refused, held } = row
  return { enrolled, changed, deleted, 'to-verify': row.to_verify, refused, held }
}

export async function findBatch(db: Kysely<unknown>, id: number): Promise<BatchRow | undefined> {
  const { rows } = await sql<BatchRow>`select * from rolls.registry_batch where registry_batch_id = ${id}`.execute(db)
  return rows[0]
}

export async function getBatch(db: Kysely<unknown>, id: number): Promise<BatchRow> {
  const row = await findBatch(db, id)
  if (row === undefined) throw new Error(`there is no batch ${id}`)
  return row
}

/** What else changes of a batch while its records are taken in. */
interface BatchProgress {
  /** Added to what was counted before. */
  readonly counts: OutcomeCounts
  readonly skipped: number
  /** All its records are taken in. */
  readonly finishedAt?: Date
}

/** Counts records of a batch; once it is finished its outcomes have a fingerprint. */
export async function advanceBatch(db: Kysely<unknown>, id: number, progress: BatchProgress): Promise<BatchRow> {
  const { counts, skipped, finishedAt } = progress
  const { rows } = await sql<BatchRow>`
    update rolls.registry_batch set skipped = skipped + ${skipped}, enrolled = enrolled + ${counts.enrolled},
      changed = changed + ${counts.changed}, deleted = deleted + ${counts.deleted},
      to_verify = to_verify + ${counts['to-verify']}, refused = refused + ${counts.refused}, held = held + ${counts.held},
      state = ${finishedAt === undefined ? sql`state` : sql`'applied'`},
      finished_at = coalesce(finished_at, ${finishedAt ?? null}),
      outcomes_digest = ${finishedAt === undefined ? sql`null` : digestOf(id)}
    where registry_batch_id = ${id} returning *`.execute(db)
  if (rows[0] === undefined) throw new Error(`there is no batch ${id}`)
  return rows[0]
}

function digestOf(id: number) {
  return sql`(select ${sql.raw(outcomesDigest)} from rolls.registry_outcome
    where number between rolls.registry_batch.from_number and rolls.registry_batch.to_number and registry_batch_id = ${id})`
}
