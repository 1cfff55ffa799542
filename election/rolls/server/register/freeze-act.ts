import { randomBytes } from 'node:crypto'
import type { WeightyAct } from '@intikhab/kernel/approvals'
import type { Database } from '@intikhab/kernel/database'
import { say } from '@intikhab/kernel/language'
import { hashReason, type ActApproval, type JsonValue, type Ledger } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { findRulePack, parseLegalDate, type RollFreeze } from '@intikhab/law'
import { sql, type Kysely } from 'kysely'
import { z } from 'zod'
import { freezeWords as words } from '../../core/register/freeze-words.ts'
import { parseRollId } from '../../core/identifiers.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { freezeByOrder, type Roll } from '../../core/register/roll.ts'
import { rollsAct } from './ledger-act.ts'
import { changeTo, freezeRecord, rollRecord } from './records.ts'
import { createRollsStore } from './store.ts'

const day = z.string().refine((text) => parseLegalDate(text) !== undefined)
const reason = z.string().trim().min(10).max(500)
const code = z.string().min(1).max(60)

/** An order to freeze a roll, as the interface takes it. */
export const freezeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('general'), day: day.describe('Day on which the term expires'), reason }),
  z.strictObject({
    kind: z.literal('by-election'),
    day: day.describe('Day on which the constituency was called upon to elect'),
    delimitationId: code,
    constituency: code,
    reason,
  }),
])

const payload = z.strictObject({ rollId: code, asked: freezeSchema })

type Payload = z.infer<typeof payload>

/** Kind under which freezes are proposed. */
export const freezeKind = 'rolls.freeze-roll'

export interface FreezeParts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append'>
  readonly now: () => Date
  /** Census blocks of a constituency in a delimitation; none where it is not known. */
  blocksOf(delimitationId: string, constituency: string): Promise<readonly string[]>
}

/** What an order would come to. */
interface Planned {
  readonly roll: Roll
  readonly freeze: RollFreeze
  readonly number: number
  readonly blocks: readonly string[]
  readonly areas: number
}

