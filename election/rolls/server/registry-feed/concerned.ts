import type { BlockCode } from '@intikhab/delimitation'
import type { Database } from '@intikhab/kernel/database'
import { sql, type Kysely } from 'kysely'
import type { Cnic } from '../../core/identifiers.ts'
import { nameKey } from '../../core/names/name-key.ts'
import type { CardRecord, RegistryRecord } from '../../core/registry-feed/record.ts'
import type { ConcernedRegister, LastNumbers, ReadLine, TakeInRules } from '../../core/registry-feed/take-in.ts'
import type { RollEntry } from '../../core/register/voter.ts'
import { blockCode, genderLetter, voterOf, type VoterRow } from '../register/voter-row.ts'

/**
 * The part of the register that some records concern, locked until the transaction ends: first the voters, then the lists,
 * each in the order of its key, so that whoever changes one voter at a counter waits and nobody waits in a circle.
 */
export async function lockConcerned(
  tx: Kysely<unknown>,
  lines: readonly ReadLine[],
  rules: TakeInRules,
): Promise<ConcernedRegister> {
  const records = lines.flatMap(({ read }) => (read.ok ? [read.record] : []))
  const cards = records.filter((record): record is CardRecord => 'identity' in record)
  const cnics = [...new Set(records.map(({ cnic }) => cnic))]
  const { rows } = await sql<VoterRow>`
    select * from rolls.voter where cnic = any(${cnics.map(Number)}::bigint[]) order by cnic for no key update`.execute(
    tx,
  )
  const voters = new Map(rows.map((row) => [String(row.cnic) as Cnic, voterOf(row)]))
  const newcomers = cards.filter(({ cnic }) => voters.get(cnic)?.entry == null)
  const blocks = new Set(
    newcomers.map(({ identity: { addresses }, chosen }) => addresses[chosen ?? 'permanent']?.block),
  )
  return {
    voters,
    heads: await headsOf(tx, cards),
    lists: await lockLists(tx, [...blocks].filter((block) => block !== undefined && rules.isArea(block)) as string[]),
    held: await heldOf(tx, cnics),
  }
}

async function headsOf(tx: Kysely<unknown>, cards: readonly CardRecord[]): Promise<Map<Cnic, RollEntry>> {
  const heads = [...new Set(cards.flatMap(({ headOfFamily }) => headOfFamily ?? []))]
  if (heads.length === 0) return new Map()
  const { rows } = await sql<{ cnic: number; block: number; household: number; serial: number }>`
    select cnic, block, household, serial from rolls.voter
    where cnic = any(${heads.map(Number)}::bigint[]) and block is not null`.execute(tx)
  return new Map(rows.map(({ cnic, block, ...entry }) => [String(cnic) as Cnic, { ...entry, block: blockCode(block) }]))
}

async function lockLists(tx: Kysely<unknown>, blocks: readonly string[]): Promise<Map<string, LastNumbers>> {
  if (blocks.length === 0) return new Map()
  const codes = sql`${blocks.map(Number)}::int[]`
  await sql`insert into rolls.list (block) select block from unnest(${codes}) as wanted (block)
    where not exists (select 1 from rolls.list l where l.block = wanted.block) order by block on conflict do nothing`.execute(
    tx,
  )
  const { rows } = await sql<{
    block: number
    last_male: number
    last_female: number
    last_other: number
    last_household: number
  }>`select * from rolls.list where block = any(${codes}) order by block for no key update`.execute(tx)
  return new Map(
    rows.map(({ block, last_male: male, last_female: female, last_other: other, last_household: household }) => [
      blockCode(block) as string,
      { male, female, other, household },
    ]),
  )
}

/** Those of whom an earlier record waits for the end of a freeze. */
async function heldOf(tx: Kysely<unknown>, cnics: readonly Cnic[]): Promise<Map<Cnic, readonly string[]>> {
  const { rows } = await sql<{ cnic: number; blocks: number[] }>`
    select cnic, blocks from rolls.registry_held
    where until = 'freeze' and cnic = any(${cnics.map(Number)}::bigint[]) order by number`.execute(tx)
  return new Map(
    rows.map(({ cnic, blocks }) => [String(cnic) as Cnic, blocks.map((block): BlockCode => blockCode(block))]),
  )
}

/** Connections that read ahead. */
const readers = 4

/**
 * Has the database read what records will touch before their turn comes, on several connections: one alone would wait for the
 * disk page by page where the register is larger than memory. That is the voter, and for cards the place in both indexes where a
 * new entry goes: behind the last serial of its list, and beside its name.
 */
export async function readAhead(database: Database, lines: readonly ReadLine[]): Promise<void> {
  const touched = lines.flatMap(({ read }) => (read.ok ? [placesTouched(read.record)] : []))
  const size = Math.ceil(touched.length / readers)
  const parts = Array.from({ length: readers }, (_, i) => touched.slice(i * size, (i + 1) * size))
  await Promise.all(
    parts.map((part) =>
      sql`select count(voter.name_ur), count(list.serial), count(name.block)
        from unnest(${part.map(({ cnic }) => cnic)}::bigint[], ${part.map(({ block }) => block)}::int[],
          ${part.map(({ gender }) => gender)}::"char"[], ${part.map(({ key }) => key)}::int[])
          as touched (cnic, block, gender, name_key)
        left join lateral (select name_ur from rolls.voter v where v.cnic = touched.cnic limit 1) voter on true
        left join lateral (select serial from rolls.voter v where v.block = touched.block and v.gender = touched.gender
          order by serial desc limit 1) list on true
        left join lateral (select block from rolls.voter v where v.name_key = touched.name_key
          and v.block = touched.block limit 1) name on true`.execute(database.tables()),
    ),
  )
}

function placesTouched(record: RegistryRecord) {
  const cnic = Number(record.cnic)
  if (!('identity' in record)) return { cnic, block: null, gender: null, key: null }
  const { addresses, gender, nameUr } = record.identity
  const block = addresses[record.chosen ?? 'permanent']?.block
  return { cnic, block: block === undefined ? null : Number(block), gender: genderLetter[gender], key: nameKey(nameUr) }
}

/** Takes note of the numbers that were given out. */
export async function keepLists(tx: Kysely<unknown>, lists: ReadonlyMap<string, LastNumbers>): Promise<void> {
  if (lists.size === 0) return
  const all = [...lists]
  const column = (of: keyof LastNumbers) => sql`${all.map(([, last]) => last[of])}::int[]`
  await sql`update rolls.list set last_male = given.male, last_female = given.female, last_other = given.other,
      last_household = given.household
    from unnest(${all.map(([block]) => Number(block))}::int[], ${column('male')}, ${column('female')}, ${column('other')},
      ${column('household')}) as given (block, male, female, other, household)
    where list.block = given.block`.execute(tx)
}
