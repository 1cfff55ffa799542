import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import type { Database, SystemMigrations } from '@intikhab/kernel/database'
import { freshDatabase, tamper, testClock } from '@intikhab/kernel/testkit'
import {
  audit,
  auditReportShape,
  createLedger,
  createWitness,
  hashRecord,
  ledgerMigrations,
  openMemory,
  openSigner,
  splitNotes,
  type AuditedRecords,
  type AuditOptions,
  type AuditReport,
  type Ledger,
  type LedgerAct,
  type LedgerOptions,
  type Witness,
} from '../index.ts'
import { firstKey } from '../key-history.ts'

/** A register of one table, whose every change is entered: what stands for all the registers of the house. */
const stockMigrations: SystemMigrations = {
  schema: 'stock',
  migrations: {
    '0001-ballot-boxes': {
      async up(db) {
        await sql`create table stock.box (station int primary key, boxes int not null)`.execute(db)
      },
    },
  },
}

const origin = 'commission.example/ledger'
const officer = {
  kind: 'account',
  id: 'a-1',
  role: 'returning-officer',
  office: 'constituency/NA-46',
  device: 'd-1',
} as const
const second = { ...officer, id: 'a-2', device: 'd-2' } as const
let folder: string
let database: Database
let ownerUrl: string
let drop: () => Promise<void>
let ledger: Ledger
let witness: Witness
const clock = testClock('2026-02-08T09:00:00Z')

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'intikhab-audit-'))
  ;({ database, drop, url: ownerUrl } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations, stockMigrations]))
  clock.set('2026-02-08T09:00:00Z')
  ledger = openLedger()
  const signer = openSigner(join(folder, 'witness.pem'), 'observers.example/w1')
  const logs = [openSigner(join(folder, 'key.pem'), origin)]
  const memory = openMemory(join(folder, 'witness'), signer)
  witness = createWitness({ logs, signer, memory, now: clock.now, onAlarm: () => undefined })
  await office('account-made', officer.id)
  await office('account-made', second.id)
})
afterEach(async () => {
  witness.memory.close()
  await drop()
  rmSync(folder, { recursive: true })
})

const openLedger = (more: Partial<LedgerOptions> = {}): Ledger =>
  createLedger({
    database,
    folder: join(folder, 'log'),
    signer: openSigner(join(folder, 'key.pem'), origin),
    origin,
    ...more,
  })

function act(name: string, subject: string, more: Partial<LedgerAct> = {}): LedgerAct {
  const at = clock.now().toISOString()
  return { system: 'stock', act: name, subject, actor: officer, madeAt: at, arrivedAt: at, detail: {}, ...more }
}

async function enter(...acts: readonly LedgerAct[]): Promise<void> {
  await database.transaction((tx) => ledger.append(tx, acts))
}

function office(name: string, subject: string): Promise<void> {
  const detail = { offices: 'returning-officer constituency/NA-46 demonstration' }
  return enter(act(name, subject, { system: 'identity', detail, actor: { kind: 'system', id: 'program' } }))
}

const hashOf = (station: number, boxes: number) => hashRecord({ station, boxes })

/** Sets the boxes of a station, as an officer does: the row and its act in one transaction. */
async function set(station: number, boxes: number | null, more: Partial<LedgerAct> = {}): Promise<void> {
  clock.advance(60_000)
  await database.transaction(async (tx) => {
    const found = await sql<{ boxes: number }>`select boxes from stock.box where station = ${station}`.execute(tx)
    const before = found.rows[0]
    if (boxes === null) await sql`delete from stock.box where station = ${station}`.execute(tx)
    else
      await sql`insert into stock.box values (${station}, ${boxes})
        on conflict (station) do update set boxes = excluded.boxes`.execute(tx)
    const change = {
      record: `stock.box:${station}`,
      before: before === undefined ? null : hashOf(station, before.boxes),
      after: boxes === null ? null : hashOf(station, boxes),
    }
    await ledger.append(tx, [act('boxes-set', `demonstration/NA-46/${station}`, { changes: [change], ...more })])
  })
}

