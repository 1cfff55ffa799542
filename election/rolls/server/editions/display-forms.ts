import { sql, type Kysely } from 'kysely'
import type { RollId } from '../../core/identifiers.ts'

const open = sql`state in ('lodged', 'hearing-set', 'heard')`

/** Forms 15, 16 and 17 that nobody has decided yet. */
export async function countUndecided(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from rolls.claim where period = 'display' and ${open}`.execute(db)
  return rows[0]?.n ?? 0
}

/** Forms of a display by the centre of the electoral area that they are about; a centre without any is left out. */
export async function formsByCentre(
  db: Kysely<unknown>,
  rollId: RollId,
  since: Date,
): Promise<ReadonlyMap<number, { readonly received: number; readonly undecided: number }>> {
  const { rows } = await sql<{ number: number; received: number; undecided: number }>`
    select number, count(*)::int as received, count(*) filter (where ${open})::int as undecided
    from rolls.claim c left join rolls.voter v on v.cnic = coalesce(c.concerned_cnic, c.claimant_cnic)
    join rolls.displayed_area a on a.roll_id = ${rollId} and a.block = coalesce((c.content->>'block')::int,
      (c.content->'other'->>'block')::int, (c.content->'permanent'->>'block')::int, v.block)
    where c.period = 'display' and c.lodged_at >= ${since} group by number`.execute(db)
  return new Map(rows.map(({ number, ...forms }) => [number, forms]))
}
