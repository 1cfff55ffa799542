import { expect, test } from 'vitest'
import type { BlockCode } from '@intikhab/delimitation'
import type { Cnic } from '../identifiers.ts'
import type { EnrolledVoter, Identity, Voter } from '../register/voter.ts'
import { decideRecord, type KnownToRegistry } from './decide.ts'
import type { RegistryRecord } from './record.ts'

const block = (code: string) => code as BlockCode
const identity: Identity = {
  cnic: '9900100000011' as Cnic,
  card: 'cnic',
  nameUr: 'علی رضا',
  nameEn: 'Ali Raza',
  relation: 'son',
  relationNameUr: 'بشیر احمد',
  gender: 'male',
  dateOfBirth: '1990-05-05',
  disabled: false,
  list: 'general',
  addresses: { permanent: { textUr: 'مکان 1', block: block('901010101') }, temporary: null, posting: null },
  photo: null,
}
const enrolled: EnrolledVoter = {
  ...identity,
  chosen: 'permanent',
  status: 'active',
  entry: { block: block('901010101'), household: 1, serial: 1 },
}
const known: KnownToRegistry = {
  isArea: (code) => code.startsWith('90'),
  latestBirth: '2006-01-01',
  deaths: 'delete',
}
const temporary = { textUr: 'سرائے', block: block('902010101') }

const card = (change: Partial<Identity>, more: object = {}) =>
  ({
    kind: 'modified-card',
    number: 1,
    cnic: identity.cnic,
    identity: { ...identity, ...change },
    chosen: null,
    headOfFamily: null,
    ...more,
  }) as RegistryRecord
const death = (change: object = {}) =>
  ({
    kind: 'death',
    number: 1,
    cnic: identity.cnic,
    dateOfBirth: '1990-05-05',
    diedOn: '2024-01-01',
    certificate: 'UC-1',
    ...change,
  }) as RegistryRecord
const cancelled = { kind: 'cancelled-card', number: 1, cnic: identity.cnic } as const
const withStatus = (status: Voter['status']): Voter =>
  status === 'removed' || status === 'to-verify' ? { ...enrolled, status, entry: null } : { ...enrolled, status }

function ending(record: RegistryRecord, before?: Voter, rules: Partial<KnownToRegistry> = {}): string {
  const decision = decideRecord(record, before, { ...known, ...rules })
  const kinds = decision.changes.map(({ kind }) => kind).join('+')
  return [decision.outcome, 'reason' in decision ? decision.reason : '', kinds].filter((part) => part !== '').join(' ')
}

test('a newcomer is enrolled at the permanent address, or at the one that was chosen', () => {
  expect(ending(card({}))).toBe('enrolled enrolled')
  expect(decideRecord(card({}), undefined, known).changes).toMatchObject([{ chosen: 'permanent', household: 'new' }])
  const both = { ...identity.addresses, temporary }
  expect(decideRecord(card({ addresses: both }, { chosen: 'temporary' }), undefined, known).changes).toMatchObject([
    { chosen: 'temporary' },
  ])
  expect(ending(card({}, { chosen: 'temporary' }))).toBe('refused no-such-address')
  expect(ending(card({ card: 'poc' }))).toBe('refused not-a-citizen')
  expect(ending(card({ dateOfBirth: '2006-01-02' }))).toBe('refused not-yet-18')
  expect(ending(card({ dateOfBirth: '2006-01-01' }))).toBe('enrolled enrolled')
})

test('an address that no electoral area has waits for a visit, until a card gives one that an area has', () => {
  const nowhere = { ...identity.addresses, permanent: { textUr: 'کہیں', block: block('777777777') } }
  expect(ending(card({ addresses: nowhere }))).toBe('to-verify unknown-block to-verify')
  const waiting: Voter = { ...withStatus('to-verify'), addresses: nowhere }
  expect(ending(card({ addresses: nowhere }), waiting)).toBe('to-verify unknown-block to-verify')
  expect(ending(card({}), waiting)).toBe('enrolled enrolled')
  // The newest card is the one that is asked about.
  expect(ending(card({}), withStatus('to-verify'))).toBe('to-verify still-waiting to-verify')
  expect(ending(card({}), withStatus('removed'))).toBe('to-verify was-removed to-verify')
})

