import { karachiDate } from '@intikhab/law'
import { sql, type Kysely } from 'kysely'
import type { ClaimGroup, DeskListName } from '../../core/claims/desk-lists.ts'
import type { ClaimPeriod } from '../../core/claims/forms.ts'
import type { Docket } from '../../core/claims/docket.ts'

/** A district's desk on one day: its claims, and the blocks of which a constituency's freeze has to be asked. */
export interface DeskAsked {
  readonly district: string
  readonly frozenBlocks: readonly string[]
  /** Today's first instant in Karachi and tomorrow's, and the first of the days of which ended claims are shown. */
  readonly from: Date
  readonly until: Date
  readonly since: Date
}

/** What of a list is wanted; everything where nothing is said. */
export interface DeskFilter {
  readonly form?: string | undefined
  readonly period?: ClaimPeriod | undefined
  readonly state?: ClaimGroup['state'] | undefined
}

/** Dockets of a list in its order, and how many stand in it. */
export interface PickedDockets {
  readonly dockets: readonly Docket[]
  readonly total: number
}

type Sql = ReturnType<typeof sql>

/**
 * The open claims of a district. `frozen_in`: those of a claim's blocks (where the vote stands; what the form names, as
 * the officer completed it) that are among `frozenBlocks`.
 */
function openClaims({ district, frozenBlocks }: DeskAsked): Sql {
  const columns = sql`c.docket, c.form, c.purpose, c.period, c.state, c.lodged_at, c.due_on, c.hearing_at,
    (c.lodged_at at time zone 'Asia/Karachi')::date as lodged_on`
  const open = sql`c.district = ${district} and c.state in ('lodged', 'hearing-set', 'heard')`
  // As a rule no constituency is frozen: then nobody's block is looked up.
  if (frozenBlocks.length === 0) return sql`select ${columns}, '' as frozen_in from rolls.claim c where ${open}`
  const blocks = frozenBlocks.map(Number)
  const among = (block: Sql) => sql`case when ${block} = any(${blocks}::int[]) then lpad(${block}::text, 9, '0') end`
  const named = sql`case c.purpose when 'objection' then (c.content ->> 'block')::int when 'registration' then coalesce(
      (select (e.detail #>> array['completion', which.address || 'Block'])::int from rolls.claim_event e
        where e.docket = c.docket and e.kind = 'completed'
          and e.detail #>> array['completion', which.address || 'Block'] is not null order by e.number desc limit 1),
      (c.content #>> array[which.address, 'block'])::int) end`
  return sql`select ${columns}, concat_ws(',', ${among(sql`v.block`)}, ${among(sql`of_form.block`)}) as frozen_in
    from rolls.claim c
    cross join lateral (select case c.content ->> 'chosen' when 'permanent' then 'permanent' else 'other' end as address) which
    cross join lateral (select ${named} as block) of_form
    left join rolls.voter v on v.cnic = c.concerned_cnic
    where ${open}`
}

/** The open claims of a district, counted by everything that decides where they stand on the desk. */
export async function countOpen(db: Kysely<unknown>, asked: DeskAsked): Promise<readonly ClaimGroup[]> {
  const { from, until } = asked
  const { rows } = await sql<ClaimGroup>`
    select form, purpose, period, state, due_on as "dueOn", string_to_array(frozen_in, ',') as "frozenIn",
      count(*)::int as claims, min(lodged_at) as "oldestAt",
      (count(*) filter (where state = 'hearing-set' and hearing_at >= ${from} and hearing_at < ${until}))::int
        as "hearingsToday"
    from (${openClaims(asked)}) o group by form, purpose, period, state, due_on, lodged_on, frozen_in`.execute(db)
  return rows
}

/** What ended of late, counted by form and how it ended; their clocks have stopped. */
export async function countClosed(db: Kysely<unknown>, { district, since }: DeskAsked): Promise<readonly ClaimGroup[]> {
  const { rows } = await sql<ClaimGroup>`
    select form, purpose, period, state, min(due_on) as "dueOn", '{}'::text[] as "frozenIn", count(*)::int as claims,
      min(lodged_at) as "oldestAt", 0 as "hearingsToday"
    from rolls.claim where district = ${district} and closed_at >= ${since}
    group by form, purpose, period, state`.execute(db)
  return rows
}

/** When the first hearing is that is set for after today; null where none is. */
export async function findNextHearing(
  db: Kysely<unknown>,
  { district, until }: DeskAsked,
  { period }: Pick<DeskFilter, 'period'> = {},
): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select min(hearing_at) as at from rolls.claim
    where district = ${district} and state = 'hearing-set' and hearing_at >= ${until}
      ${period === undefined ? sql`` : sql`and period = ${period}`}`.execute(db)
  return rows[0]?.at ?? null
}

/** The dockets of a list, at most `most` (null: all), those that have waited longest first, what ended last first. */
export async function pickDockets(
  db: Kysely<unknown>,
  asked: DeskAsked,
  list: DeskListName | 'open',
  filter: DeskFilter & { readonly overdue?: readonly ClaimGroup[] },
  most: number | null,
): Promise<PickedDockets> {
  const { district, from, until, since } = asked
  const { form, period, state, overdue = [] } = filter
  const closed = sql`select docket, form, period, state, lodged_at, closed_at from rolls.claim c
    where c.district = ${district} and c.closed_at >= ${since}`
  const isOverdue = sql`(lodged_on, due_on, frozen_in) in (select * from unnest(${overdue.map(({ oldestAt }) => karachiDate(oldestAt))}::date[],
    ${overdue.map(({ dueOn }) => dueOn)}::date[], ${overdue.map(({ frozenIn }) => frozenIn.join(','))}::text[]))`
  const lists: Readonly<Record<DeskListName | 'open', readonly [where: Sql, order: Sql]>> = {
    open: [sql`true`, sql`lodged_at`],
    fresh: [sql`state = 'lodged'`, sql`lodged_at`],
    today: [sql`state = 'hearing-set' and hearing_at >= ${from} and hearing_at < ${until}`, sql`hearing_at`],
    waiting: [sql`state in ('hearing-set', 'heard')`, sql`hearing_at`],
    overdue: [isOverdue, sql`due_on, lodged_at`],
    done: [sql`true`, sql`closed_at desc`],
  }
  const [where, order] = lists[list]
  const { rows } = await sql<{ docket: Docket; total: number }>`
    select docket, (count(*) over ())::int as total from (${list === 'done' ? closed : openClaims(asked)}) o
    where ${where} ${form === undefined ? sql`` : sql`and form = ${form}`}
      ${period === undefined ? sql`` : sql`and period = ${period}`}
      ${state === undefined ? sql`` : sql`and state = ${state}`}
    order by ${order}, docket limit ${most}`.execute(db)
  return { dockets: rows.map(({ docket }) => docket), total: rows[0]?.total ?? 0 }
}
