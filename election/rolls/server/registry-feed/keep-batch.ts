import type { EvidenceStore } from '@intikhab/kernel/files'
import type { LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome, type Refusal } from '@intikhab/kernel/refusal'
import { sql, type Kysely } from 'kysely'
import type { BatchHeader } from '../../core/registry-feed/batch-header.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { arrivingBatch, BatchRefused } from './arriving-batch.ts'
import { batchLines } from './batch-lines.ts'
import { getBatch, type BatchRow, type Road } from './batch-row.ts'
import { changeOf, enter, type TakingIn } from './feed-acts.ts'
import { lastNumber, listedBatch, type ListedBatch } from './feed-state.ts'
import { readRegistryKeys } from './registry-keys.ts'

/** A batch that was kept. */
export interface KeptBatch {
  readonly batch: ListedBatch
  /** It was here before: nothing happened. */
  readonly known: boolean
}

interface Keeping extends TakingIn {
  readonly registry: string
  readonly keyFile: string
}

/** Contradictions that are named. */
const mostNamed = 100

/** Keeps a batch as evidence once signature and records fit; enters it, or that it was refused, in the ledger. */
export async function keepBatch(
  basis: Keeping,
  evidence: EvidenceStore,
  bytes: AsyncIterable<Uint8Array>,
  { actor, road }: { readonly actor: LedgerActor; readonly road: Road },
): Promise<Outcome<KeptBatch>> {
  const { database, registry, keyFile } = basis
  const arriving = arrivingBatch(bytes, { registry, keys: readRegistryKeys(keyFile) })
  const kept = await evidence.put(arriving.bytes).catch(async (error: unknown) => {
    if (!(error instanceof BatchRefused)) throw error
    await noteRefused(basis, error.refusal, error.header, actor)
    return { ok: false, refusal: error.refusal } as const
  })
  if (!kept.ok) return kept
  const header = arriving.header()
  const { sha256 } = kept.value
  const row = await database.transaction(async (tx) => {
    const { rows } = await sql<BatchRow>`
      insert into rolls.registry_batch (registry, from_number, to_number, records, made_at, arrived_at, road, account_id,
        signing_key, sha256)
      values (${header.registry}, ${header.from}, ${header.to}, ${header.records}, ${header.madeAt}, ${basis.now()},
        ${road}, ${actor.id}, ${header.key}, ${sha256})
      on conflict (sha256) do nothing returning *`.execute(tx)
    const [made] = rows
    if (made === undefined) return undefined
    const { from, to, records } = header
    const subject = `registry-batch/${made.registry_batch_id}`
    await enter(basis, tx, 'registry-batch-kept', subject, { from, to, records, sha256 }, [changeOf(made)], actor)
    return made
  })
  const id = row?.registry_batch_id ?? (await idOf(database.tables(), sha256))
  await refuseContradiction(basis, evidence, id)
  const batch = listedBatch(await getBatch(database.tables(), id))
  if (batch.state === 'refused')
    return refuse(rollsRefusals['registry-contradiction'], { detail: { numbers: batch.contradictions.join(', ') } })
  return accept({ batch, known: row === undefined })
}

async function idOf(db: Kysely<unknown>, sha256: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select registry_batch_id as id from rolls.registry_batch where sha256 = ${sha256}`.execute(db)
  return rows[0]?.id ?? 0
}

/** That a batch was offered which is none of the registry's: of its content nothing is kept. */
async function noteRefused(
  basis: Keeping,
  { kind }: Refusal,
  header: BatchHeader | undefined,
  actor: LedgerActor,
): Promise<void> {
  const detail = { code: kind.code, from: header?.from ?? 0, to: header?.to ?? 0 }
  await basis.database.transaction((tx) =>
    enter(basis, tx, 'registry-batch-refused', 'registry-feed', detail, [], actor),
  )
}

/**
 * Refuses a batch that says otherwise, under a number that was taken in, than the record that was: which of the two is
 * right only the registry can say. True where it was refused.
 */
export async function refuseContradiction(basis: TakingIn, evidence: EvidenceStore, id: number): Promise<boolean> {
  const { database } = basis
  const row = await getBatch(database.tables(), id)
  const last = await lastNumber(database.tables())
  if (row.state !== 'waiting' || row.from_number > last) return false
  const contradictions = await findContradictions(database.tables(), evidence, row, last)
  if (contradictions.length === 0) return false
  await database.transaction(async (tx) => {
    const { rows } = await sql<BatchRow>`
      update rolls.registry_batch set state = 'refused', contradictions = ${contradictions}, finished_at = ${basis.now()}
      where registry_batch_id = ${id} and state = 'waiting' returning *`.execute(tx)
    if (rows[0] === undefined) return
    const detail = { code: rollsRefusals['registry-contradiction'].code, from: row.from_number, to: row.to_number }
    await enter(basis, tx, 'registry-batch-refused', `registry-batch/${id}`, detail, [changeOf(rows[0], row)])
  })
  return true
}

async function findContradictions(
  db: Kysely<unknown>,
  evidence: EvidenceStore,
  row: BatchRow,
  last: number,
): Promise<number[]> {
  const bytes = await evidence.stream(row.sha256)
  if (bytes === undefined) throw new Error(`the kept batch ${row.sha256} is gone`)
  const found: number[] = []
  for await (const lines of batchLines(bytes, row.from_number, row.from_number, 20_000)) {
    const { rows } = await sql<{ number: number; line_sha256: Buffer }>`
      select number, line_sha256 from rolls.registry_outcome
      where number between ${lines[0]?.number} and ${lines.at(-1)?.number}`.execute(db)
    const takenIn = new Map(rows.map(({ number, line_sha256 }) => [number, line_sha256]))
    for (const { number, sha256 } of lines)
      if (takenIn.get(number)?.equals(sha256) === false && found.length < mostNamed) found.push(number)
    if (found.length === mostNamed || (lines.at(-1)?.number ?? 0) >= last) break
  }
  return found
}
