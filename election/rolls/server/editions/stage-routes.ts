import { proposedAnswer, type Approvals } from '@intikhab/kernel/approvals'
import type { EditionReader } from '@intikhab/kernel/editions'
import { actorOf, route, type Route } from '@intikhab/kernel/http'
import { accept, refuse } from '@intikhab/kernel/refusal'
import { findRulePack } from '@intikhab/law'
import { z } from 'zod'
import { descriptionPath, type ListDescription } from '../../core/editions/list-format.ts'
import { rollStages, stageAt, stepKinds } from '../../core/editions/stages.ts'
import { parseRollId, type RollId } from '../../core/identifiers.ts'
import { getPack } from '../../core/register/roll.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import type { Rolls } from '../register/rolls.ts'
import { listSeries } from './build-lists.ts'
import { centreRoutes } from './centre-routes.ts'
import { countCentres, listCentres, putCentre } from './display-centres.ts'
import { countUndecided, formsByCentre } from './display-forms.ts'
import { stageKind, stageSchema } from './stage-act.ts'
import { listSteps } from './stage-store.ts'
import type { CentreParts } from './write-centres.ts'

export interface StageRouteParts extends CentreParts {
  readonly rolls: Rolls
  readonly reader: Pick<EditionReader, 'latest' | 'edition'>
  readonly approvals: Pick<Approvals, 'propose'>
  /** How far an edition of the lists is that is being made; null where none is. */
  making(rollId: RollId): { readonly voters: number; readonly of: number } | null
}

const tag = 'rolls'
const code = z.string().min(1).max(60)
const byGender = z.object({ male: z.int(), female: z.int(), other: z.int() })
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const named = z.object({ en: z.string(), ur: z.string() })
const namedAnswer = z.object({
  rolls: z.array(z.object({ id: z.string(), name: named })),
})
/** The rolls by name. */
export type NamedRolls = z.infer<typeof namedAnswer>

const stageAnswer = z.object({
  stage: z.enum(rollStages),
  since: z.string().nullable(),
  until: z.string().nullable(),
  display: z.object({ from: z.string(), until: z.string() }).nullable(),
  isOtherwise: z.boolean(),
  objectionDays: z.int(),
  undecided: z.int().meta({ description: 'Forms 15, 16 and 17 without an order' }),
  centres: z.object({ centres: z.int(), areas: z.int(), covered: z.int() }),
  steps: z.array(
    z.object({
      number: z.int(),
      kind: z.enum(stepKinds),
      at: z.string(),
      from: z.string().nullable(),
      until: z.string().nullable(),
      orderReference: z.string().nullable(),
      reason: z.string(),
    }),
  ),
  making: z.object({ voters: z.int(), of: z.int() }).nullable(),
  editions: z.array(
    z.object({
      number: z.int(),
      madeAt: z.string(),
      sha256: z.string(),
      stage: z.enum(['preliminary', 'final']),
      areas: z.int(),
      voters: byGender,
    }),
  ),
})
/** Where a roll stands, as the screen shows it. */
export type StageAnswer = z.infer<typeof stageAnswer>

const centre = z.object({
  number: z.int(),
  district: z.string(),
  nameEn: z.string(),
  nameUr: z.string(),
  addressEn: z.string(),
  addressUr: z.string(),
  opensAt: z.string(),
  closesAt: z.string(),
  isClosed: z.boolean(),
  blocks: z.array(z.string()),
  received: z.int(),
  undecided: z.int(),
})
const centresAnswer = z.array(centre)
/** A display centre with how many forms it has received. */
export type ListedCentre = z.infer<typeof centre>

const line = z.string().trim().min(3).max(200)
const centreBody = z.strictObject({
  number: z.int().min(1).nullable(),
  nameEn: line,
  nameUr: line,
  addressEn: line,
  addressUr: line,
  opensAt: hour,
  closesAt: hour,
  isClosed: z.boolean(),
  blocks: z.array(z.string().regex(/^\d{9}$/)).max(2000),
})
/** A display centre as the form sends it. */
export type CentreBody = z.infer<typeof centreBody>

/** Editions shown, the newest first. */
const shownEditions = 20

