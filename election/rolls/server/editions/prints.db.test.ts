import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@intikhab/kernel/database'
import { createEditionStore, openEditionReader, publishEdition, type EditionReader } from '@intikhab/kernel/editions'
import { openSigner, type LedgerAct } from '@intikhab/kernel/ledger'
import { disagreements, freshDatabase, testClock } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { DividedSeat } from '../../core/editions/bifurcation.ts'
import { rollsMigrations } from '../migrations/index.ts'
import { areas, districts, enrolment, everybody, roll, voter } from '../register/made-up-voters.testkit.ts'
import { createRolls } from '../register/rolls.ts'
import { auditedEditionRecords } from './audited-editions.ts'
import { buildLists, listSeries } from './build-lists.ts'
import { listCopies } from './copies.ts'
import { makeMarkedCopy } from './marked-copies.ts'
import type { PrintOrder } from './print-order.ts'
import { findPrint } from './print-store.ts'
import { createPrints, type Prints } from './prints.ts'
import { openLists } from './read-lists.ts'
import { tellCopy } from './searchable-copy.ts'

const clock = testClock('2024-03-01T00:00:00Z')
const actor = { kind: 'account', id: 'officer', device: 'd' } as const
const acts: LedgerAct[] = []
const ledger = { append: async (_tx: unknown, added: readonly LedgerAct[]) => added.map((act) => acts.push(act)) }
const block = '901010101'
const range = (fromSerial: number, toSerial: number) =>
  areas.flatMap((area) =>
    (['male', 'female'] as const).map((gender) => ({ block: area.block, gender, fromSerial, toSerial })),
  )
const seat: DividedSeat = {
  seat: 'NA-49',
  blocks: areas.map((area) => area.block),
  stations: [
    { number: 1, parts: range(1, 8) },
    { number: 2, parts: range(9, 20) },
  ],
}

let database: Database
let drop: () => Promise<void>
let folder: string
let reader: EditionReader
let prints: Prints
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [rollsMigrations]))
  const rolls = createRolls({ database, ledger, now: clock.now })
  await rolls.putPlaces(districts, areas, { actor })
  await rolls.addRoll(roll, { actor })
  await rolls.importFeed({ name: 'registry.csv', voters: () => everybody(20) }, { actor })
  await rolls.change(voter(2, block, 'male', 3).cnic, { kind: 'postal-ballot-issued' }, { actor, cause: 'counter' })
  folder = await mkdtemp(join(tmpdir(), 'prints-'))
  reader = openEditionReader(createEditionStore({ root: join(folder, 'editions') }))
  const built = await buildLists({ database, now: clock.now, workshop: join(folder, 'workshop') }, roll.id)
  if (!built.ok) throw new Error(built.refusal.kind.code)
  using made = built.value
  await publishEdition({
    store: reader.store,
    signer: openSigner(join(folder, 'key.pem'), 'test'),
    series: listSeries(roll.id),
    madeAt: clock.now().toISOString(),
    subject: {},
    ledger: null,
    changed: made.files,
    unchanged: [],
  })
  // What happens in the register afterwards is in no print: they are made from the edition.
  const late = enrolment(9000, block)
  await rolls.change(late.identity.cnic, late, { actor, cause: 'counter' })
  prints = createPrints({
    database,
    ledger,
    reader,
    now: clock.now,
    folder: join(folder, 'prints'),
    queue: async () => undefined,
    places: {
      seatsOf: async () => [{ code: 'NA-49', nameUr: 'اٹک 1' }],
      seatsOfElection: async () => [{ code: 'NA-49', nameUr: 'اٹک 1' }],
      findSeat: async (_id, code) =>
        code === 'NA-49'
          ? { nameEn: 'Attock-I', nameUr: 'اٹک 1', province: 'punjab', blocks: [...seat.blocks] }
          : undefined,
      findStation: async (_id, _seat, number) =>
        number > 2 ? undefined : { nameUr: 'گورنمنٹ ہائی اسکول', seat, schemeVersion: 3 },
      dividedSeats: async () => ({ version: 3, seats: [seat] }),
      findPoll: async () => ({ electionUr: 'ضمنی انتخاب', day: '2024-04-01', hours: ['08:00', '17:00'] }),
      provinceUr: () => 'پنجاب',
    },
  })
})
afterAll(async () => {
  reader.close()
  await drop()
  await rm(folder, { recursive: true })
})

/** Prints an order; gives the finished print and its file. */
async function print(order: PrintOrder) {
  const asked = await prints.ask(roll.id, order, actor)
  if (!asked.ok) throw new Error(asked.refusal.kind.code)
  await prints.make(asked.value, actor)
  const made = await findPrint(database.tables(), asked.value)
  if (made?.file == null) throw new Error(`it failed: ${made?.problem}`)
  const bytes = await readFile(prints.fileOf(made))
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.file.sha256)
  return { print: made, name: made.file.name, bytes, file: prints.fileOf(made) }
}

/** Names of the files in an archive, and their bytes. */
function unpack(file: string): Map<string, Buffer> {
  const script = `import zipfile,json,base64; z=zipfile.ZipFile(${JSON.stringify(file)}); assert z.testzip() is None
print(json.dumps({n: base64.b64encode(z.read(n)).decode() for n in z.namelist()}))`
  const found = JSON.parse(execFileSync('python3', ['-c', script], { maxBuffer: 1 << 28 }).toString()) as Record<
    string,
    string
  >
  return new Map(Object.entries(found).map(([name, base64]) => [name, Buffer.from(base64, 'base64')]))
}

