import { karachiDate, karachiInstant, addDays, type LegalDate } from '@intikhab/law'
import { sql } from 'kysely'
import type { Claim, ClaimOutcome } from '../../core/claims/claim.ts'
import { isOverdue } from '../../core/claims/clocks.ts'
import { listClaims } from './claim-store.ts'
import type { ClaimsParts } from './claims.ts'

/** A line of a desk. Instants are ISO 8601 in UTC. */
export interface DeskLine extends Pick<Claim, 'docket' | 'form' | 'period' | 'source' | 'state' | 'dueOn'> {
  readonly purpose: Claim['content']['purpose']
  readonly lodgedAt: string
  /** Empty where the office itself objects. */
  readonly claimant: string
  readonly hearingAt: string | null
  readonly room: string | null
  readonly isOverdue: boolean
  readonly isHearingToday: boolean
  readonly outcome: ClaimOutcome | null
}

/** What a district's registration desk has before it. */
export interface ClaimsDesk {
  readonly district: string
  /** `YYYY-MM-DD` in Karachi. */
  readonly today: string
  readonly isFrozen: boolean
  /** Everything open, and what was decided in the last thirty days. */
  readonly lines: readonly DeskLine[]
}

const mostLines = 5000
const decidedDays = 30

/** The claims of a district that are open or were decided lately. */
export async function deskOf(parts: ClaimsParts, district: string): Promise<ClaimsDesk> {
  const { database, rolls, now } = parts
  const today = karachiDate(now())
  const since = karachiInstant(addDays(today, -decidedDays), 0)
  const isFrozen = (await rolls.freeze()) !== undefined
  const known = await listClaims(
    database.tables(),
    sql<boolean>`district = ${district} and (state in ('lodged', 'hearing-set', 'heard') or lodged_at >= ${since}
      or docket in (select docket from rolls.claim_event where kind = 'decided' and at >= ${since}))`,
    mostLines,
  )
  return {
    district,
    today,
    isFrozen,
    lines: known.map(({ claim }) => lineOf(claim, now(), isFrozen, today)),
  }
}

function lineOf(claim: Claim, now: Date, isFrozen: boolean, today: LegalDate): DeskLine {
  const { docket, form, period, source, state, dueOn, content, lodgedAt, claimant, hearing, decision } = claim
  const isSet = state === 'hearing-set' && hearing !== null
  return {
    docket,
    form,
    period,
    source,
    state,
    dueOn,
    purpose: content.purpose,
    lodgedAt: lodgedAt.toISOString(),
    claimant: claimant?.name ?? '',
    hearingAt: isSet ? hearing.at : null,
    room: isSet ? hearing.room : null,
    isOverdue: isOverdue(claim, now, isFrozen),
    isHearingToday: isSet && karachiDate(new Date(hearing.at)) === today,
    outcome: decision?.outcome ?? null,
  }
}

/** The hearings of one day before one authority, in the order of their hours. */
export async function hearingsOn(
  { database }: Pick<ClaimsParts, 'database'>,
  district: string,
  day: LegalDate,
  period: Claim['period'],
): Promise<readonly Claim[]> {
  const [from, until] = [karachiInstant(day, 0), karachiInstant(addDays(day, 1), 0)]
  const known = await listClaims(
    database.tables(),
    sql<boolean>`district = ${district} and period = ${period} and hearing_at >= ${from} and hearing_at < ${until}
      and state in ('hearing-set', 'heard', 'decided')`,
    mostLines,
  )
  return known.map(({ claim }) => claim)
}
