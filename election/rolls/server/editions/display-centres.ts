import type { Database } from '@intikhab/kernel/database'
import type { Ledger, LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { sql, type Kysely } from 'kysely'
import type { RollsActName } from '../../core/acts.ts'
import type { RollId } from '../../core/identifiers.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { blockCode } from '../register/voter-row.ts'
import { centreRecord, type CentreRecord } from './records.ts'

/** Where the roll of some electoral areas is displayed and forms are taken in. */
export interface DisplayCentre {
  /** Within the roll, from 1. */
  readonly number: number
  readonly district: string
  readonly nameEn: string
  readonly nameUr: string
  readonly addressEn: string
  readonly addressUr: string
  /** Hours of the day, `HH:MM` in Karachi; the days are those of the display. */
  readonly opensAt: string
  readonly closesAt: string
  /** Given up again: its areas are displayed elsewhere. */
  readonly isClosed: boolean
  /** Electoral areas, in their order; none where it is closed. */
  readonly blocks: readonly string[]
}

export interface CentreCounts {
  /** Open ones. */
  readonly centres: number
  readonly areas: number
  /** Electoral areas that have one. */
  readonly covered: number
}

interface CentreRow extends Omit<CentreRecord, 'changed_at'> {
  readonly changed_at: Date
}

const columns = sql`roll_id, number, district, name_en, name_ur, address_en, address_ur, opens_at, closes_at, is_closed,
  account_id, changed_at, array(select block from rolls.displayed_area a
    where a.roll_id = c.roll_id and a.number = c.number order by block) as blocks`

function centreOf(row: CentreRow): DisplayCentre {
  return {
    number: row.number,
    district: row.district,
    nameEn: row.name_en,
    nameUr: row.name_ur,
    addressEn: row.address_en,
    addressUr: row.address_ur,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    isClosed: row.is_closed,
    blocks: row.blocks.map(blockCode),
  }
}

const recordOf = (row: CentreRow) => centreRecord({ ...row, changed_at: row.changed_at.toISOString() })

/** The display centres of a roll by their numbers; those of one district if it is named. */
export async function listCentres(
  db: Kysely<unknown>,
  rollId: RollId,
  district?: string,
): Promise<readonly DisplayCentre[]> {
  const { rows } = await sql<CentreRow>`select ${columns} from rolls.display_centre c where roll_id = ${rollId}
    and (${district ?? null}::text is null or district = ${district ?? null}) order by number`.execute(db)
  return rows.map(centreOf)
}

export async function countCentres(db: Kysely<unknown>, rollId: RollId): Promise<CentreCounts> {
  const { rows } = await sql<CentreCounts>`select
    (select count(*) from rolls.display_centre where roll_id = ${rollId} and not is_closed) as centres,
    (select count(*) from rolls.electoral_area) as areas,
    (select count(*) from rolls.displayed_area where roll_id = ${rollId}) as covered`.execute(db)
  return rows[0] ?? { centres: 0, areas: 0, covered: 0 }
}

/** What is entered or changed; `number` null opens a new centre. */
export type CentreToPut = Omit<DisplayCentre, 'number'> & { readonly number: number | null }

export interface CentreParts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append'>
  readonly now: () => Date
  /** Has the public list made anew, in the transaction of the change. */
  queuePublication(tx: Kysely<unknown>, rollId: RollId): Promise<void>
}

/**
 * Enters a centre or changes one; gives its number. Refuses `unknown-roll`, `unknown-area`, `area-of-another-district`,
 * `area-displayed-elsewhere`, `unknown-display-centre`.
 */
