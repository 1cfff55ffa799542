import type { BlockCode } from '@intikhab/delimitation'
import { expect, test } from 'vitest'
import { voter } from '../../server/register/made-up-voters.testkit.ts'
import type { Voter } from '../register/voter.ts'
import type { RegistrationContent } from './claim-content.ts'
import { findingsOf, tellFinding, type Removal } from './findings.ts'

const known: Voter = voter(1, '901010101', 'male', 1)
const district = { en: 'Attock', ur: 'اٹک' }
const registration = (chosen: RegistrationContent['chosen'], block: string | null): RegistrationContent => ({
  purpose: 'registration',
  person: known,
  chosen,
  permanent: { textUr: 'مکان 1', block: (chosen === 'permanent' ? block : '901010101') as BlockCode },
  other: chosen === 'permanent' ? null : { textUr: 'مکان 2', block: block as BlockCode | null },
})
const found = (content: RegistrationContent, concerned: Voter | undefined = known, removal: Removal | null = null) =>
  findingsOf({ content, claimant: null }, { claimant: concerned, concerned }, district, removal).map(({ code }) => code)

test('an address that the registry has in another block, or not at all, is told before anything is signed', () => {
  const card: Voter = {
    ...known,
    addresses: { ...known.addresses, temporary: { textUr: 'مکان 9', block: '901010102' as BlockCode } },
  }
  expect(found(registration('temporary', '902010101'), card)).toEqual(['is-transfer', 'address-not-of-card'])
  expect(found(registration('temporary', '901010102'), card)).toEqual(['is-transfer'])
  expect(found(registration('temporary', '902010101'))).toEqual(['is-transfer', 'card-has-no-address'])
  expect(found(registration('permanent', '902010101'))).toEqual(['is-transfer', 'address-not-of-card'])
})

test('the place of posting stands on no card, an open block says nothing yet, and of a newcomer nothing is known', () => {
  expect(found(registration('posting', '902010101'))).toEqual(['is-transfer'])
  expect(found(registration('temporary', null))).toEqual(['is-transfer'])
  expect(
    findingsOf(
      { content: registration('temporary', '902010101'), claimant: null },
      { claimant: undefined, concerned: undefined },
      district,
      null,
    ),
  ).toEqual([{ code: 'is-new' }])
})

test('of somebody who was taken off the roll the day and the cause are told, in both languages', () => {
  const removed: Voter = { ...known, status: 'removed', entry: null }
  const by = (cause: string, ground: Removal['ground'] = null): Removal => ({
    action: { actedAt: new Date('2024-03-04T20:00:00Z'), cause, before: known },
    ground,
  })
  const told = (removal: Removal, language: 'en' | 'ur') =>
    findingsOf(
      { content: registration('permanent', '901010101'), claimant: null },
      { claimant: removed, concerned: removed },
      district,
      removal,
    )
      .filter(({ code }) => code === 'was-removed')
      .map((finding) => tellFinding(finding, language))
  expect(told(by('feed:4711'), 'en')).toEqual([
    'Removed from the roll of block 901010101 on 5 March 2024: registered death (record 4711 of the civil registry).',
  ])
  expect(told(by('feed:4711'), 'ur')[0]).toMatch(/رجسٹرڈ وفات \(شہری رجسٹری کا ریکارڈ 4711\)/)
  expect(told(by('claim:ATT-2024-000007', 'not-resident'), 'en')[0]).toContain(
    'does not live in this area (claim ATT-2024-000007)',
  )
  expect(told(by('door:7/12'), 'en')[0]).toContain('found to have died (verification at the door, list 7, line 12)')
  expect(told(by('order:F.2/2024'), 'en')[0]).toContain('order F.2/2024 of the Commission')
  expect(found(registration('permanent', '901010101'), removed, by('feed:1'))).toEqual([
    'is-off-the-roll',
    'was-removed',
  ])
})
