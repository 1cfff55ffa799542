import type { BlockCode } from '@intikhab/delimitation'
import { addDays, daysBetween, getLegalDate, isFrozen, karachiDate } from '@intikhab/law'
import type { LegalDate, RollFreeze, RulePack } from '@intikhab/law'
import { freezeAt, type PlacedFreeze } from '../register/roll.ts'
import { isOpen, type Claim, type LodgedClaim } from './claim.ts'
import { claimedAddress, type ClaimContent } from './claim-content.ts'

/** The day by which a claim that is lodged now has to be decided, where no freeze comes between. */
export function dueOn(lodgedAt: Date, pack: RulePack): string {
  return addDays(karachiDate(lodgedAt), pack.values.rolls.claimDecisionDays.value)
}

/** The electoral area that a form names: where a vote shall be, or the line objected to. Null where it names none. */
export function namedBlock(content: ClaimContent): BlockCode | null {
  if (content.purpose === 'objection') return content.block
  return content.purpose === 'registration' ? (claimedAddress(content)?.block ?? null) : null
}

interface Days {
  readonly first: LegalDate
  /** Null while the end is to come. */
  readonly last: LegalDate | null
}

/** The days of which a freeze takes a part; the days on which the Commission opened the rolls again are none. */
function frozenDays({ from, until, reopenings }: RollFreeze): Days[] {
  const days: Days[] = []
  const take = (start: Date, end: Date | null) => {
    if (end !== null && end <= start) return
    // A freeze that ends at midnight takes nothing of the day that begins.
    const last = end === null ? null : karachiDate(new Date(end.getTime() - 1))
    days.push({ first: karachiDate(start), last })
  }
  let start = from
  for (const opened of reopenings.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    if (until !== null && opened.from >= until) break
    take(start, opened.from)
    if (opened.until > start) start = opened.until
  }
  take(start, until)
  return days
}

/**
 * The day by which a claim has to be decided: no day counts of which a freeze takes a part (s.39), so that the days that
 * were left count from the day after its end. Null while a freeze holds, and where the days are not over before one
 * begins whose end is to come: decided after the results.
 */
export function dueNow(
  { lodgedAt, dueOn: unfrozen }: Pick<LodgedClaim, 'lodgedAt' | 'dueOn'>,
  freezes: readonly RollFreeze[],
  now: Date,
): LegalDate | null {
  if (freezes.some((freeze) => isFrozen(freeze, now))) return null
  let counted = karachiDate(lodgedAt)
  let due = getLegalDate(unfrozen)
  for (const { first, last } of freezes.flatMap(frozenDays).sort((a, b) => a.first.localeCompare(b.first))) {
    if (first > due) break
    if (last === null) return null
    const begin = first > counted ? first : addDays(counted, 1)
    if (last < begin) continue
    due = addDays(due, daysBetween(begin, last) + 1)
    counted = last
  }
  return due
}

/** How a claim stands with its time. */
export interface ClaimClock {
  /** `YYYY-MM-DD`; null: after the results. */
  readonly dueOn: string | null
  /** It may not be decided now (s.39). */
  readonly isFrozen: boolean
  /** It should have been decided by now. */
  readonly isOverdue: boolean
}

/**
 * The clock of a claim, as the officer has it: by the block where the vote stands (null where it stands nowhere) and the
 * one that the form names. `placed`: every freeze, over or to come.
 */
export function clockOf(
  claim: Pick<Claim, 'lodgedAt' | 'dueOn' | 'content' | 'state'>,
  entryBlock: string | null,
  placed: readonly PlacedFreeze[],
  now: Date,
): ClaimClock {
  return clockIn(claim, [entryBlock, namedBlock(claim.content)], placed, now)
}

/** The clock of whatever is claimed in these blocks. */
export function clockIn(
  claim: Pick<Claim, 'lodgedAt' | 'dueOn' | 'state'>,
  blocks: readonly (string | null)[],
  placed: readonly PlacedFreeze[],
  now: Date,
): ClaimClock {
  const holding = placed.filter((one) => blocks.some((block) => freezeAt([one], block ?? undefined) !== undefined))
  const freezes = holding.map(({ freeze }) => freeze)
  const due = dueNow(claim, freezes, now)
  return {
    dueOn: due,
    isFrozen: freezes.some((freeze) => isFrozen(freeze, now)),
    isOverdue: isOpen(claim) && due !== null && due < karachiDate(now),
  }
}

/** What the public is told of a claim's time. */
export interface PublicClock extends Pick<ClaimClock, 'dueOn' | 'isFrozen'> {
  /** The person's own constituency may be frozen for a by-election, which is told to nobody: it would say where they vote. */
  readonly mayBeLater: boolean
}

/** The clock of a claim as its form alone makes it: where anybody is enrolled changes nothing. */
export function publicClockOf(
  claim: Pick<Claim, 'lodgedAt' | 'dueOn' | 'content' | 'state'>,
  placed: readonly PlacedFreeze[],
  now: Date,
): PublicClock {
  const { dueOn: day, isFrozen: isNow } = clockOf(claim, null, placed, now)
  const everywhere = placed.map(({ freeze }) => freeze)
  const mayBeLater = claim.content.purpose !== 'objection' && day !== null && dueNow(claim, everywhere, now) !== day
  return { dueOn: day, isFrozen: isNow, mayBeLater }
}