test('a card corrects an entry where it stands, and never moves it', () => {
  expect(ending(card({ nameUr: 'علی رضا خان' }), enrolled)).toBe('changed corrected')
  expect(decideRecord(card({ nameUr: 'علی رضا خان' }), enrolled, known).changes).toEqual([
    { kind: 'corrected', correction: { nameUr: 'علی رضا خان' } },
  ])
  expect(ending(card({}), enrolled)).toBe('refused nothing-to-change')
  expect(ending(card({ addresses: { ...identity.addresses, permanent: temporary } }), enrolled)).toBe('to-verify moved')
  const nowhere = { textUr: 'کہیں', block: block('777777777') }
  expect(ending(card({ addresses: { ...identity.addresses, permanent: nowhere } }), enrolled)).toBe(
    'to-verify unknown-block',
  )
  expect(ending(card({ addresses: { ...identity.addresses, temporary } }), enrolled)).toBe('changed corrected')
  expect(ending(card({ addresses: { ...identity.addresses, temporary } }, { chosen: 'temporary' }), enrolled)).toBe(
    'to-verify choice-changed',
  )
  expect(ending(card({}, { chosen: 'temporary' }), enrolled)).toBe('refused no-such-address')
  expect(ending(card({ gender: 'female' }), enrolled)).toBe('to-verify gender-changed')
  expect(ending(card({ dateOfBirth: '2010-01-01' }), enrolled)).toBe('to-verify age-changed')
  expect(ending(card({ dateOfBirth: '1991-01-01' }), enrolled)).toBe('changed corrected')
  expect(ending(card({}), withStatus('deceased'))).toBe('to-verify noted-dead')
})

test('who chose the temporary address waits for a visit when the card has it no longer; a place of posting is no address of the card', () => {
  const lodger: EnrolledVoter = {
    ...enrolled,
    chosen: 'temporary',
    addresses: { ...identity.addresses, temporary },
    entry: { ...enrolled.entry, block: temporary.block },
  }
  expect(ending(card({}), lodger)).toBe('to-verify moved')
  const servant: EnrolledVoter = {
    ...enrolled,
    chosen: 'posting',
    addresses: { ...identity.addresses, posting: temporary },
    entry: { ...enrolled.entry, block: temporary.block },
  }
  expect(ending(card({}), servant)).toBe('refused nothing-to-change')
})

test('a cancelled card blocks the entry, and a new one lifts that again', () => {
  expect(ending(cancelled, enrolled)).toBe('changed blocked')
  expect(ending(cancelled, withStatus('overseas'))).toBe('changed blocked')
  expect(ending(cancelled, withStatus('blocked'))).toBe('refused nothing-to-change')
  expect(ending(cancelled)).toBe('refused not-on-the-roll')
  expect(ending(cancelled, withStatus('removed'))).toBe('refused not-on-the-roll')
  expect(ending(cancelled, withStatus('to-verify'))).toBe('to-verify ended-while-waiting')
  expect(ending(card({}), withStatus('blocked'))).toBe('changed unblocked')
  expect(ending(card({ nameUr: 'علی' }), withStatus('blocked'))).toBe('changed unblocked+corrected')
})

test('a registered death takes the name off; one without certificate, or of somebody born on another day, waits for a visit', () => {
  expect(ending(death(), enrolled)).toBe('deleted deleted')
  expect(ending(death(), withStatus('deceased'))).toBe('deleted deleted')
  expect(ending(death(), enrolled, { deaths: 'note' })).toBe('to-verify death-to-confirm death-noted')
  expect(ending(death({ certificate: null }), enrolled)).toBe('to-verify death-to-confirm death-noted')
  expect(ending(death({ certificate: '' }), enrolled)).toBe('to-verify death-to-confirm death-noted')
  expect(ending(death({ certificate: null }), withStatus('deceased'))).toBe('refused nothing-to-change')
  expect(ending(death({ dateOfBirth: '1990-05-06' }), enrolled)).toBe('to-verify death-of-another')
  expect(ending(death({ diedOn: '1980-01-01' }), enrolled)).toBe('to-verify death-of-another')
  expect(ending(death())).toBe('refused not-on-the-roll')
  expect(ending(death(), withStatus('to-verify'))).toBe('to-verify ended-while-waiting')
})
