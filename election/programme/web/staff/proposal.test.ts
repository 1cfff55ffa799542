import { expect, test } from 'vitest'
import { catalogueProblems } from '@intikhab/kernel/language'
import { deriveProgramme, getLegalDate, rulePacks } from '@intikhab/law'
import { describeStages } from '../../core/stage-table.ts'
import { changeBody } from '../../server/wire.ts'
import { bodyOf, draftOf, refusalAt, sameProposal } from './proposal.ts'
import type { PreviewView } from './proposal.ts'
import { words } from './words.ts'

const pack = rulePacks[0]!
const holidays = ['2018-06-15', '2018-06-16'].map(getLegalDate)
const stages = deriveProgramme(pack, { notifiedOn: getLegalDate('2018-05-31'), holidays: new Set(holidays) })
const draft = draftOf({ stages: describeStages(pack, stages), holidays })

test('the texts stand in both languages', () => expect(catalogueProblems(words)).toEqual([]))

test('the form opens with the programme in force, and what it sends is what the route takes', () => {
  const body = bodyOf({ ...draft, reason: 'More time' }, 3)
  expect(body).toEqual({ basedOn: 3, stages, holidays, reason: 'More time', orderReference: null })
  expect(changeBody.parse(body)).toEqual(body)
})

test('holidays may be typed with spaces, lines or commas of either script between', () => {
  const typed = ' 2018-06-15,2018-06-16\n2018-06-17، 2018-06-18 '
  expect(bodyOf({ ...draft, holidays: typed }, 1).holidays).toHaveLength(4)
  expect(bodyOf({ ...draft, holidays: ' ' }, 1).holidays).toEqual([])
})

test('an order that was cleared again makes the same proposal as none', () => {
  expect(sameProposal(bodyOf(draft, 1), bodyOf({ ...draft, orderReference: '  ' }, 1))).toBe(true)
  expect(sameProposal(bodyOf(draft, 1), bodyOf({ ...draft, orderReference: 'No. 8' }, 1))).toBe(false)
})

test('a refusal is said at its field, in the language of the console', () => {
  const refusal = { code: 'x.y', en: 'No.', ur: 'نہیں۔', section: null, field: '/orderReference', figures: {} }
  const preview = { refusal } as unknown as PreviewView
  expect(refusalAt(preview, '/orderReference', 'ur')).toBe('نہیں۔')
  expect(refusalAt(preview, '/reason', 'en')).toBeUndefined()
  expect(refusalAt(undefined, '/reason', 'en')).toBeUndefined()
})
