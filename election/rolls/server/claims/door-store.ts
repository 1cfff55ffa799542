import { hashRecord, type JsonValue } from '@intikhab/kernel/ledger'
import { sql, type Kysely } from 'kysely'
import { doorReasonOf, type DoorEffect, type DoorFinding, type DoorReason } from '../../core/claims/door.ts'
import type { Cnic } from '../../core/identifiers.ts'
import type { RecordNow } from '../register/records.ts'
import { blockCode, voterOf, type VoterRow } from '../register/voter-row.ts'

/** Somebody on a list for the door. */
interface DoorPerson {
  /** 1 first. */
  readonly line: number
  readonly cnic: Cnic
  readonly why: DoorReason
}

interface DoorReturn {
  readonly line: number
  readonly finding: DoorFinding
  readonly visitedOn: string
  readonly official: string
  readonly note: string
  readonly enteredAt: Date
}

/** A list with everything that came of it. */
export interface DoorList {
  readonly id: number
  readonly district: string
  readonly block: string
  readonly madeAt: Date
  readonly people: readonly DoorPerson[]
  readonly returns: readonly DoorReturn[]
  readonly effects: readonly {
    readonly line: number
    readonly effect: DoorEffect['kind']
    readonly docket: string | null
  }[]
}

interface ListRow {
  readonly list_id: number
  readonly district: string
  readonly block: number
  readonly made_at: Date
  readonly account_id: string
  readonly salt: Buffer
  readonly people: readonly DoorPerson[]
}

/** The block of whoever waits: of the entry, or of the address that would decide it. Indexed by 0005-claims. */
const placeOf = `coalesce(v.block, case v.chosen when 'p' then v.permanent_block when 't' then v.temporary_block
  else v.posting_block end)`

/** Everybody of an area who waits for a visit and is on no open list: by the address that decides their area. */
export async function waiting(tx: Kysely<unknown>, block: string): Promise<readonly Omit<DoorPerson, 'line'>[]> {
  const code = Number(block)
  const { rows } = await sql<VoterRow>`
    select v.* from rolls.voter v
    where v.status in ('d', 'b', 'v') and ${sql.raw(placeOf)} = ${code}
      and not exists (select 1 from rolls.door_list l, jsonb_array_elements(l.people) p
        where l.block = ${code} and (p->>'cnic')::bigint = v.cnic
        and not exists (select 1 from rolls.door_effect e where e.list_id = l.list_id and e.line = (p->>'line')::int))
    order by v.household nulls last, v.serial nulls last, v.cnic`.execute(tx)
  return rows.map(voterOf).flatMap((voter) => {
    const why = doorReasonOf(voter)
    return why === undefined ? [] : [{ cnic: voter.cnic, why }]
  })
}

/** An area in which somebody waits, and how many. */
export interface WaitingArea {
  readonly block: string
  readonly nameEn: string
  readonly nameUr: string
  readonly people: number
}

/** The areas of a district in which somebody waits and is on no open list, with how many. */
export async function areasWaiting(db: Kysely<unknown>, district: string): Promise<readonly WaitingArea[]> {
  const { rows } = await sql<{ block: number; name_en: string; name_ur: string; people: number }>`
    with open_line as (select (p->>'cnic')::bigint as cnic
        from rolls.door_list l, jsonb_array_elements(l.people) p
        where l.district = ${district} and not exists
          (select 1 from rolls.door_effect e where e.list_id = l.list_id and e.line = (p->>'line')::int)),
      waits as (select v.cnic, ${sql.raw(placeOf)} as block
        from rolls.voter v where v.status in ('d', 'b', 'v'))
    select a.block, a.name_en, a.name_ur, count(*)::int as people
    from waits w join rolls.electoral_area a using (block)
    where a.district = ${district} and not exists (select 1 from open_line o where o.cnic = w.cnic)
    group by a.block, a.name_en, a.name_ur order by people desc, a.block limit 1000`.execute(db)
  return rows.map(({ block, name_en: nameEn, name_ur: nameUr, people }) => ({
    block: blockCode(block),
    nameEn,
    nameUr,
    people,
  }))
}

export async function readLists(
  db: Kysely<unknown>,
  where: ReturnType<typeof sql<boolean>>,
): Promise<readonly DoorList[]> {
  const lists = await sql<ListRow>`select * from rolls.door_list where ${where} order by list_id desc`.execute(db)
  const ids = lists.rows.map(({ list_id: id }) => id)
  const returns = await sql<ReturnRow>`
    select * from rolls.door_return where list_id = any(${ids}) order by list_id, line`.execute(db)
  const effects = await sql<EffectRow>`
    select * from rolls.door_effect where list_id = any(${ids}) order by list_id, line`.execute(db)
  return lists.rows.map((row) => ({
    id: row.list_id,
    district: row.district,
    block: blockCode(row.block),
    madeAt: row.made_at,
    people: row.people,
    returns: returns.rows
      .filter(({ list_id: id }) => id === row.list_id)
      .map(({ line, finding, visited_on, official, note, entered_at }) => ({
        line,
        finding,
        visitedOn: visited_on,
        official,
        note,
        enteredAt: entered_at,
      })),
    effects: effects.rows
      .filter(({ list_id: id }) => id === row.list_id)
      .map(({ line, effect, docket }) => ({ line, effect, docket })),
  }))
}

interface ReturnRow {
  readonly list_id: number
  readonly line: number
  readonly finding: DoorFinding
  readonly visited_on: string
  readonly official: string
  readonly note: string
  readonly account_id: string
  readonly entered_at: Date
}

interface EffectRow {
  readonly list_id: number
  readonly line: number
  readonly effect: DoorEffect['kind']
  readonly action_id: number | null
  readonly docket: string | null
  readonly account_id: string
  readonly carried_out_at: Date
}

const returnFields = ({ entered_at: at, ...row }: ReturnRow) => ({ ...row, entered_at: at.toISOString() })
const effectFields = ({ carried_out_at: at, ...row }: EffectRow) => ({ ...row, carried_out_at: at.toISOString() })

/** A list for the door as the ledger knows it, with what was found and done. */
export async function doorRecord(db: Kysely<unknown>, id: number): Promise<RecordNow | undefined> {
  const lists = await sql<ListRow>`select * from rolls.door_list where list_id = ${id}`.execute(db)
  const [row] = lists.rows
  if (row === undefined) return undefined
  const returns = await sql<ReturnRow>`select * from rolls.door_return where list_id = ${id} order by line`.execute(db)
  const effects = await sql<EffectRow>`select * from rolls.door_effect where list_id = ${id} order by line`.execute(db)
  const { salt, made_at: madeAt, people, ...fields } = row
  const record = {
    ...fields,
    made_at: madeAt.toISOString(),
    people: people as unknown as JsonValue,
    returns: returns.rows.map(returnFields),
    effects: effects.rows.map(effectFields),
  }
  return { record: `rolls.door-list:${id}`, hash: hashRecord(record, salt) }
}
