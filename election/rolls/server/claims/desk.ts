import { addDays, isFrozen, karachiDate, karachiInstant, type LegalDate } from '@intikhab/law'
import { sql } from 'kysely'
import type { Claim, ClaimOutcome } from '../../core/claims/claim.ts'
import { clockOf, type ClaimClock } from '../../core/claims/clocks.ts'
import { countGroups, overdueGroups, type DeskCount, type DeskListName } from '../../core/claims/desk-lists.ts'
import type { Docket } from '../../core/claims/docket.ts'
import { freezeAt, type PlacedFreeze } from '../../core/register/roll.ts'
import { listFreezes, seatBlocks } from './claim-freezes.ts'
import { listClaims } from './claim-store.ts'
import type { ClaimsParts } from './claims.ts'
import { countClosed, countOpen, findNextHearing, pickDockets, type DeskAsked, type DeskFilter } from './desk-store.ts'

/** A line of a desk. Instants are ISO 8601 in UTC. */
export interface DeskLine
  extends Pick<Claim, 'docket' | 'form' | 'period' | 'source' | 'state'>, Pick<ClaimClock, 'dueOn' | 'isOverdue'> {
  readonly purpose: Claim['content']['purpose']
  readonly lodgedAt: string
  /** Empty where the office itself objects. */
  readonly claimant: string
  readonly hearingAt: string | null
  readonly room: string | null
  readonly outcome: ClaimOutcome | null
}

/** The first lines of a list, and how many claims stand in it. */
export interface DeskList {
  readonly lines: readonly DeskLine[]
  readonly total: number
  /** Not all of them are here. */
  readonly isCut: boolean
}

/** What a district's registration desk has before it. Every figure is counted over all claims, whatever is listed. */
export interface ClaimsDesk {
  readonly district: string
  /** `YYYY-MM-DD` in Karachi. */
  readonly today: string
  readonly isFrozen: boolean
  /** Everything open, and what ended in the last thirty days, by form and standing. */
  readonly counts: readonly DeskCount[]
  /** Today's, by their hours. */
  readonly hearings: DeskList
  /** The first one set after today; null where none is. */
  readonly nextHearingAt: string | null
  /** The longest overdue first. */
  readonly overdue: DeskList
}

type DeskParts = Pick<ClaimsParts, 'database' | 'rolls' | 'now'>

/** Lines of a list at most; whoever wants them all takes the table. */
const mostLines = 200
const decidedDays = 30

interface OpenedDesk {
  readonly asked: DeskAsked
  readonly placed: readonly PlacedFreeze[]
  readonly today: LegalDate
}

async function openDesk({ rolls, now }: DeskParts, district: string): Promise<OpenedDesk> {
  const today = karachiDate(now())
  const placed = await listFreezes(rolls)
  const asked = {
    district,
    frozenBlocks: seatBlocks(placed),
    from: karachiInstant(today, 0),
    until: karachiInstant(addDays(today, 1), 0),
    since: karachiInstant(addDays(today, -decidedDays), 0),
  }
  return { asked, placed, today }
}

/** What a desk has to do, and how much of it there is. */
export async function deskOf(parts: DeskParts, district: string): Promise<ClaimsDesk> {
  const opened = await openDesk(parts, district)
  const { asked, placed, today } = opened
  const db = parts.database.tables()
  const groups = await countOpen(db, asked)
  const general = freezeAt(placed.filter(({ freeze }) => isFrozen(freeze, parts.now())))
  const overdue = overdueGroups(groups, placed, parts.now())
  return {
    district,
    today,
    isFrozen: general !== undefined,
    counts: countGroups([...groups, ...(await countClosed(db, asked))], placed, parts.now()),
    hearings: await readList(parts, opened, 'today', {}),
    nextHearingAt: (await findNextHearing(db, asked))?.toISOString() ?? null,
    overdue: await readList(parts, opened, 'overdue', { overdue }),
  }
}

/** One list of a desk. */
export async function deskList(
  parts: DeskParts,
  district: string,
  list: DeskListName,
  filter: DeskFilter,
): Promise<DeskList> {
  const opened = await openDesk(parts, district)
  if (list !== 'overdue') return readList(parts, opened, list, filter)
  const groups = await countOpen(parts.database.tables(), opened.asked)
  return readList(parts, opened, list, { ...filter, overdue: overdueGroups(groups, opened.placed, parts.now()) })
}