/** Publishes a checkpoint and has the witness cosign it, as its background does. */
async function publish(by: Witness | null = witness): Promise<number> {
  await ledger.sequence()
  const { size, note } = ledger.publish()
  const old = by?.memory.latest(origin)?.size ?? 0
  const proof = old === 0 ? [] : await ledger.consistencyProof(old, size)
  const lines = proof.map((hash) => `${Buffer.from(hash, 'hex').toString('base64')}\n`).join('')
  const answer = by?.addCheckpoint(`old ${old}\n${lines}\n${note}`)
  if (answer?.status === 200) ledger.published.addCosignature(size, answer.body.trimEnd())
  return size
}

const boxes: AuditedRecords = {
  kind: 'stock.box',
  async *read() {
    const { rows } = await database.pool.query<{ station: number; boxes: number }>('select * from stock.box')
    for (const { station, boxes: count } of rows) yield { record: `stock.box:${station}`, hash: hashOf(station, count) }
  },
}

async function run(more: Partial<AuditOptions> = {}): Promise<AuditReport> {
  const report = await audit({
    folder: join(folder, 'log'),
    origin,
    keys: firstKey(openSigner(join(folder, 'key.pem'), origin)),
    witnesses: [witness.signer],
    memories: [{ witness: witness.signer, notes: splitNotes(witness.memory.text().toString()).notes }],
    client: database.pool,
    audited: [boxes],
    weighty: new Set(['stock/boxes-burnt']),
    now: clock.now,
    ...more,
  })
  expect(auditReportShape.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
  return report
}
const codes = ({ findings }: AuditReport) => findings.map(({ code }) => code)

/** Some hundreds of honest acts with three witnessed checkpoints between them. */
async function honestDay(): Promise<void> {
  for (let station = 1; station <= 20; station++) await set(station, 2)
  await publish()
  for (let station = 1; station <= 20; station++) await set(station, 3)
  await enter(...Array.from({ length: 600 }, (_, n) => act('looked-at', `demonstration/NA-46/${n}`)))
  await publish()
  await set(20, null)
  await set(7, 4)
  await publish()
}

test('an honest ledger has nothing to be found, and the report says what was examined', async () => {
  await honestDay()
  const report = await run()
  expect(report.findings).toEqual([])
  expect(report).toMatchObject({
    isSound: true,
    ledger: { origin, size: 644, root: await ledger.rootAt(644) },
    published: { checkpoints: 3, smallest: 22, largest: 644 },
    witnesses: [{ name: 'observers.example/w1', cosigned: 3, lastSize: 644, compared: 3 }],
    registers: [{ kind: 'stock.box', records: 19 }],
    notExamined: [],
    figures: { entries: 644, approvals: 0, records: 20 },
  })
  expect(report.figures.bySystemAndAct).toContainEqual({ system: 'stock', act: 'looked-at', count: 600 })
})

test('a register’s row changed by hand as the database’s owner is named, with its last lawful act', async () => {
  await honestDay()
  await tamper(ownerUrl, 'update stock.box set boxes = 9 where station = 7')
  const { findings, isSound } = await run()
  expect(isSound).toBe(false)
  expect(findings).toMatchObject([
    {
      code: 'record-changed',
      grade: 'tampering',
      at: 'stock.box:7',
      leaf: 643,
      expected: hashOf(7, 4),
      found: hashOf(7, 9),
      act: { system: 'stock', act: 'boxes-set', subject: 'demonstration/NA-46/7', actor: { id: 'a-1' } },
    },
  ])
  expect(findings[0]?.sentence.en).toContain('stock.box:7')
})

test('a row added, a row deleted, and a row changed and then lawfully changed again are each named', async () => {
  await honestDay()
  await tamper(ownerUrl, 'insert into stock.box values (99, 1)')
  await tamper(ownerUrl, 'insert into stock.box values (20, 1)')
  await tamper(ownerUrl, 'delete from stock.box where station = 3')
  await tamper(ownerUrl, 'update stock.box set boxes = 9 where station = 5')
  await set(5, 3)
  await publish()
  const { findings } = await run()
  expect(findings.map(({ code, at, leaf }) => [code, at, leaf])).toEqual(
    expect.arrayContaining([
      ['record-added', 'stock.box:99', null],
      ['record-added', 'stock.box:20', 642],
      ['record-deleted', 'stock.box:3', 24],
      ['record-changed-between', 'stock.box:5', 644],
    ]),
  )
  expect(findings).toHaveLength(4)
})

test('what is lawfully changed while the audit runs accuses nobody', async () => {
  await honestDay()
  await set(7, 5)
  await ledger.sequence()
  const behind = join(folder, 'copy')
  await set(7, 6)
  await database.transaction((tx) => ledger.append(tx, [act('looked-at', 'late')]))
  cpSync(join(folder, 'log'), behind, { recursive: true })
  expect((await run({ folder: behind })).findings).toEqual([])
})

test('a ledger row that the database’s owner deleted is named with its leaf and its subject', async () => {
  await honestDay()
  await tamper(ownerUrl, 'delete from ledger.leaf where leaf = 10')
  await tamper(ownerUrl, `update ledger.entry set body = replace(body, 'NA-46', 'NA-47') where id = 13`)
  const { findings } = await run()
  expect(findings.map(({ code, leaf }) => [code, leaf])).toEqual(
    expect.arrayContaining([
      ['entry-missing', 10],
      ['entry-changed', 12],
    ]),
  )
  const missing = findings.find(({ leaf }) => leaf === 10)
  expect(missing?.sentence.en).toBe(
    'The database no longer holds entry 10, which is in the signed ledger: stock/boxes-set on demonstration/NA-46/9.',
  )
  expect(missing?.act?.subject).toBe('demonstration/NA-46/9')
})

test('an entry or a tile changed in the files is named', async () => {
  await honestDay()
  const entries = join(folder, 'log/tile/entries/000')
  writeFileSync(entries, readFileSync(entries, 'latin1').replace('NA-46/3', 'NA-47/3'), 'latin1')
  const tile = join(folder, 'log/tile/0/001')
  const bytes = readFileSync(tile)
  bytes[5] = (bytes[5] ?? 0) ^ 1
  writeFileSync(tile, bytes)
  const { findings } = await run()
  expect(findings.map(({ code, at }) => [code, at])).toEqual([
    ['entry-file-damaged', 'entry 4'],
    ['tile-wrong', 'tile/0/001'],
  ])
})

test('a published checkpoint whose file was edited is named', async () => {
  await honestDay()
  const file = join(folder, 'log/checkpoints/022')
  const note = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, [note[0], note[1], Buffer.alloc(32, 7).toString('base64'), ...note.slice(3)].join('\n'))
  const { findings } = await run()
  expect(findings.map(({ code, at }) => [code, at])).toEqual([['checkpoint-unsigned', 'checkpoints, 22']])
})

