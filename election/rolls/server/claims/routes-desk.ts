import { actorOf, csvFile, raw, route, type Raw, type Route } from '@intikhab/kernel/http'
import type { Identity } from '@intikhab/kernel/identity'
import type { Language } from '@intikhab/kernel/language'
import { evidenceTypes } from '@intikhab/kernel/files/evidence-type'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { getLegalDate } from '@intikhab/law'
import { z } from 'zod'
import { claimStates, type Claim } from '../../core/claims/claim.ts'
import { publicClockOf } from '../../core/claims/clocks.ts'
import { deskLists } from '../../core/claims/desk-lists.ts'
import type { Docket } from '../../core/claims/docket.ts'
import { claimPeriods } from '../../core/claims/forms.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { claimPaper, claimPapers, hearingList, receipt } from './claim-papers.ts'
import { dayField, decisionSchema, lodgeSchema, stepSchema } from './claim-schemas.ts'
import type { WhoIs } from '../register/shown-officers.ts'
import { listFreezes } from './claim-freezes.ts'
import { viewClaim, type ClaimView, type ClaimViewParts } from './claim-view.ts'
import type { Claims } from './claims.ts'
import { decideClaim } from './decide.ts'
import { deskList, deskOf, hearingsOn, wholeDesk } from './desk.ts'
import { deskTable } from './desk-table.ts'
import { districtName } from './district-name.ts'
import { paperDocument, type Paper } from './paper.ts'

/** What the addresses of the claims work with. */
export interface ClaimRouteParts extends ClaimViewParts {
  readonly claims: Claims
  readonly gate: Pick<Identity, 'grantFor'>
  readonly whoIs: WhoIs
  /** Where the public reaches the site, for the address on receipts. */
  readonly site: () => string
}

export const districtField = z.string().max(60)
const docket = z.string().regex(/^[A-Z]{3}-\d{4}-\d{6}$/) as unknown as z.ZodType<Docket>
export const languageField = z.enum(['en', 'ur'])
const listQuery = z.object({
  form: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  period: z.enum(claimPeriods).optional(),
  state: z.enum(claimStates).optional(),
})
export const inDistrict = ({ params }: { readonly params: { readonly district: string } }) =>
  ({ kind: 'district', code: params.district }) as const

/** Largest paper over HTTP: a photograph of a telephone. */
export const largestPaper = 8 * 1024 * 1024

/** A paper as PDF. One of a person's matter is kept nowhere on the way. */
export async function pdf(
  paper: Paper | undefined,
  name: string,
  at: Date,
  cacheControl = 'no-store',
): Promise<Raw | Outcome<never>> {
  if (paper === undefined) return refuse(rollsRefusals['no-such-paper'])
  return raw({
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}.pdf"`,
      'cache-control': cacheControl,
    },
    body: await paperDocument(paper, at),
  })
}

