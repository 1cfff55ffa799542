import { route, type Caller, type Route } from '@intikhab/kernel/http'
import { accept } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import type { Person } from '../rights/person.ts'
import type { People, ShownPerson } from './people.ts'
import { grantShape, reasonText } from './shapes.ts'

const tag = 'identity'
const account = z.object({ account: z.string().max(100) })
const grantOfAccount = account.extend({ grant: z.string().max(100) })
const because = z.object({ reason: reasonText })

const instant = z.string().nullable()
const shownGrant = z.object({
  grantId: z.string(),
  role: z.string(),
  scope: z.object({ kind: z.string(), code: z.string().optional(), electionId: z.string().optional() }),
  from: instant,
  until: instant,
  madeAt: z.string(),
  endedAt: instant,
  mayEnd: z.boolean(),
})
const shownPerson = z.object({
  accountId: z.string(),
  name: z.string(),
  signInName: z.string(),
  madeAt: z.string(),
  state: z.enum(['open', 'closed', 'erased']),
  seenAt: instant,
  mayManage: z.boolean(),
  grants: z.array(shownGrant),
})

const shownSession = z.object({
  id: z.string(),
  device: z.string().describe('Key id of an enrolled device, else the mark of a browser'),
  method: z.string(),
  begunAt: z.string(),
  seenAt: z.string(),
})

function describe({ account: { id, name, signInName, madeAt, closedAt, erasedAt, seenAt }, ...shown }: ShownPerson) {
  return {
    accountId: id,
    name,
    signInName: erasedAt === null ? signInName : '',
    madeAt: madeAt.toISOString(),
    state: erasedAt !== null ? ('erased' as const) : closedAt !== null ? ('closed' as const) : ('open' as const),
    seenAt: seenAt?.toISOString() ?? null,
    mayManage: shown.mayManage,
    grants: shown.grants.map((row) => ({
      grantId: row.id,
      role: row.grant.role,
      scope: row.grant.scope,
      from: row.inForce?.from ?? row.grant.from ?? null,
      until: row.inForce?.until ?? row.grant.until ?? null,
      madeAt: row.madeAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      mayEnd: row.mayEnd,
    })),
  }
}

export const personOf = ({ person }: Caller) => person as Person

/** Staff accounts for those above them. Each handler narrows to the reach of the office: `anywhere` lets nobody past it. */
export function peopleRoutes(people: People): Route[] {
  const manage = { method: 'POST', act: 'accounts.manage', scope: 'anywhere', tag } as const
  return [
    route({
      method: 'GET',
      path: '/api/identity/people',
      act: 'accounts.read',
      scope: 'anywhere',
      tag,
      summary: 'People with an office within the reach of one’s own; `q` is a part of a name',
      query: z.object({ q: z.string().max(120).optional() }),
      response: z.object({ people: z.array(shownPerson) }),
      async handler({ query, caller }) {
        const found = await people.list(personOf(caller), (query.q ?? '').trim())
        return accept({ people: found.map(describe) })
      },
    }),
    route({
      method: 'GET',
      path: '/api/identity/people/:account',
      act: 'accounts.read',
      scope: 'anywhere',
      tag,
      summary: 'One person with every office held, now or before, and where they are signed in',
      params: account,
      response: shownPerson.extend({ sessions: z.array(shownSession) }),
      async handler({ params, caller }) {
        const found = await people.find(personOf(caller), params.account)
        if (!found.ok) return found
        const sessions = found.value.sessions.map(({ id, device, method, begunAt, seenAt }) => {
          return { id, device, method, begunAt: begunAt.toISOString(), seenAt: seenAt.toISOString() }
        })
        return accept({ ...describe(found.value), sessions })
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/people/:account/offices',
      act: 'accounts.invite',
      scope: 'anywhere',
      tag,
      summary: 'Give a person one more office, below one’s own rank and within one’s own place',
      params: account,
      body: z.object({ grant: grantShape }),
      response: z.undefined(),
      handler: ({ params, body, caller }) => people.give(personOf(caller), params.account, body.grant),
    }),
    route({
      ...manage,
      path: '/api/identity/people/:account/offices/:grant/end',
      summary: 'Take an office back, with the reason; it ends with the next request',
      params: grantOfAccount,
      body: because,
      response: z.undefined(),
      handler: ({ params, body, caller }) =>
        people.endGrant(personOf(caller), params.account, params.grant, body.reason),
    }),
    route({
      ...manage,
      path: '/api/identity/people/:account/closure',
      summary: 'Close an account: its offices, sessions and open invitations end at once',
      params: account,
      body: because,
      response: z.undefined(),
      handler: ({ params, body, caller }) => people.closeAccount(personOf(caller), params.account, body.reason),
    }),
    route({
      ...manage,
      path: '/api/identity/people/:account/sessions/end',
      summary: 'End every session of a person',
      params: account,
      response: z.object({ ended: z.number() }),
      handler: ({ params, caller }) => people.endSessions(personOf(caller), params.account),
    }),
    route({
      ...manage,
      path: '/api/identity/people/:account/erasure',
      summary: 'Erase the personal data of a closed account; its acts stay in the ledger under its id',
      params: account,
      response: z.undefined(),
      handler: ({ params, caller }) => people.erase(personOf(caller), params.account),
    }),
  ]
}
