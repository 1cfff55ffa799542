import { z } from 'zod'
import { raw, route, type Raw, type Route } from '@intikhab/kernel/http'
import { refuse } from '@intikhab/kernel/refusal'
import type { Ledger } from './ledger.ts'
import { joinNotes } from './note-list.ts'
import { ledgerRefusals as kinds } from './refusals.ts'
import type { Witnesses } from './witnesses.ts'

const size = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})$/)
  .transform(Number)

/** Published checkpoints in one answer. */
const mostAtOnce = 1000
/** A checkpoint with sixteen signatures is a tenth of it. */
const longestNote = 16_384

const state = z.object({
  name: z.string(),
  key: z.string(),
  size: z.int().nullable(),
  at: z.string().nullable(),
  waitingSince: z.string().nullable(),
  isLate: z.boolean(),
  refusedWith: z.int().nullable(),
})

/** How the witnesses stand, as `/api/ledger` says it. */
export const witnessesShape = z.object({
  /** Size of the newest published checkpoint, and of the newest that enough witnesses have cosigned. */
  published: z.int().nullable(),
  quorum: z.int().nullable(),
  witnesses: z.array(state),
})

export function witnessesNow(ledger: Ledger, witnesses: Witnesses): z.infer<typeof witnessesShape> {
  return {
    published: ledger.published.latestSize() ?? null,
    quorum: witnesses.quorumSize(),
    witnesses: witnesses.states(),
  }
}

function text(body: string): Raw {
  return raw({
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
    },
    body,
  })
}

/** The addresses at which published checkpoints are read, and at which witnesses hand in their cosignatures. */
export function witnessRoutes(ledger: Ledger, witnesses: Witnesses): Route[] {
  const { published } = ledger
  const read = { method: 'GET', act: 'public', tag: 'ledger', produces: 'text/plain' } as const
  const find = (wanted: number | undefined): string | undefined =>
    wanted === undefined ? undefined : published.find(wanted)
  return [
    route({
      ...read,
      path: '/ledger/checkpoints',
      summary: `Published checkpoints with their cosignatures, an empty line between, at most ${mostAtOnce} of \`from\` entries and more`,
      query: z.object({ from: size.optional(), limit: size.optional() }),
      async handler({ query: { from = 0, limit = mostAtOnce } }) {
        const notes = published.sizes(from, Math.min(limit, mostAtOnce)).map((each) => published.find(each))
        return text(joinNotes(notes.filter((note) => note !== undefined)))
      },
    }),
    route({
      ...read,
      path: '/ledger/checkpoints/latest',
      summary: 'The newest published checkpoint with its cosignatures',
      async handler() {
        const note = find(published.latestSize())
        return note === undefined ? refuse(kinds['no-checkpoint']) : text(note)
      },
    }),
    route({
      ...read,
      path: '/ledger/checkpoints/:size',
      summary: 'The published checkpoint of so many entries with its cosignatures',
      params: z.object({ size }),
      async handler({ params }) {
        const note = find(params.size)
        return note === undefined ? refuse(kinds['no-file'], { field: 'size' }) : text(note)
      },
    }),
    route({
      method: 'POST',
      path: '/ledger/cosignatures',
      act: 'public',
      tag: 'ledger',
      summary:
        'A witness that cannot be reached from here hands in a checkpoint that we published, with its cosignature',
      accepts: ['text/plain'],
      bodyLimit: longestNote,
      body: z.instanceof(Buffer),
      response: z.object({ size: z.int(), added: z.int() }),
      handler: ({ body }) => Promise.resolve(witnesses.take(body.toString())),
    }),
  ]
}
