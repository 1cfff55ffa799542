import { randomBytes } from 'node:crypto'
import type { JsonValue, LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { karachiDate } from '@intikhab/law'
import { sql, type Kysely } from 'kysely'
import { consequenceOf, type DoorConsequence, type DoorEffect } from '../../core/claims/door.ts'
import type { RollsActName } from '../../core/acts.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import type { RecordNow } from '../register/records.ts'
import { allOrNothing } from './all-or-nothing.ts'
import type { DoorReturns } from './claim-schemas.ts'
import type { Claims, ClaimsParts } from './claims.ts'
import { carryOutVisit, planVisit } from './door-effects.ts'
import { doorRecord, readLists, type DoorList } from './door-store.ts'
import { waiting } from './door-waiting.ts'
import { readNews } from './registry-news.ts'

/** Door-to-door verification: lists by electoral area, what was found, and what an officer makes of it. */
export interface Doors {
  /** Lists everybody of an area who waits for a visit. Refuses `unknown-area`, `nobody-to-visit`. */
  makeList(district: string, block: string, actor: LedgerActor): Promise<Outcome<number>>
  /** Refuses `unknown-door-list`. */
  get(district: string, id: number): Promise<Outcome<DoorList>>
  list(districts: readonly string[]): Promise<readonly DoorList[]>
  /**
   * Refuses `unknown-door-list`, `not-on-the-door-list`, `already-returned`, `no-card-to-compare`, and `notice-too-late` for
   * a day to come.
   */
  enterReturns(district: string, id: number, returns: DoorReturns, actor: LedgerActor): Promise<Outcome<void>>
  /** What an officer would make of each finding that nothing was made of yet, by line. */
  due(list: DoorList): Promise<readonly { readonly line: number; readonly will: DoorConsequence }[]>
  /** Draws the consequence of one visit: nothing follows by itself. Refuses `nothing-returned` and what a change refuses. */
  carryOut(district: string, id: number, line: number, actor: LedgerActor): Promise<Outcome<DoorEffect['kind']>>
}

export function createDoors(parts: ClaimsParts & { readonly claims: Claims }): Doors {
  const { database, ledger, now } = parts
  const db = () => database.tables<unknown>()

  async function enter(
    tx: Kysely<unknown>,
    id: number,
    act: RollsActName,
    actor: LedgerActor,
    detail: Readonly<Record<string, JsonValue>>,
    before: RecordNow | null,
  ) {
    const { record, hash } = (await doorRecord(tx, id)) ?? { record: '', hash: '' }
    const at = now().toISOString()
    await ledger.append(tx, [
      {
        system: 'rolls',
        act,
        subject: `door-list/${id}`,
        actor,
        madeAt: at,
        arrivedAt: at,
        changes: [{ record, before: before?.hash ?? null, after: hash }],
        detail,
      },
    ])
  }

  async function change<T>(
    district: string,
    id: number,
    act: (tx: Kysely<unknown>, list: DoorList) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    return allOrNothing(database, async (tx) => {
      const locked = await sql`
        select 1 from rolls.door_list where list_id = ${id} and district = ${district}`.execute(tx)
      await sql`select pg_advisory_xact_lock(hashtextextended('rolls door list', ${id}))`.execute(tx)
      const [list] = locked.rows.length === 0 ? [] : await readLists(tx, sql<boolean>`list_id = ${id}`)
      return list === undefined ? refuse(rollsRefusals['unknown-door-list'], { field: 'list' }) : act(tx, list)
    })
  }

  return {
    makeList: (district, block, actor) =>
      allOrNothing(database, async (tx) => {
        const area = await sql`select 1 from rolls.electoral_area
          where block = ${Number(block)} and district = ${district}`.execute(tx)
        if (area.rows.length === 0) return refuse(rollsRefusals['unknown-area'], { field: '/block' })
        // Two lists at once would both name everybody.
        await sql`select pg_advisory_xact_lock(hashtextextended('rolls door area', ${Number(block)}))`.execute(tx)
        const people = (await waiting(tx, block)).map(({ cnic, why, record }, n) => ({
          line: n + 1,
          cnic,
          why,
          record,
        }))
        if (people.length === 0) return refuse(rollsRefusals['nobody-to-visit'], { field: '/block' })
        const { rows } = await sql<{ list_id: number }>`
          insert into rolls.door_list (district, block, made_at, account_id, salt, people)
          values (${district}, ${Number(block)}, ${now()}, ${actor.id}, ${randomBytes(16)}, ${JSON.stringify(people)}::jsonb)
          returning list_id`.execute(tx)
        const id = rows[0]?.list_id ?? 0
        await enter(tx, id, 'door-list-made', actor, { people: people.length }, null)
        return accept(id)
      }),

    async get(district, id) {
      const [list] = await readLists(db(), sql<boolean>`list_id = ${id} and district = ${district}`)
      return list === undefined ? refuse(rollsRefusals['unknown-door-list'], { field: 'list' }) : accept(list)
    },

    list: (districts) => readLists(db(), sql<boolean>`district = any(${districts})`),

    enterReturns: (district, id, { official, visitedOn, returns }, actor) =>
      change(district, id, async (tx, list) => {
        if (visitedOn > karachiDate(now())) return refuse(rollsRefusals['notice-too-late'], { field: '/visitedOn' })
        const lines = new Map(list.people.map((person) => [person.line, person]))
        const told = await readNews(
          tx,
          list.people.flatMap(({ record }) => record ?? []),
        )
        const done = new Set(list.returns.map(({ line }) => line))
        const before = await doorRecord(tx, id)
        for (const { line, finding, note } of returns) {
          const detail = { detail: { line } }
          const person = lines.get(line)
          if (person === undefined) return refuse(rollsRefusals['not-on-the-door-list'], detail)
          if (done.has(line)) return refuse(rollsRefusals['already-returned'], detail)
          // Whoever is not on the roll yet has nothing but the card: found is found as it says.
          const hasCard = person.why !== 'to-verify' && told.get(person.record ?? 0)?.card != null
          if (finding === 'as-card' && !hasCard) return refuse(rollsRefusals['no-card-to-compare'], detail)
          done.add(line)
          await sql`insert into rolls.door_return (list_id, line, finding, visited_on, official, note, account_id, entered_at)
            values (${id}, ${line}, ${finding}, ${visitedOn}, ${official}, ${note}, ${actor.id}, ${now()})`.execute(tx)
        }
        await enter(tx, id, 'door-returned', actor, { people: returns.length }, before ?? null)
        return accept(undefined)
      }),

    async due({ district, people, returns, effects }) {
      const open = returns.filter(({ line }) => !effects.some((each) => each.line === line))
      return Promise.all(
        open.map(async ({ line, finding }) => {
          const person = people.find((each) => each.line === line)
          const planned = person === undefined ? undefined : await planVisit(parts, db(), district, person, finding)
          return { line, will: planned === undefined ? 'nothing' : consequenceOf(planned.effect) }
        }),
      )
    },

    carryOut: (district, id, line, actor) =>
      change(district, id, async (tx, list) => {
        const found = list.returns.find((each) => each.line === line)
        const person = list.people.find((each) => each.line === line)
        if (found === undefined || person === undefined || list.effects.some((each) => each.line === line))
          return refuse(rollsRefusals['nothing-returned'], { detail: { line } })
        const planned = await planVisit(parts, tx, district, person, found.finding)
        const { effect } = planned
        const before = await doorRecord(tx, id)
        const done = await carryOutVisit(parts, tx, planned, { district, id, line, actor })
        if (!done.ok) return done
        const { actionId, docket } = done.value
        await sql`insert into rolls.door_effect (list_id, line, effect, action_id, docket, account_id, carried_out_at)
          values (${id}, ${line}, ${effect.kind}, ${actionId}, ${docket}, ${actor.id}, ${now()})`.execute(tx)
        await enter(tx, id, 'door-carried-out', actor, { effect: effect.kind }, before ?? null)
        return accept(effect.kind)
      }),
  }
}
