import { proposedAnswer, type Approvals } from '@intikhab/kernel/approvals'
import { route, type Route } from '@intikhab/kernel/http'
import { accept } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { blankForm } from './claim-papers.ts'
import { commissionOrderKind, orderProposal, orderSchema } from './commission-order.ts'
import { createDoors } from './door.ts'
import { deskRoutes, languageField, pdf, type ClaimRouteParts } from './routes-desk.ts'
import { doorRoutes } from './routes-door.ts'

/** Everything of claims and objections over HTTP, but the pages of the public. */
export function claimRoutes(parts: ClaimRouteParts & { readonly approvals: Pick<Approvals, 'propose'> }): Route[] {
  const { rolls, gate, approvals, now } = parts
  return [
    route({
      method: 'GET',
      path: '/api/rolls/districts',
      act: 'rolls.read',
      scope: 'anywhere',
      tag: 'rolls',
      summary: 'The districts over which the person holds an office of the rolls',
      async handler({ caller: { person } }) {
        const districts = (await rolls.store.districts()).filter(
          ({ code }) =>
            person !== null && gate.grantFor(person, 'rolls.read', { kind: 'district', code }) !== undefined,
        )
        return accept({
          districts: districts.map(({ code, nameEn, nameUr }) => ({ code, name: { en: nameEn, ur: nameUr } })),
        })
      },
    }),
    route({
      method: 'GET',
      path: '/api/rolls/forms/:form',
      act: 'public',
      tag: 'rolls',
      params: z.object({ form: z.string().regex(/^\d{2}$/) }),
      query: z.object({ language: languageField }),
      produces: 'application/pdf',
      summary: 'Forms 15, 16, 17, 21, 22 and 23 to be filled in by hand, as PDF',
      async handler({ params, query }) {
        const { pack } = await parts.law()
        const paper = blankForm(pack, params.form, query.language)
        return pdf(paper, `form-${params.form}`, now(), 'public, max-age=3600')
      },
    }),
    route({
      method: 'POST',
      path: '/api/rolls/orders',
      act: 'rolls.order',
      tag: 'rolls',
      body: orderSchema,
      idempotent: true,
      status: 202,
      response: proposedAnswer,
      summary: 'Propose an order of the Commission by which a claim is decided although the roll is frozen',
      handler: ({ body, caller }) =>
        approvals.propose(commissionOrderKind, orderProposal(body), { caller, reason: body.reason }),
    }),
    ...deskRoutes(parts),
    ...doorRoutes({ ...parts, doors: createDoors(parts) }),
  ]
}
