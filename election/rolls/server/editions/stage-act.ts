import { randomBytes } from 'node:crypto'
import type { WeightyAct } from '@intikhab/kernel/approvals'
import type { Database } from '@intikhab/kernel/database'
import { say } from '@intikhab/kernel/language'
import { hashReason, type ActApproval, type JsonValue, type Ledger } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { findRulePack, karachiInstant, parseLegalDate, type LegalDate } from '@intikhab/law'
import { sql, type Kysely } from 'kysely'
import { z } from 'zod'
import type { RollsActName } from '../../core/acts.ts'
import { stageNames, stageWords as words } from '../../core/editions/stage-words.ts'
import { checkStep, stageAt } from '../../core/editions/stages.ts'
import { parseRollId, type RollId } from '../../core/identifiers.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { freezesOf, getPack, type Roll } from '../../core/register/roll.ts'
import { createRollsStore } from '../register/store.ts'
import { countCentres } from './display-centres.ts'
import { stageRecord } from './records.ts'
import { listSteps, type OrderedStep } from './stage-store.ts'

const day = z.custom<LegalDate>((text) => typeof text === 'string' && parseLegalDate(text) !== undefined)
const reason = z.string().trim().min(10).max(2000)
const orderReference = z.string().trim().min(3).max(100)

/** A step of a roll, as the interface takes it. */
export const stageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('preliminary'), reason }),
  z.strictObject({ kind: z.literal('display'), from: day, until: day.describe('Last day, included'), reason }),
  z.strictObject({ kind: z.literal('extension'), until: day, orderReference, reason }),
  z.strictObject({ kind: z.literal('final'), reason }),
  z.strictObject({ kind: z.literal('direction'), orderReference, reason: reason.describe('Published with it (s.49)') }),
])

const payload = z.strictObject({ rollId: z.string().max(60), asked: stageSchema })
type Payload = z.infer<typeof payload>

/** Kind under which steps of a roll are proposed. */
export const stageKind = 'rolls.stage-step'

export interface StageParts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append'>
  readonly now: () => Date
  /** Forms 15, 16 and 17 of a roll's display that nobody has decided. */
  countUndecided(rollId: RollId): Promise<number>
  /** The newest edition of the lists of a roll. */
  newestList(rollId: RollId): Promise<{ readonly madeAt: string; readonly voters: number } | undefined>
  /** Has the lists frozen as an edition, in the transaction of the step: for a preliminary and for a final roll. */
  queueList(tx: Kysely<unknown>, rollId: RollId, approval: ActApproval): Promise<void>
  /** Publishes where the roll stands. It may be asked again for what is published already. */
  publish(rollId: RollId, approval: ActApproval): Promise<void>
}

/** The sections under which steps are ordered. */
const sections = {
  preliminary: 's.28',
  display: 's.29',
  extension: 's.29',
  final: 's.34',
  direction: 's.49',
} as const

interface Planned {
  readonly roll: Roll
  readonly steps: readonly OrderedStep[]
}

