import { sql, type Kysely } from 'kysely'
import type { DisplayCentre } from '../../core/editions/display-centre.ts'
import type { RollId } from '../../core/identifiers.ts'
import { blockCode } from '../register/voter-row.ts'
import { centreRecord, type CentreRecord } from './records.ts'

/** A display centre as it is stored. */
export interface CentreRow extends Omit<CentreRecord, 'changed_at'> {
  readonly changed_at: Date
}

/** The columns of a centre, of the table as `c`. */
export const centreRowColumns = sql`roll_id, number, district, name_en, name_ur, address_en, address_ur, opens_at, closes_at,
  is_closed, account_id, changed_at, array(select block from rolls.displayed_area a
    where a.roll_id = c.roll_id and a.number = c.number order by block) as blocks`

export function centreOf(row: CentreRow): DisplayCentre {
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

/** A centre's record with its fingerprint. */
export const centreRecordOf = (row: CentreRow) => centreRecord({ ...row, changed_at: row.changed_at.toISOString() })

/** Those of these numbers that are there, by number. */
export async function findCentreRows(
  db: Kysely<unknown>,
  rollId: RollId,
  numbers: readonly number[],
): Promise<readonly CentreRow[]> {
  const { rows } = await sql<CentreRow>`select ${centreRowColumns} from rolls.display_centre c
    where roll_id = ${rollId} and number = any(${numbers}::int[]) order by number`.execute(db)
  return rows
}