export function putCentre(
  { database, ledger, now, queuePublication }: CentreParts,
  rollId: RollId,
  centre: CentreToPut,
  actor: LedgerActor,
): Promise<Outcome<number>> {
  return database.transaction(async (tx): Promise<Outcome<number>> => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`rolls display ${rollId}`}, 0))`.execute(tx)
    const before = await findRow(tx, rollId, centre.number)
    const checked = await check(tx, rollId, centre, before)
    if (!checked.ok) return checked
    const number = centre.number ?? checked.value
    const at = now()
    const blocks = centre.isClosed ? [] : centre.blocks.map(Number)
    await sql`insert into rolls.display_centre (roll_id, number, district, name_en, name_ur, address_en, address_ur,
        opens_at, closes_at, is_closed, account_id, changed_at)
      values (${rollId}, ${number}, ${centre.district}, ${centre.nameEn}, ${centre.nameUr}, ${centre.addressEn},
        ${centre.addressUr}, ${centre.opensAt}, ${centre.closesAt}, ${centre.isClosed}, ${actor.id}, ${at})
      on conflict (roll_id, number) do update set name_en = excluded.name_en, name_ur = excluded.name_ur,
        address_en = excluded.address_en, address_ur = excluded.address_ur, opens_at = excluded.opens_at,
        closes_at = excluded.closes_at, is_closed = excluded.is_closed, account_id = excluded.account_id,
        changed_at = excluded.changed_at`.execute(tx)
    await sql`delete from rolls.displayed_area where roll_id = ${rollId} and number = ${number}`.execute(tx)
    await sql`insert into rolls.displayed_area (roll_id, number, block)
      select ${rollId}, ${number}, block from unnest(${blocks}::int[]) as block`.execute(tx)
    const after = await findRow(tx, rollId, number)
    const act: RollsActName = 'display-centre-put'
    await ledger.append(tx, [
      {
        system: 'rolls',
        act,
        subject: `display-centre/${rollId}/${number}`,
        actor,
        madeAt: at.toISOString(),
        arrivedAt: at.toISOString(),
        section: 's.29',
        changes:
          after === undefined
            ? []
            : [
                {
                  record: recordOf(after).record,
                  before: before === undefined ? null : recordOf(before).hash,
                  after: recordOf(after).hash,
                },
              ],
        detail: { areas: blocks.length, isClosed: centre.isClosed },
      },
    ])
    await queuePublication(tx, rollId)
    return accept(number)
  })
}

async function findRow(tx: Kysely<unknown>, rollId: RollId, number: number | null): Promise<CentreRow | undefined> {
  const { rows } = await sql<CentreRow>`select ${columns} from rolls.display_centre c
    where roll_id = ${rollId} and number = ${number}`.execute(tx)
  return rows[0]
}

/** The number that a new centre gets, or why this one cannot be. */
async function check(
  tx: Kysely<unknown>,
  rollId: RollId,
  { number, district, blocks }: CentreToPut,
  before: CentreRow | undefined,
): Promise<Outcome<number>> {
  if (number !== null && (before === undefined || before.district !== district))
    return refuse(rollsRefusals['unknown-display-centre'], { field: '/number' })
  const { rows: rolls } = await sql<{ next: number }>`select
    (select coalesce(max(number), 0) + 1 from rolls.display_centre where roll_id = ${rollId}) as next
    from rolls.roll where id = ${rollId}`.execute(tx)
  const [roll] = rolls
  if (roll === undefined) return refuse(rollsRefusals['unknown-roll'], { field: '/roll' })
  const { rows } = await sql<{ block: number; district: string | null; centre: number | null }>`
    select asked.block, area.district, displayed.number as centre from unnest(${blocks.map(Number)}::int[]) as asked (block)
    left join rolls.electoral_area area using (block)
    left join rolls.displayed_area displayed on displayed.roll_id = ${rollId} and displayed.block = asked.block`.execute(
    tx,
  )
  for (const { block, district: found, centre } of rows) {
    const detail = { block: blockCode(block) }
    if (found === null) return refuse(rollsRefusals['unknown-area'], { field: '/blocks', detail })
    if (found !== district) return refuse(rollsRefusals['area-of-another-district'], { field: '/blocks', detail })
    if (centre !== null && centre !== number)
      return refuse(rollsRefusals['area-displayed-elsewhere'], { field: '/blocks', detail: { ...detail, centre } })
  }
  return accept(roll.next)
}

/** Every centre with its fingerprint, for the audit. */
export async function* centresNow(db: Kysely<unknown>) {
  const { rows } = await sql<CentreRow>`select ${columns} from rolls.display_centre c order by roll_id, number`.execute(
    db,
  )
  for (const row of rows) yield recordOf(row)
}
