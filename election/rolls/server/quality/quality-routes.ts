import { actorOf, csvFile, route, type Route } from '@intikhab/kernel/http'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import type { Cnic } from '../../core/identifiers.ts'
import { mayDecide, suspicionDecisions } from '../../core/quality/decision.ts'
import { suspicionKinds, tellReason } from '../../core/quality/suspicion.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { showPlace, shownVoter, showVoter, text } from '../register/shown-voter.ts'
import type { VoterHandles } from '../register/voter-handle.ts'
import type { Quality, QualityParts } from './quality.ts'
import { latestRun, type QualityRun } from './quality-runs.ts'
import { listReopenings, type Reopening } from './reopenings.ts'
import { countOpen, countSuspicions, findSuspicion, listSuspicions, type KeptSuspicion } from './suspicion-store.ts'
import { suspicionTable } from './suspicion-table.ts'

const kind = z.enum(suspicionKinds)
const decision = z.enum(suspicionDecisions)
const reasonField = z.string().trim().min(3).max(1000)
const listed = z.object({ kind: kind.optional(), state: z.enum(['open', 'decided']).default('open') })

const suspicion = z.object({
  id: z.int(),
  kind,
  score: z.number().meta({ description: 'From 0 to 1; for two cards the chance that they are one person’s' }),
  reasons: z.array(text),
  people: z.int(),
  isAcrossDistricts: z.boolean(),
  foundAt: z.string(),
  decided: z
    .object({ decision, at: z.string(), by: z.string(), reason: z.string(), dockets: z.array(z.string()) })
    .nullable(),
})

const run = z
  .object({
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    progress: z.number(),
    askedAt: z.string(),
    finishedAt: z.string().nullable(),
    cards: z.int().nullable(),
  })
  .nullable()

const listAnswer = z.object({
  run: run.meta({ description: 'The latest look through the whole register' }),
  open: z.record(z.string(), z.int()).meta({ description: 'How many of each kind are open in the district' }),
  all: z.int().meta({ description: 'How many there are of those asked for; the first hundred are listed' }),
  suspicions: z.array(suspicion),
})

const card = shownVoter.extend({
  handle: z.string().nullable().meta({ description: 'Null for a voter of another district' }),
  dateOfBirth: z.string(),
  permanentUr: z.string(),
  area: text.nullable(),
  district: text.nullable(),
})

const past = z.object({
  decision,
  at: z.string(),
  by: z.string(),
  reason: z.string(),
  dockets: z.array(z.string()),
  reopened: z.object({ at: z.string(), by: z.string(), reason: z.string() }),
})

const oneAnswer = suspicion.extend({
  cards: z.array(card),
  mayDecide: z.array(decision),
  past: z.array(past).meta({ description: 'Decisions that were taken back, the first first' }),
})

/** The suspicions of a district, as its officer works through them. */
export type SuspicionList = z.infer<typeof listAnswer>
/** A suspicion with the cards side by side. */
export type SuspicionAnswer = z.infer<typeof oneAnswer>

export interface QualityRouteParts extends Pick<QualityParts, 'database' | 'rolls'> {
  readonly quality: Quality
  readonly handles: VoterHandles
}

