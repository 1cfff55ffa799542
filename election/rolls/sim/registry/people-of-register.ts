import type { Database } from '@intikhab/kernel/database'
import { sql } from 'kysely'
import { genderOf, relationOf } from '../../server/register/voter-row.ts'
import type { RegistryPerson } from './people.ts'

interface Row {
  readonly cnic: number
  readonly name_ur: string
  readonly name_en: string
  readonly relation: string
  readonly relation_name_ur: string
  readonly gender: string
  readonly date_of_birth: string
  readonly permanent_ur: string
  readonly permanent_block: number
}

/**
 * Up to `people` voters from all over a register of `voters`, as the civil registry has them: for a bench, which has no
 * registry beside it. The same again for the same register.
 */
export async function peopleOfRegister(database: Database, people: number, voters: number): Promise<RegistryPerson[]> {
  const percent = Math.min(100, (120 * people) / voters)
  const { rows } = await sql<Row>`
    select cnic, name_ur, name_en, relation, relation_name_ur, gender, date_of_birth, permanent_ur, permanent_block
    from rolls.voter tablesample bernoulli (${percent}) repeatable (25)
    where status = 'a' and chosen = 'p' and gender in ('m', 'f') and temporary_block is null limit ${people}`.execute(
    database.tables(),
  )
  return rows.map((row) => ({
    cnic: String(row.cnic),
    nameUr: row.name_ur,
    nameEn: row.name_en,
    relation: relationOf(row.relation),
    relationNameUr: row.relation_name_ur,
    gender: genderOf(row.gender) === 'male' ? 'male' : 'female',
    dateOfBirth: row.date_of_birth,
    permanent: { ur: row.permanent_ur, block: String(row.permanent_block) },
    temporary: null,
    headOfFamily: null,
  }))
}