test('a checkpoint signed anew with the ledger’s own key over another tree is found by the entries and by the witness', async () => {
  await honestDay()
  const file = join(folder, 'log/checkpoints/022')
  const other = await freshDatabase(inject('postgresUrl'), [ledgerMigrations])
  const forger = openLedger({ database: other.database, folder: join(folder, 'forged') })
  await other.database.transaction((tx) =>
    forger.append(
      tx,
      Array.from({ length: 22 }, () => act('forged', 'x')),
    ),
  )
  await forger.sequence()
  writeFileSync(file, forger.latest().note)
  await other.drop()
  const { findings } = await run()
  expect(findings.map(({ code, at }) => [code, at])).toEqual([
    ['checkpoint-rewritten', 'checkpoints, 22'],
    ['cosignature-broken', 'checkpoints, 22'],
  ])
  rmSync(file)
  expect(codes(await run())).toEqual(['checkpoint-missing'])
})

test('a whole ledger rewritten with its own key, without a seam within, is found by what the witness remembers', async () => {
  await honestDay()
  const memories = [{ witness: witness.signer, notes: splitNotes(witness.memory.text().toString()).notes }]
  // Everything is made anew by somebody who has the key, the database and the disk.
  rmSync(join(folder, 'log'), { recursive: true })
  await tamper(ownerUrl, `update ledger.entry set body = replace(body, 'NA-46/3"', 'NA-47/3"')`)
  ledger = openLedger()
  await ledger.sequence()
  ledger.publish()
  expect(codes(await run({ memories: [], audited: [] }))).toEqual([])
  const { findings } = await run({ memories, audited: [] })
  expect(findings.map(({ code, at }) => [code, at])).toEqual([
    ['witness-disagrees', 'memory of observers.example/w1, 22'],
    ['witness-disagrees', 'memory of observers.example/w1, 642'],
    ['witness-disagrees', 'memory of observers.example/w1, 644'],
  ])
  expect(findings[0]?.sentence.en).toMatch(/February 8, 2026|8 February 2026/)
})

