import { expect, test } from 'vitest'
import { lodgeSchema, stepSchema } from './claim-schemas.ts'

/** Already the second in Karachi. */
const schema = lodgeSchema(() => new Date('2024-03-01T20:00:00Z'))
const claimant = { cnic: '99001-0000001-1', name: 'Kashif', phone: '', representative: null }
const correct = (corrections: object) =>
  schema.safeParse({ claimant, content: { purpose: 'correction', corrections, statement: '' } })
const register = (person: object, textUr = 'مکان 1') =>
  schema.safeParse({
    claimant,
    content: {
      purpose: 'registration',
      person: {
        nameUr: 'کاشف',
        nameEn: '',
        relation: 'son',
        relationNameUr: 'بشیر',
        gender: 'male',
        dateOfBirth: '1980-01-01',
        disabled: false,
        ...person,
      },
      chosen: 'permanent',
      permanent: { textUr, block: null },
      other: null,
    },
  })

test('names and addresses of a claim have the letters that the civil registry’s have', () => {
  const arabic = 'كاشف  يوسف'
  expect(correct({ nameUr: arabic, relationNameUr: 'ﻣﺤﻤﺪ' })).toMatchObject({
    data: { content: { corrections: { nameUr: 'کاشف یوسف', relationNameUr: 'محمد' } } },
  })
  expect(register({ nameUr: arabic, relationNameUr: arabic }, 'مكان ٧\r\nگلي 3')).toMatchObject({
    data: {
      content: {
        person: { nameUr: 'کاشف یوسف', relationNameUr: 'کاشف یوسف' },
        permanent: { textUr: 'مکان ۷ گلی 3' },
      },
    },
  })
  expect(stepSchema.parse({ kind: 'completed', completion: { nameUr: arabic, otherUr: 'گلي 3' } })).toEqual({
    kind: 'completed',
    completion: { nameUr: 'کاشف یوسف', otherUr: 'گلی 3' },
  })
})

test('a letter that is none, and a name of marks alone, are faults of their field', () => {
  for (const nameUr of ['کاشف\u0007', 'کاشف\uFFFD', 'ـــ', '\u200F\u200F'])
    expect(correct({ nameUr }).error?.issues[0]?.path).toEqual(['content', 'corrections', 'nameUr'])
})

test('nobody is born on a day to come, or longer ago than anybody has lived', () => {
  const pathOf = (dateOfBirth: string) => [
    correct({ dateOfBirth }).error?.issues[0]?.path.join('/') ?? 'fine',
    register({ dateOfBirth }).error?.issues[0]?.path.join('/') ?? 'fine',
  ]
  const faults = ['content/corrections/dateOfBirth', 'content/person/dateOfBirth']
  expect(pathOf('2024-03-02')).toEqual(['fine', 'fine'])
  expect(pathOf('2024-03-03')).toEqual(faults)
  expect(pathOf('1893-12-31')).toEqual(faults)
})