/** The stages of a roll, its display centres, and the editions that were made of its lists. */
export function stageRoutes(parts: StageRouteParts): Route[] {
  const { database, rolls, reader, approvals, now, making } = parts
  const db = () => database.tables<unknown>()

  async function getRoll(text: string) {
    const id = parseRollId(text)
    return id === undefined ? refuse(rollsRefusals['unknown-roll'], { field: '/roll' }) : rolls.getRoll(id)
  }

  async function editionsOf(id: RollId): Promise<StageAnswer['editions']> {
    const newest = (await reader.latest(listSeries(id)))?.manifest.number ?? 0
    const numbers = Array.from({ length: Math.min(newest, shownEditions) }, (_, back) => newest - back)
    const found = await Promise.all(
      numbers.map(async (number) => {
        const edition = await reader.edition(listSeries(id), number)
        const description = await edition?.json<ListDescription>(descriptionPath)
        if (edition === undefined || description === undefined) return []
        const { stage, areas, voters } = description
        return [{ number, madeAt: edition.manifest.madeAt, sha256: edition.id, stage, areas, voters }]
      }),
    )
    return found.flat()
  }

  return [
    route({
      method: 'GET',
      path: '/api/rolls/stages',
      act: 'signed-in',
      tag,
      summary: 'The rolls by name',
      response: namedAnswer,
      async handler() {
        const named = (await rolls.store.listRolls()).map(({ id, nameEn: en, nameUr: ur }) => ({
          id,
          name: { en, ur },
        }))
        return accept({ rolls: named })
      },
    }),
    route({
      method: 'GET',
      path: '/api/rolls/:roll/stages',
      act: 'rolls.read',
      tag,
      summary: 'Where a roll stands, by which orders, and the editions of its lists',
      params: z.object({ roll: code }),
      scope: 'anywhere',
      response: stageAnswer,
      async handler({ params }) {
        const roll = await getRoll(params.roll)
        if (!roll.ok) return roll
        const { id } = roll.value
        const steps = await listSteps(db(), id)
        const { stage, since, until, display, isOtherwise } = stageAt(steps, now())
        return accept({
          stage,
          since: since?.toISOString() ?? null,
          until: until?.toISOString() ?? null,
          display,
          isOtherwise,
          objectionDays: getPack(roll.value, findRulePack).values.rolls.objectionDays.value,
          undecided: await countUndecided(db()),
          centres: await countCentres(db(), id),
          steps: steps.map(({ at, ...step }) => Object.assign(step, { at: at.toISOString() })),
          making: making(id),
          editions: await editionsOf(id),
        })
      },
    }),
    route({
      method: 'POST',
      path: '/api/rolls/:roll/stages',
      act: 'rolls.stage',
      tag,
      summary: 'Propose the next stage of a roll, an extension of its display, or a direction under s.49',
      params: z.object({ roll: code }),
      body: stageSchema,
      idempotent: true,
      status: 202,
      response: proposedAnswer,
      handler: ({ params, body, caller }) =>
        approvals.propose(stageKind, { rollId: params.roll, asked: body }, { caller, reason: body.reason }),
    }),
    route({
      method: 'GET',
      path: '/api/rolls/:roll/display-centres',
      act: 'rolls.read',
      tag,
      summary: 'The display centres of a roll with the forms that they received; of one district if it is named',
      params: z.object({ roll: code }),
      query: z.object({ district: code.optional() }),
      scope: 'anywhere',
      response: centresAnswer,
      async handler({ params, query }) {
        const roll = await getRoll(params.roll)
        if (!roll.ok) return roll
        const { id } = roll.value
        const round = (await listSteps(db(), id)).findLast(({ kind }) => kind === 'preliminary')
        const forms = await formsByCentre(db(), id, round?.at ?? new Date(0))
        return accept(
          (await listCentres(db(), id, query.district)).map(({ blocks, ...one }) =>
            Object.assign(one, { blocks: [...blocks] }, forms.get(one.number) ?? { received: 0, undecided: 0 }),
          ),
        )
      },
    }),
    route({
      method: 'POST',
      path: '/api/rolls/:roll/districts/:district/display-centres',
      act: 'rolls.centres',
      tag,
      summary: 'Enter a display centre, change it or give it up',
      params: z.object({ roll: code, district: code }),
      body: centreBody,
      scope: ({ params }) => ({ kind: 'district', code: params.district }),
      idempotent: true,
      response: z.object({ number: z.int() }),
      async handler({ params, body, caller }) {
        const roll = await getRoll(params.roll)
        if (!roll.ok) return roll
        const put = await putCentre(parts, roll.value.id, { ...body, district: params.district }, actorOf(caller))
        return put.ok ? accept({ number: put.value }) : put
      },
    }),
    ...centreRoutes({ ...parts, getRoll }),
  ]
}
