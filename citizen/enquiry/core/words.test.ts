import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import type { LookedUp, PackFreeze } from '@intikhab/rolls'
import { composeAnswer, type EnquiryState } from './answer.ts'
import { enquiryRefusals } from './refusals.ts'
import { enquiryWords, sentencesOf } from './words.ts'

const source = {
  description: { rollId: 'test-2024', freezes: [], helpline: '051-1111111' },
  edition: { number: 3, madeAt: '2024-01-05T00:00:00.000Z' },
}
const station = {
  id: 'NA-46/17',
  number: 17,
  nameEn: 'Government High School Noor Town',
  nameUr: 'گورنمنٹ ہائی سکول نور ٹاؤن',
  kind: 'combined',
  longitude: 73.05,
  latitude: 33.69,
} as const
const found: LookedUp = {
  state: 'active',
  gender: 'female',
  serial: 123,
  household: 45,
  block: { code: '901010101', nameEn: 'Noor Town', nameUr: 'نور ٹاؤن' },
  district: {
    code: 'islamabad',
    nameEn: 'Islamabad',
    nameUr: 'اسلام آباد',
    province: 'islamabad',
    officePhone: '051-2222222',
  },
  seats: [{ seat: { code: 'NA-46', nameEn: 'Islamabad-I', nameUr: 'اسلام آباد-1' }, station }],
  freezes: [],
}
const masked = '99001-*****00-2'
const now = new Date('2024-01-10T00:00:00Z')
const compose = (entry: LookedUp | undefined, freezes: readonly PackFreeze[] = []) =>
  composeAnswer(masked, entry, { ...source, description: { ...source.description, freezes } }, now)

test('both languages have every text with the same placeholders', () => {
  expect(catalogueProblems(enquiryWords)).toEqual([])
  for (const { en, ur } of Object.values(enquiryRefusals)) expect([en.at(-1), ur.at(-1)]).toEqual(['.', '۔'])
})

test('each state of an entry is answered as that state', () => {
  const states: [LookedUp | undefined, EnquiryState][] = [
    [found, 'found-assigned'],
    [{ ...found, seats: found.seats.map(({ seat }) => ({ seat, station: undefined })) }, 'found-unassigned'],
    [{ ...found, state: 'overseas' }, 'overseas'],
    [{ ...found, state: 'blocked' }, 'blocked'],
    [{ ...found, state: 'deceased' }, 'deceased-flagged'],
    [undefined, 'not-registered'],
  ]
  for (const [entry, state] of states) {
    const answer = compose(entry)
    expect(answer.state).toBe(state)
    for (const language of ['en', 'ur'] as const)
      expect(sentencesOf(language, answer).join('\n')).toMatchSnapshot(`${state} ${language}`)
  }
})

test('who was reported dead or is blocked is sent to the commissioner and told neither block nor station', () => {
  for (const state of ['blocked', 'deceased'] as const) {
    const answer = compose({ ...found, state })
    expect(answer).toMatchObject({ registration: null, seats: [], district: { officePhone: '051-2222222' } })
    expect(JSON.stringify(answer)).not.toContain('901010101')
    expect(sentencesOf('en', answer).join(' ')).toContain('District Election Commissioner')
  }
})

test('while the rolls are frozen the answer says so, with the section; before and after it does not', () => {
  const freeze = { from: '2024-01-09T19:00:00.000Z', until: null, section: 's.39(1)', everywhere: true }
  const during = (own: PackFreeze) => compose({ ...found, freezes: [own] }, [own])
  expect(sentencesOf('en', during(freeze)).join(' ')).toContain('s.39(1)')
  expect(during({ ...freeze, from: '2024-01-10T00:00:01.000Z' }).frozenUnder).toBeNull()
  expect(during({ ...freeze, until: '2024-01-10T00:00:00.000Z' }).frozenUnder).toBeNull()
  expect(compose(undefined, [freeze]).frozenUnder).toBe('s.39(1)')
})

test('a freeze for a by-election is told to the voters of its seat, not to others and not to who is on no roll', () => {
  const freeze = { from: '2024-01-09T19:00:00.000Z', until: null, section: 's.39(2)', everywhere: false }
  expect(compose({ ...found, freezes: [freeze] }, [freeze]).frozenUnder).toBe('s.39(2)')
  expect([compose(found, [freeze]).frozenUnder, compose(undefined, [freeze]).frozenUnder]).toEqual([null, null])
})
