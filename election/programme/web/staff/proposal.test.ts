import { expect, test } from 'vitest'
import { catalogueProblems } from '@intikhab/kernel/language'
import { deriveProgramme, getLegalDate, rulePacks } from '@intikhab/law'
import { describeStages } from '../../core/stage-table.ts'
import { changeBody } from '../../server/wire.ts'
import { draftOf, proposalOf } from './proposal.ts'
import { staffWords } from './words.ts'

const pack = rulePacks[0]!
const holidays = ['2018-06-15', '2018-06-16'].map(getLegalDate)
const stages = deriveProgramme(pack, { notifiedOn: getLegalDate('2018-05-31'), holidays: new Set(holidays) })
const draft = draftOf({ stages: describeStages(pack, stages), holidays })

test('the texts stand in both languages', () => expect(catalogueProblems(staffWords)).toEqual([]))

test('the form opens with the programme in force, and what it sends is what the route takes', () => {
  const proposal = proposalOf({ ...draft, reason: 'More time' }, 3)
  expect(proposal).toEqual({ basedOn: 3, stages, holidays, reason: 'More time', orderReference: null })
  expect(changeBody.parse(proposal)).toEqual(proposal)
})

test('holidays may be typed with spaces, lines or commas of either script between', () => {
  const typed = ' 2018-06-15,2018-06-16\n2018-06-17، 2018-06-18 '
  expect(proposalOf({ ...draft, holidays: typed }, 1).holidays).toHaveLength(4)
  expect(proposalOf({ ...draft, holidays: ' ' }, 1).holidays).toEqual([])
})

test('an order that was cleared again is none', () => {
  expect(proposalOf({ ...draft, order: '  ' }, 1).orderReference).toBeNull()
  expect(proposalOf({ ...draft, order: ' No. F.8(3)/2018 ' }, 1).orderReference).toBe('No. F.8(3)/2018')
})
