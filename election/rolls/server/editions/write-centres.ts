import type { Database } from '@intikhab/kernel/database'
import type { Ledger, LedgerActor } from '@intikhab/kernel/ledger'
import { sql, type Kysely } from 'kysely'
import type { RollsActName } from '../../core/acts.ts'
import type { DisplayCentre } from '../../core/editions/display-centre.ts'
import type { RollId } from '../../core/identifiers.ts'
import { centreRecordOf, findCentreRows } from './centre-rows.ts'

export interface CentreParts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append'>
  readonly now: () => Date
  /** Has the public list made anew, in the transaction of the change. */
  queuePublication(tx: Kysely<unknown>, rollId: RollId): Promise<void>
}

/** Lets one office at a time change the centres of a roll, until the transaction ends. */
export async function lockCentres(tx: Kysely<unknown>, rollId: RollId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rolls display ${rollId}`}, 0))`.execute(tx)
}

/**
 * Writes centres that were checked, new or changed, each with its own entry in the ledger. An area may go from one of them to
 * another.
 */
export async function writeCentres(
  tx: Kysely<unknown>,
  { ledger, now, queuePublication }: Omit<CentreParts, 'database'>,
  rollId: RollId,
  centres: readonly DisplayCentre[],
  actor: LedgerActor,
): Promise<void> {
  if (centres.length === 0) return
  const numbers = centres.map(({ number }) => number)
  const before = new Map((await findCentreRows(tx, rollId, numbers)).map((row) => [row.number, centreRecordOf(row)]))
  const at = now()
  await sql`insert into rolls.display_centre (roll_id, number, district, name_en, name_ur, address_en, address_ur,
      opens_at, closes_at, is_closed, account_id, changed_at)
    select ${rollId}, c.number, c.district, c."nameEn", c."nameUr", c."addressEn", c."addressUr", c."opensAt",
      c."closesAt", c."isClosed", ${actor.id}, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(centres)}::jsonb) as c (number int, district text, "nameEn" text,
      "nameUr" text, "addressEn" text, "addressUr" text, "opensAt" text, "closesAt" text, "isClosed" boolean)
    on conflict (roll_id, number) do update set name_en = excluded.name_en, name_ur = excluded.name_ur,
      address_en = excluded.address_en, address_ur = excluded.address_ur, opens_at = excluded.opens_at,
      closes_at = excluded.closes_at, is_closed = excluded.is_closed, account_id = excluded.account_id,
      changed_at = excluded.changed_at`.execute(tx)
  await sql`delete from rolls.displayed_area where roll_id = ${rollId} and number = any(${numbers}::int[])`.execute(tx)
  const shown = centres.flatMap(({ number, isClosed, blocks }) =>
    isClosed ? [] : blocks.map((block) => ({ number, block: Number(block) })),
  )
  await sql`insert into rolls.displayed_area (roll_id, number, block)
    select ${rollId}, number, block from unnest(${shown.map(({ number }) => number)}::int[],
      ${shown.map(({ block }) => block)}::int[]) as shown (number, block)`.execute(tx)
  const act: RollsActName = 'display-centre-put'
  await ledger.append(
    tx,
    (await findCentreRows(tx, rollId, numbers)).map((row) => {
      const { record, hash } = centreRecordOf(row)
      return {
        system: 'rolls',
        act,
        subject: `display-centre/${rollId}/${row.number}`,
        actor,
        madeAt: at.toISOString(),
        arrivedAt: at.toISOString(),
        section: 's.29',
        changes: [{ record, before: before.get(row.number)?.hash ?? null, after: hash }],
        detail: { areas: row.blocks.length, isClosed: row.is_closed },
      }
    }),
  )
  await queuePublication(tx, rollId)
}
