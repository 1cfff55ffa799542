import { memoryIdempotency, createHttp, type HttpConfiguration, type HttpServer, type Route } from './index.ts'
import type { Person } from '../identity/person.ts'

/** The officer whom tests sign in by sending the cookie `test=officer`. */
const officer: Person = {
  accountId: 'officer-1',
  name: 'Officer',
  grants: [{ role: 'returning-officer', scope: { kind: 'constituency', code: 'NA-21' } }],
}

/** A server without a port, with one officer and one act, for `fastify.inject`. */
export function testServer(routes: Route[], more: Partial<HttpConfiguration> = {}): HttpServer {
  const http = createHttp({
    version: 'test',
    authenticate: ({ headers }) => Promise.resolve(headers['cookie'] === 'test=officer' ? officer : null),
    may: (_person, act, where) =>
      act === 'seat.write' &&
      (where === 'anywhere' || (where !== undefined && 'code' in where && where.code === 'NA-21')),
    acts: new Set(['seat.write', 'country.write']),
    idempotencyStore: memoryIdempotency(() => new Date(0)),
    checkAnswers: true,
    ...more,
  })
  http.register(routes)
  return http
}
