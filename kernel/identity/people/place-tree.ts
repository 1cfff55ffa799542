import { covers } from '../rights/rights.ts'
import type { Grant, Scope, Where } from '../rights/person.ts'
import type { Office, OfficeKind } from './office.ts'

/** Part of the country over which somebody holds an act, as the register can be searched by it. */
export interface Reach {
  /** The country as a whole is within it. */
  readonly everything: boolean
  /** The elections that are within it as a whole. */
  readonly elections: readonly string[]
  /** `district/islamabad`, in one election `constituency/NA-46@general-election-2024`; a station counts as its seat. */
  readonly keys: readonly string[]
}

/** Which place lies in which, out of the offices that are open. In memory; nothing here waits. */
export interface PlaceTree {
  /** The place from narrow to wide: station, seat, district, region, province, country; each in the place's election. */
  above(where: Where): Where
  /** Whether an office is open over the place, or over the seat of a station; the country always is. */
  isKnown(place: Scope): boolean
  /** Whether the office over `held` reaches `place`. */
  lies(place: Scope, held: Scope): boolean
  /** Everything that lies within the offices. */
  reachOf(held: readonly Pick<Grant, 'scope'>[]): Reach
}

/** Agencies and tribunals are branches of their own: they hold places and place none. */
const line: ReadonlySet<OfficeKind> = new Set<OfficeKind>([
  'secretariat',
  'provincial-officer',
  'regional-officer',
  'district-officer',
  'district-returning-officer',
  'returning-officer',
])

const nation: Scope = { kind: 'national' }

function seatOf(place: Scope): Scope {
  if (place.kind !== 'station') return place
  const { code, ...rest } = place
  return { ...rest, kind: 'constituency', code: code.split('/', 1)[0] ?? code }
}

const placeKey = (place: Scope) => (place.kind === 'national' ? 'national' : `${place.kind}/${place.code}`)
const inElection = (key: string, electionId: string | undefined) =>
  electionId === undefined ? key : `${key}@${electionId}`

const isSame = (a: Scope, b: Scope) => placeKey(a) === placeKey(b)

const bare = (place: Scope): Scope => (place.kind === 'national' ? nation : { kind: place.kind, code: place.code })

/** Makes the tree out of offices; closed ones place nothing. A seat lies in another district in another election. */
export function placeTree(offices: readonly Office[]): PlaceTree {
  const open = new Map(offices.filter(({ closedAt }) => closedAt === null).map((office) => [office.id, office]))
  const known = new Set<string>()
  /** Own place first, the country last. */
  const chains = new Map<string, readonly Scope[]>()

  for (const office of open.values()) {
    const key = inElection(placeKey(office.scope), office.scope.electionId)
    known.add(key)
    if (!line.has(office.kind)) continue
    const chain: Scope[] = []
    const seen = new Set<string>()
    for (let at: Office | undefined = office; at !== undefined; at = open.get(at.parent ?? '')) {
      const place = placeKey(at.scope)
      if (!seen.has(place)) chain.push(bare(at.scope))
      seen.add(place)
    }
    if (!seen.has('national')) chain.push(nation)
    chains.set(key, chain)
  }

  function chainOf(place: Scope): readonly Scope[] {
    const key = placeKey(place)
    return chains.get(inElection(key, place.electionId)) ?? chains.get(key) ?? [bare(place), nation]
  }

  function aboveOne(place: Scope): Scope[] {
    const { electionId } = place
    const places: Scope[] = place.kind === 'station' ? [place] : []
    for (const each of chainOf(seatOf(place))) places.push(electionId === undefined ? each : { ...each, electionId })
    return places
  }

  function above(where: Where): Where {
    if (where === 'anywhere') return where
    if (!Array.isArray(where)) return aboveOne(where as Scope)
    const found = new Map<string, Scope>()
    for (const given of where as readonly Scope[])
      for (const place of aboveOne(given)) found.set(inElection(placeKey(place), place.electionId), place)
    return [...found.values()]
  }

  return {
    above,
    isKnown(place) {
      if (place.kind === 'national') return true
      const key = placeKey(seatOf(place))
      return known.has(inElection(key, place.electionId)) || known.has(key)
    },
    lies: (place, held) => aboveOne(place).some((each) => covers(held, each)),
    reachOf(held) {
      const keys = new Set<string>()
      const elections = new Set<string>()
      let everything = false
      for (const { scope } of held) {
        const { electionId } = scope
        keys.add(inElection(placeKey(scope), electionId))
        if (scope.kind === 'national' && electionId === undefined) everything = true
        if (scope.kind === 'national' && electionId !== undefined) elections.add(electionId)
        for (const [key, [own]] of chains) {
          const [, ofElection] = key.split('@')
          if (own === undefined || (electionId !== undefined && (ofElection ?? electionId) !== electionId)) continue
          const election = electionId ?? ofElection
          if (
            chainOf(election === undefined ? own : { ...own, electionId: election }).some((place) =>
              isSame(place, scope),
            )
          )
            keys.add(inElection(placeKey(own), election))
        }
      }
      return { everything, elections: [...elections], keys: [...keys] }
    },
  }
}
