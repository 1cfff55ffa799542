import { actorOf, route, type Route } from '@intikhab/kernel/http'
import { accept } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { officeKinds } from './office.ts'
import type { Offices } from './offices.ts'
import { scopeShape } from './shapes.ts'

const tag = 'identity'
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/)
const name = z.object({ en: z.string().trim().min(1).max(200), ur: z.string().trim().min(1).max(200) })

const shownOffice = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.object({ en: z.string(), ur: z.string() }),
  parent: z.string().nullable(),
  scope: z.object({ kind: z.string(), code: z.string().optional(), electionId: z.string().optional() }),
})

/** The tree of offices. It names places and no person: whoever may see staff accounts sees all of it. */
export function officeRoutes(offices: Offices): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/identity/offices',
      act: 'accounts.read',
      scope: 'anywhere',
      tag,
      summary: 'Every office that is open, with the office above it',
      response: z.object({ offices: z.array(shownOffice) }),
      handler: () =>
        Promise.resolve(
          accept({
            offices: offices.open().map((office) => ({
              id: office.id,
              kind: office.kind,
              name: office.name,
              parent: office.parent,
              scope: office.scope,
            })),
          }),
        ),
    }),
    route({
      method: 'POST',
      path: '/api/identity/offices',
      act: 'offices.manage',
      tag,
      summary: 'Open offices, all or none; each may stand below one before it in the list',
      bodyLimit: 2 * 1024 * 1024,
      body: z.object({
        offices: z
          .array(z.object({ id, kind: z.enum(officeKinds), name, parent: id.nullable(), scope: scopeShape }))
          .min(1)
          .max(2000),
      }),
      response: z.object({ opened: z.number() }),
      idempotent: true,
      handler: ({ body, caller }) => offices.openOffices(body.offices, actorOf(caller)),
    }),
    route({
      method: 'POST',
      path: '/api/identity/offices/:office/closure',
      act: 'offices.manage',
      tag,
      summary: 'Close an office that nobody holds and below which none is open',
      params: z.object({ office: id }),
      response: z.undefined(),
      handler: ({ params, caller }) => offices.closeOffice(params.office, actorOf(caller)),
    }),
  ]
}
