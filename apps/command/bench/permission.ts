import {
  actNames,
  findGrant,
  placeTree,
  type Grant,
  type Office,
  type OfficeKind,
  type Scope,
} from '@intikhab/kernel/identity'
import type { Figure } from './figure.ts'
import type { Stage } from './stage.ts'

/** As many as Pakistan has: provinces and the capital, divisions, districts, general seats of all assemblies. */
const [provinces, regions, districts, seats] = [7, 38, 160, 859]
const electionId = 'bench'

function officesOfTheCountry(): Office[] {
  const made: Office[] = []
  const open = (id: string, kind: OfficeKind, parent: string | null, scope: Scope): void =>
    void made.push({ id, kind, parent, scope, name: { en: id, ur: id }, openedAt: new Date(0), closedAt: null })
  open('s', 'secretariat', null, { kind: 'national' })
  for (let n = 0; n < provinces; n++) open(`p${n}`, 'provincial-officer', 's', { kind: 'province', code: `p${n}` })
  for (let n = 0; n < regions; n++)
    open(`r${n}`, 'regional-officer', `p${n % provinces}`, { kind: 'region', code: `r${n}` })
  for (let n = 0; n < districts; n++) {
    const place: Scope = { kind: 'district', code: `d${n}` }
    open(`d${n}`, 'district-officer', `r${n % regions}`, place)
    open(`dro${n}`, 'district-returning-officer', `d${n}`, { ...place, electionId })
  }
  for (let n = 0; n < seats; n++)
    open(`ro${n}`, 'returning-officer', `dro${n % districts}`, { kind: 'constituency', code: `NA-${n}`, electionId })
  return made
}

/** Offices as people hold them, with terms: one, or eight of which the last fits. */
const people: readonly { readonly grants: readonly Grant[] }[] = [1, 8].map((count) => ({
  grants: Array.from({ length: count }, (_, i) => ({
    role: 'district-officer',
    scope: { kind: 'district', code: `d${count - 1 - i}` },
    from: '2024-01-01T00:00:00.000Z',
    until: '2034-01-01T00:00:00.000Z',
  })),
}))

const decisionsInTurn = 1000
const turns = 500

/** Decisions on a station, the narrowest place there is: it is widened to the country each time. */
function measure(): Figure {
  const tree = placeTree(officesOfTheCountry())
  const acts = Object.keys(actNames)
  const at = new Date('2024-02-08T07:00:00Z')
  const microseconds: number[] = []
  let allowed = 0
  for (let turn = 0; turn < turns; turn++) {
    const began = process.hrtime.bigint()
    for (let i = 0; i < decisionsInTurn; i++) {
      const person = people[i % people.length] ?? { grants: [] }
      const place: Scope = { kind: 'station', code: `NA-${(turn + i) % seats}/17`, electionId }
      if (findGrant(person, acts[i % acts.length] ?? '', tree.above(place), at) !== undefined) allowed++
    }
    microseconds.push(Number(process.hrtime.bigint() - began) / 1000 / decisionsInTurn)
  }
  microseconds.sort((a, b) => a - b)
  const share = (part: number) => microseconds[Math.floor(microseconds.length * part)] ?? 0
  return {
    name: 'permission',
    what: 'permission decision, place widened by the tree of offices',
    measures: [
      { of: 'p50', value: share(0.5), unit: 'µs' },
      { of: 'p99', value: share(0.99), unit: 'µs', atMost: 20 },
    ],
    sizes: `${turns} turns of ${decisionsInTurn.toLocaleString('en')} decisions over ${acts.length} acts by people with one and eight offices; ${seats} seats in ${districts} districts; allowed ${allowed.toLocaleString('en')}`,
  }
}

/** Needs no server: the decision is maps in memory. */
export const permissionStage: Stage = {
  figures: ['permission'],
  // oxlint-disable-next-line require-await -- a stage is asynchronous, and this one has nothing to wait for
  async *play() {
    yield measure()
  },
}
