import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Grant, Role, Scope } from '../rights/person.ts'
import { allRoles, roles } from '../rights/roles.ts'
import { giverOf, takerOf } from './giving.ts'
import type { Office, OfficeKind } from './office.ts'
import { placeTree } from './place-tree.ts'

/** A country in a table: seat by seat in which district it lies, in each of two elections; district by district its province. */
interface Country {
  readonly seats: readonly (readonly [districtInFirst: number, districtInSecond: number])[]
  readonly provinceOf: readonly number[]
}

const districts = 4
const country: fc.Arbitrary<Country> = fc.record({
  seats: fc.array(fc.tuple(fc.nat(districts - 1), fc.nat(districts - 1)), { minLength: 1, maxLength: 5 }),
  provinceOf: fc.array(fc.nat(1), { minLength: districts, maxLength: districts }),
})

const elections = ['e-1', 'e-2'] as const

function officesOf({ seats, provinceOf }: Country): Office[] {
  const office = (id: string, kind: OfficeKind, parent: string | null, over: Scope): Office => {
    return { id, kind, parent, scope: over, name: { en: id, ur: id }, openedAt: new Date(0), closedAt: null }
  }
  return [
    office('s', 'secretariat', null, { kind: 'national' }),
    ...[0, 1].map((n) => office(`p-${n}`, 'provincial-officer', 's', { kind: 'province', code: `p-${n}` })),
    ...provinceOf.map((province, n) =>
      office(`d-${n}`, 'district-officer', `p-${province}`, { kind: 'district', code: `d-${n}` }),
    ),
    ...seats.flatMap((inElection, seat) =>
      elections.map((electionId, e) => {
        const place: Scope = { kind: 'constituency', code: `NA-${seat}`, electionId }
        return office(`ro-${seat}-${electionId}`, 'returning-officer', `d-${inElection[e]}`, place)
      }),
    ),
  ]
}

const election = fc.constantFrom(undefined, ...elections)
const scope: fc.Arbitrary<Scope> = fc
  .tuple(fc.constantFrom('national', 'province', 'district', 'constituency', 'station'), fc.nat(5), election)
  .map(([kind, n, electionId]) => {
    if (kind === 'national') return electionId === undefined ? { kind } : { kind, electionId }
    const codes = {
      province: `p-${n % 2}`,
      district: `d-${n % districts}`,
      constituency: `NA-${n}`,
      station: `NA-${n}/3`,
    }
    const code = codes[kind]
    return electionId === undefined ? { kind, code } : { kind, code, electionId }
  })
const grant: fc.Arbitrary<Grant> = fc.record({ role: fc.constantFrom(...allRoles), scope })

/** Where a place lies, looked up in the table: `[seat, district, province]` as far as they are known. */
function pathOf({ seats, provinceOf }: Country, place: Scope): string[] {
  if (place.kind === 'national') return ['national']
  const path = [`${place.kind} ${place.code}`]
  let district = place.kind === 'district' ? Number(place.code.slice(2)) : undefined
  if (place.kind === 'station') path.push(`constituency ${place.code.split('/')[0]}`)
  if (place.kind === 'station' || place.kind === 'constituency') {
    const e = elections.findIndex((each) => each === place.electionId)
    district = seats[Number(/NA-(\d+)/.exec(place.code)?.[1])]?.[e]
    if (district !== undefined) path.push(`district d-${district}`)
  }
  if (district !== undefined) path.push(`province p-${provinceOf[district]}`)
  return [...path, 'national']
}

const inviting: ReadonlySet<Role> = new Set<Role>([
  'secretariat',
  'provincial-officer',
  'regional-officer',
  'district-officer',
  'district-returning-officer',
  'returning-officer',
])

function oracle(table: Country, held: Grant, given: Grant): boolean {
  if (!inviting.has(held.role) || roles[held.role].rank >= roles[given.role].rank) return false
  if (held.scope.electionId !== undefined && held.scope.electionId !== given.scope.electionId) return false
  const own = held.scope.kind === 'national' ? 'national' : `${held.scope.kind} ${held.scope.code}`
  return own === 'national' || pathOf(table, given.scope).includes(own)
}

const at = new Date('2024-02-08T07:00:00Z')

test('an office is given and taken exactly within the own place and below the own rank', () => {
  fc.assert(
    fc.property(country, fc.array(grant, { maxLength: 4 }), grant, (table, held, given) => {
      const standing = { tree: placeTree(officesOf(table)), at }
      const expected = held.some((each) => oracle(table, each, given))
      expect(giverOf(held, given, standing).ok).toBe(expected)
      const isPeer = given.role === 'secretariat' && held.some(({ role }) => role === 'secretariat')
      expect(takerOf(held, given, standing).ok).toBe(expected || isPeer)
    }),
    { numRuns: 3000 },
  )
})

test('the reach of an office names exactly the places that lie within it', () => {
  fc.assert(
    fc.property(country, fc.array(scope, { minLength: 1, maxLength: 3 }), scope, (table, held, place) => {
      const tree = placeTree(officesOf(table))
      const { everything, elections: whole, keys } = tree.reachOf(held.map((each) => ({ scope: each })))
      // As the register is searched: a station counts as its seat, with its election or without.
      const seat = place.kind === 'station' ? `constituency/${place.code.split('/')[0]}` : undefined
      const key = seat ?? (place.kind === 'national' ? 'national' : `${place.kind}/${place.code}`)
      const inElection = `${key}@${place.electionId ?? ''}`
      const found =
        everything || whole.includes(place.electionId ?? '') || keys.includes(key) || keys.includes(inElection)
      fc.pre(held.every(({ kind }) => kind !== 'station'))
      expect(found).toBe(held.some((each) => tree.lies(place, each)))
    }),
    { numRuns: 3000 },
  )
})
