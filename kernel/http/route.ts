import { Readable } from 'node:stream'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { z } from 'zod'
import type { Act } from '../identity/rights/acts.ts'
import type { Where } from '../identity/rights/person.ts'
import type { Caller, Headers } from './caller.ts'
import { httpRefusals } from './refusals.ts'

/** An answer that is not a JSON value: a page, a file, a redirect, or JSON with headers of its own. */
export class Raw {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly body: string | Uint8Array | Readable | null
  readonly etag: string | undefined

  constructor(answer: RawAnswer) {
    this.status = answer.status ?? 200
    this.headers = answer.headers ?? {}
    this.body = answer.body ?? null
    this.etag = answer.etag
  }
}

export interface RawAnswer {
  readonly status?: number
  /** Lower-case names. Set `content-type` yourself. */
  readonly headers?: Readonly<Record<string, string | string[]>>
  readonly body?: string | Uint8Array | Readable | null
  /** Strong validator without quotes, e.g. a SHA-256: a GET that already holds it is answered 304 without a body. */
  readonly etag?: string
}

/** Answers with bytes, a stream or a status of one's own. */
export function raw(answer: RawAnswer): Raw {
  return new Raw(answer)
}

/** A table that a browser saves as `<name>.csv`, and that nobody keeps on the way; what no file is called by is left out. */
export function csvFile(name: string, table: string | AsyncIterable<string>): Raw {
  return raw({
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name.replaceAll(/[^\w-]/g, '')}.csv"`,
      'cache-control': 'no-store',
    },
    body: typeof table === 'string' ? table : Readable.from(table, { objectMode: false }),
  })
}

/** What a handler gets: parsed input and who asks. */
export interface RouteInput<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly headers: Headers
  readonly caller: Caller
}

/** `public`; `signed-in` for any member of staff; otherwise an act of identity's table. */
type RouteAct = Act | 'public' | 'signed-in'

/** One address of the interface. */
export interface RouteDefinition<P, Q, B, R> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Fastify's notation: `/api/results/contests/:contest`, `/editions/*`. */
  readonly path: string
  /** Who may use it. There is no default: a route without an act does not compile. */
  readonly act: RouteAct
  /** One line for the interface's documentation. */
  readonly summary: string
  readonly tag: string
  readonly params?: z.ZodType<P>
  readonly query?: z.ZodType<Q>
  readonly body?: z.ZodType<B>
  /** Shape of the answer, for the documentation and for tests (`checkAnswers`); never run in production. */
  readonly response?: z.ZodType<R>
  /** Media types whose body arrives unread as a Buffer instead of JSON, e.g. `['text/csv']`; `body` then checks the Buffer. */
  readonly accepts?: readonly string[]
  /** A body of those media types arrives as a stream (`Readable`) and `bodyLimit` does not hold: the handler sets its own. */
  readonly streamed?: boolean
  /** Media type of a raw answer, for the documentation. */
  readonly produces?: string
  /** Largest body in bytes; 1 MiB where nothing is said. */
  readonly bodyLimit?: number
  /** Status of success; 200 where nothing is said, 204 when the value is undefined. */
  readonly status?: number | ((value: R) => number)
  /** Honour `Idempotency-Key`: the first answer is kept and given again. */
  readonly idempotent?: boolean
  /** Leave it out of the OpenAPI document (pages for people, static files). */
  readonly undocumented?: boolean
  /**
   * Where the act is done. Without it the act must be held nationally: forgetting to say the place can only refuse
   * too much. `anywhere`: held over some place; the handler narrows.
   */
  readonly scope?: ((input: RouteInput<P, Q, B>) => Where) | 'anywhere'
  handler(input: RouteInput<P, Q, B>): Promise<Outcome<R> | Raw>
}

type Unknown = RouteInput<unknown, unknown, unknown>

/** A route with its types sealed inside. */
export interface Route {
  readonly definition: Pick<
    RouteDefinition<unknown, unknown, unknown, unknown>,
    | 'method'
    | 'path'
    | 'act'
    | 'summary'
    | 'tag'
    | 'params'
    | 'query'
    | 'body'
    | 'response'
    | 'accepts'
    | 'streamed'
    | 'produces'
    | 'bodyLimit'
    | 'idempotent'
    | 'undocumented'
  >
  readonly placed: 'nationally' | 'by-input' | 'anywhere'
  /** Status of success for the documentation; 200 where it depends on the value. */
  readonly success: number
  /** Checks params, query and body against their schemas. */
  parse(input: Unknown): Outcome<Unknown>
  /** The place of a parsed input; only called where `placed` is `by-input`. */
  where(input: Unknown): Where
  answer(input: Unknown): Promise<Outcome<unknown> | Raw>
  statusOf(value: unknown): number
  /** For live streams: takes over the connection instead of answering. */
  readonly stream?: (input: Unknown, open: StreamOpener) => void
}

/** Opens the connection as a live stream: `send` writes to it, `onEnd` runs once when it is over. */
interface StreamOpener {
  (subscribe: (send: (event: StreamEvent) => void) => () => void): void
}

export interface StreamEvent {
  /** Comes back as `Last-Event-ID` when the browser connects again. */
  readonly id?: string
  readonly event?: string
  readonly data: unknown
}

function check<T>(schema: z.ZodType<T> | undefined, value: unknown, place: 'params' | 'query' | 'body'): Outcome<T> {
  // A route without a schema never reads the value: its type is then `undefined`.
  if (schema === undefined) return accept(undefined as T)
  const parsed = schema.safeParse(value)
  if (parsed.success) return accept(parsed.data)
  const issue = parsed.error.issues[0]
  const field = `/${(issue?.path ?? []).map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
  return refuse(httpRefusals['invalid-input'], {
    field,
    detail: { in: place, reason: (issue?.message ?? '').slice(0, 200) },
  })
}

/** Seals a route definition. Throws at once when the definition itself is wrong: no act, no summary, a path that does not start with `/`. */
export function route<P = undefined, Q = undefined, B = undefined, R = unknown>(d: RouteDefinition<P, Q, B, R>): Route {
  const named = `${d.method} ${d.path}`
  if (typeof d.act !== 'string' || (d.act as string) === '')
    throw new Error(`${named} names no act: nobody could say who may use it`)
  if (!d.path.startsWith('/')) throw new Error(`${named}: a path starts with /`)
  if (d.summary === '' || d.tag === '') throw new Error(`${named} has no summary or no tag`)
  if (d.method === 'GET' && (d.body !== undefined || d.idempotent === true))
    throw new Error(`${named}: reading has no body and repeats freely`)
  type Input = RouteInput<P, Q, B>
  const place = d.scope
  return {
    definition: d,
    placed: place === undefined ? 'nationally' : place === 'anywhere' ? 'anywhere' : 'by-input',
    success: typeof d.status === 'number' ? d.status : 200,
    parse(input) {
      const params = check(d.params, input.params, 'params')
      if (!params.ok) return params
      const query = check(d.query, input.query, 'query')
      if (!query.ok) return query
      const body = check(d.body, input.body, 'body')
      if (!body.ok) return body
      return accept({ ...input, params: params.value, query: query.value, body: body.value })
    },
    where: (input) => (typeof place === 'function' ? place(input as Input) : (place ?? { kind: 'national' })),
    answer: (input) => d.handler(input as Input),
    statusOf(value) {
      if (typeof d.status === 'function') return d.status(value as R)
      return d.status ?? (value === undefined ? 204 : 200)
    },
  }
}
