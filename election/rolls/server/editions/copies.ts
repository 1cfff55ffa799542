import { randomBytes } from 'node:crypto'
import type { Ledger, LedgerActor } from '@intikhab/kernel/ledger'
import { sql, type Kysely } from 'kysely'
import { rollsAct } from '../register/ledger-act.ts'
import { copyRecord } from './records.ts'

/** A copy of the roll that somebody was given (s.41). */
export interface GivenCopy {
  readonly copy: number
  readonly kind: 'printed' | 'searchable'
  readonly rollId: string
  readonly list: { readonly number: number; readonly sha256: string }
  readonly delimitationId: string
  readonly seat: string
  readonly blocks: readonly string[]
  readonly recipient: string
  readonly sha256: string
  readonly bytes: number
  readonly accountId: string
  readonly givenAt: Date
}

/** Enters a copy that is ready in the log and in the ledger, which does not learn to whom it was given. */
export async function logCopy(
  tx: Kysely<unknown>,
  ledger: Pick<Ledger, 'append'>,
  copy: Omit<GivenCopy, 'accountId'>,
  actor: LedgerActor,
): Promise<void> {
  const salt = randomBytes(16)
  const at = copy.givenAt.toISOString()
  const blocks = copy.blocks.map(Number)
  const { record, hash } = copyRecord({
    copy_id: copy.copy,
    kind: copy.kind,
    roll_id: copy.rollId,
    list_number: copy.list.number,
    list_sha256: copy.list.sha256,
    delimitation_id: copy.delimitationId,
    seat: copy.seat,
    blocks,
    recipient: copy.recipient,
    salt,
    sha256: copy.sha256,
    bytes: copy.bytes,
    account_id: actor.id,
    given_at: at,
  })
  const [entryId = 0] = await ledger.append(tx, [
    rollsAct('copy-given', at, {
      subject: `roll/${copy.rollId}`,
      actor,
      section: 's.41',
      changes: [{ record, before: null, after: hash }],
      detail: { number: copy.copy, kind: copy.kind, seat: copy.seat, list: copy.list.number, sha256: copy.sha256 },
    }),
  ])
  await sql`insert into rolls.copy (copy_id, kind, roll_id, list_number, list_sha256, delimitation_id, seat, blocks,
      recipient, salt, sha256, bytes, account_id, entry_id, given_at)
    values (${copy.copy}, ${copy.kind}, ${copy.rollId}, ${copy.list.number}, ${copy.list.sha256}, ${copy.delimitationId},
      ${copy.seat}, ${blocks}, ${copy.recipient}, ${salt}, ${copy.sha256}, ${copy.bytes}, ${actor.id}, ${entryId}, ${at})`.execute(
    tx,
  )
}

/** The log of the copies of a roll, the newest first; those that one account gave out where it is named. */
export async function listCopies(
  db: Kysely<unknown>,
  rollId: string,
  accountId?: string,
): Promise<readonly Omit<GivenCopy, 'blocks'>[]> {
  const { rows } = await sql<{
    copy_id: number
    kind: GivenCopy['kind']
    roll_id: string
    list_number: number
    list_sha256: string
    delimitation_id: string
    seat: string
    recipient: string
    sha256: string
    bytes: number
    account_id: string
    given_at: Date
  }>`select copy_id, kind, roll_id, list_number, list_sha256, delimitation_id, seat, recipient, sha256, bytes, account_id,
      given_at from rolls.copy where roll_id = ${rollId} and (${accountId ?? null}::text is null or account_id = ${accountId ?? null})
    order by copy_id desc limit 500`.execute(db)
  return rows.map((row) => ({
    copy: row.copy_id,
    kind: row.kind,
    rollId: row.roll_id,
    list: { number: row.list_number, sha256: row.list_sha256 },
    delimitationId: row.delimitation_id,
    seat: row.seat,
    recipient: row.recipient,
    sha256: row.sha256,
    bytes: row.bytes,
    accountId: row.account_id,
    givenAt: row.given_at,
  }))
}
