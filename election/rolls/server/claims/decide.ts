import type { LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { karachiDate } from '@intikhab/law'
import type { Kysely } from 'kysely'
import type { Claim, ClaimEvent } from '../../core/claims/claim.ts'
import type { CorrectableField } from '../../core/claims/claim-content.ts'
import { effectOf, type ClaimParties } from '../../core/claims/claim-effect.ts'
import { namedBlock } from '../../core/claims/clocks.ts'
import { docketPrefix } from '../../core/claims/docket.ts'
import { formOf, orderSection } from '../../core/claims/forms.ts'
import { mayHappen } from '../../core/claims/may-happen.ts'
import type { Cnic } from '../../core/identifiers.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { changeVoter, type PlannedVoter, type VoterChange } from '../../core/register/change.ts'
import type { Voter } from '../../core/register/voter.ts'
import type { DecisionRequest } from './claim-schemas.ts'
import { changeClaim, type ClaimPlace, type ClaimsParts } from './claims.ts'
import { findDistrictOf, nextNumber } from './claim-store.ts'
import { coversClaim } from './commission-order-store.ts'

/** What an order that allows a claim would do: the person before and after. */
export interface PlannedEffect {
  readonly change: VoterChange
  readonly before: Voter | undefined
  readonly after: PlannedVoter
}

/** Claimant and person concerned, as the register has them now. */
export async function partiesOf({ rolls }: Pick<ClaimsParts, 'rolls'>, claim: Claim): Promise<ClaimParties> {
  const find = async (cnic: Cnic | null | undefined) => (cnic == null ? undefined : rolls.store.findVoter(cnic))
  return { claimant: await find(claim.claimant?.cnic), concerned: await find(claim.concerned) }
}

/**
 * What an order would do to the roll, without doing it. Refuses what `effectOf` and `changeVoter` refuse, and
 * `voter-elsewhere` where another district has to decide.
 */
export async function planEffect(
  parts: Pick<ClaimsParts, 'rolls' | 'database'>,
  claim: Claim,
  granted: readonly CorrectableField[] | null,
): Promise<Outcome<PlannedEffect>> {
  const parties = await partiesOf(parts, claim)
  const effect = effectOf(claim, parties, granted)
  if (!effect.ok) return effect
  const { concerned: before } = parties
  const planned = changeVoter(before, effect.value)
  if (!planned.ok) return planned
  // Where a vote goes decides who grants it; otherwise where it stands.
  const block = effect.value.kind === 'deleted' ? before?.entry?.block : planned.value.entry?.block
  const district = block === undefined ? undefined : await findDistrictOf(parts.database.tables(), block)
  if (district === undefined) return refuse(rollsRefusals['unknown-area'], { field: '/block' })
  return district === claim.district
    ? accept({ change: effect.value, before, after: planned.value })
    : refuse(rollsRefusals['voter-elsewhere'], { detail: { district } })
}

/**
 * Decides a claim: the numbered order, what it does to the roll, and both ledger entries in one transaction. Refuses
 * `decided-after-results` while the roll is frozen, unless an order of the Commission covers the claim (`order-elsewhere`).
 */
export function decideClaim(
  parts: ClaimsParts,
  place: ClaimPlace,
  asked: DecisionRequest,
  actor: LedgerActor,
): Promise<Outcome<Claim>> {
  return changeClaim(parts, place, async (tx, { claim }) => {
    const { pack } = await parts.law()
    const draft: Extract<ClaimEvent, { kind: 'decided' }> = { kind: 'decided', ...asked, order: '', actionId: null }
    const may = mayHappen(claim, draft, parts.now(), pack.values)
    if (!may.ok) return may
    const free = await mayDecideNow(parts, tx, claim, asked.under)
    if (!free.ok) return free
    const acted = asked.outcome === 'rejected' ? accept(null) : await carryOut(parts, tx, claim, asked, actor)
    if (!acted.ok) return acted
    const prefix = docketPrefix(claim.district)
    const year = Number(karachiDate(parts.now()).slice(0, 4))
    const number = String(await nextNumber(tx, prefix, year, 'order')).padStart(6, '0')
    return accept({ event: { ...draft, order: `${prefix}-${year}-O-${number}`, actionId: acted.value }, actor })
  })
}

async function mayDecideNow(
  { rolls }: ClaimsParts,
  tx: Kysely<unknown>,
  claim: Claim,
  under: string | null,
): Promise<Outcome<void>> {
  if (under !== null)
    return (await coversClaim(tx, under, claim))
      ? accept(undefined)
      : refuse(rollsRefusals['order-elsewhere'], { field: '/under' })
  const voter = claim.concerned === null ? undefined : await rolls.store.findVoter(claim.concerned)
  for (const block of [undefined, voter?.entry?.block, namedBlock(claim.content) ?? undefined]) {
    const freeze = await rolls.freeze(block)
    if (freeze !== undefined)
      return refuse(rollsRefusals['decided-after-results'], { detail: { since: freeze.from.toISOString() } })
  }
  return accept(undefined)
}

async function carryOut(
  parts: ClaimsParts,
  tx: Kysely<unknown>,
  claim: Claim,
  { granted, under }: DecisionRequest,
  actor: LedgerActor,
): Promise<Outcome<number>> {
  const planned = await planEffect(parts, claim, granted)
  if (!planned.ok) return planned
  const { pack } = await parts.law()
  const done = await parts.rolls.change(
    claim.concerned as Cnic,
    planned.value.change,
    {
      actor,
      cause: `claim:${claim.docket}`,
      form: formOf(pack, claim.period, claim.content.purpose),
      section: orderSection(pack, claim.period),
      ...(under === null ? {} : { order: under }),
    },
    tx,
  )
  return done.ok ? accept(done.value.actionId) : done
}
