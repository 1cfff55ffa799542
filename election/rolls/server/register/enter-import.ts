import type { Ledger } from '@intikhab/kernel/ledger'
import { sql, type Kysely } from 'kysely'
import type { LoadedVoters } from './import-voters.ts'
import { rollsAct } from './ledger-act.ts'
import { changeTo, importRecord } from './records.ts'
import type { By } from './rolls.ts'

/** Enters an import whose voters are there: its row, and its entry in the ledger. `at`: ISO 8601 in UTC. */
export async function enterImport(
  tx: Kysely<unknown>,
  ledger: Pick<Ledger, 'append'> | undefined,
  name: string,
  { importId, voters, digest }: LoadedVoters,
  { actor }: By,
  at: string,
): Promise<void> {
  await sql`insert into rolls.import (import_id, name, voters, digest, account_id, imported_at)
    values (${importId}, ${name}, ${voters}, ${digest}, ${actor.id}, ${at})`.execute(tx)
  const row = { import_id: importId, name, voters, digest, account_id: actor.id, imported_at: at }
  const about = { actor, detail: { voters, digest }, changes: [changeTo(importRecord(row))] }
  await ledger?.append(tx, [rollsAct('feed-imported', at, { subject: `feed/${name}`, ...about })])
}
