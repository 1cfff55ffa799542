import { proposedAnswer, type Approvals, type WeightyAct } from '@intikhab/kernel/approvals'
import { route, type Route } from '@intikhab/kernel/http'
import { formatInstant, type Language, type Text } from '@intikhab/kernel/language'
import { accept } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import type { Grant, Scope } from '../rights/person.ts'
import { roleNames } from '../rights/roles.ts'
import { checkGrant } from './giving.ts'
import type { Invitations } from './invitations.ts'
import type { Offices, PeopleParts } from './offices.ts'
import type { People } from './people.ts'
import { grantShape, personName, reasonText } from './shapes.ts'
import { effectiveGrants } from './terms.ts'

/** The kind under which it is proposed; also its act. */
const grantAboveKind = 'accounts.grant-above'

/** An office of one's own rank or above, to somebody who has an account or to somebody who is to be invited. */
const grantAboveShape = z.object({
  to: z.union([z.object({ accountId: z.string().max(100) }), z.object({ name: personName })]),
  grant: grantShape,
})

export type GrantAbove = z.infer<typeof grantAboveShape>

const unnamed: Text = { en: 'until it is taken back', ur: 'واپس لیے جانے تک' }

/** Gives an office of one's own rank or above: one proposes, another approves and sees who gets what over what, until when. */
export function grantAboveAct(
  parts: Omit<PeopleParts, 'database' | 'record'> & {
    readonly offices: Offices
    readonly people: Pick<People, 'checkGiving' | 'giveApproved'>
    readonly invitations: Pick<Invitations, 'enterApproved'>
  },
): WeightyAct<GrantAbove> {
  const { offices, people, invitations, termOf, now } = parts

  function placeName(scope: Scope): Text {
    if (scope.kind === 'national') return { en: 'the whole country', ur: 'پورا ملک' }
    return { en: scope.code, ur: scope.code }
  }

  function sentence(name: string, grant: Grant): Text {
    const place = placeName(grant.scope)
    const until = effectiveGrants([grant], termOf)[0]?.until
    const end = (language: Language) =>
      until === undefined ? unnamed[language] : formatInstant(language, new Date(until))
    const role = roleNames[grant.role]
    const en = `${name} becomes ${role.en} over ${place.en}, ${until === undefined ? end('en') : `until ${end('en')}`}.`
    const ur = `${name} کو ${role.ur} کا عہدہ ملے گا؛ علاقہ: ${place.ur}؛ مدت: ${until === undefined ? end('ur') : `${end('ur')} تک`}۔`
    return { en, ur }
  }

  return {
    kind: grantAboveKind,
    act: 'accounts.grant-above',
    title: { en: 'An office of one’s own rank or above', ur: 'اپنے برابر یا اپنے سے اوپر کا عہدہ دینا' },
    lapsesAfterHours: 72,
    payload: grantAboveShape,
    place: ({ grant }) => grant.scope,

    async preview({ to, grant }) {
      const checked = checkGrant(grant, { tree: offices.tree(), termOf, at: now() })
      if (!checked.ok) return checked
      let name: string
      if ('accountId' in to) {
        const found = await people.checkGiving(to.accountId, grant)
        if (!found.ok) return found
        ;({ name } = found.value)
      } else ({ name } = to)
      const { from, until } = effectiveGrants([grant], termOf)[0] ?? grant
      const field = (en: string, ur: string, after: string | undefined) =>
        after === undefined ? [] : [{ field: { en, ur }, before: null, after }]
      return accept({
        subject: 'accountId' in to ? to.accountId : 'invitation',
        sentence: sentence(name, grant),
        counts: [],
        differences: [
          ...field('Person', 'شخص', name),
          ...field('Office', 'عہدہ', `${roleNames[grant.role].en} · ${roleNames[grant.role].ur}`),
          ...field('Over', 'علاقہ', `${placeName(grant.scope).en} · ${placeName(grant.scope).ur}`),
          ...field('Election', 'انتخاب', grant.scope.electionId),
          ...field('From', 'آغاز', from),
          ...field('Until', 'اختتام', until),
        ],
      })
    },

    async carryOut({ to, grant }, approved) {
      if ('accountId' in to) {
        const given = await people.giveApproved(to.accountId, grant, approved)
        return given.ok ? accept({ accountId: to.accountId }) : given
      }
      await invitations.enterApproved({ name: to.name, grants: [grant] }, approved)
      return accept({ invitationId: approved.id })
    },
  }
}

/** Proposing such an office. The room of approvals asks for the second person. */
export function grantAboveRoutes(approvals: Pick<Approvals, 'propose'>): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/identity/offices-above',
      act: 'accounts.grant-above',
      scope: ({ body }) => body.grant.scope,
      tag: 'identity',
      summary: 'Propose an office of one’s own rank or above; a second person approves it',
      body: grantAboveShape.extend({ reason: reasonText }),
      response: proposedAnswer,
      status: 202,
      handler: ({ body: { reason, ...payload }, caller }) =>
        approvals.propose(grantAboveKind, payload, { caller, reason }),
    }),
  ]
}
