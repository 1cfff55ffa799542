import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { FastifyRequest } from 'fastify'
import type { Grant, Person, Where } from '../identity/rights/person.ts'
import { ledgerActor, type Asking } from './caller.ts'
import { isCrossSite } from './cross-site.ts'
import { httpRefusals } from './refusals.ts'
import type { Route, RouteInput } from './route.ts'
import { remember } from './watch.ts'

/** What HTTP asks of identity. */
export interface Gate {
  /** Who sends this; asked only where a route's act is not `public`. Null when nobody is signed in. */
  authenticate(request: Asking): Promise<Person | null>
  /** The office of the person that includes the act in that place, now; without a place: nationally. */
  grantFor(person: Person, act: string, where?: Where): Grant | undefined
  /** Whether the act wants a second factor fresher than the session's; never where nothing is said. */
  wantsFreshFactor?(person: Person, act: string): boolean
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
  const isOpen = act === 'public' || act === 'signed-in'
  if (person !== null) remember(request, { accountId: person.accountId, session: person.session.id })
  if (act !== 'public' && person === null) return refuse(httpRefusals['sign-in-required'])
  const somewhere =
    isOpen || person === null
      ? undefined
      : gate.grantFor(person, act, route.placed === 'nationally' ? undefined : 'anywhere')
  if (!isOpen && somewhere === undefined) return refuse(httpRefusals['not-permitted'])
  if (!isAcceptable(route, request)) return refuse(httpRefusals['unsupported-media-type'])
  const { params, query, body } = request
  const actor = person === null ? null : ledgerActor(person, somewhere)
  const parsed = route.parse({ params, query, body, headers, caller: { person, actor, ip } })
  if (!parsed.ok || person === null || isOpen) return parsed
  const grant = route.placed === 'by-input' ? gate.grantFor(person, act, route.where(parsed.value)) : somewhere
  if (grant === undefined) return refuse(httpRefusals['not-permitted'])
  if (method !== 'GET' && gate.wantsFreshFactor?.(person, act) === true)
    return refuse(httpRefusals['fresh-factor-required'])
  return accept({ ...parsed.value, caller: { person, actor: ledgerActor(person, grant), ip } })
}
