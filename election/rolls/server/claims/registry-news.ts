import { sql, type Kysely } from 'kysely'
import type { RegistryNews } from '../../core/claims/door.ts'
import type { Cnic } from '../../core/identifiers.ts'

/**
 * Beside a person `v (cnic)` the newest record of the registry that asks for a visit, as `n`: none where a later record has
 * settled it, or where an officer has put the entry elsewhere since.
 */
export const newsBeside = sql.raw(`left join lateral (
    select number, block, decided_at, reason, card from rolls.registry_outcome o
    where o.cnic = v.cnic and o.outcome = 'to-verify' order by o.number desc limit 1) n
  on not exists (select 1 from rolls.action a where a.cnic = v.cnic and case
    when a.authority = 'civil-registry' and a.cause ~ '^feed:[0-9]+$' then substring(a.cause from 6)::bigint > n.number
    else a.acted_at > n.decided_at and a.kind in ('enrolled', 'transferred', 'deleted', 'restored') end)`)

/** The newest that the registry told of somebody and that nothing has settled since. */
export async function findNews(db: Kysely<unknown>, cnic: Cnic): Promise<RegistryNews | null> {
  const { rows } = await sql<RegistryNews>`
    select n.number, n.reason, n.card from (values (${Number(cnic)}::bigint)) v (cnic) ${newsBeside}
    where n.number is not null`.execute(db)
  return rows[0] ?? null
}

/** Records of the registry by their numbers, as a list for the door names them. */
export async function readNews(
  db: Kysely<unknown>,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, RegistryNews>> {
  const { rows } = await sql<RegistryNews>`
    select number, reason, card from rolls.registry_outcome
    where number = any(${numbers}::bigint[]) and outcome = 'to-verify'`.execute(db)
  return new Map(rows.map((row) => [row.number, row]))
}
