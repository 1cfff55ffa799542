import { proposedAnswer, type Approvals } from '@intikhab/kernel/approvals'
import { actorOf, problemOf, raw, route, type Raw, type Route } from '@intikhab/kernel/http'
import { accept } from '@intikhab/kernel/refusal'
import { streamSource } from '@intikhab/kernel/tables'
import { findRulePack } from '@intikhab/law'
import { z } from 'zod'
import { freezesOf, getPack } from '../core/register/roll.ts'
import { freezeKind, freezeSchema } from './register/freeze-act.ts'
import type { VoterImport } from './register/import-voters.ts'
import type { Rolls } from './register/rolls.ts'
import { feedColumns, readVoterFeed } from './register/voter-feed.ts'

/** Largest feed over HTTP: about 300,000 voters. Larger ones are imported with the command, from a file. */
const feedLimit = 64 * 1024 * 1024

/** An imported feed, or the problem document with the whole report of what is wrong with the file. */
function leave(done: VoterImport): Raw {
  const headers = { 'cache-control': 'no-store' }
  if (done.ok)
    return raw({
      headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ imported: done.imported }),
    })
  const problem = problemOf(done.refusal)
  return raw({
    status: problem.status,
    headers: { ...headers, 'content-type': 'application/problem+json; charset=utf-8' },
    body: JSON.stringify({ ...problem, report: done.report }),
  })
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

const rollsAnswer = z.array(
  z.object({
    id: z.string(),
    name: z.object({ en: z.string(), ur: z.string() }),
    rulePack: z.string(),
    qualifyingDate: z.string(),
    termEndsOn: z.string().nullable(),
    resultsAnnouncedAt: z.string().nullable(),
    freezes: z.array(
      z.object({
        constituency: z.string().nullable(),
        from: z.string(),
        section: z.string(),
        orderedAt: z.string().nullable().meta({ description: 'Null for the freeze that the law makes by itself' }),
      }),
    ),
  }),
)

/** One roll with its freezes, as the screen lists it. */
export type ListedRoll = z.infer<typeof rollsAnswer>[number]

/** What staff do to the rolls over HTTP. */
export function rollsRoutes(rolls: Rolls, approvals: Pick<Approvals, 'propose'>): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/rolls',
      act: 'rolls.read',
      scope: 'anywhere',
      tag: 'rolls',
      summary: 'The rolls, and by what each is frozen',
      response: rollsAnswer,
      handler: async () => accept(await listRolls(rolls)),
    }),
    route({
      method: 'POST',
      path: '/api/rolls/:roll/freezes',
      act: 'rolls.freeze',
      tag: 'rolls',
      summary: 'Propose to freeze a roll before a term ends, or the areas of one constituency for a by-election',
      params: z.object({ roll: z.string().max(60) }),
      body: freezeSchema,
      idempotent: true,
      status: 202,
      response: proposedAnswer,
      handler: ({ params, body, caller }) =>
        approvals.propose(freezeKind, { rollId: params.roll, asked: body }, { caller, reason: body.reason }),
    }),
    route({
      method: 'POST',
      path: '/api/rolls/feeds/:name',
      act: 'import.run',
      tag: 'rolls',
      summary: `Take in a feed of the civil registry, all of it or nothing. CSV: ${Object.keys(feedColumns).join(', ')}`,
      params: z.object({ name: z.string().regex(/^[\w.-]{1,80}$/) }),
      accepts: ['text/csv'],
      body: z.instanceof(Buffer),
      bodyLimit: feedLimit,
      async handler({ params, body, caller }) {
        const reading = await readVoterFeed(streamSource(params.name, oneChunk(body)))
        if (!reading.ok) return leave(reading)
        return leave(await rolls.importFeed(reading.feed, { actor: actorOf(caller) }))
      },
    }),
  ]
}

async function listRolls({ store }: Rolls): Promise<ListedRoll[]> {
  const orders = await store.listFreezes()
  return (await store.listRolls()).map((roll) => ({
    id: roll.id,
    name: { en: roll.nameEn, ur: roll.nameUr },
    rulePack: roll.rulePack,
    qualifyingDate: roll.qualifyingDate,
    termEndsOn: roll.termEndsOn,
    resultsAnnouncedAt: roll.resultsAnnouncedAt?.toISOString() ?? null,
    freezes: freezesOf(roll, orders, getPack(roll, findRulePack)).map(({ freeze, order }) => ({
      constituency: order?.constituency ?? null,
      from: freeze.from.toISOString(),
      section: freeze.section,
      orderedAt: order?.orderedAt.toISOString() ?? null,
    })),
  }))
}
