import { sql, type Kysely } from 'kysely'
import type { RegistryCount } from '../../core/statistics/district-tables.ts'

/**
 * By district, what the civil registry told (s.25) and what became of it: people with a new card, and how many of them were
 * enrolled, by the feed or after a visit; voters who died, and how many of them are off the roll. A district of which
 * nothing was told is missing. Where those stand who wait for a visit is read from their newest action: in the register,
 * whose pages lie all over the disk, only who has none is looked up.
 */
export async function readRegistryCounts(db: Kysely<unknown>): Promise<readonly RegistryCount[]> {
  const { rows } = await sql<RegistryCount>`
    with done as (
      select block, count(*) filter (where outcome = 'enrolled') as cards, count(*) filter (where outcome = 'enrolled') as enrolled,
        count(*) filter (where outcome = 'deleted') as deaths, count(*) filter (where outcome = 'deleted') as removed
      from rolls.registry_outcome where outcome in ('enrolled', 'deleted') group by block),
    visited as (
      select distinct on (cnic, has_died) cnic, block, has_died
      from (select cnic, block, number, reason in ('death-to-confirm', 'death-of-another') as has_died
        from rolls.registry_outcome where outcome = 'to-verify' and reason in ('unknown-block', 'was-removed',
          'still-waiting', 'death-to-confirm', 'death-of-another')) told
      order by cnic, has_died, number),
    waiting as (
      select visited.block, count(*) filter (where not has_died) as cards,
        count(*) filter (where not has_died and now.block is not null) as enrolled,
        count(*) filter (where has_died) as deaths, count(*) filter (where has_died and now.block is null) as removed
      from visited left join lateral (
        select a.action_id, a.to_block from rolls.action a where a.cnic = visited.cnic order by a.action_id desc limit 1) last on true
      cross join lateral (select case when last.action_id is null
        then (select v.block from rolls.voter v where v.cnic = visited.cnic) else last.to_block end as block) now
      group by visited.block)
    select a.district, sum(cards)::int as "cardsIssued", sum(enrolled)::int as enrolled, sum(deaths)::int as deaths,
      sum(removed)::int as removed
    from (select * from done union all select * from waiting) told join rolls.electoral_area a using (block)
    group by a.district`.execute(db)
  return rows
}
