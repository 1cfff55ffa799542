import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createEditionStore,
  openEditionReader,
  publishEdition,
  type ChangedFile,
  type EditionReader,
} from '@intikhab/kernel/editions'
import { openSigner } from '@intikhab/kernel/ledger'
import type { Outcome } from '@intikhab/kernel/refusal'
import { freshDatabase } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Cnic } from '../core/identifiers.ts'
import type { RollStatistics } from '../core/statistics.ts'
import type { ServedStation } from './look-up-builder.ts'
import { latestLookUp } from './look-up.ts'
import { areas, districts, everybody, roll, voter } from './register/made-up-voters.testkit.ts'
import { rollsMigrations } from './migrations/index.ts'
import { openPackSecret, packKey } from './pack-secret.ts'
import { enquiryFiles, enquirySeries, rollFiles, rollSeries } from './edition-files.ts'
import { createRolls, type Rolls } from './register/rolls.ts'

const folder = mkdtempSync(join(tmpdir(), 'intikhab-rolls-'))
const secret = openPackSecret(join(folder, 'keys', 'enquiry.secret'))
const by = { actor: { kind: 'account', id: 'registration-officer' } } as const
const now = () => new Date('2024-03-01T00:00:00Z')

let rolls: Rolls
let reader: EditionReader
const store = createEditionStore({ root: join(folder, 'editions') })
const signer = openSigner(join(folder, 'keys', 'publisher.pem'), 'test')

async function publish(series: string, made: Outcome<readonly ChangedFile[]>): Promise<void> {
  if (!made.ok) throw new Error(made.refusal.kind.en)
  const madeAt = now().toISOString()
  await publishEdition({ store, signer, series, madeAt, subject: {}, ledger: null, changed: made.value, unchanged: [] })
}

let drop: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshDatabase(inject('postgresUrl'), [rollsMigrations])
  drop = fresh.drop
  rolls = createRolls({ database: fresh.database, now })
  await rolls.store.putPlaces(districts, areas)
  await rolls.store.addRoll({ ...roll, termEndsOn: '2024-03-25' })
  await rolls.store.addRoll({ ...roll, id: 'another-2024' as typeof roll.id })
  const early = createRolls({ database: fresh.database, now: () => new Date('2024-01-05T00:00:00Z') })
  await early.importFeed({ name: 'registry.csv', voters: () => everybody(100) }, by)
  await rolls.change(voter(5, '901010101', 'male', 6).cnic, { kind: 'death-noted' }, { ...by, cause: 'counter' })
  reader = openEditionReader(store)
})
afterAll(async () => {
  reader.close()
  await drop()
  rmSync(folder, { recursive: true })
})

const seats = [
  { code: 'NA-49', nameEn: 'Attock-I', nameUr: 'اٹک-1' },
  { code: 'PP-1', nameEn: 'Attock-I', nameUr: 'اٹک-1' },
  { code: 'NA-262', nameEn: 'Quetta-I', nameUr: 'کوئٹہ-1' },
]
const station = (seat: string, number: number, fromSerial: number, toSerial: number): ServedStation => ({
  id: `${seat}/${number}`,
  seat,
  number,
  nameEn: `School ${number}`,
  nameUr: `سکول ${number}`,
  kind: 'combined',
  longitude: 72.3,
  latitude: 33.7,
  parts: areas
    .slice(0, 2)
    .flatMap(({ block }) => (['male', 'female'] as const).map((gender) => ({ block, gender, fromSerial, toSerial }))),
})
const sources = {
  seats,
  seatsOf: (block: string) => (block.startsWith('901') ? ['NA-49', 'PP-1'] : ['NA-262']),
  stations: [station('NA-49', 1, 1, 50), station('NA-49', 2, 51, 100), station('PP-1', 1, 1, 100)],
  scheme: { electionId: 'test-election', version: 1 },
  helpline: '051-0000000',
}

