import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openDatabase, prepareAs, startEmbedded, type Database, type EmbeddedServer } from '@intikhab/kernel/database'
import { freshDatabase, testClock } from '@intikhab/kernel/testkit'
import type { BlockCode } from '@intikhab/delimitation'
import type { Cnic } from '../../core/identifiers.ts'
import { readSums, sumBlocks } from '../../core/statistics/block-counts.ts'
import { rollsMigrations } from '../migrations/index.ts'
import { areas, districts, everybody, roll, voter } from './made-up-voters.testkit.ts'
import { canReachOthers, shareOut } from './partitions.testkit.ts'
import { createRolls, type Rolls } from './rolls.ts'

/**
 * The plan of docs/partition-plan.md on two PostgreSQL servers: a register whose rows are shared out by CNIC, through
 * the same code as on one.
 */

const clock = testClock('2024-03-01T00:00:00Z')
const by = { actor: { kind: 'system', id: 'test' } } as const
const serverUrl = inject('postgresUrl')

// Skipped, with a line saying so, where this PostgreSQL came without postgres_fdw.
describe.skipIf(!(await canReachOthers(serverUrl)))('a register on two servers', () => {
  let folder: string
  let other: EmbeddedServer
  let database: Database
  let rolls: Rolls
  let drop: () => Promise<void>
  let otherAlone: Database

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'intikhab-other-'))
    chmodSync(folder, 0o755)
    other = await startEmbedded(join(folder, 'postgres'), { disposable: true })
    const { application } = await prepareAs(other.url, [rollsMigrations])
    otherAlone = openDatabase(application.url, 2)
    const fresh = await freshDatabase(serverUrl, [rollsMigrations])
    ;({ database, drop } = fresh)
    await shareOut(fresh.url, other.url)
    rolls = createRolls({ database, now: clock.now })
    await rolls.putPlaces(districts, areas, by)
    await rolls.addRoll(roll, by)
    const imported = await rolls.importFeed({ name: 'registry.csv', voters: () => everybody(50) }, by)
    if (!imported.ok) throw new Error(imported.refusal.kind.code)
  })
  afterAll(async () => {
    await drop()
    await otherAlone.close()
    await other.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** What the other server alone answers. */
  const there = async (query: string) => (await otherAlone.pool.query<Record<string, unknown>>(query)).rows

  const count = async (query: string) => (await database.pool.query<{ n: number }>(query)).rows[0]?.n ?? 0

  /** Somebody new of each server, the n-th of them. */
  async function newcomers(n: number): Promise<{ here: number; there: number }> {
    const { rows } = await database.pool.query<{ cnic: number; is_here: boolean }>(
      `select cnic, satisfies_hash_partition('rolls.voter'::regclass, 2, 0, cnic) as is_here
       from generate_series(9900200000011 + $1 * 1000::int8, 9900200000011 + $1 * 1000::int8 + 200, 10) cnic`,
      [n],
    )
    const first = (isHere: boolean) => rows.find((row) => row.is_here === isHere)?.cnic ?? 0
    return { here: first(true), there: first(false) }
  }

  const enrol = (cnic: number, serial: number) => ({
    text: `insert into rolls.voter (cnic, block, serial, household, permanent_block, name_key, date_of_birth, gender, relation, status,
        card, roll_list, chosen, disabled, name_ur, name_en, relation_name_ur, permanent_ur)
      values ($1, 901010101, $2, 1, 901010101, 0, '1990-01-01', 'f', 'd', 'a', 'c', 'g', 'p', false, 'نام', '', 'نام', 'مکان')`,
    values: [cnic, serial],
  })

  test('each server holds about half, together everybody, and totals close', async () => {
    const [[counted], here] = [
      await there('select count(*)::int as n from rolls.voter'),
      await count('select count(*)::int as n from rolls.voter_here'),
    ]
    expect(here + Number(counted?.['n'])).toBe(400)
    expect(Math.min(here, Number(counted?.['n']))).toBeGreaterThan(150)
    expect(await rolls.store.countVoters()).toBe(400)
    const { counts } = await rolls.snapshot((store) => store.count(roll.qualifyingDate))
    const blocks = sumBlocks(counts, [0, 1, 2, 3], 4).map(readSums)
    expect(blocks.map(({ women, men }) => [women, men])).toEqual(Array.from({ length: 4 }, () => [50, 50]))
  })

  test('the list of an area is gathered from both, in the order of its serials', async () => {
    const block = '901010102' as BlockCode
    const list = await rolls.store.votersOf([{ block, gender: 'female', fromSerial: 1, toSerial: 50 }])
    expect(list.map(({ entry }) => entry.serial)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
    expect(list).toEqual([...everybody(50)].filter((one) => one.entry.block === block && one.gender === 'female'))
    const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(
      'explain (verbose, costs off) select * from rolls.voter where block = 901010102 and gender = $$f$$ order by serial',
    )
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toContain('rolls.voter_here')
    // The other server is asked for this area alone, not for its half of the country.
    expect(plan).toMatch(/Remote SQL: .*block = 901010102/)
  })

  test('whoever is looked for by CNIC is looked for on one server', async () => {
    const { here } = await newcomers(1)
    const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(
      `explain (costs off) select * from rolls.voter where cnic = ${here}`,
    )
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('voter_there')
  })

  test('of two offices that enrol the same CNIC at the same instant one commits, on either server', async () => {
    for (let n = 2; n < 12; n++) {
      const { here, there: far } = await newcomers(n)
      for (const [i, cnic] of [here, far].entries()) {
        const serial = 1000 + 10 * n + 2 * i
        const tried = await Promise.allSettled([
          database.pool.query(enrol(cnic, serial)),
          database.pool.query(enrol(cnic, serial + 1)),
        ])
        const failed = tried.filter(({ status }) => status === 'rejected')
        const message = expect.stringContaining('"one_cnic_one_vote"') as string
        expect(failed).toMatchObject([{ reason: { code: '23505', message } }])
        expect(await count(`select count(*)::int as n from rolls.voter where cnic = ${cnic}`)).toBe(1)
      }
    }
  })

  test('the second office waits for the first, and comes through where that one gives up', async () => {
    const { there: cnic } = await newcomers(20)
    const [first, second] = [await database.pool.connect(), await database.pool.connect()]
    try {
      await first.query('begin')
      await first.query(enrol(cnic, 2001))
      const waiting = second.query(enrol(cnic, 2002))
      await first.query('rollback')
      await waiting
    } finally {
      first.release()
      second.release()
    }
    const found = await rolls.store.findVoter(String(cnic) as Cnic)
    expect(found?.entry?.serial).toBe(2002)
  })

  test('who moves to another area stays on the own server: one row, one action, and the next serial of the new list', async () => {
    const serverOf = async (cnic: Cnic) =>
      (await there(`select from rolls.voter where cnic = ${cnic}`)).length === 1 ? 'there' : 'here'
    const movers = [3, 4, 5, 6, 7, 8].map((n) => voter(n, '901010101', 'male', n + 1).cnic)
    const before = await Promise.all(movers.map(serverOf))
    expect(new Set(before)).toEqual(new Set(['here', 'there']))
    for (const [i, cnic] of movers.entries()) {
      const address = { textUr: 'مکان 7', block: '902010101' as BlockCode }
      const addresses = { permanent: address, temporary: null, posting: null }
      const moved = await rolls.change(
        cnic,
        { kind: 'transferred', addresses, chosen: 'permanent', household: 'new' },
        { ...by, cause: 'counter' },
      )
      expect(moved).toMatchObject({ ok: true, value: { voter: { entry: { block: '902010101', serial: 51 + i } } } })
    }
    expect(await Promise.all(movers.map(serverOf))).toEqual(before)
    const list = (block: string) =>
      rolls.store.votersOf([{ block: block as BlockCode, gender: 'male', fromSerial: 1, toSerial: 999 }])
    expect(await list('902010101')).toHaveLength(56)
    expect(await list('901010101')).toHaveLength(44)
    expect(await rolls.actions(movers[0] as Cnic)).toMatchObject([{ kind: 'transferred' }])
  })

  test('a serial given twice, which no key of one server sees, is found by asking both', async () => {
    const { here, there: far } = await newcomers(30)
    await database.pool.query(enrol(here, 3001))
    await database.pool.query(enrol(far, 3001))
    const { rows } = await database.pool.query(
      `select block, gender, serial from rolls.voter where block is not null group by 1, 2, 3 having count(*) > 1`,
    )
    expect(rows).toEqual([{ block: 901010101, gender: 'f', serial: 3001 }])
    await database.pool.query(`delete from rolls.voter where cnic = any($1)`, [[here, far]])
  })

  test('while one server is away its voters are refused as a lost connection, and the others are answered', async () => {
    const { here, there: far } = await newcomers(2)
    await other.stop()
    expect((await rolls.store.findVoter(String(here) as Cnic))?.cnic).toBe(String(here))
    // The class of SQLSTATE for which the doors answer 503, and that the same may be sent again.
    const lost = { code: expect.stringMatching(/^08/) as string }
    await expect(rolls.store.findVoter(String(far) as Cnic)).rejects.toMatchObject(lost)
    await expect(rolls.store.countVoters()).rejects.toMatchObject(lost)
    const { there: newcomer } = await newcomers(40)
    await expect(database.pool.query(enrol(newcomer, 4001))).rejects.toMatchObject(lost)
  })
})
