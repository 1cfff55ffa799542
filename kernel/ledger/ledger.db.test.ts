import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { freshDatabase } from '@intikhab/kernel/testkit'
import type { Database } from '@intikhab/kernel/database'
import {
  createLedger,
  ledgerMigrations,
  leafHash,
  LedgerForked,
  openSigner,
  verifyConsistency,
  verifyInclusion,
} from './index.ts'
import type { Ledger, LedgerAct, LedgerOptions } from './index.ts'
import { naiveRoot } from './naive-tree.testkit.ts'
import { encodeAct } from './act.ts'

let database: Database
let drop: () => Promise<void>
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'intikhab-ledger-'))
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations]))
})
afterEach(async () => {
  await drop()
  rmSync(folder, { recursive: true })
})

const open = (more: Partial<LedgerOptions> = {}): Ledger =>
  createLedger({
    database,
    folder: join(folder, 'log'),
    signer: openSigner(join(folder, 'key.pem'), 'example.org/ledger'),
    origin: 'example.org/ledger',
    ...more,
  })

const actOf = (n: number): LedgerAct => ({
  system: 'results',
  act: 'form-accepted',
  subject: `demonstration-2026/NA-46/${n}`,
  actor: { kind: 'device', id: '00ff' },
  madeAt: '2026-02-08T17:31:00.000Z',
  arrivedAt: '2026-02-08T17:32:00.000Z',
  detail: { n, station: 'گورنمنٹ پرائمری اسکول', note: 'two\nlines' },
})
const acts = (from: number, to: number): LedgerAct[] => Array.from({ length: to - from }, (_, i) => actOf(from + i))
const append = (ledger: Ledger, given: readonly LedgerAct[]) => database.transaction((tx) => ledger.append(tx, given))
const naive = (to: number): string => naiveRoot(acts(0, to).map((act) => Buffer.from(encodeAct(act)))).toString('hex')

test('acts are placed, signed, proved, and read back in their order', async () => {
  const ledger = open()
  expect((await ledger.sequence())?.size).toBe(0)
  const ids = await append(ledger, acts(0, 300))
  expect(ids).toEqual(ids.toSorted((a, b) => a - b))
  const first = await ledger.sequence()
  expect(first).toMatchObject({ size: 300, root: naive(300) })
  await append(ledger, acts(300, 700))
  const second = await ledger.sequence()
  expect(second).toMatchObject({ size: 700, root: naive(700) })
  expect(ledger.latest()).toEqual(second)
  expect(await ledger.sequence()).toBeUndefined()

  expect((await ledger.entry(299))?.toString()).toBe(encodeAct(actOf(299)))
  expect(await ledger.entry(700)).toBeUndefined()
  expect(await ledger.sequenced(298, 300)).toEqual([
    { leaf: 298, entryId: ids[298] },
    { leaf: 299, entryId: ids[299] },
  ])
  expect(await ledger.leafOf([ids[7] ?? 0, 999_999])).toEqual(new Map([[ids[7], 7]]))
  for (const size of [300, 700]) {
    const claim = { leaf: 17, size, proof: await ledger.inclusionProof(17, size), root: await ledger.rootAt(size) }
    expect(verifyInclusion({ ...claim, leafHash: leafHash(Buffer.from(encodeAct(actOf(17)))).toString('hex') })).toBe(
      true,
    )
  }
  const proof = await ledger.consistencyProof(300)
  expect(
    verifyConsistency({ first: 300, firstRoot: first?.root ?? '', second: 700, secondRoot: second?.root ?? '', proof }),
  ).toBe(true)
  await expect(ledger.inclusionProof(17, 701)).rejects.toThrow(RangeError)
})

