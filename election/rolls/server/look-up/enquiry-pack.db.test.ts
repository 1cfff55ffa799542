import { readdirSync } from 'node:fs'
import { freshDatabase } from '@intikhab/kernel/testkit'
import type { Database } from '@intikhab/kernel/database'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { ServedStation } from '../../core/look-up/district-lists.ts'
import type { Cnic, RollId } from '../../core/identifiers.ts'
import { rollsMigrations } from '../migrations/index.ts'
import { areas, districts, everybody, roll, voter } from '../register/made-up-voters.testkit.ts'
import { createRolls, type Rolls } from '../register/rolls.ts'
import { buildEnquiryPack, enquirySeries, type PackSources, type PackWorks } from './enquiry-pack.ts'
import { fillShards } from './fill-shards.ts'
import { openLookUp, type LookUp } from './look-up.ts'
import { packBench } from './made-up-editions.testkit.ts'

const by = { actor: { kind: 'account', id: 'registration-officer' } } as const
const now = () => new Date('2024-03-01T00:00:00Z')
const bench = packBench()

let database: Database
let rolls: Rolls
let drop: () => Promise<void>
let works: PackWorks
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [rollsMigrations]))
  works = { database, secret: bench.secret, workshop: bench.workshop }
  rolls = createRolls({ database, now })
  await rolls.store.putPlaces(districts, areas)
  await rolls.store.addRoll({ ...roll, termEndsOn: '2024-03-25' })
  await rolls.store.addRoll({ ...roll, id: 'another-2024' as RollId })
  const early = createRolls({ database, now: () => new Date('2024-01-05T00:00:00Z') })
  await early.importFeed({ name: 'registry.csv', voters: () => everybody(100) }, by)
  await early.change(voter(6, '901010101', 'male', 7).cnic, { kind: 'deleted' }, { ...by, cause: 'counter' })
  await rolls.change(voter(5, '901010101', 'male', 6).cnic, { kind: 'death-noted' }, { ...by, cause: 'counter' })
})
afterAll(async () => {
  await drop()
  bench.remove()
})

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
const sources: PackSources = {
  seats: [
    { code: 'NA-49', nameEn: 'Attock-I', nameUr: 'اٹک-1' },
    { code: 'PP-1', nameEn: 'Attock-I', nameUr: 'اٹک-1' },
    { code: 'NA-262', nameEn: 'Quetta-I', nameUr: 'کوئٹہ-1' },
  ],
  seatsOf: (block: string) => (block.startsWith('901') ? ['NA-49', 'PP-1'] : ['NA-262']),
  stations: [station('NA-49', 1, 1, 50), station('NA-49', 2, 51, 100), station('PP-1', 1, 1, 100)],
  scheme: { electionId: 'test-election', version: 1 },
  rollEdition: { series: 'rolls-test-2024', number: 4, manifest: 'ab'.repeat(32) },
  helpline: '051-0000000',
}
const byElection = async () => {
  await sql`insert into rolls.freeze (roll_id, number, kind, day, delimitation_id, constituency, blocks, reason,
      reason_salt, account_id, approval_id, entry_id, ordered_at)
    values ('another-2024', 1, 'by-election', '2024-02-20', 'test', 'NA-262', '{902010101,902010102}', 'a seat fell vacant',
      '\\x00'::bytea, gen_random_uuid(), gen_random_uuid(), 1, now())`.execute(database.tables())
}

/** Publishes what was built, and opens it. */
async function published(given: Partial<PackSources> = {}, own: Partial<PackWorks> = {}): Promise<LookUp> {
  const built = await buildEnquiryPack({ ...works, ...own }, roll.id, { ...sources, ...given })
  if (!built.ok) throw new Error(built.refusal.kind.en)
  using pack = built.value
  const series = enquirySeries(roll.id, given.onlyDistrict)
  await bench.publish(series, pack.files)
  const edition = await bench.reader.latest(series)
  if (edition === undefined) throw new Error('nothing was published')
  return openLookUp(edition, bench.secret)
}

test('every voter is found in the pack with the own block, serial, household and stations', async () => {
  const lookUp = await published()
  expect(lookUp.description).toMatchObject({
    entries: 799,
    onlyDistrict: null,
    rollEdition: { series: 'rolls-test-2024', number: 4 },
    freezes: [{ from: '2024-02-23T19:00:00.000Z', until: null, section: 's.39(1)', everywhere: true }],
  })
  const removed = voter(6, '901010101', 'male', 7).cnic
  expect(await lookUp.find(removed)).toBeUndefined()
  for (const one of everybody(100)) {
    if (one.cnic === removed) continue
    const found = await lookUp.find(one.cnic)
    const { gender } = one
    const { block, serial, household } = one.entry
    expect(found).toMatchObject({ gender, serial, household, block: { code: block } })
    const ids = found?.seats.map((seat) => `${seat.seat.code} ${seat.station?.id ?? '-'}`)
    const own = [`NA-49 NA-49/${serial <= 50 ? 1 : 2}`, 'PP-1 PP-1/1']
    expect(ids).toEqual(block.startsWith('902') ? ['NA-262 -'] : own)
  }
  expect(await lookUp.find(voter(5, '901010101', 'male', 6).cnic)).toMatchObject({ state: 'deceased' })
  expect(await lookUp.find('9900199999991' as Cnic)).toBeUndefined()
  await lookUp.close()
})

