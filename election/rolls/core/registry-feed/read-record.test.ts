import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dirtKinds, endOfDirt, spoil, type CardFields, type DirtKind } from '../../sim/registry/dirt.ts'
import { seededRandom } from '../../sim/registry/random.ts'
import { readRecord } from './read-record.ts'

const today = '2026-11-03'
const card: CardFields = {
  n: 7,
  kind: 'new-card',
  cnic: '6110112345671',
  card: 'cnic',
  nameUr: 'علی رضا',
  nameEn: 'Ali Raza',
  relation: 'son',
  relationNameUr: 'بشیر احمد',
  gender: 'male',
  dateOfBirth: '2000-02-29',
  permanent: { ur: 'مکان 4، گلی 2', block: '901010101' },
}
const read = (change: object) => readRecord(JSON.stringify({ ...card, ...change }), 7, today)
const fault = (change: object) => {
  const got = read(change)
  return got.ok ? undefined : `${got.unread.reason}${got.unread.field === null ? '' : ` ${got.unread.field}`}`
}

test('a card is read with everything on it, what is optional left out', () => {
  const { n, kind, permanent, ...printed } = card
  expect(read({})).toEqual({
    ok: true,
    record: {
      kind,
      number: n,
      cnic: card.cnic,
      identity: {
        ...printed,
        disabled: false,
        list: 'general',
        addresses: {
          permanent: { textUr: permanent.ur, block: permanent.block },
          temporary: null,
          posting: null,
        },
        photo: null,
      },
      chosen: null,
      headOfFamily: null,
    },
  })
})

test('a CNIC may have dashes, spaces and digits of three scripts', () => {
  for (const cnic of [
    '61101-1234567-1',
    '۶۱۱۰۱-۱۲۳۴۵۶۷-۱',
    '٦١١٠١١٢٣٤٥٦٧١',
    ' 61101 1234567 1 ',
    '61101–1234567–1',
    6110112345671,
  ])
    expect(read({ cnic })).toMatchObject({ ok: true, record: { cnic: '6110112345671' } })
})

test.each([
  ['cnic-length cnic', { cnic: '611011234567' }],
  ['cnic-length cnic', { cnic: '61101-1234567-12' }],
  ['cnic-malformed cnic', { cnic: '0110112345671' }],
  ['cnic-malformed cnic', { cnic: '611O112345671' }],
  ['missing cnic', { cnic: '' }],
  ['missing cnic', { cnic: null }],
  ['cnic-length headOfFamily', { headOfFamily: '12' }],
  ['missing nameUr', { nameUr: undefined }],
  ['missing nameUr', { nameUr: ' \u200F ' }],
  ['unknown-code nameUr', { nameUr: 5 }],
  ['not-in-urdu nameUr', { nameUr: 'Ali Raza' }],
  ['text-too-long nameUr', { nameUr: 'ع'.repeat(101) }],
  ['text-too-long permanent.ur', { permanent: { ur: 'ع'.repeat(10_000), block: '901010101' } }],
  ['text-damaged nameUr', { nameUr: 'علی\uFFFD' }],
  ['text-damaged nameUr', { nameUr: 'علی\u0000' }],
  ['text-damaged nameEn', { nameEn: 'Ali\n' }],
  ['unknown-code gender', { gender: 'm' }],
  ['unknown-code relation', { relation: 'brother' }],
  ['unknown-code card', { card: 'passport' }],
  ['unknown-code chosen', { chosen: 'elsewhere' }],
  ['unknown-code disabled', { disabled: 'yes' }],
  ['unknown-code photo', { photo: 'x' }],
  ['impossible-date dateOfBirth', { dateOfBirth: '2001-02-29' }],
  ['impossible-date dateOfBirth', { dateOfBirth: '29-02-2000' }],
  ['impossible-date dateOfBirth', { dateOfBirth: '1890-01-01' }],
  ['date-in-the-future dateOfBirth', { dateOfBirth: '2026-11-04' }],
  ['missing permanent', { permanent: null }],
  ['block-malformed permanent.block', { permanent: { ur: 'مکان', block: '90101010' } }],
  ['missing permanent.block', { permanent: { ur: 'مکان' } }],
  ['unknown-code temporary', { temporary: 'مکان' }],
  ['unknown-kind kind', { kind: 'lost-card' }],
  ['missing diedOn', { kind: 'death' }],
  ['date-in-the-future diedOn', { kind: 'death', diedOn: '2030-01-01' }],
  ['unreadable', { n: 8 }],
])('%s', (expected, change) => {
  expect(fault(change)).toBe(expected)
})

test('what is no record at all is unreadable, and nothing makes the reader fail', () => {
  for (const line of ['', '{', '[]', 'null', '7', '{"n":7', '{"n":"7"}'])
    expect(readRecord(line, 7, today)).toMatchObject({ ok: false, unread: { reason: 'unreadable' } })
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...Object.keys(card), 'temporary', 'photo', 'list', '__proto__'), fc.jsonValue()),
      (fields) => {
        const got = readRecord(JSON.stringify({ ...card, ...fields, n: 7 }), 7, today)
        expect(got.ok || got.unread.reason !== undefined).toBe(true)
      },
    ),
  )
})

test('every kind of dirt that cards arrive with ends as the simulator says', () => {
  const random = seededRandom(1)
  const kinds = Object.keys(dirtKinds) as DirtKind[]
  const ends = kinds.map((kind) => {
    const got = readRecord(spoil(kind, card, random), 7, today)
    return [kind, got.ok ? null : got.unread.reason]
  })
  expect(ends).toEqual(
    kinds.map((kind) => {
      const end = endOfDirt(kind)
      return [kind, end?.outcome === 'refused' ? end.reason : null]
    }),
  )
  for (const kind of ['urdu-digits', 'dashes', 'arabic-letters'] as const)
    expect(readRecord(spoil(kind, card, random), 7, today)).toMatchObject({
      record: { cnic: '6110112345671', identity: { nameUr: 'علی رضا' } },
    })
})
