import { refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { FastifyRequest } from 'fastify'
import type { Person, Where } from '../identity/person.ts'
import type { Asking } from './caller.ts'
import { isCrossSite } from './cross-site.ts'
import { httpRefusals } from './refusals.ts'
import type { Route, RouteInput } from './route.ts'

/** The two questions that HTTP asks of identity. */
export interface Gate {
  /** Who sends this; asked only where a route's act is not `public`. Null when nobody is signed in. */
  authenticate(request: Asking): Promise<Person | null>
  /** Whether the person's offices include the act in that place; without a place: nationally. */
  may(person: Person, act: string, where?: Where): boolean
}

/** Whether the body has one of the media types that the route takes: JSON, unless it names its own. */
function isAcceptable(route: Route, request: FastifyRequest): boolean {
  const { accepts } = route.definition
  if (accepts === undefined) return !Buffer.isBuffer(request.body)
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  return Buffer.isBuffer(request.body) && accepts.includes(type)
}

/**
 * Everything between the address and the handler, in this order: is it a page of ours that writes, who is it, may they
 * at all, is the input well-formed, may they in that place. Nobody learns about input of an act that is not theirs.
 */
export async function admit(
  gate: Gate,
  route: Route,
  request: FastifyRequest,
): Promise<Outcome<RouteInput<unknown, unknown, unknown>>> {
  const { act, method } = route.definition
  const { headers, ip } = request
  if (method !== 'GET' && isCrossSite(headers)) return refuse(httpRefusals['cross-site'])
  const person = act === 'public' ? null : await gate.authenticate({ headers, ip })
  if (act !== 'public') {
    if (person === null) return refuse(httpRefusals['sign-in-required'])
    const known = act === 'signed-in' || gate.may(person, act, route.placed === 'nationally' ? undefined : 'anywhere')
    if (!known) return refuse(httpRefusals['not-permitted'])
  }
  if (!isAcceptable(route, request)) return refuse(httpRefusals['unsupported-media-type'])
  const { params, query, body } = request
  const parsed = route.parse({ params, query, body, headers, caller: { person, ip } })
  if (!parsed.ok || person === null || act === 'signed-in' || route.placed !== 'by-input') return parsed
  return gate.may(person, act, route.where(parsed.value)) ? parsed : refuse(httpRefusals['not-permitted'])
}
