import { isFrozen, parseLegalDate, rollFreeze, type FreezeCause, type RollFreeze, type RulePack } from '@intikhab/law'
import type { RollId } from '../identifiers.ts'

/** A named state of the rolls, made for an election. */
export interface Roll {
  readonly id: RollId
  readonly nameEn: string
  readonly nameUr: string
  /** Rule pack by which it is judged, e.g. `elections-act-2017@2023-08`. */
  readonly rulePack: string
  /** Day on which a voter must be 18, `YYYY-MM-DD`. */
  readonly qualifyingDate: string
  /** When the Assembly's term is due to expire (s.39 counts back from it); null while no general election is due. */
  readonly termEndsOn: string | null
  readonly resultsAnnouncedAt: Date | null
}

/** The freeze of s.39 for this roll; undefined while no term ends. Throws `RangeError` for a date that does not exist. */
export function freezeOf(roll: Roll, pack: RulePack): RollFreeze | undefined {
  if (roll.termEndsOn === null) return undefined
  const termEndsOn = parseLegalDate(roll.termEndsOn)
  if (termEndsOn === undefined) throw new RangeError(`${roll.id}: ${roll.termEndsOn} is no date`)
  return rollFreeze(pack, { kind: 'general', termEndsOn }, { resultsAnnouncedAt: roll.resultsAnnouncedAt })
}

/** An order of two people that froze a roll (s.39). */
export interface OrderedFreeze {
  readonly rollId: RollId
  /** 1 first, within the roll. */
  readonly number: number
  readonly kind: FreezeCause['kind']
  /** When the term is due to expire, or when the constituency was called upon to elect; `YYYY-MM-DD`. */
  readonly day: string
  readonly constituency: string | null
  /** Census blocks of the constituency; empty where every roll is frozen. */
  readonly blocks: readonly string[]
  readonly orderedAt: Date
}

/** The freeze by which an order holds, until the results for which its roll was made. */
export function freezeByOrder(order: Pick<OrderedFreeze, 'kind' | 'day'>, roll: Roll, pack: RulePack): RollFreeze {
  const day = parseLegalDate(order.day)
  if (day === undefined) throw new RangeError(`${roll.id}: ${order.day} is no date`)
  const cause = order.kind === 'general' ? { kind: order.kind, termEndsOn: day } : { kind: order.kind, calledOn: day }
  return rollFreeze(pack, cause, { resultsAnnouncedAt: roll.resultsAnnouncedAt })
}

/** A freeze, and where it holds: in these blocks, or everywhere. */
export interface PlacedFreeze {
  readonly freeze: RollFreeze
  readonly blocks: ReadonlySet<string> | 'everywhere'
  /** Null for the freeze that the law makes by itself. */
  readonly order: OrderedFreeze | null
}

/** Every freeze of a roll, begun or not: the law's own, and those that were ordered. */
export function freezesOf(roll: Roll, orders: readonly OrderedFreeze[], pack: RulePack): PlacedFreeze[] {
  const own = orders.filter(({ rollId }) => rollId === roll.id)
  const ordered = own.map((order): PlacedFreeze => ({
    freeze: freezeByOrder(order, roll, pack),
    blocks: order.kind === 'general' ? 'everywhere' : new Set(order.blocks),
    order,
  }))
  // An order names the same day as the law: one of the two says it all.
  const byLaw = own.some(({ kind }) => kind === 'general') ? undefined : freezeOf(roll, pack)
  return byLaw === undefined ? ordered : [{ freeze: byLaw, blocks: 'everywhere', order: null }, ...ordered]
}

/** The freezes in force at an instant, of whichever roll. */
export function freezesInForce(
  rolls: readonly Roll[],
  orders: readonly OrderedFreeze[],
  packOf: (id: string) => RulePack | undefined,
  at: Date,
): PlacedFreeze[] {
  return rolls
    .flatMap((roll) => freezesOf(roll, orders, getPack(roll, packOf)))
    .filter(({ freeze }) => isFrozen(freeze, at))
}

/** The rule pack by which a roll is judged. Throws `RangeError` where it does not exist. */
export function getPack({ id, rulePack }: Roll, packOf: (id: string) => RulePack | undefined): RulePack {
  const pack = packOf(rulePack)
  if (pack === undefined) throw new RangeError(`${id} names the rule pack ${rulePack}, which does not exist`)
  return pack
}

/** The freeze that holds in a block, or everywhere where no block is named; undefined where the roll is open. */
export function freezeAt(placed: readonly PlacedFreeze[], block?: string): RollFreeze | undefined {
  return placed.find(({ blocks }) => blocks === 'everywhere' || (block !== undefined && blocks.has(block)))?.freeze
}

/** Years of age from which a citizen is enrolled (s.26). */
export const votingAge = 18

/** The latest birth of a voter who is of age on the qualifying date of the newest roll; today where there is no roll. */
export function latestBirth(newestFirst: readonly Pick<Roll, 'qualifyingDate'>[], today: string): string {
  return bornBy(newestFirst[0]?.qualifyingDate ?? today, votingAge)
}

/** The last birthday on which somebody is `years` years old at `date`, `YYYY-MM-DD`; 29 February counts from 1 March. */
export function bornBy(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) - years).padStart(4, '0')
  const day = `${year}${date.slice(4)}`
  return parseLegalDate(day) === undefined ? `${year}-02-28` : day
}
