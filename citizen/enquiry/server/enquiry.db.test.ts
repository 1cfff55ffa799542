import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEditionStore, openEditionReader, publishEdition } from '@intikhab/kernel/editions'
import { openSigner } from '@intikhab/kernel/ledger'
import { freshDatabase } from '@intikhab/kernel/testkit'
import type { BlockCode } from '@intikhab/delimitation'
import {
  buildEnquiryPack,
  createRolls,
  enquirySeries,
  latestLookUp,
  openPackSecret,
  rollsMigrations,
  type Cnic,
  type RollId,
  type EnrolledVoter,
} from '@intikhab/rolls'
import { expect, inject, test } from 'vitest'
import { createEnquiry } from './enquiry.ts'

const block = '901010101' as BlockCode
const id = 'test-2024' as RollId
const voter = (serial: number): EnrolledVoter => ({
  cnic: `990010000${String(serial).padStart(3, '0')}1` as Cnic,
  nameUr: 'کاشف محمود',
  nameEn: 'Kashif Mehmood',
  relation: 'son',
  relationNameUr: 'بشیر احمد',
  gender: 'male',
  dateOfBirth: '1980-06-15',
  card: 'cnic',
  disabled: false,
  list: 'general',
  addresses: { permanent: { textUr: 'مکان 12', block }, temporary: null, posting: null },
  photo: null,
  chosen: 'permanent',
  status: 'active',
  entry: { block, household: 1, serial },
})

test('with the database gone the enquiry still answers from the last edition', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'intikhab-enquiry-'))
  const { database, drop } = await freshDatabase(inject('postgresUrl'), [rollsMigrations])
  const now = () => new Date('2024-03-01T00:00:00Z')
  const rolls = createRolls({ database, now })
  await rolls.store.putPlaces(
    [
      {
        code: 'islamabad',
        nameEn: 'Islamabad',
        nameUr: 'اسلام آباد',
        province: 'islamabad',
        officePhone: '051-2222222',
      },
    ],
    [{ block, nameEn: 'Noor Town', nameUr: 'نور ٹاؤن', district: 'islamabad' }],
  )
  await rolls.store.addRoll({
    id,
    nameEn: 'Test roll',
    nameUr: 'آزمائشی فہرست',
    rulePack: 'elections-act-2017@2023-08',
    qualifyingDate: '2024-01-01',
    termEndsOn: null,
    resultsAnnouncedAt: null,
  })
  await rolls.importFeed(
    { name: 'feed', voters: () => Array.from({ length: 300 }, (_, i) => voter(i + 1)) },
    { actor: { kind: 'system', id: 'test' } },
  )
  const secret = openPackSecret(join(folder, 'enquiry.secret'))
  const editions = createEditionStore({ root: join(folder, 'editions') })
  const built = await buildEnquiryPack({ database, secret, workshop: join(folder, 'workshop') }, id, {
    seats: [{ code: 'NA-46', nameEn: 'Islamabad-I', nameUr: 'اسلام آباد-1' }],
    seatsOf: () => ['NA-46'],
    stations: [],
    scheme: null,
    rollEdition: null,
    helpline: '051-1111111',
  })
  await publishEdition({
    store: editions,
    signer: openSigner(join(folder, 'key.pem'), 'test'),
    series: enquirySeries(id),
    madeAt: now().toISOString(),
    subject: { roll: id },
    ledger: null,
    changed: built.ok ? built.value.files : [],
    unchanged: [],
  })
  if (built.ok) built.value[Symbol.dispose]()
  await drop()

  const reader = openEditionReader(editions)
  const enquiry = createEnquiry({ lookUp: latestLookUp(reader, enquirySeries(id), secret), now })
  const answer = await enquiry.ask({ cnic: '99001-0000299-1', ip: '10.0.0.1' })
  expect(answer).toMatchObject({
    ok: true,
    value: {
      state: 'found-unassigned',
      cnic: '99001-*****99-1',
      registration: { block, serial: 299 },
      edition: { number: 1 },
    },
  })
  expect(await enquiry.ask({ cnic: '1234512345671', ip: '10.0.0.1' })).toMatchObject({
    ok: true,
    value: { state: 'not-registered' },
  })
  reader.close()
  rmSync(folder, { recursive: true })
})
