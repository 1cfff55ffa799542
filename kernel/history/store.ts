import { sql, type Kysely } from 'kysely'

/** All that the history says to PostgreSQL. */

/** A name, and the leaf of an entry that is found under it. */
export type Mention = readonly [key: string, leaf: number]

/** How many entries are in the index. Inside a transaction it is held, so that one process at a time goes on from there. */
export async function readFollowed(tx: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ size: number }>`select size from history.followed for update`.execute(tx)
  return rows[0]?.size ?? 0
}

/** Adds mentions and moves on to `size`. */
export async function addMentions(tx: Kysely<unknown>, mentions: readonly Mention[], size: number): Promise<void> {
  await sql`insert into history.mention (key, leaf)
    select * from unnest(${mentions.map(([key]) => key)}::text[], ${mentions.map(([, leaf]) => leaf)}::bigint[]) order by 1, 2`.execute(
    tx,
  )
  await sql`update history.followed set size = ${size}`.execute(tx)
}

/** Takes everything out: the ledger is a shorter one than was followed, a copy that was put back. */
export async function forgetAll(tx: Kysely<unknown>): Promise<void> {
  await sql`delete from history.mention`.execute(tx)
  await sql`update history.followed set size = 0`.execute(tx)
}

/** Leaves found under `key` or anything below it (`key/…`), before leaf `before`, the newest first. */
export async function findLeaves(
  db: Kysely<unknown>,
  key: string,
  before: number,
  limit: number,
): Promise<readonly number[]> {
  // Names below a name follow it at once in byte order: “0” comes after “/”.
  const { rows } = await sql<{ leaf: number }>`select distinct leaf from history.mention
    where (key = ${key} or (key > ${`${key}/`} and key < ${`${key}0`})) and leaf < ${before}
    order by leaf desc limit ${limit}`.execute(db)
  return rows.map(({ leaf }) => leaf)
}
