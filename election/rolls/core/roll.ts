import { isFrozen, parseLegalDate, rollFreeze, type RollFreeze, type RulePack } from '@intikhab/law'
import type { RollId } from './identifiers.ts'

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

/** The freeze in force at an instant, of whichever roll; undefined while the rolls are open. */
export function freezeInForce(
  rolls: readonly Roll[],
  packOf: (id: string) => RulePack | undefined,
  at: Date,
): RollFreeze | undefined {
  for (const roll of rolls) {
    const pack = packOf(roll.rulePack)
    if (pack === undefined)
      throw new RangeError(`${roll.id} names the rule pack ${roll.rulePack}, which does not exist`)
    const freeze = freezeOf(roll, pack)
    if (freeze !== undefined && isFrozen(freeze, at)) return freeze
  }
  return undefined
}

/** The last birthday on which somebody is `years` years old at `date`, `YYYY-MM-DD`; 29 February counts from 1 March. */
export function bornBy(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) - years).padStart(4, '0')
  const day = `${year}${date.slice(4)}`
  return parseLegalDate(day) === undefined ? `${year}-02-28` : day
}