test('an act whose transaction is rolled back leaves nothing, and one that commits late is placed late', async () => {
  const ledger = open()
  await expect(
    database.transaction(async (tx) => {
      await ledger.append(tx, [actOf(99)])
      throw new Error('changed our mind')
    }),
  ).rejects.toThrow('changed our mind')
  const late = await database.pool.connect()
  await late.query('begin')
  const lateIds = await ledger.appendOn(late, [actOf(1)])
  await append(ledger, [actOf(0)])
  expect(await ledger.sequence()).toMatchObject({ size: 1, root: naive(1) })
  await late.query('commit')
  late.release()
  expect(await ledger.sequence()).toMatchObject({ size: 2, root: naive(2) })
  expect(await ledger.leafOf(lateIds)).toEqual(new Map([[lateIds[0], 1]]))
})

test('the application cannot rewrite what it has entered or placed', async () => {
  const ledger = open()
  await append(ledger, acts(0, 3))
  await ledger.sequence()
  for (const attack of [
    "update ledger.entry set body = '{}'",
    'delete from ledger.entry',
    'update ledger.leaf set leaf = leaf + 1',
    'delete from ledger.leaf',
    'truncate ledger.leaf',
  ])
    await expect(database.pool.query(attack)).rejects.toThrow(/permission denied|must be owner/)
})

test('an act longer than a bundle can carry is refused before anything is written', async () => {
  const ledger = open()
  await expect(append(ledger, [actOf(0), { ...actOf(1), detail: { long: 'x'.repeat(66_000) } }])).rejects.toThrow(
    /longer than 65535/,
  )
  expect(await append(ledger, [])).toEqual([])
  expect(await ledger.sequence()).toMatchObject({ size: 0 })
})

/** Every point at which the process can die between the commit of the acts and the published checkpoint. */
const deaths = [
  'before the tiles',
  'between full and unfinished tiles',
  'after the tiles',
  'before the checkpoint',
  'after the checkpoint',
] as const

test.each(deaths)('dying %s loses nothing and forks nothing', async (death) => {
  const before = open()
  await append(before, acts(0, 500))
  const signed = await before.sequence()
  await append(before, acts(500, 900))

  const die = (): never => {
    throw new Error('power cut')
  }
  const files = before.files
  let writes = 0
  const dying = open({
    files: {
      ...files,
      async writeTiles(tiles) {
        writes++
        if (death === 'before the tiles' || (death === 'between full and unfinished tiles' && writes === 2)) die()
        await files.writeTiles(tiles)
        if (death === 'after the tiles' && writes === 2) die()
      },
      writeCheckpoint(note) {
        if (death === 'before the checkpoint') die()
        files.writeCheckpoint(note)
        die()
      },
    },
  })
  await expect(dying.sequence()).rejects.toThrow('power cut')
  expect(open().latest()).toMatchObject(
    death === 'after the checkpoint' ? { size: 900 } : { size: 500, root: signed?.root },
  )

  const after = open()
  await append(after, acts(900, 1000))
  expect(await after.sequence()).toMatchObject({ size: 1000, root: naive(1000) })
  const proof = await after.consistencyProof(500)
  expect(
    verifyConsistency({ first: 500, firstRoot: signed?.root ?? '', second: 1000, secondRoot: naive(1000), proof }),
  ).toBe(true)
  // The process that failed but lived on starts from the disk again.
  await append(after, acts(1000, 1001))
  expect(await before.sequence()).toMatchObject({ size: 1001, root: naive(1001) })
})

test('two processes never sequence at once', async () => {
  const [one, two] = [open(), open()]
  await append(one, acts(0, 10))
  const holder = await database.pool.connect()
  await holder.query('select pg_advisory_lock(6962)')
  expect(await one.sequence()).toBeUndefined()
  await holder.query('select pg_advisory_unlock(6962)')
  holder.release()
  const made = await Promise.all([one.sequence(), two.sequence()])
  expect(made.filter((checkpoint) => checkpoint !== undefined)).toHaveLength(1)
  // Taking turns, each goes on from what the other has signed.
  for (let n = 10; n < 20; n++) {
    await append(one, acts(n, n + 1))
    expect(await (n % 2 === 0 ? one : two).sequence()).toMatchObject({ size: n + 1, root: naive(n + 1) })
  }
})

