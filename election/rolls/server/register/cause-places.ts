import { sql, type Kysely } from 'kysely'
import { readCause, type Cause } from '../../core/register/cause.ts'

/** Says of a cause whether it is a claim or a list for the door of this district: of another nothing can be opened. */
export async function placeCauses(
  db: Kysely<unknown>,
  district: string,
  causes: readonly string[],
): Promise<(cause: string) => boolean> {
  const read = causes.map(readCause)
  const dockets = read.flatMap((cause) => (cause.kind === 'claim' ? cause.docket : []))
  const lists = read.flatMap((cause) => (cause.kind === 'door' ? cause.list : []))
  const { rows } = await sql<{ name: string }>`
    select 'claim:' || docket as name from rolls.claim where docket = any(${dockets}) and district = ${district}
    union all select 'door:' || list_id from rolls.door_list
      where list_id::text = any(${lists}) and district = ${district}`.execute(db)
  const own = new Set(rows.map(({ name }) => name))
  const nameOf = (cause: Cause) =>
    cause.kind === 'claim' ? `claim:${cause.docket}` : cause.kind === 'door' ? `door:${cause.list}` : ''
  return (cause) => own.has(nameOf(readCause(cause)))
}
