import { sql, type Kysely } from 'kysely'
import type { RegistryCount } from '../../core/statistics/district-tables.ts'

/**
 * By district, what the civil registry told (s.25) and how it stands now: people with a card who were to be enrolled or
 * visited, and how many of them are on the roll; people who died, and how many of them are off it. A district of which
 * nothing was told is missing.
 */
export async function readRegistryCounts(db: Kysely<unknown>): Promise<readonly RegistryCount[]> {
  const { rows } = await sql<RegistryCount>`
    with told as (
      select cnic, max(block) as block,
        bool_or(outcome = 'enrolled' or (outcome = 'to-verify' and card is not null)) as has_card,
        bool_or(outcome = 'deleted' or reason in ('death-to-confirm', 'death-of-another')) as has_died
      from rolls.registry_outcome where cnic is not null and outcome in ('enrolled', 'deleted', 'to-verify')
      group by cnic)
    select a.district, count(*) filter (where has_card and not has_died)::int as "cardsIssued",
      count(*) filter (where has_card and not has_died and v.block is not null)::int as enrolled,
      count(*) filter (where has_died)::int as deaths,
      count(*) filter (where has_died and v.block is null)::int as removed
    from told join rolls.electoral_area a on a.block = told.block left join rolls.voter v on v.cnic = told.cnic
    group by a.district`.execute(db)
  return rows
}
