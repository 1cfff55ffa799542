import type { Form45, Form46 } from '@intikhab/results'
import type { Random } from '../country/random.ts'
import type { StationCount } from './counts.ts'

/** The figures that a station's presiding officer writes on Form-45. */
export type CountFigures = Pick<
  Form45,
  'registered' | 'candidates' | 'validTotal' | 'excluded' | 'polled' | 'agents' | 'asOnPaper'
>

/** The figures that a station's presiding officer writes on Form-46. */
export type AccountFigures = Pick<
  Form46,
  'received' | 'unissued' | 'outOfBox' | 'tendered' | 'challenged' | 'spoilt' | 'missing'
>

/** Ballot papers come in books of so many. */
const book = 50

/**
 * The figures of both forms out of a station's count. `serials[i]` is the serial of the feed's candidate `i`.
 * A form that cannot be right is marked as being so on paper: nobody at the station may change what was signed.
 */
export function formFigures(
  { station, votes, validTotal, excluded, polled }: StationCount,
  serials: readonly number[],
  random: Random,
): { count: CountFigures; account: AccountFigures } {
  const registered = { male: station.male, female: station.female, total: station.male + station.female }
  const sum = votes.reduce((total, each) => total + each, 0)
  const struck = polled.male + polled.female
  const outOfBox = sum + excluded
  const candidates = votes
    .map((each, i) => ({ serial: serials[i] ?? 0, valid: each, tendered: 0, challenged: 0, total: each }))
    .sort((a, b) => a.serial - b.serial)
  const present = 1 + random.below(4)
  const refused = random.unit() < 0.06 ? ['no-reason-given' as const] : []
  const cannotBe = validTotal !== sum || struck > registered.total || outOfBox > registered.total
  const spoilt = random.unit() < 0.03 ? 1 : 0
  const received = Math.ceil(Math.max(registered.total, outOfBox + spoilt) / book) * book
  return {
    count: {
      registered,
      candidates,
      validTotal,
      excluded,
      polled: { male: polled.male, female: polled.female, other: 0, total: struck },
      agents: { present, signed: present - refused.length, refused },
      ...(cannotBe ? { asOnPaper: true as const } : {}),
    },
    account: {
      received,
      unissued: received - outOfBox - spoilt,
      outOfBox,
      tendered: 0,
      challenged: 0,
      spoilt,
      missing: 0,
    },
  }
}