test('the key of a CNIC is the first half of its HMAC-SHA256, as openssl makes it', () => {
  const keyOf = packKey(secret)
  for (const text of ['9900100000011', '1234512345671', 'intikhab-look-up/1', '', 'ووٹ', 'x'.repeat(100)])
    expect(keyOf(text)).toEqual(createHmac('sha256', secret).update(text).digest().subarray(0, 16))
})

test('every voter is found in the pack with the own block, serial, household and stations', async () => {
  await publish(enquirySeries(roll.id), await enquiryFiles(rolls, roll.id, secret, sources))
  const lookUp = await latestLookUp(reader, enquirySeries(roll.id), secret)()
  expect(lookUp?.description).toMatchObject({
    entries: 800,
    frozen: { from: '2024-02-23T19:00:00.000Z', until: null, section: 's.39(1)' },
  })
  for (const one of everybody(100)) {
    const found = await lookUp?.find(one.cnic)
    const { gender } = one
    const { block, serial, household } = one.entry
    expect(found).toMatchObject({ gender, serial, household, block: { code: block } })
    const ids = found?.seats.map((seat) => `${seat.seat.code} ${seat.station?.id ?? '-'}`)
    const own = [`NA-49 NA-49/${serial <= 50 ? 1 : 2}`, 'PP-1 PP-1/1']
    expect(ids).toEqual(block.startsWith('902') ? ['NA-262 -'] : own)
  }
  expect(await lookUp?.find(voter(5, '901010101', 'male', 6).cnic)).toMatchObject({ state: 'deceased' })
  expect(await lookUp?.find('9900199999991' as Cnic)).toBeUndefined()
})

test('nothing in the pack is a name, an address or a CNIC', async () => {
  const edition = await reader.latest(enquirySeries(roll.id))
  const { cnic, nameUr, nameEn, addresses } = voter(0, '901010101', 'male', 1)
  const personal = [cnic, nameUr, nameEn, addresses.permanent.textUr]
  for (const { path } of edition?.manifest.files ?? []) {
    const bytes = await edition?.bytes(path)
    expect(personal.filter((text) => bytes?.includes(text) !== false)).toEqual([])
  }
})

test('a pack made with another secret is not opened: it would tell everybody that they are not registered', async () => {
  const other = openPackSecret(join(folder, 'keys', 'another.secret'))
  await expect(latestLookUp(reader, enquirySeries(roll.id), other)()).rejects.toThrow(/another secret/)
})

test('voters in no seat stop the pack, instead of getting no answer', async () => {
  const built = await enquiryFiles(rolls, roll.id, secret, {
    ...sources,
    seatsOf: (block) => (block.startsWith('901') ? ['NA-49'] : []),
  })
  expect(built).toMatchObject({
    ok: false,
    refusal: { kind: { code: 'rolls.voters-without-a-place' }, detail: { voters: 400 } },
  })
})

test('two stations that claim the same voters are a bug', async () => {
  const clash = { ...sources, stations: [station('NA-49', 1, 1, 50), station('NA-49', 2, 50, 100)] }
  await expect(enquiryFiles(rolls, roll.id, secret, clash)).rejects.toThrow(/two stations serve/)
})

test('the published statistics close, in JSON and in CSV', async () => {
  await publish(rollSeries(roll.id), await rollFiles(rolls, roll.id, { asOf: now(), stations: 3 }))
  const edition = await reader.latest(rollSeries(roll.id))
  const statistics = await edition?.json<RollStatistics>('statistics.json')
  expect(statistics).toMatchObject({ rollId: 'test-2024', total: 800, byGender: { male: 400, female: 400, other: 0 } })
  const blocks = (await edition?.bytes('blocks.csv'))?.toString().trim().split('\r\n') ?? []
  expect(blocks).toHaveLength(5)
  expect(blocks[1]).toBe('901010101,Area 901010101,علاقہ 901010101,attock,100,100,0,200')
  expect(blocks.slice(1).reduce((sum, line) => sum + Number(line.split(',').at(-1)), 0)).toBe(800)
})