test('missing and damaged tiles are made anew from the database', async () => {
  const first = open()
  await append(first, acts(0, 700))
  await first.sequence()
  const at = (path: string) => join(folder, 'log', 'tile', path)
  const harms: (() => void)[] = [
    () => rmSync(at('0'), { recursive: true }),
    () => rmSync(at('entries/001')),
    () => rmSync(at('1'), { recursive: true }),
    () => writeFileSync(at('0/002.p/188'), Buffer.alloc(188 * 32)),
    () => writeFileSync(at('0/000'), 'short'),
  ]
  for (const harm of harms) {
    const entry = readFileSync(at('entries/001'))
    const tile = readFileSync(at('0/000'))
    harm()
    expect(await open().sequence()).toBeUndefined()
    expect(readFileSync(at('entries/001'))).toEqual(entry)
    expect(readFileSync(at('0/000'))).toEqual(tile)
    expect(await open().rootAt(700)).toBe(naive(700))
  }
})

test('partial tiles go when the full one is there, and proofs of the old tree still work', async () => {
  const ledger = open()
  await append(ledger, acts(0, 200))
  await ledger.sequence()
  expect(existsSync(join(folder, 'log/tile/0/000.p/200'))).toBe(true)
  await append(ledger, acts(200, 300))
  await ledger.sequence()
  expect(existsSync(join(folder, 'log/tile/0/000.p'))).toBe(false)
  expect(await ledger.rootAt(200)).toBe(naive(200))
})

test('a database that has lost signed entries is refused loudly, and the checkpoint stays', async () => {
  const ledger = open()
  await append(ledger, acts(0, 20))
  const signed = await ledger.sequence()
  const other = await freshDatabase(inject('postgresUrl'), [ledgerMigrations])
  try {
    const elsewhere = open({ database: other.database })
    await expect(elsewhere.start()).rejects.toThrow(LedgerForked)
    await expect(elsewhere.start()).rejects.toThrow(/20 entries was signed, but the database holds 0/)
    await other.database.transaction((tx) => elsewhere.append(tx, acts(1, 30)))
    await other.database.pool.query('insert into ledger.leaf (leaf, entry_id) select id - 1, id from ledger.entry')
    await other.database.pool.query('delete from ledger.pending')
    await expect(elsewhere.start()).rejects.toThrow(/give the root [0-9a-f]{64}, but [0-9a-f]{64} was signed/)
  } finally {
    await other.drop()
  }
  expect(ledger.latest()).toEqual(signed)
})

test('a checkpoint of another key is never continued', async () => {
  const ledger = open()
  await append(ledger, acts(0, 5))
  await ledger.sequence()
  const stranger = open({ signer: openSigner(join(folder, 'other.pem'), 'example.org/ledger') })
  await expect(stranger.start()).rejects.toThrow(LedgerForked)
  writeFileSync(join(folder, 'log', 'checkpoint'), 'torn')
  await expect(open().sequence()).rejects.toThrow(/damaged, or of another log or key/)
})

test('a started ledger signs what is appended without being asked', async () => {
  const ledger = open()
  await ledger.start()
  expect(readFileSync(join(folder, 'log', 'key'), 'utf8')).toBe(`${ledger.verifierKey}\n`)
  const signed = new Promise<number>((resolve) => ledger.onCheckpoint(({ size }) => size === 3 && resolve(size)))
  await append(ledger, acts(0, 3))
  expect(await signed).toBe(3)
  await ledger.stop()
  expect(ledger.latest().root).toBe(naive(3))
})

test('more than a batch is placed to the end in one go', async () => {
  const ledger = open()
  await append(ledger, acts(0, 10_300))
  expect(await ledger.sequence()).toMatchObject({ size: 10_300, root: naive(10_300) })
  expect((await ledger.entry(10_299))?.toString()).toBe(encodeAct(actOf(10_299)))
})
