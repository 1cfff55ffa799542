import { memoryIdempotency, createHttp, type HttpConfiguration, type HttpServer, type Route } from './index.ts'
import type { Person } from '../identity/rights/person.ts'

/** The officer whom tests sign in by sending the cookie `test=officer`. */
const officer: Person = {
  accountId: 'officer-1',
  name: 'Officer',
  grants: [{ role: 'returning-officer', scope: { kind: 'constituency', code: 'NA-21' } }],
  session: { id: 's1', device: 'browser-1', secondFactorAt: '2026-01-01T00:00:00.000Z' },
}

/** A server without a port, with one officer and one act, for `fastify.inject`. */
export function testServer(routes: Route[], more: Partial<HttpConfiguration> = {}): HttpServer {
  const http = createHttp({
    version: 'test',
    authenticate: ({ headers }) => Promise.resolve(headers['cookie'] === 'test=officer' ? officer : null),
    grantFor: ({ grants: [grant] }, act, where) =>
      act === 'results.postal' &&
      (where === 'anywhere' || (where !== undefined && 'code' in where && where.code === 'NA-21'))
        ? grant
        : undefined,
    acts: new Set(['results.postal', 'programme.change']),
    idempotencyStore: memoryIdempotency(() => new Date(0)),
    checkAnswers: true,
    ...more,
  })
  http.register(routes)
  return http
}