test('a ledger cut short is found by the witness', async () => {
  await honestDay()
  const before = join(folder, 'before')
  cpSync(join(folder, 'log'), before, { recursive: true })
  await set(1, 8)
  await publish()
  const { findings } = await run({ folder: before, audited: [] })
  expect(findings.map(({ code }) => code)).toEqual(['witness-ahead'])
})

test('a clock set back is named: from which entry, until which, and by how much', async () => {
  await honestDay()
  clock.set('2026-02-08T07:00:00Z')
  await set(1, 5)
  await set(2, 5)
  clock.set('2026-02-08T11:00:00Z')
  await set(3, 5)
  await publish()
  const { findings } = await run()
  expect(findings).toMatchObject([{ code: 'clock-set-back', leaf: 644, at: 'entries 644 to 645' }])
  expect(findings[0]?.sentence.en).toMatch(/behind by up to 1\d\d minutes; entry 646 is the first/)
  // Without the witness’s times the ledger itself shows it too.
  expect(codes(await run({ witnesses: [], memories: [] }))).toEqual(['clock-set-back'])
})

test('a clock that was set back before the first act of the day shows against the witness alone', async () => {
  clock.set('2026-02-08T12:00:00Z')
  await publish()
  clock.set('2026-02-08T10:00:00Z')
  await set(1, 5)
  await publish(null)
  const { findings } = await run({ memories: [] })
  expect(findings).toMatchObject([{ code: 'clock-set-back', leaf: 2 }])
  expect(findings[0]?.sentence.en).toContain('the witness observers.example/w1 had signed by then')
})

test('approvals that are missing, by the proposer, or at one device, and offices not held, are named', async () => {
  const approval = (proposedBy: LedgerAct['actor'], approvedBy: LedgerAct['actor']) => ({
    approval: { id: 'p-1', proposedBy, approvedBy, approvedAt: clock.now().toISOString() },
  })
  await enter(
    act('boxes-burnt', 'a', approval(officer, second)),
    act('boxes-burnt', 'b'),
    act('boxes-burnt', 'c', approval(officer, { ...officer, device: 'd-9' })),
    act('boxes-burnt', 'd', approval(officer, { ...second, device: 'd-1' })),
    act('looked-at', 'e', { actor: { ...officer, office: 'constituency/NA-47' } }),
    act('looked-at', 'f', { actor: { ...officer, id: 'a-3' } }),
  )
  await office('grant-ended', second.id)
  await enter(act('looked-at', 'g', { actor: second }), act('looked-at', 'h'))
  await publish()
  const { findings } = await run()
  expect(findings.map(({ code, act: by }) => [code, by?.subject])).toEqual([
    ['approval-missing', 'b'],
    ['approved-by-proposer', 'c'],
    ['approved-at-same-device', 'd'],
    ['office-not-held', 'e'],
    ['office-not-held', 'f'],
    ['office-not-held', 'g'],
  ])
})

test('a copy of the files alone can be examined, and the report says what was not', async () => {
  await honestDay()
  const report = await audit({
    folder: join(folder, 'log'),
    origin,
    keys: firstKey(openSigner(join(folder, 'key.pem'), origin)),
    witnesses: [],
    now: clock.now,
  })
  expect(report).toMatchObject({ isSound: true, database: { compared: false } })
  expect(report.notExamined.map(({ en }) => en)).toHaveLength(4)
})
