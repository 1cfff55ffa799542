import type { LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { sql, type Kysely } from 'kysely'
import type { DisplayCentre } from '../../core/editions/display-centre.ts'
import type { RollId } from '../../core/identifiers.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { blockCode } from '../register/voter-row.ts'
import { centreOf, centreRecordOf, centreRowColumns, findCentreRows, type CentreRow } from './centre-rows.ts'
import { lockCentres, writeCentres, type CentreParts } from './write-centres.ts'

export interface CentreCounts {
  /** Open ones. */
  readonly centres: number
  readonly areas: number
  /** Electoral areas that have one. */
  readonly covered: number
}

/** A centre, given up or not; undefined for a number that was never given. */
export async function findCentre(
  db: Kysely<unknown>,
  rollId: RollId,
  number: number,
): Promise<DisplayCentre | undefined> {
  const [row] = await findCentreRows(db, rollId, [number])
  return row === undefined ? undefined : centreOf(row)
}

/** The display centres of a roll by their numbers; those of one district if it is named. */
export async function listCentres(
  db: Kysely<unknown>,
  rollId: RollId,
  district?: string,
): Promise<readonly DisplayCentre[]> {
  const { rows } = await sql<CentreRow>`select ${centreRowColumns} from rolls.display_centre c where roll_id = ${rollId}
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

/**
 * Enters a centre or changes one; gives its number. Refuses `unknown-roll`, `unknown-area`, `area-of-another-district`,
 * `area-displayed-elsewhere`, `unknown-display-centre`.
 */
export function putCentre(
  parts: CentreParts,
  rollId: RollId,
  centre: CentreToPut,
  actor: LedgerActor,
): Promise<Outcome<number>> {
  return parts.database.transaction(async (tx): Promise<Outcome<number>> => {
    await lockCentres(tx, rollId)
    const before = centre.number === null ? undefined : await findCentre(tx, rollId, centre.number)
    const checked = await check(tx, rollId, centre, before)
    if (!checked.ok) return checked
    const number = centre.number ?? checked.value
    await writeCentres(tx, parts, rollId, [{ ...centre, number }], actor)
    return accept(number)
  })
}

/** The number that a new centre gets, or why this one cannot be. */
async function check(
  tx: Kysely<unknown>,
  rollId: RollId,
  { number, district, blocks }: CentreToPut,
  before: DisplayCentre | undefined,
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
  const { rows } =
    await sql<CentreRow>`select ${centreRowColumns} from rolls.display_centre c order by roll_id, number`.execute(db)
  for (const row of rows) yield centreRecordOf(row)
}
