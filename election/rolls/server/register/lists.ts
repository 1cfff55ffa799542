import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Gender } from '../../core/register/voter.ts'

/**
 * The numbers that were given out in each electoral area. A silsila number is never given twice, not even when whoever
 * had it has left: printed lists and slips of an edition go on being right.
 */

const columns = { male: 'last_male', female: 'last_female', other: 'last_other' } as const

/** Gives out the next serial of a list. The area stays locked until the transaction ends; undefined if there is none. */
export async function nextSerial(tx: Kysely<unknown>, block: string, gender: Gender): Promise<number | undefined> {
  return raise(tx, block, columns[gender])
}

/** Opens a household in an area and gives out its number. */
export async function nextHousehold(tx: Kysely<unknown>, block: string): Promise<number | undefined> {
  return raise(tx, block, 'last_household')
}

async function raise(tx: Kysely<unknown>, block: string, column: string): Promise<number | undefined> {
  const { rows } = await sql<{ given: number }>`
    insert into rolls.list as list (block, ${sql.id(column)})
      select block, 1 from rolls.electoral_area where block = ${Number(block)}
    on conflict (block) do update set ${sql.id(column)} = list.${sql.id(column)} + 1
    returning list.${sql.id(column)} as given`.execute(tx)
  return rows[0]?.given
}

/** Takes note of the numbers that came with an import: those of the voters for whom `which` holds. */
export async function raiseLists(tx: Kysely<unknown>, which: RawBuilder<unknown>): Promise<void> {
  await sql`insert into rolls.list as list (block, last_male, last_female, last_other, last_household)
    select block, coalesce(max(serial) filter (where gender = 'm'), 0), coalesce(max(serial) filter (where gender = 'f'), 0),
      coalesce(max(serial) filter (where gender = 'o'), 0), max(household)
    from rolls.voter where block is not null and ${which} group by block
    on conflict (block) do update set last_male = greatest(list.last_male, excluded.last_male),
      last_female = greatest(list.last_female, excluded.last_female),
      last_other = greatest(list.last_other, excluded.last_other),
      last_household = greatest(list.last_household, excluded.last_household)`.execute(tx)
}
