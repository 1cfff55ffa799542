import type { BlockCode } from '@intikhab/delimitation'
import { sql, type Kysely } from 'kysely'
import { listChangeOf, type ListChange } from '../../core/register/list-change.ts'
import { isEnrolled } from '../../core/register/voter.ts'
import { actionColumns, actionOf, type ActionRow } from './actions.ts'
import { stateOfRow } from './as-of.ts'
import { voterOf, type VoterRow } from './voter-row.ts'

/**
 * What became of the lists of an electoral area from an instant (included) until another (excluded), in the order in which
 * it happened. The list at the beginning, with those added and without those who left, is the list at the end.
 */
export async function listChangesOf(
  db: Kysely<unknown>,
  block: BlockCode,
  from: Date,
  until: Date,
): Promise<readonly ListChange[]> {
  const code = Number(block)
  const { rows } = await sql<ActionRow>`select ${sql.raw(actionColumns)} from rolls.action
    where (from_block = ${code} or to_block = ${code}) and acted_at >= ${from} and acted_at < ${until}
    order by action_id`.execute(db)
  const acted = rows.flatMap((row) => listChangeOf(actionOf(row), block) ?? [])
  return [...(await loadedInto(db, code, from, until)), ...acted].sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Who came with a load of the register: nothing was done about them, so there is no action that says so. */
async function loadedInto(db: Kysely<unknown>, code: number, from: Date, until: Date): Promise<readonly ListChange[]> {
  const { rows } = await sql<VoterRow & { imported_at: Date }>`
    with loads as (select import_id, imported_at from rolls.import where imported_at >= ${from} and imported_at < ${until}),
    concerned as (
      select cnic from rolls.voter where block = ${code}
      union select cnic from rolls.action where from_block = ${code}),
    came as (
      select v.cnic, v.name_key, loads.imported_at, coalesce(first.before, ${stateOfRow('v')}) as state
      from concerned join rolls.voter v using (cnic) join loads using (import_id)
      left join lateral (select before from rolls.action a where a.cnic = v.cnic order by action_id limit 1) first on true)
    select cnic, name_key, imported_at, (state).* from came where (state).block = ${code}
    order by (state).gender, (state).serial`.execute(db)
  return rows.flatMap((row) => {
    const voter = voterOf(row)
    return isEnrolled(voter) ? [{ change: 'added', at: row.imported_at, voter, action: null }] : []
  })
}
