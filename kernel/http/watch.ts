import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isTelling } from './refusal-limit.ts'

/** What happened at the door, for whoever guards it. It names an account, never a person, and no input. */
export interface DoorEvent {
  readonly method: string
  /** The address as the route declares it, without values: `/api/results/:election/…`; empty where there is none. */
  readonly route: string
  readonly act: string
  readonly status: number
  /** Code of the refusal; null where it was accepted. */
  readonly code: string | null
  readonly accountId: string | null
  readonly session: string | null
  readonly ip: string
}

/** What is known of a request besides its address, once it is known. */
export interface Known {
  readonly act?: string
  readonly code?: string
  readonly accountId?: string
  readonly session?: string
}

const knownOf = new WeakMap<FastifyRequest, Known>()

/** Adds what was found out about a request. */
export function remember(request: FastifyRequest, known: Known): void {
  knownOf.set(request, { ...knownOf.get(request), ...known })
}

/** Reading is told only where it was refused; writing always where somebody is signed in or tries to be. */
function isTold(method: string, act: string, route: string, status: number): boolean {
  if (isTelling(status) || status === 429) return status !== 404 || act !== ''
  if (method === 'GET' || method === 'HEAD') return false
  return act !== 'public' || route.startsWith('/api/identity/')
}

/** Tells `watch` of every refusal at the door, every act of staff, and every attempt to come in. */
export function watchDoor(app: FastifyInstance, watch: (event: DoorEvent) => void): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { act = '', code = null, accountId = null, session = null } = knownOf.get(request) ?? {}
    const { method, ip } = request
    const route = request.routeOptions.url ?? ''
    const status = reply.statusCode
    if (isTold(method, act, route, status)) watch({ method, route, act, status, code, accountId, session, ip })
    done()
  })
}
