import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { besides } from './initialise.ts'

/**
 * PostgreSQL that is killed in the middle of a transaction forgets the tables that the transaction was filling, but
 * leaves their files: a load of a whole register would leave its tens of gigabytes for good. So a load of an embedded
 * database stands in a mark beside its folder while it lasts, and the next start clears up.
 */

/** Marks that a load has begun. The mark goes when the load has ended by itself, well or not. */
export function markLoad(folder: string): () => void {
  const { load } = besides(folder)
  writeFileSync(load, `${new Date().toISOString()}\n`)
  return () => rmSync(load, { force: true })
}

/** `base/<database>/<relation>`, of a relation that is none of the system's own. */
const relationFile = /^(\d{5,})(?:_fsm|_vm|_init)?(?:\.\d+)?$/
const firstOfUsers = 16_384

/**
 * Removes what a load that was killed left in the folder of a server that has just started: files of no relation that
 * were last written before `startedAt`, when nobody can have been connected. Gives the bytes that were freed.
 */
export async function clearUnfinishedLoad(url: string, folder: string, startedAt: Date): Promise<number> {
  const { load } = besides(folder)
  if (statSync(load, { throwIfNoEntry: false }) === undefined) return 0
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ folder: string; files: number[] }>(
      `select 'base/' || d.oid as folder,
         array(select pg_relation_filenode(c.oid)::int8 from pg_class c where pg_relation_filenode(c.oid) is not null) as files
       from pg_database d where d.datname = current_database()`,
    )
    const place = join(folder, rows[0]?.folder ?? '')
    const known = new Set(rows[0]?.files.map(Number))
    let freed = 0
    for (const name of readdirSync(place)) {
      const number = Number(relationFile.exec(name)?.[1] ?? 0)
      if (number < firstOfUsers || known.has(number)) continue
      const { mtime, size } = statSync(join(place, name))
      if (mtime >= startedAt) continue
      rmSync(join(place, name))
      freed += size
    }
    rmSync(load)
    return freed
  } finally {
    await client.end()
  }
}
