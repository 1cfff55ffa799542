import { CannotStart } from '@intikhab/kernel/database'
import type { Refusal } from '@intikhab/kernel/refusal'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { admitCaller, admitInput, type Admitted, type Gate } from './admission.ts'
import { sendProblem, sendRaw, sendWords, wordsOf } from './answer.ts'
import { apiPages } from './api-pages.ts'
import { openStreams } from './event-stream.ts'
import { refusalOf } from './failure.ts'
import type { IdempotencyStore } from './idempotency.ts'
import { answerOnce } from './once.ts'
import { openApiDocument } from './openapi.ts'
import { bugProblem, problemOf } from './problem.ts'
import { httpRefusals } from './refusals.ts'
import { createRefusalLimit, isTelling } from './refusal-limit.ts'
import { Raw, type Route } from './route.ts'
import { headersFor } from './security-headers.ts'
import { remember, watchDoor, type DoorEvent } from './watch.ts'

export interface HttpConfiguration extends Gate {
  /** Version of the interface, shown in its description. */
  readonly version: string
  /** Every act that exists; a route that names another is refused at registration. */
  readonly acts?: ReadonlySet<string>
  readonly idempotencyStore: IdempotencyStore
  /** Gets every bug, with the `instance` that its caller was told. */
  readonly log?: (entry: { readonly instance: string; readonly route: string; readonly error: unknown }) => void
  /** Told of every refusal, every act of staff and every attempt to come in, after the answer has left. */
  readonly watch?: (event: DoorEvent) => void
  /** Believe `X-Forwarded-*` of a proxy in front; `false` where nothing is said. */
  readonly trustProxy?: boolean | string
  /** Check every answer against its schema: for tests and development, too slow for the night of a count. */
  readonly checkAnswers?: boolean
  /** Name of the session cookie, for the description. */
  readonly sessionCookie?: string
  readonly heartbeatMilliseconds?: number
  /** The site is reached over https only: browsers are told to insist on it. */
  readonly secure?: boolean
  /** Refusals of one address in a minute after which its writes wait; no limit where nothing is said. */
  readonly refusalsPerMinute?: number
  /** Addresses that speak for many (an SMS gateway, a helpline): never made to wait. */
  readonly trustedCallers?: readonly string[]
  /** Live streams open at once; 2,000 where nothing is said. */
  readonly mostStreams?: number
}

/** What is said of a registered route, for checks that walk all of them. */
export interface RouteSummary {
  readonly method: string
  readonly path: string
  readonly act: string
  readonly placed: Route['placed']
  readonly summary: string
  readonly tag: string
}

export interface HttpServer {
  register(routes: readonly Route[]): void
  readonly routes: readonly RouteSummary[]
  readonly fastify: FastifyInstance
  /** Listens and returns the address, e.g. `http://127.0.0.1:8300`. Throws `CannotStart` when the port is taken. */
  listen(where: { readonly port: number; readonly host: string }): Promise<string>
  /** Ends the live streams, lets running requests finish, closes the port. */
  close(): Promise<void>
}

/** The same route, whose answers are held against their schema; one that breaks its promise is a bug. */
function checked(route: Route): Route {
  return {
    ...route,
    async answer(input) {
      const answer = await route.answer(input)
      if (!(answer instanceof Raw) && answer.ok) route.definition.response?.parse(answer.value)
      return answer
    },
  }
}

/**
 * The HTTP server of the platform: typed routes, each with the act it needs; problem documents; idempotency keys;
 * live streams; its own description at `/api/openapi.json` and `/api/docs`.
 */