async function readList(
  parts: DeskParts,
  { asked, placed }: OpenedDesk,
  list: DeskListName,
  filter: Parameters<typeof pickDockets>[3],
): Promise<DeskList> {
  const { dockets, total } = await pickDockets(parts.database.tables(), asked, list, filter, mostLines)
  const lines = (await readClaims(parts, dockets, placed)).map(({ claim, clock }) => lineOf(claim, clock))
  return { lines, total, isCut: lines.length < total }
}

/** A claim with its clock. */
export interface TimedClaim {
  readonly claim: Claim
  readonly clock: ClaimClock
}

/** Claims in the order of their dockets here, each with its clock. */
async function readClaims(
  { database, rolls, now }: DeskParts,
  dockets: readonly Docket[],
  placed: readonly PlacedFreeze[],
): Promise<readonly TimedClaim[]> {
  const known = await listClaims(database.tables(), sql<boolean>`docket = any(${dockets})`)
  const claims = new Map(known.map(({ claim }) => [claim.docket, claim]))
  const blocks = await entryBlocks({ rolls }, placed, [...claims.values()])
  return dockets.flatMap((docket) => {
    const claim = claims.get(docket)
    if (claim === undefined) return []
    return { claim, clock: clockOf(claim, blocks.get(claim.concerned ?? '') ?? null, placed, now()) }
  })
}

/** Where the votes of those concerned stand; asked only where a constituency's freeze may hold there. */
async function entryBlocks(
  { rolls }: Pick<DeskParts, 'rolls'>,
  placed: readonly PlacedFreeze[],
  claims: readonly Claim[],
): Promise<ReadonlyMap<string, string | null>> {
  if (seatBlocks(placed).length === 0) return new Map()
  return rolls.store.findEnrolled(claims.flatMap(({ concerned }) => concerned ?? []))
}

function lineOf(claim: Claim, { dueOn, isOverdue }: ClaimClock): DeskLine {
  const { docket, form, period, source, state, content, lodgedAt, claimant, hearing, decision } = claim
  const isSet = state === 'hearing-set' && hearing !== null
  return {
    docket,
    form,
    period,
    source,
    state,
    dueOn,
    isOverdue,
    purpose: content.purpose,
    lodgedAt: lodgedAt.toISOString(),
    claimant: claimant?.name ?? '',
    hearingAt: isSet ? hearing.at : null,
    room: isSet ? hearing.room : null,
    outcome: decision?.outcome ?? null,
  }
}

/** Everything open of a district and what ended of late, in portions: what waits longest first. */
export async function* wholeDesk(
  parts: DeskParts,
  district: string,
  filter: DeskFilter,
): AsyncGenerator<readonly TimedClaim[]> {
  const { asked, placed } = await openDesk(parts, district)
  const db = parts.database.tables()
  for (const list of ['open', 'done'] as const) {
    const { dockets } = await pickDockets(db, asked, list, filter, null)
    for (let first = 0; first < dockets.length; first += portion)
      yield await readClaims(parts, dockets.slice(first, first + portion), placed)
  }
}

const portion = 1000

/** A hearing on a day's list: the claim, its clock, and whom it is about as the roll has them. */
export interface ListedHearing extends TimedClaim {
  /** Name of the person objected to; null for any other claim, and where nobody stands at that line. */
  readonly concerned: string | null
}

/** The hearings of one day before one authority, in the order of their hours. */
export async function hearingsOn(
  parts: DeskParts,
  district: string,
  day: LegalDate,
  period: Claim['period'],
): Promise<readonly ListedHearing[]> {
  const { database, rolls } = parts
  const [from, until] = [karachiInstant(day, 0), karachiInstant(addDays(day, 1), 0)]
  const known = await listClaims(
    database.tables(),
    sql<boolean>`district = ${district} and period = ${period} and hearing_at >= ${from} and hearing_at < ${until}
      and state in ('hearing-set', 'heard', 'decided')`,
  )
  const placed = await listFreezes(rolls)
  const blocks = await entryBlocks(
    parts,
    placed,
    known.map(({ claim }) => claim),
  )
  return Promise.all(
    known.map(async ({ claim }) => {
      const { concerned, content } = claim
      const voter =
        content.purpose === 'objection' && concerned !== null ? await rolls.store.findVoter(concerned) : null
      const clock = clockOf(claim, blocks.get(concerned ?? '') ?? null, placed, parts.now())
      return { claim, clock, concerned: voter?.nameUr ?? null }
    }),
  )
}
