import { bulkLoadAsOwner, copyRow, type OwnersLoad } from '@intikhab/kernel/database'
import type { Ledger } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { sql, type Kysely } from 'kysely'
import { rollsRefusals } from '../../core/refusals.ts'
import { enterImport } from './enter-import.ts'
import { digestOfBlocks } from './import-digest.ts'
import type { LoadedVoters } from './import-voters.ts'
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
 * `forBulkLoad` the rows are written once, to the table itself. Refuses `register-not-empty`, `enrolled-again` and
 * `serial-taken`; throws where a line is none.
 */
export async function loadRegister(load: RegisterLoad, source: RegisterSource, by: By): Promise<Outcome<LoadedVoters>> {
  const { ownerUrl: url, embeddedFolder: folder, onStep } = load
  try {
    const loaded = await bulkLoadAsOwner({ url, folder }, async (owner) => {
      const { tx } = owner
      const keys = await keysOf(tx)
      const importId = await emptyRegister(tx, keys)
      onStep?.('copy')
      const { voters, blocks } = await fillRegister(owner, source)
      for (const { name, add } of keys) {
        onStep?.(name)
        await sql.raw(add).execute(tx)
      }
      onStep?.('counters')
      const columns = ['block', 'last_male', 'last_female', 'last_other', 'last_household']
      await owner.copy('rolls.list', columns, blocks.map(listRow))
      const loaded = { importId, voters, digest: digestOfBlocks(blocks) }
      await enterImport(tx, load.ledger, source.name, loaded, by, load.now().toISOString())
      await sql`alter table rolls.voter alter column import_id drop default`.execute(tx)
      await sql`analyze rolls.voter, rolls.list`.execute(tx)
      onStep?.('commit')
      return loaded
    })
    return accept(loaded)
  } catch (error) {
    const kind = error instanceof RegisterNotEmpty ? rollsRefusals['register-not-empty'] : brokenRule(error)
    if (kind === undefined) throw error
    return refuse(kind)
  }
}

class RegisterNotEmpty extends Error {}

/** A key of the register: the statements that take it off and make it again. */
interface RegisterKey {
  readonly name: string
  readonly add: string
  readonly drop: string
}

/** The keys as they are, whoever put them there, rules before indexes for searching. */
async function keysOf(tx: Kysely<unknown>): Promise<readonly RegisterKey[]> {
  const { rows } = await sql<RegisterKey>`
    select c.relname as name,
      case when r.oid is null then pg_get_indexdef(c.oid)
        else format('alter table rolls.voter add constraint %I %s', r.conname, pg_get_constraintdef(r.oid)) end as add,
      case when r.oid is null then format('drop index rolls.%I', c.relname)
        else format('alter table rolls.voter drop constraint %I', r.conname) end as drop
    from pg_index i join pg_class c on c.oid = i.indexrelid
      left join pg_constraint r on r.conindid = c.oid and r.contype in ('p', 'u')
    where i.indrelid = 'rolls.voter'::regclass order by i.indisprimary desc, i.indisunique desc, c.relname`.execute(tx)
  return rows
}

/** Locks the register and takes its keys off; gives the number of the import. Throws where anybody was ever in it. */
async function emptyRegister(tx: Kysely<unknown>, keys: readonly RegisterKey[]): Promise<number> {
  await sql`lock table rolls.voter, rolls.list, rolls.action in access exclusive mode`.execute(tx)
  const { rows } = await sql<{ used: boolean; id: number }>`
    select exists (select from rolls.voter) or exists (select from rolls.list) or exists (select from rolls.action)
      as used, nextval(pg_get_serial_sequence('rolls.import', 'import_id')) as id`.execute(tx)
  const [{ used, id } = { used: true, id: 0 }] = rows
  if (used) throw new RegisterNotEmpty()
  for (const { drop } of keys) await sql.raw(drop).execute(tx)
  // A table that this transaction made anew is needed for rows without a log, and for rows that no vacuum has to visit.
  await sql`truncate rolls.voter`.execute(tx)
  // Every row gets it without its being sent 128 million times.
  await sql`alter table rolls.voter alter column import_id set default ${sql.lit(id)}`.execute(tx)
  // Sorting is what keys cost. The leader and two workers share the memory.
  await sql`set local maintenance_work_mem = '1536MB'`.execute(tx)
  await sql`set local max_parallel_maintenance_workers = 2`.execute(tx)
  return id
}

async function fillRegister(
  owner: OwnersLoad,
  source: RegisterSource,
): Promise<{ voters: number; blocks: readonly LoadedBlock[] }> {
  const blocks: LoadedBlock[] = []
  async function* lines(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source.chunks()) {
      for (const block of chunk.blocks) blocks.push(block)
      yield chunk.lines
    }
  }
  const voters = await owner.fill('rolls.voter', voterColumns, lines())
  const told = blocks.reduce((sum, { men, women, others }) => sum + men + women + others, 0)
  if (voters !== told) throw new Error(`${told} voters were announced, and ${voters} came`)
  return { voters, blocks }
}

const listRow = ({ block, men, women, others, households }: LoadedBlock): string =>
  copyRow([Number(block), men, women, others, households])

/** Two rows with the same key: which rule that breaks. */
function brokenRule(error: unknown) {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505' || !('constraint' in error))
    return undefined
  if (error.constraint === 'one_cnic_one_vote') return rollsRefusals['enrolled-again']
  return error.constraint === 'one_voter_a_line' ? rollsRefusals['serial-taken'] : undefined
}
