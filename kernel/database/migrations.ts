import { sql, type Kysely } from 'kysely'

/** One step of a system's schema; never changed once it has landed. */
export interface Migration {
  up(db: Kysely<unknown>): Promise<void>
}

/** A system's own PostgreSQL schema and the steps that make it. */
export interface SystemMigrations {
  /** Schema name: the system's name with `_` for `-`. */
  readonly schema: string
  /** `0001-what` → step, applied in the order of the names. */
  readonly migrations: Readonly<Record<string, Migration>>
  /** Tables whose rows the application may add but never change or delete. */
  readonly appendOnly?: readonly string[]
}

/** The role under which the running application works: it owns nothing. */
export const applicationRole = 'intikhab_application'

/** Any number that every migrating process agrees on: two starts at once must not both migrate. */
const migrationLock = 8300

async function grant(db: Kysely<unknown>, system: SystemMigrations): Promise<void> {
  const schema = sql.id(system.schema)
  const role = sql.id(applicationRole)
  await sql`grant usage on schema ${schema} to ${role}`.execute(db)
  await sql`grant select, insert, update, delete on all tables in schema ${schema} to ${role}`.execute(db)
  await sql`grant usage, select on all sequences in schema ${schema} to ${role}`.execute(db)
  for (const table of system.appendOnly ?? []) {
    await sql`revoke update, delete, truncate on ${sql.id(system.schema, table)} from ${role}`.execute(db)
  }
}

/**
 * Brings every system's schema up to date in one transaction, in the order given, and gives the application role, which
 * must exist, its rights. Returns the steps applied, as `schema/0001-what`.
 */
export async function migrate(db: Kysely<unknown>, systems: readonly SystemMigrations[]): Promise<string[]> {
  const applied: string[] = []
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(tx)
    await sql`create table if not exists public.migration (
      system text not null, name text not null, applied_at timestamptz not null default now(), primary key (system, name))`.execute(
      tx,
    )
    const done = await sql<{ key: string }>`select system || '/' || name as key from public.migration`.execute(tx)
    const known = new Set(done.rows.map((row) => row.key))
    for (const system of systems) {
      await sql`create schema if not exists ${sql.id(system.schema)}`.execute(tx)
      for (const name of Object.keys(system.migrations).sort()) {
        const key = `${system.schema}/${name}`
        if (known.has(key)) continue
        await system.migrations[name]?.up(tx)
        await sql`insert into public.migration (system, name) values (${system.schema}, ${name})`.execute(tx)
        applied.push(key)
      }
      await grant(tx, system)
    }
  })
  return applied
}
