import { ledgerActor, route, type Route } from '@intikhab/kernel/http'
import { accept, refuse } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { identityRefusals } from '../refusals.ts'
import type { Person } from '../rights/person.ts'
import { challengeId, code, enrolmentBody, keyId, shownDevice, signature } from './device-schemas.ts'
import type { Enrolments } from './enrolments.ts'
import { scopeOf, withSeat } from './place.ts'
import type { Proofs } from './proofs.ts'
import { grantForAll, type GrantFor } from './routes.ts'

const tag = 'identity'
const challenged = z.object({ challengeId: z.string() })

export interface EnrolmentRouteParts {
  readonly enrolments: Enrolments
  readonly proofs: Proofs
  readonly grantFor: GrantFor
  /** Whether an account exists. */
  isAccount(accountId: string): Promise<boolean>
}

/** One-time enrolments, made by officers and used by devices; and what devices prove. */
export function enrolmentRoutes({ enrolments, proofs, grantFor, isAccount }: EnrolmentRouteParts): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/identity/enrolments',
      act: 'devices.enrol',
      tag,
      summary: 'Make one-time enrolments of devices, one for each place; their codes are told this once',
      scope: 'anywhere',
      bodyLimit: 256 * 1024,
      body: enrolmentBody,
      status: 201,
      response: z.array(
        z.object({ enrolmentId: z.string(), code: z.string(), scope: z.string(), lapsesAt: z.string() }),
      ),
      async handler({ body: { electionId, kind, holder, places }, caller }) {
        const person = caller.person as Person
        const wanted = places.map((each) => ({ electionId, scopeKind: each.kind, scope: each.code }))
        const where = wanted.map((each) => withSeat(scopeOf(each)))
        const grant = grantForAll(grantFor, person, 'devices.enrol', where)
        if (!grant.ok) return grant
        const holderAccount = 'accountId' in holder ? holder.accountId : null
        const holderRole = 'role' in holder ? holder.role : null
        if (holderAccount !== null && !(await isAccount(holderAccount)))
          return refuse(identityRefusals['account-unknown'], { field: '/holder/accountId' })
        const made = await enrolments.make(
          wanted.map(({ scopeKind, scope }) => ({ electionId, scopeKind, scope, kind, holderAccount, holderRole })),
          ledgerActor(person, grant.value),
        )
        if (!made.ok) return made
        return accept(
          made.value.map(({ enrolment, code: told }) => ({
            enrolmentId: enrolment.enrolmentId,
            code: told,
            scope: enrolment.scope,
            lapsesAt: enrolment.lapsesAt.toISOString(),
          })),
        )
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/enrolments/:enrolmentId/withdrawal',
      act: 'devices.enrol',
      tag,
      summary: 'Take an enrolment back before it is used',
      scope: 'anywhere',
      params: z.object({ enrolmentId: z.string().max(60) }),
      response: z.undefined(),
      async handler({ params, caller }) {
        const person = caller.person as Person
        const enrolment = await enrolments.get(params.enrolmentId)
        if (enrolment === undefined) return refuse(identityRefusals['enrolment-unknown'])
        const grant = grantForAll(grantFor, person, 'devices.enrol', [withSeat(scopeOf(enrolment))])
        return grant.ok ? enrolments.withdraw(params.enrolmentId, ledgerActor(person, grant.value)) : grant
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/enrolments/look-up',
      act: 'public',
      tag,
      summary: 'What an enrolment code is for',
      body: z.object({ code }),
      response: shownDevice.extend({ lapsesAt: z.string() }),
      async handler({ body }) {
        const found = await enrolments.find(body.code)
        if (!found.ok) return found
        const { kind, electionId, scopeKind, scope, holderRole, lapsesAt } = found.value
        return accept({ kind, electionId, scopeKind, scope, holderRole, lapsesAt: lapsesAt.toISOString() })
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/enrolments/use',
      act: 'public',
      tag,
      summary: 'Enrol the device that holds a key, by its one-time code; the same key again is told the same',
      body: z.object({ code, publicKey: z.string().max(64), challengeId, signature }),
      response: shownDevice.extend({ keyId: z.string() }),
      async handler({ body }) {
        const done = await enrolments.claim(body)
        if (!done.ok) return done
        const { keyId: id, kind, electionId, scopeKind, scope, holderRole } = done.value
        return accept({ keyId: id, kind, electionId, scopeKind, scope, holderRole })
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/devices/challenge',
      act: 'public',
      tag,
      summary: 'A challenge for a device to sign: good once, within two minutes',
      response: challenged,
      handler: async () => accept({ challengeId: await proofs.challenge() }),
    }),
    route({
      method: 'POST',
      path: '/api/identity/devices/proof',
      act: 'public',
      tag,
      summary: 'Prove a device and learn whether it is good; a revoked one is refused',
      body: z.object({ keyId, challengeId, signature }),
      response: shownDevice.omit({ holderRole: true }),
      async handler({ body }) {
        const proven = await proofs.prove('sign-in', body)
        if (!proven.ok) return proven
        const { kind, electionId, scopeKind, scope } = proven.value
        return accept({ kind, electionId, scopeKind, scope })
      },
    }),
  ]
}
