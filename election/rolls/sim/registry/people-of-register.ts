import type { Database } from '@intikhab/kernel/database'
import { sql } from 'kysely'
import { voterOf, type VoterRow } from '../../server/register/voter-row.ts'
import { personOf, type RegistryPerson } from './people.ts'

/**
 * Up to `people` voters from all over a register of `voters`, as the civil registry has them: for a bench, which has no
 * registry beside it. The same again for the same register.
 */
export async function peopleOfRegister(database: Database, people: number, voters: number): Promise<RegistryPerson[]> {
  const percent = Math.min(100, (120 * people) / voters)
  const { rows } = await sql<VoterRow>`
    select * from rolls.voter tablesample bernoulli (${percent}) repeatable (25)
    where status = 'a' and chosen = 'p' and gender in ('m', 'f') and temporary_block is null limit ${people}`.execute(
    database.tables(),
  )
  return rows.map((row) => personOf(voterOf(row)))
}