/** To freeze a roll under s.39: all of it before a term ends, or the areas of one constituency for a by-election. */
export function freezeAct(parts: FreezeParts): WeightyAct<Payload> {
  const { database, ledger, now, blocksOf } = parts

  async function plan(tx: Kysely<unknown>, { rollId, asked }: Payload): Promise<Outcome<Planned>> {
    const register = createRollsStore(tx)
    const id = parseRollId(rollId)
    const roll = (await register.listRolls()).find((one) => one.id === id)
    const pack = roll === undefined ? undefined : findRulePack(roll.rulePack)
    if (roll === undefined || pack === undefined) return refuse(rollsRefusals['unknown-roll'], { field: '/rollId' })
    if (roll.resultsAnnouncedAt !== null) return refuse(rollsRefusals['results-announced'])
    const constituency = asked.kind === 'by-election' ? asked.constituency : null
    const before = (await register.listFreezes()).filter((order) => order.rollId === roll.id)
    const isThere = before.some((order) => order.kind === asked.kind && order.constituency === constituency)
    if (isThere) return refuse(rollsRefusals['already-frozen'])
    if (asked.kind === 'general' && roll.termEndsOn !== null && roll.termEndsOn !== asked.day)
      return refuse(rollsRefusals['another-term'], { field: '/day', detail: { termEndsOn: roll.termEndsOn } })
    const known = new Set<string>((await register.areas()).map(({ block }) => block))
    const blocks =
      asked.kind === 'general'
        ? []
        : (await blocksOf(asked.delimitationId, asked.constituency)).filter((block) => known.has(block))
    if (asked.kind === 'by-election' && blocks.length === 0)
      return refuse(rollsRefusals['unknown-seat'], { field: '/constituency' })
    const freeze = freezeByOrder(asked, roll, pack)
    const areas = asked.kind === 'general' ? known.size : blocks.length
    return accept({ roll, freeze, number: before.length + 1, blocks, areas })
  }

  async function order(tx: Kysely<unknown>, given: Payload, planned: Planned, approval: ActApproval): Promise<number> {
    const { asked } = given
    const { roll, freeze, number, blocks } = planned
    const at = now().toISOString()
    const byElection = asked.kind === 'by-election' ? asked : { delimitationId: null, constituency: null }
    const row = {
      roll_id: roll.id,
      number,
      kind: asked.kind,
      day: asked.day,
      delimitation_id: byElection.delimitationId,
      constituency: byElection.constituency,
      blocks: blocks.map(Number),
      reason: asked.reason,
      reason_salt: randomBytes(16),
      account_id: approval.proposedBy.id,
      approval_id: approval.id,
      ordered_at: at,
    }
    const changes = [changeTo(freezeRecord(row))]
    if (asked.kind === 'general' && roll.termEndsOn === null) {
      await createRollsStore(tx).setTermEnds(roll.id, asked.day)
      changes.push(changeTo(rollRecord({ ...roll, termEndsOn: asked.day }), rollRecord(roll)))
    }
    const { kind, constituency } = row
    const [entryId = 0] = await ledger.append(tx, [
      rollsAct('roll-frozen', at, {
        subject: `roll/${roll.id}`,
        actor: approval.proposedBy,
        section: freeze.section,
        reasonHash: hashReason(row.reason, row.reason_salt),
        approval,
        changes,
        detail: { number, kind, day: row.day, constituency, from: freeze.from.toISOString() },
      }),
    ])
    await sql`insert into rolls.freeze (roll_id, number, kind, day, delimitation_id, constituency, blocks, reason,
        reason_salt, account_id, approval_id, entry_id, ordered_at)
      values (${row.roll_id}, ${number}, ${kind}, ${row.day}, ${row.delimitation_id}, ${constituency}, ${row.blocks},
        ${row.reason}, ${row.reason_salt}, ${row.account_id}, ${row.approval_id}, ${entryId}, ${at})`.execute(tx)
    return entryId
  }

  return {
    kind: freezeKind,
    act: 'rolls.freeze',
    title: words.title,
    lapsesAfterHours: 72,
    payload,
    place: () => ({ kind: 'national' }),

    async preview(given) {
      const planned = await plan(database.tables(), given)
      if (!planned.ok) return planned
      const { roll, freeze, areas } = planned.value
      const { asked } = given
      const text = asked.kind === 'general' ? words.all : words.constituency
      const sentence = (language: 'en' | 'ur') =>
        say(language, text, {
          roll: language === 'en' ? roll.nameEn : roll.nameUr,
          from: freeze.from,
          constituency: asked.kind === 'general' ? '' : asked.constituency,
        })
      const from = freeze.from.toISOString()
      return accept({
        subject: `roll/${roll.id}`,
        sentence: { en: sentence('en'), ur: sentence('ur') },
        counts: [{ label: words.areas, before: 0, after: areas }],
        differences: [
          { field: words.frozenFrom, before: null, after: from },
          ...(asked.kind === 'general' && roll.termEndsOn === null
            ? [{ field: words.termEnds, before: null, after: asked.day }]
            : []),
        ],
        section: freeze.section,
      })
    },

    async carryOut(given, approval): Promise<Outcome<JsonValue>> {
      return database.transaction(async (tx): Promise<Outcome<JsonValue>> => {
        // Two orders at once would get one number.
        await sql`select pg_advisory_xact_lock(hashtextextended('rolls freeze', 0))`.execute(tx)
        const { rows } = await sql<{ entry_id: number }>`
          select entry_id from rolls.freeze where approval_id = ${approval.id}`.execute(tx)
        const [done] = rows
        if (done !== undefined) return accept({ entryId: done.entry_id })
        const planned = await plan(tx, given)
        return planned.ok ? accept({ entryId: await order(tx, given, planned.value, approval) }) : planned
      })
    },
  }
}