export function createHttp(configuration: HttpConfiguration): HttpServer {
  const headers = headersFor(configuration.secure === true)
  const limit =
    configuration.refusalsPerMinute === undefined ? undefined : createRefusalLimit(configuration.refusalsPerMinute)
  const trusted = new Set(configuration.trustedCallers)
  const streams = openStreams(configuration.heartbeatMilliseconds ?? 15_000)
  const registered: Route[] = []
  const summaries: RouteSummary[] = []

  function decline(reply: FastifyReply, request: FastifyRequest, refusal: Refusal): FastifyReply {
    remember(request, { code: refusal.kind.code })
    return sendProblem(reply, problemOf(refusal))
  }

  function fail(reply: FastifyReply, request: FastifyRequest, error: unknown): FastifyReply {
    const refusal = refusalOf(error)
    if (refusal !== undefined) return decline(reply, request, refusal)
    const problem = bugProblem()
    configuration.log?.({
      instance: problem.instance,
      route: `${request.method} ${request.routeOptions.url ?? ''}`,
      error,
    })
    return sendProblem(reply, problem)
  }

  const app = fastify({
    trustProxy: configuration.trustProxy ?? false,
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
    frameworkErrors(error, request, reply) {
      reply.headers(headers)
      void fail(reply, request, error)
    },
  })
  app.removeContentTypeParser('text/plain')
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    // The character NUL can only stand in JSON as its escape; no text of ours holds it, and PostgreSQL takes none.
    if (body.includes('\\u0000'))
      done(Object.assign(new Error('NUL'), { statusCode: 400, code: 'FST_ERR_CTP_INVALID_JSON_BODY' }))
    else void parseJson(request, body.toString(), done)
  })
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
  if (configuration.watch !== undefined) watchDoor(app, configuration.watch)
  if (limit !== undefined) {
    app.addHook('onRequest', async (request, reply) => {
      if (request.method === 'GET' || request.method === 'HEAD' || trusted.has(request.ip)) return
      const retryAfterSeconds = await limit.wait(request.ip)
      if (retryAfterSeconds === 0) return
      await decline(reply, request, { kind: httpRefusals['too-many-refusals'], detail: { retryAfterSeconds } })
    })
    app.addHook('onResponse', async (request, reply) => {
      if (isTelling(reply.statusCode) && !trusted.has(request.ip)) await limit.count(request.ip)
    })
  }
  app.setErrorHandler((error, request, reply) => fail(reply, request, error))
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, problemOf({ kind: httpRefusals['not-found'] })))

  const callers = new WeakMap<FastifyRequest, Admitted>()

  async function open(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    remember(request, { act: route.definition.act })
    const admitted = await admitCaller(configuration, route, request)
    if (admitted.ok) callers.set(request, admitted.value)
    else await decline(reply, request, admitted.refusal)
  }

  async function handle(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const caller = callers.get(request)
    if (caller === undefined) throw new Error('a request reached its handler without passing the door')
    const admitted = admitInput(configuration, route, request, caller)
    if (!admitted.ok) return decline(reply, request, admitted.refusal)
    const input = admitted.value
    const cache = route.definition.act === 'public' ? 'no-cache' : 'no-store'
    if (route.stream !== undefined) return startStream(route, input, reply)
    if (route.definition.idempotent === true) {
      const { method, url } = request
      const once = await answerOnce(configuration.idempotencyStore, route, { method, url, input })
      if (once?.ok === false) return decline(reply, request, once.refusal)
      if (once?.value.replayed === true) reply.header('idempotency-replayed', 'true')
      if (once !== undefined) return sendWords(reply, once.value.words, cache)
    }
    const answer = await route.answer(input)
    if (answer instanceof Raw) return sendRaw(answer, request, reply)
    if (!answer.ok) return decline(reply, request, answer.refusal)
    return sendWords(reply, wordsOf(route, answer), cache)
  }

  function startStream(route: Route, input: Parameters<Route['answer']>[0], reply: FastifyReply): FastifyReply {
    if (streams.count >= (configuration.mostStreams ?? 2000))
      return sendProblem(reply, problemOf({ kind: httpRefusals['too-many-streams'] }))
    route.stream?.(input, (subscribe) => {
      reply.hijack()
      streams.open(reply.raw, headers, subscribe)
    })
    return reply
  }

  function register(routes: readonly Route[]): void {
    for (const given of routes) {
      const route = configuration.checkAnswers === true ? checked(given) : given
      const { method, path, act, summary, tag, bodyLimit, accepts = [], streamed = false } = route.definition
      const known =
        act === 'public' || act === 'signed-in' || configuration.acts === undefined || configuration.acts.has(act)
      if (!known) throw new Error(`${method} ${path} needs the act '${act}', which the table of acts does not name`)
      for (const type of streamed ? accepts : [])
        if (!app.hasContentTypeParser(type)) app.addContentTypeParser(type, (_request, body, done) => done(null, body))
      app.route({
        method,
        url: path,
        ...(bodyLimit === undefined ? {} : { bodyLimit }),
        // A HEAD of a live stream would never end.
        exposeHeadRoute: method === 'GET' && route.stream === undefined,
        onRequest: (request, reply) => open(route, request, reply),
        handler: (request, reply) => handle(route, request, reply),
      })
      registered.push(route)
      summaries.push({ method, path, act, placed: route.placed, summary, tag })
    }
  }

  let described: string | undefined
  const describe = () => openApiDocument(registered, configuration.version, configuration.sessionCookie ?? 'session')
  register(apiPages(() => (described ??= JSON.stringify(describe()))))

  return {
    register,
    routes: summaries,
    fastify: app,
    async listen(where) {
      try {
        return await app.listen(where)
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined
        if (code === 'EADDRINUSE')
          throw new CannotStart(`Port ${where.port} is in use by another program; choose another one.`)
        if (code === 'EACCES')
          throw new CannotStart(`This account may not listen on port ${where.port}; choose one above 1023.`)
        throw error
      }
    },
    async close() {
      streams.closeAll()
      await app.close()
    },
  }
}
