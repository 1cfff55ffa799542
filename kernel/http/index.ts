/** HTTP: typed routes with the act each needs, problem documents, idempotency keys, live streams, a description of itself. */
export { actorOf, ledgerActor, type Asking, type Caller, type Headers } from './caller.ts'
export { cookieHeader, findCookie } from './cookies.ts'
export { eventStream, type EventStreamDefinition } from './event-stream.ts'
export { memoryIdempotency, type IdempotencyStore } from './idempotency.ts'
export { httpMigrations, postgresIdempotency } from './idempotency-store.ts'
export { problemOf, type Problem } from './problem.ts'
export { networkOf, rateLimit, type Rate, type RateLimit } from './rate-limit.ts'
export { refusedImport } from './refused-import.ts'
export { httpRefusals } from './refusals.ts'
export {
  csvFile,
  raw,
  route,
  type Raw,
  type RawAnswer,
  type Route,
  type RouteDefinition,
  type RouteInput,
  type StreamEvent,
} from './route.ts'
export { securityHeaders } from './security-headers.ts'
export type { DoorEvent } from './watch.ts'
export { createHttp, type HttpConfiguration, type HttpServer, type RouteSummary } from './server.ts'
