import type { Database } from '@intikhab/kernel/database'
import { freshDatabase, testClock } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Cnic } from '../../core/identifiers.ts'
import type { EnrolledVoter } from '../../core/register/voter.ts'
import { rollsMigrations } from '../migrations/index.ts'
import { areas, districts, everybody, roll, voter } from '../register/made-up-voters.testkit.ts'
import { createRolls } from '../register/rolls.ts'
import { fillNameDictionary } from './name-dictionary.ts'
import { searchRegister, type SearchQuestion } from './search-register.ts'

const clock = testClock('2024-03-01T00:00:00Z')
const by = { actor: { kind: 'account', id: 'registration-officer' } } as const
const ledger = { append: async () => [] }

const names: readonly (readonly [nameUr: string, relationNameUr: string, block: string])[] = [
  ['محمد عبدالرحمٰن خاں', 'ثناء اللہ', '901010101'],
  ['محمد عبدالرحمن خان', 'نصیر الدین', '901010102'],
  ['سہیل رحمان', 'بشیر احمد', '901010101'],
  ['محمد سہیل', 'بشیر احمد', '901010101'],
  ['محمد سہیل', 'بشیر احمد', '902010101'],
]

function* voters(): Generator<EnrolledVoter> {
  for (const block of ['901010101', '901010102', '902010101', '902010102']) {
    for (const [n, [nameUr, relationNameUr, where]] of names.entries())
      if (where === block) yield { ...voter(9000 + n, block, 'male', 1 + n), nameUr, nameEn: '', relationNameUr }
    for (const one of everybody(3))
      if (one.entry.block === block) yield { ...one, entry: { ...one.entry, serial: one.entry.serial + 10 } }
  }
}

let database: Database
let drop: () => Promise<void>
let [imported, learnt]: [boolean, number] = [false, 0]
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [rollsMigrations]))
  const rolls = createRolls({ database, ledger, now: clock.now })
  await rolls.store.putPlaces(districts, areas)
  await rolls.store.addRoll(roll)
  imported = (await rolls.importFeed({ name: 'registry.csv', voters }, by)).ok
  learnt = await fillNameDictionary(database)
})
afterAll(() => drop())

async function find(question: SearchQuestion, district = 'attock'): Promise<string[]> {
  return (await searchRegister(database, district, question)).map(
    ({ voter }) => `${voter.nameUr} ${voter.entry?.block}`,
  )
}

test('each name is learnt once; a second time adds nothing', async () => {
  expect([imported, learnt]).toEqual([true, 5])
  expect(await fillNameDictionary(database)).toBe(0)
})

test.each(['محمد عبدالرحمن خان', 'Muhammad Abdul Rehman Khan', 'mohd abdurrahman khan', 'محمد عبد الرحمان خان'])(
  'written %s, both bearers of the name are found',
  async (name) => {
    const found = await find({ by: 'name', name })
    expect(found.slice(0, 2).sort()).toEqual(['محمد عبدالرحمن خان 901010102', 'محمد عبدالرحمٰن خاں 901010101'])
  },
)

test('slips are forgiven, and who is written right comes first', async () => {
  expect(await find({ by: 'name', name: 'Muhamad Abdulrehmen Khab' })).toContain('محمد عبدالرحمن خان 901010102')
  expect((await find({ by: 'name', name: 'محمد سہیل' }))[0]).toBe('محمد سہیل 901010101')
})

test("the father's name and the place narrow", async () => {
  const name = 'Muhammad Abdul Rehman Khan'
  expect(await find({ by: 'name', name, relationName: 'Sanaullah' })).toEqual(['محمد عبدالرحمٰن خاں 901010101'])
  expect(await find({ by: 'name', name, blockPrefix: '901010102' })).toEqual(['محمد عبدالرحمن خان 901010102'])
  expect(await find({ by: 'name', name, blockPrefix: '902' })).toEqual([])
})

test('of another district nothing is found, by no question', async () => {
  expect(await find({ by: 'name', name: 'Muhammad Sohail' })).not.toContain('محمد سہیل 902010101')
  const elsewhere = voter(9004, '902010101', 'male', 5)
  expect(await find({ by: 'cnic', cnic: elsewhere.cnic })).toEqual([])
  expect(await find({ by: 'cnic', cnic: elsewhere.cnic }, 'quetta')).toEqual(['محمد سہیل 902010101'])
  expect(await find({ by: 'line', block: '902010101', gender: 'male', serial: 5 })).toEqual([])
})

test('a line of the roll', async () => {
  expect(await find({ by: 'line', block: '901010101', gender: 'male', serial: 3 })).toEqual(['سہیل رحمان 901010101'])
  expect(await find({ by: 'cnic', cnic: '9900100090021' as Cnic })).toEqual(['سہیل رحمان 901010101'])
})
