import type { Text } from '@intikhab/kernel/language'
import type { Outcome } from '@intikhab/kernel/refusal'
import { karachiDate } from '@intikhab/law'
import { isOpen, type Claim, type PastEvent } from '../../core/claims/claim.ts'
import { clockOf, type ClaimClock } from '../../core/claims/clocks.ts'
import { parseDocket } from '../../core/claims/docket.ts'
import { findingsOf, type ClaimFinding, type Removal } from '../../core/claims/findings.ts'
import { maskCnic, type Cnic } from '../../core/identifiers.ts'
import { readCause } from '../../core/register/cause.ts'
import type { ShownOfficer } from '../../core/register/officer.ts'
import { tellAction, type voterFields } from '../../core/register/told-actions.ts'
import { placeOf, type Voter } from '../../core/register/voter.ts'
import { showOfficers } from '../register/shown-officers.ts'
import type { VoterHandles } from '../register/voter-handle.ts'
import { listFreezes } from './claim-freezes.ts'
import { findClaim } from './claim-store.ts'
import { publicActor, type ClaimsParts } from './claims.ts'
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
export interface ClaimView extends Omit<Claim, 'lodgedAt' | 'concerned' | 'dueOn'>, ClaimClock {
  readonly lodgedAt: string
  readonly isOpen: boolean
  /** The day of its hearing has come. */
  readonly isHearingDue: boolean
  readonly districtName: Text
  /** The person objected to, as the roll has them; null for any other claim. */
  readonly concerned: { readonly nameUr: string; readonly nameEn: string; readonly addressUr: string } | null
  /** Where the history of whoever the claim is about is read; null for a voter of another district, and for nobody. */
  readonly voter: { readonly district: string; readonly handle: string } | null
  readonly findings: readonly ClaimFinding[]
  /** Null once nothing is to be decided any more. */
  readonly effect: ShownEffect | null
  /** `by`: null for the public, over the web. */
  readonly past: readonly (Omit<PastEvent, 'at' | 'by'> & { readonly at: string; readonly by: ShownOfficer | null })[]
}

/** For whom a claim is shown. */
export interface ClaimReader {
  /** Whether whole CNICs and the papers are shown. */
  readonly seesPeople: boolean
  /** Whether the rolls of a district are within the office. */
  reads(district: string): boolean
  /** Who an account is, as far as the reader may know. */
  whoIs(accountId: string): Promise<ShownOfficer>
}

/** What a claim is shown with. */
export type ClaimViewParts = ClaimsParts & { readonly handles: Pick<VoterHandles, 'handleOf'> }

/** A claim with what the register says to it. */
export async function viewClaim(parts: ClaimViewParts, known: KnownClaim, reader: ClaimReader): Promise<ClaimView> {
  const { claim, past } = known
  const { rolls, now, handles } = parts
  const { seesPeople } = reader
  const parties = await partiesOf(parts, claim)
  const { concerned } = parties
  const area = concerned === undefined ? undefined : await rolls.store.findArea(placeOf(concerned))
  const enrolledIn = concerned?.entry == null ? '' : (area?.district ?? '')
  const officers = await showOfficers(
    past.map(({ by }) => by).filter((by) => by !== publicActor.id),
    (id) => reader.whoIs(id),
  )
  const { concerned: _concerned, lodgedAt, dueOn: _unfrozen, ...shown } = claim
  return {
    ...shown,
    ...clockOf(claim, concerned?.entry?.block ?? null, await listFreezes(rolls), now()),
    claimant: claim.claimant === null ? null : seesPeople ? claim.claimant : masked(claim.claimant),
    evidence: seesPeople ? claim.evidence : [],
    lodgedAt: lodgedAt.toISOString(),
    isOpen: isOpen(claim),
    isHearingDue: claim.hearing !== null && karachiDate(new Date(claim.hearing.at)) <= karachiDate(now()),
    districtName: await districtName(rolls, claim.district),
    concerned: claim.content.purpose === 'objection' ? concernedOf(concerned) : null,
    voter:
      concerned !== undefined && area !== undefined && reader.reads(area.district)
        ? { district: area.district, handle: handles.handleOf(concerned.cnic) }
        : null,
    findings: findingsOf(claim, parties, await districtName(rolls, enrolledIn), await removalOf(parts, concerned)),
    effect: isOpen(claim) ? shownEffect(await planEffect(parts, claim, null)) : null,
    past: past.map(({ event, at, by }) => ({ event, at: at.toISOString(), by: officers.get(by) ?? null })),
  }
}

/** How somebody left the roll who is off it now, be it that a visit is to come. */
async function removalOf({ rolls, database }: ClaimsParts, voter: Voter | undefined): Promise<Removal | null> {
  if (voter === undefined || voter.entry !== null) return null
  const action = (await rolls.actions(voter.cnic)).findLast(({ kind }) => kind === 'deleted')
  if (action === undefined) return null
  const cause = readCause(action.cause)
  const docket = cause.kind === 'claim' ? parseDocket(cause.docket) : undefined
  const content = docket === undefined ? undefined : (await findClaim(database.tables(), docket))?.claim.content
  return { action, ground: content?.purpose === 'objection' ? content.ground : null }
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
