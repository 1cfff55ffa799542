import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { copyRow, markLoad } from '@intikhab/kernel/database'
import type { Ledger, LedgerAct } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { rollsRefusals } from '../../core/refusals.ts'
import { registerKeys } from '../migrations/0003-register.ts'
import { digestOfBlocks } from './import-digest.ts'
import type { LoadedVoters } from './import-voters.ts'
import { importRecord } from './records.ts'
import type { By } from './rolls.ts'
import { voterColumns } from './voter-row.ts'

/** A block of a register that is loaded whole: what is entered of it beside its voters. */
export interface LoadedBlock {
  /** Nine digits. */
  readonly block: string
  /** Numbers given out in it so far: last serials of the three lists, last household. */
  readonly men: number
  readonly women: number
  readonly others: number
  readonly households: number
  /** SHA-256 in hex over its voters' state lines, men, women, others, each by serial: see `ImportDigest`. */
  readonly digest: string
}

/** Whole blocks, as COPY lines in the order of `voterColumns`. */
export interface RegisterChunk {
  readonly lines: Uint8Array
  readonly blocks: readonly LoadedBlock[]
}

/** A register on its way into the database, every block once. It is made by a program of ours, not by a person. */
export interface RegisterSource {
  /** The name under which the import is kept. */
  readonly name: string
  chunks(): AsyncIterable<RegisterChunk>
}

export interface RegisterLoad {
  /** As the owner of the register, who alone may take its keys off. */
  readonly ownerUrl: string
  /** Of the embedded server: a load that is killed is then cleared up by the next start. */
  readonly embeddedFolder?: string | undefined
  readonly ledger: Pick<Ledger, 'append'>
  readonly now: () => Date
  /** Told when a step begins: `copy`, the register's keys by their names, `counters`, `commit`. */
  readonly onStep?: (step: string) => void
}

/**
 * Loads a whole register into an empty one, all of it or nothing, in one transaction of the owner: rows first, then each
 * key over all of them at once. Nobody reads the register meanwhile. On an embedded server that was started
 * `forBulkLoad` the rows are written once, to the table itself. Refuses `register-not-empty`, `already-enrolled` and
 * `serial-taken`; throws where a line is none.
 */
