import { randomBytes } from 'node:crypto'
import type { JsonValue, LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { karachiDate } from '@intikhab/law'
import { sql, type Kysely } from 'kysely'
import { doorEffect, type DoorEffect } from '../../core/claims/door.ts'
import type { RollsActName } from '../../core/acts.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import type { Voter } from '../../core/register/voter.ts'
import type { RecordNow } from '../register/records.ts'
import { allOrNothing } from './all-or-nothing.ts'
import type { DoorReturns } from './claim-schemas.ts'
import type { Claims, ClaimsParts } from './claims.ts'
import { doorRecord, readLists, waiting, type DoorList } from './door-store.ts'

/** Door-to-door verification: lists by electoral area, what was found, and what an officer makes of it. */
export interface Doors {
  /** Lists everybody of an area who waits for a visit. Refuses `unknown-area`, `nobody-to-visit`. */
  makeList(district: string, block: string, actor: LedgerActor): Promise<Outcome<number>>
  /** Refuses `unknown-door-list`. */
  get(district: string, id: number): Promise<Outcome<DoorList>>
  list(districts: readonly string[]): Promise<readonly DoorList[]>
  /** Refuses `unknown-door-list`, `not-on-the-door-list`, `already-returned`, `notice-too-late` for a day to come. */
  enterReturns(district: string, id: number, returns: DoorReturns, actor: LedgerActor): Promise<Outcome<void>>
  /** Draws the consequence of one visit: nothing follows by itself. Refuses `nothing-returned` and what a change refuses. */
  carryOut(district: string, id: number, line: number, actor: LedgerActor): Promise<Outcome<DoorEffect['kind']>>
}

export function createDoors(parts: ClaimsParts & { readonly claims: Claims }): Doors {
  const { database, ledger, now, rolls, claims } = parts
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
        const people = (await waiting(tx, block)).map(({ cnic, why }, n) => ({ line: n + 1, cnic, why }))
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
        const lines = new Set(list.people.map(({ line }) => line))
        const done = new Set(list.returns.map(({ line }) => line))
        const before = await doorRecord(tx, id)
        for (const { line, finding, note } of returns) {
          const detail = { detail: { line } }
          if (!lines.has(line)) return refuse(rollsRefusals['not-on-the-door-list'], detail)
          if (done.has(line)) return refuse(rollsRefusals['already-returned'], detail)
          done.add(line)
          await sql`insert into rolls.door_return (list_id, line, finding, visited_on, official, note, account_id, entered_at)
            values (${id}, ${line}, ${finding}, ${visitedOn}, ${official}, ${note}, ${actor.id}, ${now()})`.execute(tx)
        }
        await enter(tx, id, 'door-returned', actor, { people: returns.length }, before ?? null)
        return accept(undefined)
      }),

    carryOut: (district, id, line, actor) =>
      change(district, id, async (tx, list) => {
        const found = list.returns.find((each) => each.line === line)
        const person = list.people.find((each) => each.line === line)
        if (found === undefined || person === undefined || list.effects.some((each) => each.line === line))
          return refuse(rollsRefusals['nothing-returned'], { detail: { line } })
        const voter = await rolls.store.findVoter(person.cnic)
        const effect: DoorEffect = voter === undefined ? { kind: 'nothing' } : doorEffect(voter, found.finding)
        const before = await doorRecord(tx, id)
        const done =
          voter === undefined ? accept(noTrace) : await carry(tx, voter, effect, { district, id, line, actor })
        if (!done.ok) return done
        const { actionId, docket } = done.value
        await sql`insert into rolls.door_effect (list_id, line, effect, action_id, docket, account_id, carried_out_at)
          values (${id}, ${line}, ${effect.kind}, ${actionId}, ${docket}, ${actor.id}, ${now()})`.execute(tx)
        await enter(tx, id, 'door-carried-out', actor, { effect: effect.kind }, before ?? null)
        return accept(effect.kind)
      }),
  }

  async function carry(
    tx: Kysely<unknown>,
    voter: Voter,
    effect: DoorEffect,
    { district, id, line, actor }: { district: string; id: number; line: number; actor: LedgerActor },
  ): Promise<Outcome<{ actionId: number | null; docket: string | null }>> {
    if (effect.kind === 'nothing') return accept(noTrace)
    if (effect.kind === 'change') {
      const { pack } = await parts.law()
      const section = pack.values.rolls.orderSection.value
      const done = await rolls.change(voter.cnic, effect.change, { actor, cause: `door:${id}/${line}`, section }, tx)
      return done.ok ? accept({ actionId: done.value.actionId, docket: null }) : done
    }
    const { entry, gender, nameUr } = voter
    if (entry === null) return accept(noTrace)
    const content = {
      purpose: 'objection',
      ground: effect.ground,
      block: entry.block,
      gender,
      serial: entry.serial,
      name: nameUr,
      statement: '',
    } as const
    const opened = await claims.lodge({ district, source: 'door', claimant: null, content, actor }, tx)
    return opened.ok ? accept({ actionId: null, docket: opened.value.claim.docket }) : opened
  }
}

const noTrace = { actionId: null, docket: null }
