import { expect, test } from 'vitest'
import { findGrant } from '../rights/rights.ts'
import type { Scope } from '../rights/person.ts'
import { officesOfTwoDistricts } from './offices.testkit.ts'
import { placeTree } from './place-tree.ts'

const tree = placeTree(officesOfTwoDistricts)
const electionId = 'e-1'
const na46: Scope = { kind: 'constituency', code: 'NA-46', electionId }
const islamabad: Scope = { kind: 'district', code: 'islamabad' }

test('a station lies in its seat, its district, its region, its province and the country, in its election', () => {
  expect(tree.above({ kind: 'station', code: 'NA-46/17', electionId })).toEqual([
    { kind: 'station', code: 'NA-46/17', electionId },
    { kind: 'constituency', code: 'NA-46', electionId },
    { kind: 'district', code: 'islamabad', electionId },
    { kind: 'region', code: 'capital', electionId },
    { kind: 'province', code: 'islamabad', electionId },
    { kind: 'national', electionId },
  ])
})

test('a seat lies in another district in another election, and in none where no election is named', () => {
  expect(tree.lies(na46, islamabad)).toBe(true)
  expect(tree.lies({ ...na46, electionId: 'e-2' }, islamabad)).toBe(false)
  expect(tree.lies({ ...na46, electionId: 'e-2' }, { kind: 'district', code: 'rawalpindi' })).toBe(true)
  expect(tree.lies({ kind: 'constituency', code: 'NA-46' }, islamabad)).toBe(false)
})

test('an office over a district does its act in the seats of the district and in no other', () => {
  const officer = { grants: [{ role: 'district-officer', scope: islamabad }] } as const
  const may = (place: Scope) =>
    findGrant(officer, 'results.read-desk', tree.above(place), new Date('2024-02-08T07:00:00Z')) !== undefined
  expect(may(na46)).toBe(true)
  expect(may({ kind: 'station', code: 'NA-46/17', electionId })).toBe(true)
  expect(may({ kind: 'constituency', code: 'NA-57', electionId })).toBe(false)
  expect(may({ kind: 'national' })).toBe(false)
})

test('a list of places is widened once, and anywhere stays anywhere', () => {
  const listed = tree.above([na46, { ...islamabad, electionId }])
  expect(listed).toEqual(tree.above(na46))
  expect(tree.above('anywhere')).toBe('anywhere')
  expect(tree.above([])).toEqual([])
})

test('an agency and a tribunal are branches of their own: the country reaches them and they place nothing', () => {
  expect(tree.above({ kind: 'agency', code: 'fbr' })).toEqual([{ kind: 'agency', code: 'fbr' }, { kind: 'national' }])
  expect(tree.lies(na46, { kind: 'agency', code: 'fbr' })).toBe(false)
  expect(tree.isKnown({ kind: 'agency', code: 'fbr' })).toBe(true)
  expect(tree.isKnown({ kind: 'agency', code: 'nab' })).toBe(false)
})

test('a closed office places nothing', () => {
  const open = officesOfTwoDistricts.filter(({ id }) => id !== 'ro-na-46')
  const seat = officesOfTwoDistricts.find(({ id }) => id === 'ro-na-46')
  const closed = seat === undefined ? open : [...open, { ...seat, closedAt: new Date(0) }]
  expect(placeTree(closed).isKnown(na46)).toBe(false)
  expect(placeTree(closed).lies(na46, islamabad)).toBe(false)
})

test('a reach names every place within it, and says the same as asking of each', () => {
  const { everything, keys } = tree.reachOf([{ scope: islamabad }])
  expect(everything).toBe(false)
  expect([...keys].sort()).toEqual(['constituency/NA-46@e-1', 'district/islamabad', 'district/islamabad@e-1'])
  expect(tree.reachOf([{ scope: { kind: 'national' } }]).everything).toBe(true)
  expect(tree.reachOf([{ scope: { kind: 'national', electionId } }]).everything).toBe(false)
  expect(tree.reachOf([{ scope: na46 }]).keys).toEqual(['constituency/NA-46@e-1'])
})
