import { expect, test } from 'vitest'
import { catalogue, catalogueProblems, say } from './index.ts'

const texts = catalogue({
  title: { en: 'Polling station', ur: 'پولنگ اسٹیشن' },
  received: {
    en: '{received, number} of {expected, number} stations received',
    ur: '{expected, number} میں سے {received, number} اسٹیشنوں کے نتائج موصول ہوئے',
  },
  votes: {
    en: '{n, plural, =0 {no vote} one {# vote} other {# votes}}',
    ur: '{n, plural, =0 {کوئی ووٹ نہیں} one {# ووٹ} other {# ووٹ}}',
  },
  winner: { en: "{name} leads in {seat}; it's early", ur: '{seat} میں {name} آگے ہیں' },
  made: {
    en: 'Made on {at, date, long} at {at, time, short}',
    ur: '{at, date, long} کو {at, time, short} پر بنایا گیا',
  },
})

test('a text without placeholders is said as it stands, in either language', () => {
  expect(say('en', texts.title)).toBe('Polling station')
  expect(say('ur', texts.title)).toBe('پولنگ اسٹیشن')
})

test('numbers are grouped, and each language orders them as it needs', () => {
  const values = { received: 9000, expected: 90675 }
  expect(say('en', texts.received, values)).toBe('9,000 of 90,675 stations received')
  expect(say('ur', texts.received, values)).toBe('90,675 میں سے 9,000 اسٹیشنوں کے نتائج موصول ہوئے')
})

test('plurals follow the language', () => {
  expect([0, 1, 2, 78911].map((n) => say('en', texts.votes, { n }))).toEqual([
    'no vote',
    '1 vote',
    '2 votes',
    '78,911 votes',
  ])
  expect(say('ur', texts.votes, { n: 0 })).toBe('کوئی ووٹ نہیں')
  expect(say('ur', texts.votes, { n: 33 })).toBe('33 ووٹ')
})

test('a Latin name inside an Urdu sentence is isolated from its direction, an Urdu name is not', () => {
  expect(say('ur', texts.winner, { name: 'A. Candidate', seat: 'NA-21' })).toBe(
    '\u2068NA-21\u2069 میں \u2068A. Candidate\u2069 آگے ہیں',
  )
  expect(say('ur', texts.winner, { name: 'امیدوار', seat: '۲۱' })).toBe('۲۱ میں امیدوار آگے ہیں')
  expect(say('en', texts.winner, { name: 'امیدوار', seat: 'NA-21' })).toBe("امیدوار leads in NA-21; it's early")
})

test('a keyword that chooses a branch chooses it in Urdu too', () => {
  const voters = {
    en: '{gender, select, female {Women of {seat}} other {Men of {seat}}}',
    ur: '{gender, select, female {{seat} کی خواتین} other {{seat} کے مرد}}',
  }
  expect(say('ur', voters, { gender: 'female', seat: 'NA-21' })).toBe('\u2068NA-21\u2069 کی خواتین')
  expect(say('ur', voters, { gender: 'male', seat: 'NA-21' })).toBe('\u2068NA-21\u2069 کے مرد')
})

test('an instant inside a sentence is told in legal time', () => {
  const at = new Date('2018-07-25T20:30:00Z')
  expect(say('en', texts.made, { at })).toBe('Made on 26 July 2018 at 01:30')
})

test('markup in a value or a message stays text', () => {
  expect(say('en', { en: '<b>{x}</b>', ur: '' }, { x: '<script>' })).toBe('<b><script></b>')
})

test('a missing value is a bug, not an empty place', () => {
  expect(() => say('en', texts.received, { received: 1 })).toThrow(/expected/)
})

test('a sound catalogue has no problem, and each kind of fault is found', () => {
  expect(catalogueProblems(texts)).toEqual([])
  expect(
    catalogueProblems({
      empty: { en: 'Something', ur: ' ' },
      broken: { en: '{n, plural, one {x}', ur: 'ووٹ' },
      differs: { en: '{n} votes', ur: '{m} ووٹ' },
      nested: { en: '{n, plural, other {{name}}}', ur: '{n, plural, other {ووٹ}}' },
      untranslated: { en: 'Votes', ur: 'Votes' },
    }),
  ).toEqual([
    'empty: the ur text is empty',
    'empty: the ur text has no Urdu letter',
    expect.stringMatching(/^broken: the en text does not parse/),
    'differs: the placeholders differ: en {n}, ur {m}',
    'nested: the placeholders differ: en {n, name}, ur {n}',
    'untranslated: the ur text has no Urdu letter',
  ])
})