test('nothing in the pack is a name, an address or a CNIC', async () => {
  const edition = await bench.reader.latest(enquirySeries(roll.id))
  const { cnic, nameUr, nameEn, addresses } = voter(0, '901010101', 'male', 1)
  const personal = [cnic, nameUr, nameEn, addresses.permanent.textUr]
  for (const { path } of edition?.manifest.files ?? []) {
    const bytes = await edition?.bytes(path)
    expect(personal.filter((text) => bytes?.includes(text) !== false)).toEqual([])
  }
})

test('the pack of one district knows its voters alone', async () => {
  const lookUp = await published({ onlyDistrict: 'quetta' })
  expect(lookUp.description).toMatchObject({ entries: 400, onlyDistrict: 'quetta', districts: [{ code: 'quetta' }] })
  expect(lookUp.edition.series).toBe('enquiry-test-2024-quetta')
  for (const one of everybody(100))
    expect((await lookUp.find(one.cnic))?.block.code).toBe(
      one.entry.block.startsWith('902') ? one.entry.block : undefined,
    )
  await lookUp.close()
})

test('a freeze for a by-election is told to the voters of its seat alone, the freeze of all rolls to everybody', async () => {
  await byElection()
  const lookUp = await published()
  const sections = async (n: number, block: string) =>
    (await lookUp.find(voter(n, block, 'male', 1).cnic))?.freezes.map(({ section }) => section)
  expect(await sections(0, '901010101')).toEqual(['s.39(1)'])
  expect(await sections(400, '902010101')).toEqual(['s.39(1)', 's.39(2)'])
  await lookUp.close()
})

test('where two voters have the same key, the pack is built again with another salt, from the same state', async () => {
  const snapshots: string[] = []
  const lookUp = await published(
    {},
    {
      fill: async (order, onProgress) => {
        snapshots.push(order.snapshot)
        return order.salt < 2 ? { kind: 'same-key' } : fillShards(order, onProgress)
      },
    },
  )
  expect([lookUp.description.salt, snapshots.length, new Set(snapshots).size]).toEqual([2, 3, 1])
  expect(await lookUp.find(voter(0, '901010101', 'male', 1).cnic)).toMatchObject({ serial: 1 })
  await lookUp.close()
})

test('what is built twice is the same, byte for byte, and how far it is can be told', async () => {
  const steps: string[] = []
  const onProgress: PackWorks['onProgress'] = ({ step, done, of }) => steps.push(`${step} ${done}/${of}`)
  const hashes: string[] = []
  for (let turn = 0; turn < 2; turn++) {
    const built = await buildEnquiryPack({ ...works, onProgress }, roll.id, sources)
    if (!built.ok) throw new Error(built.refusal.kind.en)
    using pack = built.value
    hashes.push(pack.files.map((file) => ('sha256' in file ? file.sha256 : file.bytes.toString())).join())
  }
  expect(hashes[0]).toBe(hashes[1])
  expect(steps.at(-1)).toBe('shards 256/256')
})

test('voters in no seat stop the pack, instead of getting no answer', async () => {
  const seatsOf = (block: string) => (block.startsWith('901') ? ['NA-49'] : [])
  expect(await buildEnquiryPack(works, roll.id, { ...sources, seatsOf })).toMatchObject({
    ok: false,
    refusal: { kind: { code: 'rolls.voters-without-a-place' }, detail: { voters: 400 } },
  })
})

test('an unknown roll or district is refused; what fails leaves nothing in the workshop', async () => {
  expect(await buildEnquiryPack(works, 'none' as RollId, sources)).toMatchObject({
    refusal: { kind: { code: 'rolls.unknown-roll' } },
  })
  expect(await buildEnquiryPack(works, roll.id, { ...sources, onlyDistrict: 'none' })).toMatchObject({
    refusal: { kind: { code: 'rolls.unknown-district' } },
  })
  const clash = { ...sources, stations: [station('NA-49', 1, 1, 50), station('NA-49', 2, 50, 100)] }
  await expect(buildEnquiryPack(works, roll.id, clash)).rejects.toThrow(/two stations serve/)
  const fill = () => Promise.reject(new Error('the disk is full'))
  await expect(buildEnquiryPack({ ...works, fill }, roll.id, sources)).rejects.toThrow('the disk is full')
  const gone = { ...database, url: database.url.replace(/:\d+\//, ':1/') } as Database
  await expect(buildEnquiryPack({ ...works, database: gone }, roll.id, sources)).rejects.toThrow(/ECONNREFUSED/)
  expect(readdirSync(bench.workshop)).toEqual([])
})
