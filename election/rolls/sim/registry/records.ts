import { drawDirt, spoil, type CardFields, type DirtKind } from './dirt.ts'
import { drawAddress, drawName, drawNewcomer, type RegistryPerson } from './people.ts'
import { seededRandom, type Random } from './random.ts'

/** What happens in the country, by share; the rest are new cards. */
interface Happenings {
  readonly corrections: number
  readonly moves: number
  readonly deaths: number
  readonly cancellations: number
}

const usualHappenings: Happenings = { corrections: 0.2, moves: 0.1, deaths: 0.12, cancellations: 0.03 }

export interface RegistryOptions {
  readonly seed: number
  /** Census blocks in which people live. */
  readonly blocks: readonly string[]
  /** Who has a card already. */
  readonly people?: Iterable<RegistryPerson>
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly happenings?: Happenings
  /** Share of the cards that are spoilt, each in one way. */
  readonly dirt?: number
}

/** A record as it is sent, and what the simulator knows of it. */
export interface SimulatedRecord {
  readonly number: number
  readonly happening: 'new' | 'correction' | 'move' | 'death' | 'cancellation'
  readonly dirt: DirtKind | null
  readonly line: string
}

/** A civil registry without end: what happens to people who do not exist, record by record, the same for the same seed. */
export function* registryRecords(options: RegistryOptions): Generator<SimulatedRecord, never> {
  const { seed, blocks, today, happenings = usualHappenings, dirt = 0 } = options
  const random = seededRandom(seed)
  const people = [...(options.people ?? [])]
  let issued = 0
  for (let number = 1; ; number++) {
    const happening = people.length === 0 ? 'new' : draw(random, happenings)
    const at = random.below(people.length)
    const person = happening === 'new' ? newcomer(random, issued++, people, blocks, today) : people[at]
    if (person === undefined) throw new Error('nobody was drawn')
    if (happening === 'death' || happening === 'cancellation') {
      // Nothing more happens to whoever died, or has no card.
      const last = people.pop()
      if (last !== undefined && last !== person) people[at] = last
      yield { number, happening, dirt: null, line: ending(happening, number, person, random, today) }
      continue
    }
    const now = happening === 'new' ? person : changed(happening, person, random, blocks)
    const fields = card(number, happening === 'new' ? 'new-card' : 'modified-card', now)
    const kind = random.chance(dirt) ? drawDirt(random, happening !== 'new') : null
    const line = kind === null ? JSON.stringify(fields) : spoil(kind, fields, random)
    if (kind === null && happening === 'new') people.push(now)
    else if (kind === null && happening === 'correction') people[at] = now
    yield { number, happening, dirt: kind, line }
  }
}

function draw(random: Random, { corrections, moves, deaths, cancellations }: Happenings): SimulatedRecord['happening'] {
  const share = random.below(1e6) / 1e6
  if (share < corrections) return 'correction'
  if (share < corrections + moves) return 'move'
  if (share < corrections + moves + deaths) return 'death'
  return share < corrections + moves + deaths + cancellations ? 'cancellation' : 'new'
}

/** Every second newcomer lives with somebody whom the registry knows as head of the family. */
function newcomer(
  random: Random,
  n: number,
  people: readonly RegistryPerson[],
  blocks: readonly string[],
  today: string,
): RegistryPerson {
  const person = drawNewcomer(random, n, blocks, today)
  const head = people.length > 0 && random.chance(0.5) ? random.of(people) : undefined
  return head === undefined
    ? person
    : { ...person, permanent: head.permanent, temporary: null, headOfFamily: head.cnic }
}

function changed(
  happening: 'correction' | 'move',
  person: RegistryPerson,
  random: Random,
  blocks: readonly string[],
): RegistryPerson {
  if (happening === 'move') return { ...person, permanent: drawAddress(random, blocks) }
  return { ...person, ...drawName(random, person.gender), relationNameUr: `${person.relationNameUr} مرحوم` }
}

/** The record of somebody's card, number `n` of the feed. */
export function cardRecordLine(n: number, kind: 'new-card' | 'modified-card', person: RegistryPerson): string {
  return JSON.stringify(card(n, kind, person))
}

function card(n: number, kind: 'new-card' | 'modified-card', { cnic, ...person }: RegistryPerson): CardFields {
  return { n, kind, cnic, card: 'cnic', ...person, disabled: false, chosen: null }
}

function ending(
  happening: 'death' | 'cancellation',
  n: number,
  { cnic, dateOfBirth }: RegistryPerson,
  random: Random,
  today: string,
): string {
  if (happening === 'cancellation') return JSON.stringify({ n, kind: 'cancelled-card', cnic })
  const certificate = random.chance(0.8) ? `UC-${1000 + random.below(9000)}-${n}` : null
  return JSON.stringify({ n, kind: 'death', cnic, dateOfBirth, diedOn: today, certificate })
}
