import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { disagreements } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { areas, enrolment, roll, voter } from '../register/made-up-voters.testkit.ts'
import { auditedEditionRecords } from './audited-editions.ts'
import { listCopies } from './copies.ts'
import { putCentre } from './display-centres.ts'
import { dividedSeat, officer, openListedRegister, type ListedRegister } from './editions.testkit.ts'
import { makeMarkedCopy } from './marked-copies.ts'
import type { PrintOrder } from './print-order.ts'
import { findPrint } from './print-store.ts'
import { createPrints, type Prints } from './prints.ts'
import { openLists } from './read-lists.ts'
import { tellCopy } from './searchable-copy.ts'

const block = '901010101'
const seat = dividedSeat([1, 8], [9, 20])
const schools = ['گورنمنٹ ہائی اسکول', 'گورنمنٹ گرلز کالج']

let register: ListedRegister
let prints: Prints
beforeAll(async () => {
  register = await openListedRegister(inject('postgresUrl'))
  const { parts, reader, folder, rolls } = register
  const by = { actor: officer, cause: 'counter' }
  await rolls.change(voter(2, block, 'male', 3).cnic, { kind: 'postal-ballot-issued' }, by)
  // What happens in the register after the edition is in no print: they are made from the edition.
  const late = enrolment(9000, block)
  await rolls.change(late.identity.cnic, late, by)
  prints = createPrints({
    ...parts,
    reader,
    folder: join(folder, 'prints'),
    queue: async () => undefined,
    places: {
      seatsOf: async () => [{ code: 'NA-49', nameUr: 'اٹک 1' }],
      seatsOfElection: async () => [{ code: 'NA-49', nameUr: 'اٹک 1' }],
      findSeat: async (_id, code) =>
        code === 'NA-49'
          ? { nameEn: 'Attock-I', nameUr: 'اٹک 1', province: 'punjab', blocks: [...seat.blocks] }
          : undefined,
      findSchemeSeat: async (_id, code) =>
        code === 'NA-49' ? { seat, namesUr: new Map(schools.map((name, i) => [1 + i, name])) } : undefined,
      dividedSeats: async () => ({ version: 3, seats: [seat] }),
      findPoll: async () => ({ electionUr: 'ضمنی انتخاب', day: '2024-04-01', hours: ['08:00', '17:00'] }),
      provinceUr: () => 'پنجاب',
    },
  })
})
afterAll(() => register.close())

/** Prints an order; gives the finished print and its file. */
async function print(order: PrintOrder) {
  const asked = await prints.ask(roll.id, order, officer)
  if (!asked.ok) throw new Error(asked.refusal.kind.code)
  await prints.make(asked.value, officer)
  const made = await findPrint(register.parts.database.tables(), asked.value)
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
  const file = join(register.folder, 'one.pdf')
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
  const list = await openLists(register.reader, roll.id)
  if (list === undefined) throw new Error('no lists')
  const order: PrintOrder = {
    kind: 'station',
    electionId: 'by-2024',
    seat: 'NA-49',
    station: 1,
    marked: true,
    slips: true,
  }
  expect(await prints.ask(roll.id, order, officer)).toMatchObject({
    refusal: { kind: { code: 'rolls.no-marked-copy' } },
  })
  const marked = {
    electionId: 'by-2024',
    rollId: roll.id,
    list,
    schemeVersion: 3,
    seats: [seat],
    since: new Date(0),
    reason: '',
  }
  expect(await makeMarkedCopy(register.parts, marked, officer)).toMatchObject({ ok: true })
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

test('all stations of a seat come in one archive, each file named after its station, each voter once', async () => {
  const order: PrintOrder = { kind: 'stations', electionId: 'by-2024', seat: 'NA-49', marked: true, slips: false }
  const { print: made, name, file } = await print(order)
  expect([name, made.total]).toEqual(['NA-49-stations-marked-1.zip', areas.length])
  const files = unpack(file)
  expect(files.size).toBe(2 * 2 * 2 * areas.length)
  const serialsOf = (station: string) =>
    files
      .get(`station-${station}-${block}-women.csv`)
      ?.toString()
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => Number(row.split(',')[0]))
  expect(serialsOf('001')).toEqual(Array.from({ length: 8 }, (_, i) => 1 + i))
  expect(serialsOf('002')).toEqual(Array.from({ length: 12 }, (_, i) => 9 + i))
  const of = (station: string) => textOf(files.get(`station-${station}-${block}-men.pdf`))
  const named = [await of('001'), await of('002')].map((text) => schools.filter((name) => text.includes(name)))
  expect(named).toEqual(schools.map((name) => [name]))
  const elsewhere = await prints.ask(roll.id, { ...order, seat: 'NA-50' }, officer)
  expect(elsewhere).toMatchObject({ refusal: { kind: { code: 'rolls.unknown-polling-station' } } })
})

