import type { Database } from '@intikhab/kernel/database'
import type { KeptReason, LedgerAct } from '@intikhab/kernel/ledger'

/** Where the rows of each kind of record stand: the columns that its name is made of, in their order. */
const places: Readonly<Record<string, { readonly table: string; readonly key: readonly string[] }>> = {
  'results.form': { table: 'form', key: ['election_id', 'contest_id', 'station_number', 'form', 'version'] },
  'results.postal': { table: 'postal_row', key: ['election_id', 'contest_id', 'version'] },
  'results.document': { table: 'document', key: ['election_id', 'contest_id', 'form', 'version'] },
  'results.decision': { table: 'decision', key: ['election_id', 'bundle_id'] },
  'results.recount': { table: 'recount_order', key: ['election_id', 'contest_id', 'number'] },
}

/** The words of the reason of an act, as its row keeps them; undefined where it has none. */
export async function findResultsReason(
  { pool }: Pick<Database, 'pool'>,
  { changes = [] }: Pick<LedgerAct, 'changes'>,
): Promise<KeptReason | undefined> {
  for (const { record } of changes) {
    const colon = record.indexOf(':')
    const place = places[record.slice(0, colon)]
    const key = record.slice(colon + 1).split('/')
    if (place === undefined || key.length !== place.key.length) continue
    const { rows } = await pool.query<{ words: string | null; salt: Buffer | null }>(
      `select reason as words, reason_salt as salt from results.${place.table}
       where ${place.key.map((column, n) => `${column}::text = $${n + 1}`).join(' and ')}`,
      key,
    )
    const { words = null, salt = null } = rows[0] ?? {}
    if (words !== null && salt !== null) return { words, salt }
  }
  return undefined
}
