import type { BlockCode } from '@intikhab/delimitation'
import { sql, type Kysely } from 'kysely'
import { isEnrolled, type EnrolledVoter } from '../../core/register/voter.ts'
import { stateColumns, voterOf, type VoterRow } from './voter-row.ts'

const columns = (of: string) => stateColumns.map((column) => `(${of}).${column}`).join(', ')

/** The state of a voter out of the row that `of` names. */
export const stateOfRow = (of: string) =>
  sql.raw(`row(${stateColumns.map((column) => `${of}.${column}`).join(', ')})::rolls.voter_state`)

/**
 * The roll of an electoral area as on an instant: of whoever is in it or ever was, the state after the last action until
 * then; of whoever came with an import and was not acted on yet, the state before the first action, or the row itself.
 */
export async function listAsOf(db: Kysely<unknown>, block: BlockCode, at: Date): Promise<readonly EnrolledVoter[]> {
  const code = Number(block)
  const { rows } = await sql<VoterRow>`
    with concerned as (
      select cnic from rolls.voter where block = ${code}
      union select cnic from rolls.action where from_block = ${code}
      union select cnic from rolls.action where to_block = ${code}),
    then_was as (
      select v.cnic, v.name_key, case
        when last.cnic is not null then last.after
        when i.imported_at <= ${at} then coalesce(first.before, ${stateOfRow('v')})
        end as state
      from concerned join rolls.voter v using (cnic)
      left join lateral (select cnic, after from rolls.action a where a.cnic = v.cnic and a.acted_at <= ${at}
        order by action_id desc limit 1) last on true
      left join lateral (select before from rolls.action a where a.cnic = v.cnic order by action_id limit 1) first on true
      left join rolls.import i on i.import_id = v.import_id)
    select cnic, name_key, ${sql.raw(columns('state'))} from then_was
    where (state).block = ${code}
    order by case (state).gender when 'm' then 0 when 'f' then 1 else 2 end, (state).serial`.execute(db)
  return rows.map(voterOf).filter(isEnrolled)
}
