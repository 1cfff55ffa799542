import { applicationRole, bulkLoadAsOwner } from '@intikhab/kernel/database'
import { sql } from 'kysely'

/** Whether the server has postgres_fdw, by which it reads and writes the tables of another one. */
export async function canReachOthers(url: string): Promise<boolean> {
  const { rows } = await bulkLoadAsOwner({ url }, ({ tx }) =>
    sql`select name from pg_available_extensions where name = 'postgres_fdw'`.execute(tx),
  )
  return rows.length === 1
}

/**
 * Shares the register of one server out between it and another one, by the hash of the CNIC: the rows of the first half
 * stay in its own table, which becomes a partition, the others go to `rolls.voter` of the other one. Both are registers
 * as the migrations make them, each with its own primary key.
 */
export async function shareOut(ownerUrl: string, otherUrl: string): Promise<void> {
  const other = new URL(otherUrl)
  const place = `host '${other.hostname}', port '${other.port}', dbname '${other.pathname.slice(1)}'`
  const login = `user '${decodeURIComponent(other.username)}', password '${decodeURIComponent(other.password)}'`
  await bulkLoadAsOwner({ url: ownerUrl }, async ({ tx }) => {
    for (const statement of [
      'create extension postgres_fdw',
      // Rows travel by the hundred, and the other server plans with its own figures.
      `create server other foreign data wrapper postgres_fdw options (${place}, batch_size '100', use_remote_estimate 'true')`,
      `create user mapping for public server other options (${login})`,
      'alter table rolls.voter rename to voter_here',
      'create table rolls.voter (like rolls.voter_here including defaults including constraints) partition by hash (cnic)',
      'alter table rolls.voter attach partition rolls.voter_here for values with (modulus 2, remainder 0)',
      `create foreign table rolls.voter_there partition of rolls.voter for values with (modulus 2, remainder 1)
        server other options (schema_name 'rolls', table_name 'voter')`,
      `grant select, insert, update, delete on rolls.voter, rolls.voter_here, rolls.voter_there to ${applicationRole}`,
    ])
      await sql.raw(statement).execute(tx)
  })
}
