import type { Database } from '@intikhab/kernel/database'
import type { KeptReason, LedgerAct } from '@intikhab/kernel/ledger'

/** What is kept of a reason; both null once the account was erased. */
interface Row {
  readonly words: string | null
  readonly salt: Buffer | null
}

/** The words of the reason of an act on an account or an office, as the register keeps them; undefined where it has none. */
export async function findPeopleReason(
  { pool }: Pick<Database, 'pool'>,
  { act, subject, changes = [] }: LedgerAct,
): Promise<KeptReason | undefined> {
  const kept = (text: string, key: string) => pool.query<Row>(text, [key])
  let rows: readonly Row[] = []
  if (act === 'account-closed')
    ({ rows } = await kept('select close_reason as words, salt from identity.account where id = $1', subject))
  if (act === 'grant-ended') {
    const grant = changes.find(({ record }) => record.startsWith('identity.grant:'))?.record.split(':')[1] ?? ''
    ;({ rows } = await kept('select end_reason as words, salt from identity.account_grant where id = $1', grant))
  }
  const { words = null, salt = null } = rows[0] ?? {}
  return words === null || salt === null ? undefined : { words, salt }
}
