import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { changeVoter } from '../register/change.ts'
import { addressIn, kashif, kashifIdentity } from '../register/made-up-voter.testkit.ts'
import type { Identity, Voter } from '../register/voter.ts'
import type { CardRecord } from '../registry-feed/record.ts'
import {
  consequenceOf,
  doorEffect,
  doorReasonOf,
  type DoorFinding,
  type DoorGrounds,
  type RegistryNews,
} from './door.ts'
import { newsWords, tellNews } from './door-news.ts'

const waiting: Voter = { ...kashif, status: 'to-verify', entry: null }
const elsewhere = { ...kashifIdentity.addresses, permanent: addressIn('901010102', 'مکان 9') }

const news = (change: Partial<Identity>, chosen: CardRecord['chosen'] = null): RegistryNews => ({
  number: 7,
  reason: 'moved',
  card: {
    kind: 'modified-card',
    number: 7,
    cnic: kashifIdentity.cnic,
    identity: { ...kashifIdentity, ...change },
    chosen,
    headOfFamily: null,
  },
})
const grounds: DoorGrounds = { asked: null, isOutrun: false, isOwn: true, latestBirth: '2006-01-01' }
const effect = (voter: Voter, finding: DoorFinding, more: Partial<DoorGrounds> = {}) =>
  doorEffect(voter, finding, { ...grounds, ...more })
const kinds = (voter: Voter, asked: RegistryNews) => {
  const done = effect(voter, 'as-card', { asked })
  return done.kind === 'change' ? done.changes.map(({ kind }) => kind) : done
}

test('found is enrolled or lifted from a note of death, dead is deleted, unknown is heard first', () => {
  const noted: Voter = { ...kashif, status: 'deceased' }
  expect(effect(waiting, 'found')).toMatchObject({ changes: [{ kind: 'enrolled' }] })
  expect(effect(waiting, 'unknown')).toEqual({ kind: 'nothing' })
  expect(effect(noted, 'found')).toMatchObject({ changes: [{ kind: 'unblocked' }] })
  expect(effect(noted, 'dead')).toMatchObject({ changes: [{ kind: 'deleted' }] })
  expect(effect(noted, 'unknown')).toEqual({ kind: 'objection', ground: 'not-resident' })
  expect(effect({ ...kashif, status: 'removed', entry: null }, 'found')).toEqual({ kind: 'nothing' })
})

test('nobody is enrolled by a card that was cancelled, or that is another than the one that was asked about', () => {
  const ended = { number: 8, reason: 'ended-while-waiting', card: null } as const
  expect(effect(waiting, 'found', { asked: ended })).toEqual({ kind: 'nothing' })
  expect(effect(waiting, 'found', { isOutrun: true })).toEqual({ kind: 'nothing' })
  expect(effect(kashif, 'as-card', { isOutrun: true })).toEqual({ kind: 'nothing' })
})

test('as the roll says leaves the entry, as the card says makes it so, and the register takes each of these changes', () => {
  expect(effect(kashif, 'found', { asked: news({ addresses: elsewhere }) })).toEqual({ kind: 'nothing' })
  const temporary = addressIn('901010101', 'سرائے')
  const both = { ...kashifIdentity.addresses, temporary }
  expect(kinds(kashif, news({ addresses: elsewhere }))).toEqual(['transferred'])
  expect(kinds(kashif, news({ addresses: elsewhere, gender: 'female' }))).toEqual(['transferred', 'corrected'])
  expect(kinds(kashif, news({ gender: 'female' }))).toEqual(['corrected'])
  expect(kinds({ ...kashif, status: 'blocked' }, news({ addresses: elsewhere }))).toEqual(['unblocked', 'transferred'])
  expect(kinds({ ...kashif, status: 'deceased' }, news({}))).toEqual(['unblocked'])
  expect(kinds(kashif, news({}))).toEqual({ kind: 'nothing' })
  // Another address of the same area: no vote moves.
  expect(kinds(kashif, news({ addresses: both }, 'temporary'))).toEqual(['corrected'])
  const done = effect(kashif, 'as-card', { asked: news({ addresses: both }, 'temporary') })
  const changed = done.kind === 'change' ? changeVoter(kashif, done.changes[0]) : undefined
  expect(changed).toMatchObject({
    value: { chosen: 'temporary', addresses: both, entry: kashif.entry },
  })
})

test('whom the card makes too young is heard, and an entry of another district is taken off by its own officer', () => {
  expect(effect(kashif, 'as-card', { asked: news({ dateOfBirth: '2010-01-01' }) })).toEqual({
    kind: 'objection',
    ground: 'under-age',
  })
  expect(effect(kashif, 'dead', { isOwn: false })).toEqual({ kind: 'objection', ground: 'dead' })
})

test('a visit is due for who waits, and for a voter of whom the registry says otherwise', () => {
  expect(doorReasonOf(waiting, false)).toBe('to-verify')
  expect(doorReasonOf({ ...kashif, status: 'deceased' }, true)).toBe('death-noted')
  expect(doorReasonOf(kashif, true)).toBe('registry')
  expect(doorReasonOf(kashif, false)).toBeUndefined()
  expect(doorReasonOf({ ...kashif, status: 'removed', entry: null }, true)).toBeUndefined()
})

test('an effect is called by the change that weighs most', () => {
  expect(consequenceOf(effect(kashif, 'as-card', { asked: news({ addresses: elsewhere, gender: 'female' }) }))).toBe(
    'transferred',
  )
  expect(consequenceOf(effect(kashif, 'unknown'))).toBe('objection')
})

test('what the card says stands beside what the roll says, in both languages', () => {
  const told = tellNews(kashif, news({ addresses: elsewhere, gender: 'female' }))
  expect(told).toMatchObject({ hasCard: true, reason: newsWords.moved })
  expect(told.differences).toEqual([
    { field: 'gender', roll: { en: 'male', ur: 'مرد' }, card: { en: 'female', ur: 'خاتون' } },
    { field: 'permanent', roll: { en: 'مکان 1', ur: 'مکان 1' }, card: { en: 'مکان 9', ur: 'مکان 9' } },
    {
      field: 'block',
      roll: { en: '901010101', ur: '901010101' },
      card: { en: '901010102', ur: '901010102' },
    },
  ])
  expect(tellNews(waiting, news({})).hasCard).toBe(false)
  expect(catalogueProblems(newsWords)).toEqual([])
})