/** To take a roll to its next stage (ss.24, 28–34, 36), or to direct that it be prepared otherwise (s.49). */
export function stageAct(parts: StageParts): WeightyAct<Payload> {
  const { database, ledger, now } = parts

  async function plan(tx: Kysely<unknown>, { rollId, asked }: Payload): Promise<Outcome<Planned>> {
    const register = createRollsStore(tx)
    const id = parseRollId(rollId)
    const rolls = await register.listRolls()
    const roll = rolls.find((one) => one.id === id)
    if (roll === undefined) return refuse(rollsRefusals['unknown-roll'], { field: '/rollId' })
    const steps = await listSteps(tx, roll.id)
    const orders = await register.listFreezes()
    const checked = checkStep(asked, {
      steps,
      now: now(),
      objectionDays: getPack(roll, findRulePack).values.rolls.objectionDays.value,
      freezes: rolls.flatMap((one) => freezesOf(one, orders, getPack(one, findRulePack))).map(({ freeze }) => freeze),
      undecided: await parts.countUndecided(roll.id),
    })
    if (!checked.ok) return checked
    if (asked.kind === 'display' && !(await isFrozenAsEdition(roll.id, steps)))
      return refuse(rollsRefusals['no-list-edition'])
    return accept({ roll, steps })
  }

  /** What is displayed is the edition of the preliminary roll: without it there is nothing to look at. */
  async function isFrozenAsEdition(id: RollId, steps: readonly OrderedStep[]): Promise<boolean> {
    const { since } = stageAt(steps, now())
    const list = await parts.newestList(id)
    return list !== undefined && since !== null && new Date(list.madeAt) >= since
  }

  async function order(tx: Kysely<unknown>, { asked }: Payload, planned: Planned, approval: ActApproval) {
    const at = now().toISOString()
    const row = {
      roll_id: planned.roll.id,
      number: planned.steps.length + 1,
      kind: asked.kind,
      from_day: asked.kind === 'display' ? asked.from : null,
      until_day: asked.kind === 'display' || asked.kind === 'extension' ? asked.until : null,
      order_reference: asked.kind === 'extension' || asked.kind === 'direction' ? asked.orderReference : null,
      reason: asked.reason,
      reason_salt: randomBytes(16),
      account_id: approval.proposedBy.id,
      approval_id: approval.id,
      ordered_at: at,
    }
    const { record, hash } = stageRecord(row)
    const act: RollsActName = 'stage-ordered'
    const { number, kind, from_day: from, until_day: until } = row
    const [entryId = 0] = await ledger.append(tx, [
      {
        system: 'rolls',
        act,
        subject: `roll/${row.roll_id}`,
        actor: approval.proposedBy,
        madeAt: at,
        arrivedAt: at,
        section: sections[kind],
        reasonHash: hashReason(row.reason, row.reason_salt),
        approval,
        changes: [{ record, before: null, after: hash }],
        detail: { number, kind, from, until },
      },
    ])
    await sql`insert into rolls.stage (roll_id, number, kind, from_day, until_day, order_reference, reason, reason_salt,
        account_id, approval_id, entry_id, ordered_at)
      values (${row.roll_id}, ${number}, ${kind}, ${from}, ${until}, ${row.order_reference}, ${row.reason},
        ${row.reason_salt}, ${row.account_id}, ${row.approval_id}, ${entryId}, ${at})`.execute(tx)
    if (kind === 'preliminary' || kind === 'final') await parts.queueList(tx, planned.roll.id, approval)
    return entryId
  }

  return {
    kind: stageKind,
    act: 'rolls.stage',
    title: words.title,
    lapsesAfterHours: 72,
    payload,
    place: () => ({ kind: 'national' }),

    async preview(given) {
      const { asked } = given
      const planned = await plan(database.tables(), given)
      if (!planned.ok) return planned
      const { roll, steps } = planned.value
      const current = stageAt(steps, now())
      const centres = await countCentres(database.tables(), roll.id)
      const list = await parts.newestList(roll.id)
      const sentence = (language: 'en' | 'ur') =>
        say(language, words[asked.kind], {
          roll: language === 'en' ? roll.nameEn : roll.nameUr,
          from: asked.kind === 'display' ? karachiInstant(asked.from, 12) : new Date(0),
          until: 'until' in asked ? karachiInstant(asked.until, 12) : new Date(0),
        })
      const until = 'until' in asked ? asked.until : null
      return accept({
        subject: `roll/${roll.id}`,
        sentence: { en: sentence('en'), ur: sentence('ur') },
        counts: [
          { label: words.areas, before: null, after: centres.areas },
          { label: words.centres, before: null, after: centres.centres },
          { label: words.uncovered, before: null, after: centres.areas - centres.covered },
          { label: words.voters, before: list?.voters ?? null, after: null },
        ],
        differences: [
          ...(asked.kind === 'direction' || asked.kind === 'extension'
            ? [{ field: words.order, before: null, after: asked.orderReference }]
            : []),
          ...(asked.kind === 'preliminary' || asked.kind === 'final' || asked.kind === 'display'
            ? [{ field: words.stage, before: stageNames[current.stage], after: stageNames[asked.kind] }]
            : []),
          ...(until === null
            ? []
            : [{ field: words.lastDay, before: current.display?.until ?? null, after: until as string }]),
        ],
        section: sections[asked.kind],
      })
    },

    async carryOut(given, approval): Promise<Outcome<JsonValue>> {
      const done = await database.transaction(async (tx): Promise<Outcome<JsonValue>> => {
        // Two steps at once would get one number.
        await sql`select pg_advisory_xact_lock(hashtextextended('rolls stage', 0))`.execute(tx)
        const { rows } = await sql<{ entry_id: number }>`
          select entry_id from rolls.stage where approval_id = ${approval.id}`.execute(tx)
        const [before] = rows
        if (before !== undefined) return accept({ entryId: before.entry_id })
        const planned = await plan(tx, given)
        return planned.ok ? accept({ entryId: await order(tx, given, planned.value, approval) }) : planned
      })
      const rollId = parseRollId(given.rollId)
      // A direction is published immediately (s.49(2)), and so is everything else that voters must know.
      if (done.ok && rollId !== undefined) await parts.publish(rollId, approval)
      return done
    },
  }
}