async function textOf(pdf: Buffer | undefined): Promise<string> {
  const file = join(folder, 'one.pdf')
  await writeFile(file, pdf ?? Buffer.alloc(0))
  return execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-']).toString()
}

test('an area is printed from the edition, men and women apart, each with its rows as CSV', async () => {
  const { name, file } = await print({ kind: 'area', block, delimitationId: 'd' })
  const files = unpack(file)
  expect([name, ...files.keys()]).toEqual([
    `${block}.zip`,
    `${block}-men.csv`,
    `${block}-men.pdf`,
    `${block}-women.csv`,
    `${block}-women.pdf`,
  ])
  expect(files.get(`${block}-women.csv`)?.toString().trim().split('\n')).toHaveLength(21)
  expect(await textOf(files.get(`${block}-men.pdf`))).toContain('کاشف محمود')
})

test('a station gets the serials that it serves, with the marks of the newest marked copy and the slips of its voters', async () => {
  const list = await openLists(reader, roll.id)
  if (list === undefined) throw new Error('no lists')
  const order: PrintOrder = {
    kind: 'station',
    electionId: 'by-2024',
    seat: 'NA-49',
    station: 1,
    marked: true,
    slips: true,
  }
  expect(await prints.ask(roll.id, order, actor)).toMatchObject({ refusal: { kind: { code: 'rolls.no-marked-copy' } } })
  const marked = {
    electionId: 'by-2024',
    rollId: roll.id,
    list,
    schemeVersion: 3,
    seats: [seat],
    since: new Date(0),
    reason: '',
  }
  expect(await makeMarkedCopy({ database, ledger, now: clock.now }, marked, actor)).toMatchObject({ ok: true })
  const { name, file } = await print(order)
  expect(name).toBe('NA-49-station-1-marked-1.zip')
  const files = unpack(file)
  expect(files.size).toBe(24)
  const rows = files.get(`${block}-men.csv`)?.toString().trim().split('\r\n').slice(1) ?? []
  expect(rows.map((row) => row.split(',')).map((row) => [row[0], row.at(-1)])).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map((serial) => [String(serial), serial === 3 ? 'postal' : '']),
  )
  expect(files.get(`${block}-men-slips.pdf`)?.subarray(0, 5).toString()).toBe('%PDF-')
})

test('a station of which the scheme does not know is refused', async () => {
  const order: PrintOrder = {
    kind: 'station',
    electionId: 'by-2024',
    seat: 'NA-49',
    station: 9,
    marked: false,
    slips: false,
  }
  expect(await prints.ask(roll.id, order, actor)).toMatchObject({
    refusal: { kind: { code: 'rolls.unknown-polling-station' } },
  })
})

test('a printed copy bears its number and the recipient on every page, and is in the log with its fingerprint', async () => {
  const order: PrintOrder = {
    kind: 'copy',
    form: 'printed',
    delimitationId: 'd',
    seat: 'NA-49',
    electionId: null,
    recipient: 'امیدوار نمبر سات',
  }
  const { print: made, file } = await print(order)
  const files = unpack(file)
  expect([...files.keys()].every((name) => name.endsWith('.pdf'))).toBe(true)
  for (const pdf of files.values()) {
    const pages = (await textOf(pdf)).split('\f').filter((page) => page.trim() !== '')
    for (const page of pages) expect(page.replaceAll(/\s+/g, ' ')).toContain('امیدوار نمبر سات')
  }
  const [logged] = await listCopies(database.tables(), roll.id)
  expect(logged).toMatchObject({ copy: made.copy, kind: 'printed', seat: 'NA-49', sha256: made.file?.sha256 })
  expect(acts.at(-1)).toMatchObject({ act: 'copy-given', section: 's.41' })
  expect(JSON.stringify(acts.at(-1))).not.toContain('امیدوار')
})

test('of two searchable copies of a seat each tells whose it is, and which line of the log is its own', async () => {
  const copyFor = (recipient: string) =>
    print({ kind: 'copy', form: 'searchable', delimitationId: 'd', seat: 'NA-49', electionId: null, recipient })
  const [one, other] = [await copyFor('Candidate One'), await copyFor('Candidate Two')]
  const told = [one, other].map(({ bytes }) => tellCopy(bytes.toString()))
  expect(told.map((mark) => [mark?.copy, mark?.recipient])).toEqual([
    [one.print.copy, 'Candidate One'],
    [other.print.copy, 'Candidate Two'],
  ])
  const log = await listCopies(database.tables(), roll.id)
  for (const mark of told)
    expect(log.find(({ copy }) => copy === mark?.copy)).toMatchObject({
      recipient: mark?.recipient,
      list: { number: 1 },
    })
  expect(await disagreements(auditedEditionRecords(database), acts)).toEqual([])
})

test('what died while it printed is printed anew, and a copy is in the log once', async () => {
  const asked = await prints.ask(
    roll.id,
    {
      kind: 'copy',
      form: 'searchable',
      delimitationId: 'd',
      seat: 'NA-49',
      electionId: null,
      recipient: 'Candidate Three',
    },
    actor,
  )
  if (!asked.ok) throw new Error('refused')
  await writeFile(join(folder, 'prints', `${asked.value}.part`), 'half')
  await prints.make(asked.value, actor)
  await prints.make(asked.value, actor)
  const copies = await listCopies(database.tables(), roll.id)
  expect(copies.filter(({ recipient }) => recipient === 'Candidate Three')).toHaveLength(1)
})
