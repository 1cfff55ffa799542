import type { Text } from '@intikhab/kernel/language'
import type { Outcome } from '@intikhab/kernel/refusal'
import { karachiDate } from '@intikhab/law'
import { isOpen, type Claim, type PastEvent } from '../../core/claims/claim.ts'
import { isOverdue } from '../../core/claims/clocks.ts'
import { findingsOf, type ClaimFinding } from '../../core/claims/findings.ts'
import { maskCnic, type Cnic } from '../../core/identifiers.ts'
import { tellAction, type voterFields } from '../../core/register/told-actions.ts'
import type { Voter } from '../../core/register/voter.ts'
import type { ClaimsParts } from './claims.ts'
import type { KnownClaim } from './claim-row.ts'
import { partiesOf, planEffect, type PlannedEffect } from './decide.ts'
import { districtName } from './district-name.ts'

/** What an order that allows the claim would do, as it is shown before it is signed. */
export type ShownEffect =
  | {
      readonly ok: true
      readonly kind: PlannedEffect['change']['kind']
      readonly from: string | null
      readonly to: string | null
      readonly differences: readonly {
        readonly field: keyof typeof voterFields
        readonly before: Text | null
        readonly after: Text | null
      }[]
    }
  | { readonly ok: false; readonly code: string; readonly says: Text }

/** A claim on a desk. Instants are ISO 8601 in UTC. */
export interface ClaimView extends Omit<Claim, 'lodgedAt' | 'concerned'> {
  readonly lodgedAt: string
  readonly isOpen: boolean
  readonly isOverdue: boolean
  readonly isFrozen: boolean
  /** The day of its hearing has come. */
  readonly isHearingDue: boolean
  readonly districtName: Text
  /** The person objected to, as the roll has them; null for any other claim. */
  readonly concerned: { readonly nameUr: string; readonly nameEn: string; readonly addressUr: string } | null
  readonly findings: readonly ClaimFinding[]
  /** Null once nothing is to be decided any more. */
  readonly effect: ShownEffect | null
  readonly past: readonly (Omit<PastEvent, 'at'> & { readonly at: string })[]
}

/** A claim with what the register says to it. `seesPeople`: whether whole CNICs and the papers are shown. */
export async function viewClaim(parts: ClaimsParts, known: KnownClaim, seesPeople: boolean): Promise<ClaimView> {
  const { claim, past } = known
  const { rolls, now } = parts
  const parties = await partiesOf(parts, claim)
  const block = parties.concerned?.entry?.block
  const area = block === undefined ? undefined : await rolls.store.findArea(block)
  const isFrozen = (await rolls.freeze(block)) !== undefined
  const { concerned: _concerned, lodgedAt, ...shown } = claim
  return {
    ...shown,
    claimant: claim.claimant === null ? null : seesPeople ? claim.claimant : masked(claim.claimant),
    evidence: seesPeople ? claim.evidence : [],
    lodgedAt: lodgedAt.toISOString(),
    isOpen: isOpen(claim),
    isOverdue: isOverdue(claim, now(), isFrozen),
    isFrozen,
    isHearingDue: claim.hearing !== null && karachiDate(new Date(claim.hearing.at)) <= karachiDate(now()),
    districtName: await districtName(rolls, claim.district),
    concerned: claim.content.purpose === 'objection' ? concernedOf(parties.concerned) : null,
    findings: findingsOf(claim, parties, await districtName(rolls, area?.district ?? '')),
    effect: isOpen(claim) ? shownEffect(await planEffect(parts, claim, null)) : null,
    past: past.map(({ event, at, by }) => ({ event, at: at.toISOString(), by })),
  }
}

function masked(claimant: NonNullable<Claim['claimant']>): NonNullable<Claim['claimant']> {
  const { cnic, representative, name } = claimant
  const hidden = (one: Cnic) => maskCnic(one) as Cnic
  return {
    cnic: hidden(cnic),
    name,
    phone: '',
    representative: representative === null ? null : { ...representative, cnic: hidden(representative.cnic) },
  }
}

function concernedOf(voter: Voter | undefined): ClaimView['concerned'] {
  if (voter === undefined) return null
  const { nameUr, nameEn, addresses, chosen } = voter
  return { nameUr, nameEn, addressUr: addresses[chosen]?.textUr ?? '' }
}

/** What a number that the register has yet to give out is called. */
const nextNumber: Text = { en: 'next free number', ur: 'اگلا خالی نمبر' }

function shownEffect(planned: Outcome<PlannedEffect>): ShownEffect {
  if (!planned.ok) {
    const { code, en, ur } = planned.refusal.kind
    return { ok: false, code, says: { en, ur } }
  }
  const { change, before, after } = planned.value
  // Numbers that are not given out yet stand for themselves in the telling and are named afterwards.
  const then = after as unknown as Voter
  const [en, ur] = (['en', 'ur'] as const).map(
    (language) => tellAction({ kind: change.kind, before: before ?? null, after: then }, language).differences,
  )
  const named = (value: string | null | undefined, urdu: string | null | undefined): Text | null =>
    value == null ? null : value === 'next' || value === 'new' ? nextNumber : { en: value, ur: urdu ?? value }
  return {
    ok: true,
    kind: change.kind,
    from: before?.entry?.block ?? null,
    to: after.entry?.block ?? null,
    differences: (en ?? []).map(({ field, before: was, after: is }, n) => ({
      field,
      before: named(was, ur?.[n]?.before),
      after: named(is, ur?.[n]?.after),
    })),
  }
}
