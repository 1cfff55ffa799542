import { hashRecord, type JsonValue } from '@intikhab/kernel/ledger'
import { sql, type Kysely } from 'kysely'
import type { DoorEffect, DoorFinding } from '../../core/claims/door.ts'
import type { RecordNow } from '../register/records.ts'
import { blockCode } from '../register/voter-row.ts'
import type { WaitingPerson } from './door-waiting.ts'

/** Somebody on a list for the door. */
type DoorPerson = WaitingPerson & {
  /** 1 first. */
  readonly line: number
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
    /** District whose officer hears the objection. */
    readonly heardIn: string | null
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

export async function readLists(
  db: Kysely<unknown>,
  where: ReturnType<typeof sql<boolean>>,
): Promise<readonly DoorList[]> {
  const lists = await sql<ListRow>`select * from rolls.door_list where ${where} order by list_id desc`.execute(db)
  const ids = lists.rows.map(({ list_id: id }) => id)
  const returns = await sql<ReturnRow>`
    select * from rolls.door_return where list_id = any(${ids}) order by list_id, line`.execute(db)
  const effects = await sql<EffectRow & { readonly heard_in: string | null }>`
    select e.*, c.district as heard_in from rolls.door_effect e left join rolls.claim c using (docket)
    where list_id = any(${ids}) order by list_id, line`.execute(db)
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
      .map(({ line, effect, docket, heard_in: heardIn }) => ({ line, effect, docket, heardIn })),
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
