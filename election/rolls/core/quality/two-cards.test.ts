import { expect, test } from 'vitest'
import { chanceOfOnePerson, type CardPair, type NameRarity } from './two-cards.ts'

const size = { cards: 10_000_000, blocks: 8300, districts: 19 }
const rare: NameRarity = { share: 1e-6, shorter: null, mistypedWord: null, meantWord: null }
const common: NameRarity = { ...rare, share: 5e-4 }
const pair: CardPair = {
  name: 'identical',
  relationName: 'identical',
  relationChanged: false,
  birth: 'same',
  place: 'elsewhere',
  nameRarity: rare,
  relationNameRarity: rare,
  birthShare: 5e-5,
  familyShare: null,
}
const chance = (changed: Partial<CardPair>) => chanceOfOnePerson({ ...pair, ...changed }, size)

test('rare names on one day are one person; common names on one day may be two', () => {
  expect(chance({})).toBeGreaterThan(0.999)
  expect(chance({ nameRarity: common, relationNameRarity: { ...common, share: 5e-3 } })).toBeLessThan(0.5)
})

test('the first of January says less than another day', () => {
  const half = { nameRarity: common, relationNameRarity: common, place: 'district' } as const
  expect(chance({ ...half, birthShare: 1e-3 })).toBeLessThan(chance(half))
})

test('twins are two people: one house, one father, one day, names that rhyme', () => {
  const twins = {
    place: 'house',
    name: 'near',
    nameRarity: { ...common, mistypedWord: 0.01, meantWord: 0.02 },
  } as const
  expect(chance(twins)).toBeLessThan(0.1)
  // A word that nobody is called is a slip of the pen.
  expect(chance({ ...twins, nameRarity: { ...common, mistypedWord: 1e-7, meantWord: 0.02 } })).toBeGreaterThan(0.5)
})

test('brothers of one house who were born on different days are two people', () => {
  expect(chance({ place: 'house', name: 'part', birth: 'other' })).toBeLessThan(0.01)
})

test('a bride whose name and day are rare is found under her husband’s name', () => {
  const bride = { relationName: 'other', relationChanged: true, place: 'block' } as const
  expect(chance(bride)).toBeGreaterThan(0.9)
  expect(chance({ ...bride, relationChanged: false })).toBeLessThan(chance(bride))
})

test('a family name that both bear says a thing once', () => {
  expect(chance({ familyShare: 0.01 })).toBeLessThan(chance({}))
})