export async function loadRegister(load: RegisterLoad, source: RegisterSource, by: By): Promise<Outcome<LoadedVoters>> {
  const { embeddedFolder, onStep } = load
  const client = new pg.Client({ connectionString: load.ownerUrl, options: '-c timezone=UTC' })
  // A connection that breaks fails its query; the event beside it would end the process.
  client.on('error', () => undefined)
  await client.connect()
  const unmark = embeddedFolder === undefined ? () => undefined : markLoad(embeddedFolder)
  try {
    await client.query('begin')
    const importId = await emptyRegister(client)
    if (importId === undefined) {
      await client.query('rollback')
      unmark()
      return refuse(rollsRefusals['register-not-empty'])
    }
    onStep?.('copy')
    const { voters, blocks } = await copyVoters(client, source)
    for (const { name, add } of registerKeys) {
      onStep?.(name)
      await client.query(add)
    }
    onStep?.('counters')
    await copyLists(client, blocks)
    const loaded = { importId, voters, digest: digestOfBlocks(blocks) }
    await enterImport(client, load, source.name, loaded, by)
    await client.query('alter table rolls.voter alter column import_id drop default')
    await client.query('analyze rolls.voter, rolls.list')
    onStep?.('commit')
    await client.query('commit')
    unmark()
    return accept(loaded)
  } catch (error) {
    // Where the server does not answer any more, the mark stays: what it left behind is cleared up when it starts again.
    const isRolledBack = await client.query('rollback').then(
      () => true,
      () => false,
    )
    if (isRolledBack) unmark()
    const refusal = refusalOf(error)
    if (refusal === undefined) throw error
    return refuse(refusal)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Locks the register and takes its keys off; the number of the import, undefined where anybody was ever in it. */
async function emptyRegister(client: pg.Client): Promise<number | undefined> {
  await client.query('lock table rolls.voter, rolls.list, rolls.action in access exclusive mode')
  const { rows } = await client.query<{ used: boolean; id: number }>(
    `select exists (select from rolls.voter) or exists (select from rolls.list) or exists (select from rolls.action)
       as used, nextval(pg_get_serial_sequence('rolls.import', 'import_id')) as id`,
  )
  const [{ used, id } = { used: true, id: 0 }] = rows
  if (used) return undefined
  for (const { drop } of registerKeys) await client.query(drop)
  // A table that this transaction made anew is needed for rows without a log, and for rows that no vacuum has to visit.
  await client.query('truncate rolls.voter')
  // Every row gets it without its being sent 128 million times.
  await client.query(`alter table rolls.voter alter column import_id set default ${id}`)
  // Sorting is what keys cost. The leader and two workers share the memory.
  await client.query(`set local maintenance_work_mem = '1536MB'`)
  await client.query('set local max_parallel_maintenance_workers = 2')
  return id
}

async function copyVoters(
  client: pg.Client,
  source: RegisterSource,
): Promise<{ voters: number; blocks: readonly LoadedBlock[] }> {
  const blocks: LoadedBlock[] = []
  async function* lines(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source.chunks()) {
      for (const block of chunk.blocks) blocks.push(block)
      yield chunk.lines
    }
  }
  const sink = client.query(copyFrom(`copy rolls.voter (${voterColumns.join(', ')}) from stdin with (freeze)`))
  await pipeline(Readable.from(lines(), { objectMode: false }), sink)
  const told = blocks.reduce((sum, { men, women, others }) => sum + men + women + others, 0)
  if (sink.rowCount !== told) throw new Error(`${told} voters were announced, and ${sink.rowCount} came`)
  return { voters: told, blocks }
}

async function copyLists(client: pg.Client, blocks: readonly LoadedBlock[]): Promise<void> {
  const rows = blocks
    .filter(({ households }) => households > 0)
    .map(({ block, men, women, others, households }) => copyRow([Number(block), men, women, others, households]))
  const columns = 'block, last_male, last_female, last_other, last_household'
  await pipeline(Readable.from(rows), client.query(copyFrom(`copy rolls.list (${columns}) from stdin`)))
}

async function enterImport(
  client: pg.Client,
  { ledger, now }: RegisterLoad,
  name: string,
  { importId, voters, digest }: LoadedVoters,
  by: By,
): Promise<void> {
  const at = now().toISOString()
  await client.query(
    `insert into rolls.import (import_id, name, voters, digest, account_id, imported_at) values ($1, $2, $3, $4, $5, $6)`,
    [importId, name, voters, digest, by.actor.id, at],
  )
  const row = { import_id: importId, name, voters, digest, account_id: by.actor.id, imported_at: at }
  const { record, hash } = importRecord(row)
  const act: LedgerAct = {
    system: 'rolls',
    act: 'feed-imported',
    subject: `feed/${name}`,
    actor: by.actor,
    madeAt: at,
    arrivedAt: at,
    detail: { voters, digest },
    changes: [{ record, before: null, after: hash }],
  }
  const only = { query: client.query.bind(client), release: () => undefined }
  const tx = new Kysely<unknown>({
    dialect: new PostgresDialect({
      pool: { connect: () => Promise.resolve(only), end: () => Promise.resolve() } as never,
    }),
  })
  await ledger.append(tx, [act])
}

/** Two rows with the same key: which rule that breaks. */
function refusalOf(error: unknown) {
  if (!(error instanceof pg.DatabaseError) || error.code !== '23505') return undefined
  if (error.constraint === 'one_cnic_one_vote') return rollsRefusals['already-enrolled']
  return error.constraint === 'one_voter_a_line' ? rollsRefusals['serial-taken'] : undefined
}
