import { sql, type Kysely, type RawBuilder } from 'kysely'
import { doorReasonOf, type DoorReason } from '../../core/claims/door.ts'
import type { Cnic } from '../../core/identifiers.ts'
import { blockCode, placeOf, voterOf, type VoterRow } from '../register/voter-row.ts'
import { isOpenObjection } from './claim-store.ts'
import { newsBeside } from './registry-news.ts'

/** Somebody who waits for a visit. */
export interface WaitingPerson {
  readonly cnic: Cnic
  readonly why: DoorReason
  /** Number of what the civil registry told; null where it told nothing that is still to be asked about. */
  readonly record: number | null
}

/** What sends somebody to the door, beside a record of the registry. */
const sends = `('to-verify', 'death-noted', 'blocked')`

/**
 * Everybody who waits in these areas: where the registry's newest record asks for it, else where the entry is or would be.
 * Left out is who is on a list that is still out, who was on one since what sends there and was settled, and whoever is to
 * be heard anyway.
 */
function waitsIn(areas: RawBuilder<unknown>): RawBuilder<unknown> {
  const asked = sql`select a.block as area, v.cnic, n.number as record, n.decided_at`
  return sql`(
    select w.area, w.cnic, w.record from (
      ${asked} from rolls.electoral_area a
        join rolls.voter v on ${sql.raw(placeOf)} = a.block and v.status in ('d', 'b', 'v') ${newsBeside}
        where ${areas} and n.block is null
      union all ${asked} from rolls.electoral_area a
        join rolls.registry_outcome told on told.block = a.block and told.outcome = 'to-verify'
        join rolls.voter v on v.cnic = told.cnic and v.status <> 'r' ${newsBeside}
        where ${areas} and n.number = told.number and (n.reason <> 'death-to-confirm' or v.status = 'd')) w
    where not exists (select 1 from rolls.claim c where c.concerned_cnic = w.cnic and ${isOpenObjection})
      and not exists (
        select 1 from rolls.door_list l cross join lateral jsonb_array_elements(l.people) p
          left join rolls.door_effect e on e.list_id = l.list_id and e.line = (p->>'line')::int
        where l.people @> jsonb_build_array(jsonb_build_object('cnic', w.cnic::text)) and p->>'cnic' = w.cnic::text
          and (e.line is null or l.made_at >= coalesce(greatest(w.decided_at, (select max(s.acted_at)
            from rolls.action s where s.cnic = w.cnic and s.kind in ${sql.raw(sends)})), '-infinity'))))`
}

/** Everybody of an area who waits for a visit. */
export async function waiting(tx: Kysely<unknown>, block: string): Promise<readonly WaitingPerson[]> {
  const { rows } = await sql<VoterRow & { record: number | null }>`
    select v.*, w.record from ${waitsIn(sql`a.block = ${Number(block)}`)} w join rolls.voter v using (cnic)
    order by v.household nulls last, v.serial nulls last, v.cnic`.execute(tx)
  return rows.flatMap(({ record, ...row }) => {
    const voter = voterOf(row)
    const why = doorReasonOf(voter, record !== null)
    return why === undefined ? [] : [{ cnic: voter.cnic, why, record }]
  })
}

/** An area in which somebody waits, and how many. */
interface WaitingArea {
  readonly block: string
  readonly nameEn: string
  readonly nameUr: string
  readonly people: number
}

/** The areas of a district in which somebody waits. */
export interface WaitingAreas {
  /** Those in which most wait, the most first. */
  readonly first: readonly WaitingArea[]
  /** How many areas there are, and how many people in all of them. */
  readonly areas: number
  readonly people: number
}

/** Areas that are named; the others follow when these are on lists. */
const mostAreas = 1000

/** The areas of a district in which somebody waits, with how many. */
export async function areasWaiting(db: Kysely<unknown>, district: string): Promise<WaitingAreas> {
  const { rows } = await sql<{
    block: number
    name_en: string
    name_ur: string
    people: number
    all_areas: number
    all_people: number
  }>`
    with waits as materialized (
      select w.area, count(*)::int as people from ${waitsIn(sql`a.district = ${district}`)} w group by w.area)
    select a.block, a.name_en, a.name_ur, w.people,
      (count(*) over ())::int as all_areas, (sum(w.people) over ())::int as all_people
    from waits w join rolls.electoral_area a on a.block = w.area
    order by w.people desc, a.block limit ${mostAreas}`.execute(db)
  return {
    first: rows.map(({ block, name_en: nameEn, name_ur: nameUr, people }) => ({
      block: blockCode(block),
      nameEn,
      nameUr,
      people,
    })),
    areas: rows[0]?.all_areas ?? 0,
    people: rows[0]?.all_people ?? 0,
  }
}