/** What the desk of a district does with claims. */
export function deskRoutes(parts: ClaimRouteParts): Route[] {
  const { claims, rolls, now, gate } = parts
  const base = { tag: 'rolls', scope: inDistrict } as const
  const claimParams = z.object({ district: districtField, docket })
  const read = { ...base, act: 'rolls.read', params: claimParams } as const
  const mayHandle = ['rolls.lodge', 'rolls.decide', 'rolls.revise'] as const

  const sees = (caller: Parameters<typeof actorOf>[0], code: string) =>
    caller.person !== null &&
    mayHandle.some((act) => gate.grantFor(caller.person as never, act, { kind: 'district', code }) !== undefined)

  async function view(
    params: z.infer<typeof claimParams>,
    caller: Parameters<typeof actorOf>[0],
  ): Promise<Outcome<ClaimView>> {
    const known = await claims.get(params)
    if (!known.ok) return known
    const { person } = caller
    const reads = (code: string) =>
      person !== null && gate.grantFor(person, 'rolls.read', { kind: 'district', code }) !== undefined
    const whoIs = (accountId: string) => parts.whoIs(accountId, person)
    return accept(await viewClaim(parts, known.value, { seesPeople: sees(caller, params.district), reads, whoIs }))
  }

  /** The claim, if it is one of this authority's. */
  async function own(params: z.infer<typeof claimParams>, period: Claim['period']): Promise<Outcome<void>> {
    const known = await claims.get(params)
    if (!known.ok) return known
    return known.value.claim.period === period ? accept(undefined) : refuse(rollsRefusals['another-desk'])
  }

  const officers = [
    { act: 'rolls.decide', period: 'all-year', path: 'claims', who: 'Registration Officer' },
    { act: 'rolls.revise', period: 'display', path: 'revisions', who: 'Revising Authority' },
  ] as const

  return [
    route({
      ...base,
      method: 'GET',
      path: '/api/rolls/districts/:district/claims',
      act: 'rolls.read',
      params: z.object({ district: districtField }),
      summary: 'The registration desk of a district: counts of everything, hearings of today, what is overdue',
      handler: async ({ params }) => accept(await deskOf(parts, params.district)),
    }),
    route({
      ...base,
      method: 'GET',
      path: '/api/rolls/districts/:district/claim-lists/:list',
      act: 'rolls.read',
      params: z.object({ district: districtField, list: z.enum(deskLists) }),
      query: listQuery,
      summary: 'A list of the desk, cut where it is long, with how many stand in it; by form, authority and standing',
      handler: async ({ params: { district, list }, query }) => accept(await deskList(parts, district, list, query)),
    }),
    route({
      ...base,
      method: 'GET',
      path: '/api/rolls/districts/:district/claims.csv',
      act: 'rolls.read',
      params: z.object({ district: districtField }),
      query: listQuery.extend({ language: languageField }),
      produces: 'text/csv',
      summary: 'Every open claim of a district and what ended in the last thirty days, as CSV; CNICs are masked',
      handler: async ({ params: { district }, query: { language, ...filter } }) =>
        csvFile(`claims-${district}`, deskTable(wholeDesk(parts, district, filter), language)),
    }),
    route({
      ...base,
      method: 'POST',
      path: '/api/rolls/districts/:district/claims',
      act: 'rolls.lodge',
      params: z.object({ district: districtField }),
      body: lodgeSchema(now),
      idempotent: true,
      status: 201,
      summary: 'Take in a claim at the counter; the PIN is told once',
      async handler({ params, body, caller }) {
        const lodged = await claims.lodge({
          ...body,
          district: params.district,
          source: 'counter',
          actor: actorOf(caller),
        })
        if (!lodged.ok) return lodged
        const { claim, pin, clock } = lodged.value
        return accept({ docket: claim.docket, district: claim.district, pin: pin ?? '', ...clock })
      },
    }),
    route({
      ...read,
      method: 'GET',
      path: '/api/rolls/districts/:district/claims/:docket',
      summary: 'A claim with what the register says to it, and what an order would do',
      handler: ({ params, caller }) => view(params, caller),
    }),
    route({
      ...base,
      act: 'rolls.lodge',
      params: claimParams,
      method: 'POST',
      path: '/api/rolls/districts/:district/claims/:docket/evidence',
      accepts: evidenceTypes,
      body: z.instanceof(Buffer),
      bodyLimit: largestPaper,
      status: 201,
      summary: 'Add a paper to a claim: a photograph or a PDF',
      async handler({ params, body, caller }) {
        const added = await claims.addPaper(params, body, actorOf(caller))
        return added.ok ? accept({ papers: added.value.evidence.length }) : added
      },
    }),
    route({
      ...base,
      act: 'rolls.read',
      params: claimParams.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
      method: 'GET',
      path: '/api/rolls/districts/:district/claims/:docket/evidence/:sha256',
      produces: 'image/*',
      summary: 'A paper of a claim, for those who handle it',
      async handler({ params, caller }) {
        const known = await claims.get(params)
        if (!known.ok) return known
        if (!sees(caller, params.district)) return refuse(rollsRefusals['no-such-paper'])
        const paper = await claims.paper(known.value.claim, params.sha256)
        if (!paper.ok) return paper
        return raw({
          headers: {
            'content-type': paper.value.mediaType,
            // Bytes of a stranger: whatever they hold, nothing in them runs or reaches this site.
            'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
            'content-disposition': paper.value.mediaType === 'application/pdf' ? 'attachment' : 'inline',
            'cache-control': 'private, no-store',
          },
          body: paper.value.bytes,
        })
      },
    }),
    route({
      ...read,
      params: claimParams.extend({ paper: z.enum(claimPapers) }),
      query: z.object({ language: languageField }),
      method: 'GET',
      path: '/api/rolls/districts/:district/claims/:docket/papers/:paper',
      produces: 'application/pdf',
      summary: 'The filled form, the notice to the person concerned, or the order, as PDF',
      async handler({ params, query, caller }) {
        const shown = await view(params, caller)
        if (!shown.ok) return shown
        const { pack } = await parts.law()
        const paper = claimPaper(params.paper, shown.value, pack, query.language)
        return pdf(paper, `${params.docket}-${params.paper}`, now())
      },
    }),
    route({
      ...base,
      act: 'rolls.lodge',
      params: claimParams,
      body: z.strictObject({ pin: z.string().max(12), language: languageField }),
      method: 'POST',
      path: '/api/rolls/districts/:district/claims/:docket/receipt',
      produces: 'application/pdf',
      summary: 'The receipt with docket, PIN and QR code, as PDF',
      async handler({ params, body }) {
        const known = await claims.withPin(params.docket, body.pin)
        if (!known.ok) return known
        return pdf(await receiptOf(parts, known.value.claim, body.pin, body.language), params.docket, now())
      },
    }),
    route({
      ...base,
      act: 'rolls.read',
      params: z.object({ district: districtField }),
      query: z.object({ day: dayField, period: z.enum(claimPeriods), language: languageField }),
      method: 'GET',
      path: '/api/rolls/districts/:district/hearings',
      produces: 'application/pdf',
      summary: 'The hearing list of a day, as PDF',
      async handler({ params, query: { day, period, language } }) {
        const hearings = await hearingsOn(parts, params.district, getLegalDate(day), period)
        const district = (await districtName(rolls, params.district))[language]
        return pdf(hearingList(hearings, { day, period, language, district }), `hearings-${day}`, now())
      },
    }),
    ...officers.flatMap(({ act, period, path, who }) => [
      route({
        ...base,
        act,
        params: claimParams,
        body: stepSchema,
        idempotent: true,
        method: 'POST',
        path: `/api/rolls/districts/:district/${path}/:docket/steps`,
        summary: `${who}: complete a claim, set and hold its hearing, end it without an order, note an appeal`,
        async handler({ params, body, caller }) {
          const mine = await own(params, period)
          if (!mine.ok) return mine
          const done = await claims.step(params, body, actorOf(caller))
          return done.ok ? accept({ state: done.value.state }) : done
        },
      }),
      route({
        ...base,
        act,
        params: claimParams,
        body: decisionSchema,
        idempotent: true,
        method: 'POST',
        path: `/api/rolls/districts/:district/${path}/:docket/order`,
        summary: `${who}: decide a claim; the order and what it does to the roll are one act`,
        async handler({ params, body, caller }) {
          const mine = await own(params, period)
          if (!mine.ok) return mine
          const done = await decideClaim(parts, params, body, actorOf(caller))
          return done.ok ? accept({ state: done.value.state, order: done.value.decision?.order ?? '' }) : done
        },
      }),
    ]),
  ]
}

/** The receipt of a claim for whoever holds its PIN. */
export async function receiptOf(
  { rolls, site, now }: Pick<ClaimRouteParts, 'rolls' | 'site' | 'now'>,
  claim: Claim,
  pin: string,
  language: Language,
): Promise<Paper> {
  return receipt(
    { ...claim, lodgedAt: claim.lodgedAt.toISOString() },
    {
      language,
      pin,
      district: (await districtName(rolls, claim.district))[language],
      address: `${site()}/${language}/claims#${claim.docket}`,
      clock: publicClockOf(claim, await listFreezes(rolls), now()),
    },
  )
}
