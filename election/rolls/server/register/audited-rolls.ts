import { streamRows, type Database } from '@intikhab/kernel/database'
import { hashRecord, type AuditedRecord, type AuditedRecords } from '@intikhab/kernel/ledger'
import type { Cnic } from '../../core/identifiers.ts'
import { isEnrolled, type EnrolledVoter } from '../../core/register/voter.ts'
import { auditedRegistryFeed } from '../registry-feed/audited-registry-feed.ts'
import { batchDigest } from './batch-digest.ts'
import { growImportDigest, keyOrder } from './import-digest.ts'
import { actionColumns, actionOf, type ActionRow } from './actions.ts'
import {
  actionRecord,
  batchRecord,
  freezeRecord,
  importRecord,
  placesRecord,
  rollRecord,
  voterRecord,
  type BatchRecord,
  type FreezeRecord,
  type ImportRecord,
} from './records.ts'
import { createRollsStore } from './store.ts'
import { stateColumns, voterOf, voterOfState, type VoterRow, type VoterStateRow } from './voter-row.ts'

/**
 * The records of the rolls as the register holds them now. An import is made anew out of its voters as they
 * came: one changed, added or taken away by hand gives it another fingerprint.
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

  async function* batches(): AsyncGenerator<AuditedRecord> {
    for await (const { applied_at: at, ...row } of streamRows<Omit<BatchRecord, 'applied_at'> & { applied_at: Date }>(
      database,
      `select batch_id, cause, coalesce(actions.n, 0)::int as actions, coalesce(actions.digest, '') as digest, account_id, applied_at
       from rolls.batch left join (select batch_id, count(*) as n, ${batchDigest} as digest from rolls.action
         where batch_id is not null group by batch_id) actions using (batch_id)`,
    ))
      yield batchRecord({ ...row, applied_at: at.toISOString() })
  }

  async function* actions(): AsyncGenerator<AuditedRecord> {
    const query = `select ${actionColumns}, salt from rolls.action where salt is not null`
    for await (const row of streamRows<ActionRow & { salt: Buffer }>(database, query))
      yield actionRecord(actionOf(row), row.salt)
  }

  async function* voters(): AsyncGenerator<AuditedRecord> {
    for await (const { cnic, salt, ...state } of streamRows<VoterStateRow & { cnic: number; salt: Buffer }>(
      database,
      `select distinct on (cnic) cnic, salt, (after).* from rolls.action where salt is not null order by cnic, action_id desc`,
    ))
      yield voterRecord(voterOfState(String(cnic) as Cnic, state), salt)
    for (const { name, query } of astray)
      for await (const { n } of streamRows<{ n: number }>(database, query))
        if (n > 0) yield { record: `rolls.voter:${name}`, hash: hashRecord({ n }) }
  }

  return [
    { kind: 'rolls.import', read: imports },
    { kind: 'rolls.voter', read: voters },
    { kind: 'rolls.action', read: actions },
    { kind: 'rolls.batch', read: batches },
    auditedRegistryFeed(database),
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

/** What no act accounts for: people whom nobody entered, and rows that are not what the last action made of them. */
const astray = [
  {
    name: 'entered-by-nobody',
    query: `select count(*) as n from rolls.voter v where import_id is null
      and not exists (select 1 from rolls.action a where a.cnic = v.cnic)`,
  },
  {
    name: 'not-as-the-last-action-left-it',
    query: `select count(*) as n from (select distinct on (cnic) cnic, after from rolls.action order by cnic, action_id desc) last
      left join rolls.voter v using (cnic)
      where (${stateColumns.map((column) => `v.${column}`).join(', ')}) is distinct from
        (${stateColumns.map((column) => `(last.after).${column}`).join(', ')})`,
  },
] as const

/** How many voters each import has in the register, and their fingerprint. One block is in memory at a time. */
async function importsAsTheyAre(database: Database): Promise<Map<number, { voters: number; digest: string }>> {
  const found = new Map<number, { voters: number; digest: string }>()
  let open: { readonly id: number; voters: number; readonly digest: ReturnType<typeof growImportDigest> } | undefined
  let block: EnrolledVoter[] = []
  const closeBlock = () => {
    const [first] = block
    if (first !== undefined) open?.digest.addBlock(first.entry.block, block)
    block = []
  }
  const closeImport = () => {
    closeBlock()
    if (open !== undefined) found.set(open.id, { voters: open.voters, digest: open.digest.end() })
  }
  // As they came: the state before the first action, or the row itself.
  const came = stateColumns.map(
    (name) => `case when a.cnic is null then v.${name} else (a.before).${name} end as ${name}`,
  )
  for await (const { import_id: id, ...row } of streamRows<VoterRow & { import_id: number }>(
    database,
    `select * from (select v.import_id, v.cnic, ${came.join(', ')} from rolls.voter v
       left join (select distinct on (cnic) cnic, before from rolls.action order by cnic, action_id) a
         on a.cnic = v.cnic and not (a.before is null)
       where v.import_id is not null) came order by ${keyOrder}`,
  )) {
    if (open?.id !== id) {
      closeImport()
      open = { id, voters: 0, digest: growImportDigest() }
    }
    const voter = voterOf(row)
    if (!isEnrolled(voter)) continue
    if (block[0] !== undefined && block[0].entry.block !== voter.entry.block) closeBlock()
    block.push(voter)
    open.voters++
  }
  closeImport()
  return found
}
