import { Readable } from 'node:stream'
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

/** Who stands at the door of a route; nobody known at a public one. */
export interface Admitted {
  readonly person: Person | null
  /** The office by which they may do the act somewhere, or nationally where the route has no place. */
  readonly grant: Grant | undefined
}

const isOpen = ({ definition: { act } }: Route) => act === 'public' || act === 'signed-in'

/**
 * The first half of the way in, before a byte of the body is read: is it a page of ours that writes, who is it, and may
 * they do this act at all. A stranger cannot make the server take in an upload that only staff may bring.
 */
export async function admitCaller(gate: Gate, route: Route, request: FastifyRequest): Promise<Outcome<Admitted>> {
  const { act, method } = route.definition
  const { headers, ip } = request
  if (method !== 'GET' && isCrossSite(headers)) return refuse(httpRefusals['cross-site'])
  if (act === 'public') return accept({ person: null, grant: undefined })
  const person = await gate.authenticate({ headers, ip })
  if (person === null) return refuse(httpRefusals['sign-in-required'])
  remember(request, { accountId: person.accountId, session: person.session.id })
  if (isOpen(route)) return accept({ person, grant: undefined })
  const grant = gate.grantFor(person, act, route.placed === 'nationally' ? undefined : 'anywhere')
  return grant === undefined ? refuse(httpRefusals['not-permitted']) : accept({ person, grant })
}

const nulReason = 'the character U+0000 is in no text of ours'

function hasNul(values: unknown): boolean {
  return Object.values(values as Record<string, unknown>).some((value) => String(value).includes('\0'))
}

/** Whether the body has one of the media types that the route takes: JSON, unless it names its own. */
function isAcceptable(route: Route, request: FastifyRequest): boolean {
  const { accepts } = route.definition
  if (accepts === undefined) return !Buffer.isBuffer(request.body)
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const isBody = route.definition.streamed === true ? request.body instanceof Readable : Buffer.isBuffer(request.body)
  return isBody && accepts.includes(type)
}

/**
 * The second half: is the input well-formed, may they in that place, is their second factor fresh enough. Nobody learns
 * anything about input of an act that is not theirs.
 */
export function admitInput(
  gate: Gate,
  route: Route,
  request: FastifyRequest,
  { person, grant: somewhere }: Admitted,
): Outcome<RouteInput<unknown, unknown, unknown>> {
  if (!isAcceptable(route, request)) return refuse(httpRefusals['unsupported-media-type'])
  const { act, method } = route.definition
  const { params, query, body, headers, ip } = request
  // No text of ours holds the character NUL, and PostgreSQL takes none.
  if ([params, query].some(hasNul)) return refuse(httpRefusals['invalid-input'], { detail: { reason: nulReason } })
  const actor = person === null ? null : ledgerActor(person, somewhere)
  const parsed = route.parse({ params, query, body, headers, caller: { person, actor, ip } })
  if (!parsed.ok || person === null || isOpen(route)) return parsed
  const grant = route.placed === 'by-input' ? gate.grantFor(person, act, route.where(parsed.value)) : somewhere
  if (grant === undefined) return refuse(httpRefusals['not-permitted'])
  if (method !== 'GET' && gate.wantsFreshFactor?.(person, act) === true)
    return refuse(httpRefusals['fresh-factor-required'])
  return accept({ ...parsed.value, caller: { person, actor: ledgerActor(person, grant), ip } })
}
