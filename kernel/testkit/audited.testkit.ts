import type { AuditedRecords, Ledger, LedgerAct } from '@intikhab/kernel/ledger'
import pg from 'pg'

/** Every act in the ledger of a test's database, in the order of their entries. */
export async function actsIn(pool: Pick<pg.Pool, 'query'>): Promise<LedgerAct[]> {
  const { rows } = await pool.query<{ body: string }>('select body from ledger.entry order by id')
  return rows.map(({ body }) => JSON.parse(body) as LedgerAct)
}

/**
 * What an audit would find between a register and the acts: records whose fingerprint is not the last `after`, records
 * that no act made, records that are gone, and acts whose `before` is not the `after` that came first. Empty in a sound house.
 */
export async function disagreements(
  audited: readonly AuditedRecords[],
  acts: readonly LedgerAct[],
): Promise<readonly string[]> {
  const kinds = new Set(audited.map(({ kind }) => kind))
  const found: string[] = []
  const last = new Map<string, string | null>()
  for (const { record, before, after } of acts.flatMap(({ changes }) => changes ?? [])) {
    if (!kinds.has(record.slice(0, record.indexOf(':')))) continue
    if ((last.get(record) ?? null) !== before) found.push(`${record}: does not continue what came before`)
    last.set(record, after)
  }
  for (const { read } of audited)
    for await (const { record, hash } of read()) {
      const expected = last.get(record)
      if (expected === undefined || expected === null) found.push(`${record}: no act made it`)
      else if (expected !== hash) found.push(`${record}: differs`)
      last.delete(record)
    }
  for (const [record, after] of last) if (after !== null) found.push(`${record}: is gone`)
  return found
}

/** Changes rows as only the database's owner can, past every rule of the application: planted tampering. */
export async function tamper(ownerUrl: string, statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const { rowCount } = await owner.query(statement)
    if (rowCount === 0) throw new Error(`nothing was changed by: ${statement}`)
  } finally {
    await owner.end()
  }
}

/** A ledger that keeps the acts in memory, in the order in which they would have been entered. */
export function ledgerInMemory(): { readonly acts: LedgerAct[]; readonly ledger: Pick<Ledger, 'append'> } {
  const acts: LedgerAct[] = []
  return { acts, ledger: { append: async (_tx, added) => added.map((act) => acts.push(act)) } }
}