test('all lists that a display centre lays open come in one archive', async () => {
  const blocks = areas.slice(0, 2).map((area) => area.block)
  const centre = {
    number: null,
    district: 'attock',
    nameEn: 'High School',
    nameUr: 'ہائی اسکول',
    addressEn: 'Main Road',
    addressUr: 'مین روڈ',
    opensAt: '09:00',
    closesAt: '17:00',
    isClosed: false,
    blocks,
  }
  const parts = { ...register.parts, queuePublication: async () => undefined }
  const put = await putCentre(parts, roll.id, centre, officer)
  expect(put).toEqual({ ok: true, value: 1 })
  const { print: made, name, file } = await print({ kind: 'centre', centre: 1, delimitationId: 'd' })
  expect([name, made.done, made.total]).toEqual(['display-centre-1.zip', 2, 2])
  expect([...unpack(file).keys()]).toEqual(
    blocks.flatMap((one) => ['men.csv', 'men.pdf', 'women.csv', 'women.pdf'].map((list) => `${one}-${list}`)),
  )
  const unknown = await prints.ask(roll.id, { kind: 'centre', centre: 2, delimitationId: null }, officer)
  expect(unknown).toMatchObject({ refusal: { kind: { code: 'rolls.unknown-display-centre' } } })
  await putCentre(parts, roll.id, { ...centre, number: 1, isClosed: true }, officer)
  const givenUp = await prints.ask(roll.id, { kind: 'centre', centre: 1, delimitationId: null }, officer)
  expect(givenUp).toMatchObject({ refusal: { kind: { code: 'rolls.no-list-edition' } } })
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
  expect(await prints.ask(roll.id, order, officer)).toMatchObject({
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
  const [logged] = await listCopies(register.parts.database.tables(), roll.id)
  expect(logged).toMatchObject({ copy: made.copy, kind: 'printed', seat: 'NA-49', sha256: made.file?.sha256 })
  expect(register.acts.at(-1)).toMatchObject({ act: 'copy-given', section: 's.41' })
  expect(JSON.stringify(register.acts.at(-1))).not.toContain('امیدوار')
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
  const log = await listCopies(register.parts.database.tables(), roll.id)
  for (const mark of told)
    expect(log.find(({ copy }) => copy === mark?.copy)).toMatchObject({
      recipient: mark?.recipient,
      list: { number: 1 },
    })
  expect(await disagreements(auditedEditionRecords(register.parts.database), register.acts)).toEqual([])
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
    officer,
  )
  if (!asked.ok) throw new Error('refused')
  await writeFile(join(register.folder, 'prints', `${asked.value}.part`), 'half')
  await prints.make(asked.value, officer)
  await prints.make(asked.value, officer)
  const copies = await listCopies(register.parts.database.tables(), roll.id)
  expect(copies.filter(({ recipient }) => recipient === 'Candidate Three')).toHaveLength(1)
})
