import type { Connection } from '../store.ts'

/** A place in the tree as the database has it; `body` is null where the entry behind it is gone. */
export interface StoredLeaf {
  readonly leaf: number
  readonly body: string | null
}

/** The rows of leaves `from` … `to` − 1, in order; a deleted leaf is simply not among them. */
export async function readLeavesBetween(client: Connection, from: number, to: number): Promise<StoredLeaf[]> {
  const { rows } = await client.query<StoredLeaf>({
    name: 'audit-leaves',
    // One look-up by key a row, whatever PostgreSQL believes of tables that were just filled: a join may read them whole.
    text: `select leaf, (select body from ledger.entry where id = entry_id) as body from ledger.leaf
      where leaf >= $1 and leaf < $2 order by leaf`,
    values: [from, to],
  })
  return rows
}

/** Entries beyond the first `size` places, with a place or still waiting for one. */
export async function readNewer(client: Connection, size: number): Promise<string[]> {
  const { rows } = await client.query<{ body: string }>(
    `select body from ledger.leaf join ledger.entry on id = entry_id where leaf >= $1
     union all select body from ledger.pending join ledger.entry on id = entry_id`,
    [size],
  )
  return rows.map(({ body }) => body)
}
