import { streamRows, type Database } from '@intikhab/kernel/database'
import { hashRecord, type AuditedRecord, type AuditedRecords } from '@intikhab/kernel/ledger'
import type { VoterEntry } from '../core/voter.ts'
import { growImportDigest, keyOrder } from './import-digest.ts'
import {
  freezeRecord,
  importRecord,
  placesRecord,
  rollRecord,
  voterRecord,
  type FreezeRecord,
  type ImportRecord,
} from './records.ts'
import { createRollsStore } from './store.ts'
import { entryOf, voterColumns, type VoterRow } from './voter-row.ts'

/**
 * The records of the rolls as the register holds them now. An import is made anew out of its voters, with the status
 * each came with: one changed, added or taken away by hand gives it another fingerprint.
 */
export function auditedRolls(database: Database): AuditedRecords[] {
  const store = createRollsStore(database.tables())

  async function* imports(): AsyncGenerator<AuditedRecord> {
    const found = await importsAsTheyAre(database)
    for await (const row of streamRows<ImportRecord & { imported_at: Date }>(
      database,
      'select import_id, name, account_id, imported_at from rolls.import order by import_id',
    )) {
      const now = found.get(row.import_id) ?? { voters: 0, digest: growImportDigest().end() }
      found.delete(row.import_id)
      yield importRecord({ ...row, ...now, imported_at: row.imported_at.toISOString() })
    }
    // Voters of an import that nobody made.
    for (const [id, now] of found) yield { record: `rolls.import:${id}`, hash: hashRecord({ ...now }) }
  }

  async function* voters(): AsyncGenerator<AuditedRecord> {
    for await (const row of streamRows<VoterRow & { salt: Buffer }>(
      database,
      `select ${voterColumns.join(', ')}, salt from rolls.voter where salt is not null`,
    ))
      yield voterRecord(entryOf(row), row.salt)
    const query = 'select count(*) as voters from rolls.voter where salt is null and import_id is null'
    for await (const { voters: unrecorded } of streamRows<{ voters: number }>(database, query))
      if (unrecorded > 0) yield { record: 'rolls.voter:entered-by-nobody', hash: hashRecord({ voters: unrecorded }) }
  }

  return [
    { kind: 'rolls.import', read: imports },
    { kind: 'rolls.voter', read: voters },
    {
      kind: 'rolls.roll',
      async *read() {
        for (const roll of await store.listRolls()) yield rollRecord(roll)
      },
    },
    {
      kind: 'rolls.places',
      async *read() {
        const [districts, areas] = [await store.districts(), await store.areas()]
        if (districts.length > 0) yield placesRecord(districts, areas)
      },
    },
    {
      kind: 'rolls.freeze',
      async *read() {
        for await (const { ordered_at: at, ...row } of streamRows<FreezeRecord & { ordered_at: Date }>(
          database,
          `select roll_id, number, kind, day, delimitation_id, constituency, blocks, reason, reason_salt, account_id,
             approval_id, ordered_at from rolls.freeze`,
        ))
          yield freezeRecord({ ...row, ordered_at: at.toISOString() })
      },
    },
  ]
}

/** How many voters each import has in the register, and their fingerprint. One block is in memory at a time. */
async function importsAsTheyAre(database: Database): Promise<Map<number, { voters: number; digest: string }>> {
  const found = new Map<number, { voters: number; digest: string }>()
  let open: { readonly id: number; voters: number; readonly digest: ReturnType<typeof growImportDigest> } | undefined
  let block: VoterEntry[] = []
  const closeBlock = () => {
    const [first] = block
    if (first !== undefined) open?.digest.addBlock(first.block, block)
    block = []
  }
  const closeImport = () => {
    closeBlock()
    if (open !== undefined) found.set(open.id, { voters: open.voters, digest: open.digest.end() })
  }
  const columns = voterColumns.map((name) => (name === 'status' ? 'coalesce(first_status, status) as status' : name))
  for await (const { import_id: id, ...row } of streamRows<VoterRow & { import_id: number }>(
    database,
    `select import_id, ${columns.join(', ')} from rolls.voter where import_id is not null order by ${keyOrder}`,
  )) {
    if (open?.id !== id) {
      closeImport()
      open = { id, voters: 0, digest: growImportDigest() }
    }
    const voter = entryOf(row)
    if (block[0] !== undefined && block[0].block !== voter.block) closeBlock()
    block.push(voter)
    open.voters++
  }
  closeImport()
  return found
}
