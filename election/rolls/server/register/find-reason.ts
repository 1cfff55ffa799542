import type { Database } from '@intikhab/kernel/database'
import type { KeptReason, LedgerAct } from '@intikhab/kernel/ledger'

/** Records that keep the words of a reason: their kind, their table, and what is their name in it. */
const kept = [
  { kind: 'rolls.freeze', table: 'rolls.freeze', name: "roll_id || '/' || number" },
  { kind: 'rolls.stage', table: 'rolls.stage', name: "roll_id || '/' || number" },
  { kind: 'rolls.marked-copy', table: 'rolls.marked_copy', name: "election_id || '/' || number" },
] as const

/** The words of the reason of an act, as the row that it made keeps them; undefined for an act without. */
export async function findRollsReason(
  { pool }: Pick<Database, 'pool'>,
  { changes = [] }: Pick<LedgerAct, 'changes'>,
): Promise<KeptReason | undefined> {
  for (const { kind, table, name } of kept) {
    const record = changes.find((change) => change.record.startsWith(`${kind}:`))?.record
    if (record === undefined) continue
    const { rows } = await pool.query<KeptReason>(
      `select reason as words, reason_salt as salt from ${table} where ${name} = $1`,
      [record.slice(kind.length + 1)],
    )
    return rows[0]
  }
  return undefined
}