/** Faults that are suspected of the roll: lists, cards side by side, decisions, and looking through it anew. */
export function qualityRoutes(parts: QualityRouteParts): Route[] {
  const { database, quality, handles } = parts
  const db = database.tables<unknown>()
  const params = z.object({
    district: z.string().max(60),
    id: z.coerce
      .number()
      .int()
      .min(1)
      .max(2 ** 53 - 1),
  })
  const base = {
    act: 'rolls.quality',
    tag: 'rolls',
    scope: (input: { readonly params: { readonly district: string } }) =>
      ({ kind: 'district', code: input.params.district }) as const,
  } as const

  return [
    route({
      ...base,
      method: 'GET',
      path: '/api/rolls/districts/:district/suspicions',
      summary: 'What is suspected of the roll of a district: open ones, the most probable first, or decided ones',
      params: params.pick({ district: true }),
      query: listed,
      response: listAnswer,
      async handler({ params: { district }, query }) {
        const filter = { kind: query.kind, isDecided: query.state === 'decided' }
        const suspicions = await listSuspicions(db, district, filter)
        return accept({
          run: showRun(await latestRun(db)),
          open: await countOpen(db, district),
          all: await countSuspicions(db, district, filter),
          suspicions: suspicions.map(shown),
        })
      },
    }),
    route({
      ...base,
      method: 'GET',
      path: '/api/rolls/districts/:district/suspicions.csv',
      summary: 'Every suspicion of a district, open or decided, as CSV with the reasons in words; CNICs are masked',
      params: params.pick({ district: true }),
      query: listed,
      produces: 'text/csv',
      handler: async ({ params: { district }, query }) =>
        csvFile(
          `suspicions-${query.state}`,
          suspicionTable(db, district, { kind: query.kind, isDecided: query.state === 'decided' }),
        ),
    }),
    route({
      ...base,
      method: 'GET',
      path: '/api/rolls/districts/:district/suspicions/:id',
      summary: 'A suspicion with its cards side by side; CNICs are masked',
      params,
      response: oneAnswer,
      async handler({ params: { district, id } }): Promise<Outcome<SuspicionAnswer>> {
        const kept = await findSuspicion(db, district, id)
        return kept === undefined ? refuse(rollsRefusals['unknown-suspicion']) : accept(await withCards(kept, district))
      },
    }),
    route({
      ...base,
      method: 'POST',
      path: '/api/rolls/districts/:district/suspicions/:id/decision',
      summary: 'Decide a suspicion; an objection is opened with a hearing, nobody is struck off by this',
      params,
      body: z.object({
        decision,
        voters: z.array(z.string().max(80)).max(40).default([]).meta({ description: 'Handles of those objected to' }),
        reason: reasonField,
      }),
      idempotent: true,
      response: suspicion,
      async handler({ params: { district, id }, body, caller }) {
        const voters = body.voters.map((handle) => handles.cnicOf(handle))
        const known = voters.filter((cnic) => cnic !== undefined)
        if (known.length < voters.length) return refuse(rollsRefusals['suspicion-other-voter'], { field: '/voters' })
        const decided = await quality.decide(district, id, { ...body, voters: known }, actorOf(caller))
        return decided.ok ? accept(shown(decided.value)) : decided
      },
    }),
    route({
      ...base,
      method: 'POST',
      path: '/api/rolls/districts/:district/suspicions/:id/reopening',
      summary: 'Take a decision on a suspicion back, with a reason, so that it is decided anew',
      params,
      body: z.object({ reason: reasonField }),
      idempotent: true,
      response: suspicion,
      async handler({ params: { district, id }, body, caller }) {
        const open = await quality.reopen(district, id, body.reason, actorOf(caller))
        return open.ok ? accept(shown(open.value)) : open
      },
    }),
    route({
      method: 'POST',
      path: '/api/rolls/quality-runs',
      act: 'rolls.quality',
      tag: 'rolls',
      summary: 'Look the whole register through for faults, in the background',
      status: 202,
      response: z.object({ runId: z.int() }),
      handler: ({ caller }) => quality.ask(actorOf(caller)),
    }),
  ]

  async function withCards(kept: KeptSuspicion, district: string): Promise<SuspicionAnswer> {
    const { store } = parts.rolls
    const districts = new Map((await store.districts()).map((each) => [each.code, each]))
    const found = await Promise.all(kept.cnics.slice(0, 80).map((cnic) => store.findVoter(String(cnic) as Cnic)))
    const cards = await Promise.all(
      found
        .filter((voter) => voter !== undefined)
        .map(async (voter) => {
          const { cnic, dateOfBirth, entry, addresses } = voter
          const area = entry === null ? undefined : await store.findArea(entry.block)
          return Object.assign(showVoter(voter), {
            handle: area?.district === district ? handles.handleOf(cnic) : null,
            dateOfBirth,
            permanentUr: addresses.permanent.textUr,
            area: showPlace(area),
            district: showPlace(districts.get(area?.district ?? '')),
          })
        }),
    )
    const past = (await listReopenings(db, kept.suspicion_id)).map(toldReopening)
    return { ...shown(kept), cards, mayDecide: [...mayDecide(kept.kind)], past }
  }
}

function toldReopening(reopening: Reopening): SuspicionAnswer['past'][number] {
  const { decision: made, decided_at, decided_by: by, decided_for: reason, dockets } = reopening
  const reopened = {
    at: reopening.reopened_at.toISOString(),
    by: reopening.account_id,
    reason: reopening.reason,
  }
  return { decision: made, at: decided_at.toISOString(), by, reason, dockets: [...dockets], reopened }
}

function showRun(run: QualityRun | undefined): SuspicionList['run'] {
  if (run === undefined) return null
  const { state, progress, asked_at: askedAt, finished_at: finishedAt, cards } = run
  return { state, progress, askedAt: askedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null, cards }
}

function shown(kept: KeptSuspicion): SuspicionList['suspicions'][number] {
  const { decision: made, decided_at: at, account_id: by, reason } = kept
  return {
    id: kept.suspicion_id,
    kind: kept.kind,
    score: kept.score,
    reasons: kept.reasons.map((why) => ({ en: tellReason(why, 'en'), ur: tellReason(why, 'ur') })),
    people: kept.cnics.length,
    isAcrossDistricts: kept.districts.length > 1,
    foundAt: kept.found_at.toISOString(),
    decided:
      made === null || at === null || by === null || reason === null
        ? null
        : { decision: made, at: at.toISOString(), by, reason, dockets: [...(kept.dockets ?? [])] },
  }
}
