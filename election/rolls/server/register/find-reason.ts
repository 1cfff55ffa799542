import type { Database } from '@intikhab/kernel/database'
import type { KeptReason, LedgerAct } from '@intikhab/kernel/ledger'

/** The words of the reason for which a roll was frozen, as its row keeps them; undefined for any other act. */
export async function findRollsReason(
  { pool }: Pick<Database, 'pool'>,
  { changes = [] }: Pick<LedgerAct, 'changes'>,
): Promise<KeptReason | undefined> {
  const name = changes.find(({ record }) => record.startsWith('rolls.freeze:'))?.record
  if (name === undefined) return undefined
  const { rows } = await pool.query<KeptReason>(
    `select reason as words, reason_salt as salt from rolls.freeze where 'rolls.freeze:' || roll_id || '/' || number = $1`,
    [name],
  )
  return rows[0]
}
