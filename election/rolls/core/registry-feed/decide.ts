import type { VoterChange } from '../register/change.ts'
import { chosenAddress, isEnrolled, type EnrolledVoter, type Voter } from '../register/voter.ts'
import { cardSays } from './card-says.ts'
import type { RefusedReason, VerifyReason } from './reasons.ts'
import type { CardRecord, DeathRecord, RegistryRecord } from './record.ts'

/** What becomes of one record, and the changes of the register that it leads to, in their order. */
export type RegistryDecision =
  | { readonly outcome: 'enrolled' | 'changed' | 'deleted'; readonly changes: readonly VoterChange[] }
  | { readonly outcome: 'to-verify'; readonly reason: VerifyReason; readonly changes: readonly VoterChange[] }
  | { readonly outcome: 'refused'; readonly reason: RefusedReason; readonly changes: readonly [] }

/** What the rules need to know beside the record and the voter. */
export interface KnownToRegistry {
  isArea(block: string): boolean
  /** Latest date of birth of a voter who is 18 on the qualifying date, `YYYY-MM-DD`. */
  readonly latestBirth: string
  /** What a death with a registered certificate does: it takes the name off, or is noted until somebody was at the door. */
  readonly deaths: 'delete' | 'note'
}

const refused = (reason: RefusedReason): RegistryDecision => ({ outcome: 'refused', reason, changes: [] })
const toVerify = (reason: VerifyReason, ...changes: VoterChange[]): RegistryDecision => ({
  outcome: 'to-verify',
  reason,
  changes,
})

/**
 * What becomes of a record of the civil registry (s.25), given who the register has under its CNIC: exactly one of
 * enrolled, changed, deleted, to be verified at the door, refused with a reason. A move, another gender, another choice of
 * address never take an entry from anybody: they wait for a visit.
 */
export function decideRecord(
  record: RegistryRecord,
  before: Voter | undefined,
  known: KnownToRegistry,
): RegistryDecision {
  switch (record.kind) {
    case 'new-card':
    case 'modified-card':
      if (before !== undefined && isEnrolled(before)) return changeCard(record, before, known)
      return newcomer(record, before, known)
    case 'cancelled-card':
      return cancelCard(before)
    case 'death':
      return endedByDeath(record, before, known)
    default:
      return record satisfies never
  }
}

function cancelCard(before: Voter | undefined): RegistryDecision {
  if (before === undefined || before.status === 'removed') return refused('not-on-the-roll')
  if (before.status === 'to-verify') return toVerify('ended-while-waiting')
  if (before.status === 'blocked' || before.status === 'deceased') return refused('nothing-to-change')
  return { outcome: 'changed', changes: [{ kind: 'blocked' }] }
}

function newcomer(
  { identity, chosen }: CardRecord,
  before: Voter | undefined,
  known: KnownToRegistry,
): RegistryDecision {
  if (identity.card === 'poc') return refused('not-a-citizen')
  const kind = chosen ?? 'permanent'
  const address = chosenAddress({ addresses: identity.addresses, chosen: kind })
  if (address === undefined) return refused('no-such-address')
  if (identity.dateOfBirth > known.latestBirth) return refused('not-yet-18')
  const waiting: VoterChange = { kind: 'to-verify', identity, chosen: kind }
  if (before?.status === 'removed') return toVerify('was-removed', waiting)
  if (!known.isArea(address.block)) return toVerify('unknown-block', waiting)
  // Who waits because of an address that no area had is enrolled when the card gives one that an area has.
  if (before !== undefined && known.isArea(chosenAddress(before)?.block ?? ''))
    return toVerify('still-waiting', waiting)
  return { outcome: 'enrolled', changes: [{ kind: 'enrolled', identity, chosen: kind, household: 'new' }] }
}

function changeCard(card: CardRecord, before: EnrolledVoter, known: KnownToRegistry): RegistryDecision {
  const { identity, chosen } = card
  if (chosen !== null && identity.addresses[chosen] === null) return refused('no-such-address')
  if (before.status === 'deceased') return toVerify('noted-dead')
  if (identity.gender !== before.gender) return toVerify('gender-changed')
  if (identity.dateOfBirth !== before.dateOfBirth && identity.dateOfBirth > known.latestBirth)
    return toVerify('age-changed')
  if (chosen !== null && chosen !== before.chosen) return toVerify('choice-changed')
  const { correction, address } = cardSays(card, before)
  const { block } = address
  if (block !== before.entry.block) return toVerify(known.isArea(block) ? 'moved' : 'unknown-block')
  // A cancelled card that is issued again.
  const renewed: VoterChange[] = before.status === 'blocked' ? [{ kind: 'unblocked' }] : []
  const corrected: VoterChange[] = Object.keys(correction).length === 0 ? [] : [{ kind: 'corrected', correction }]
  const changes = [...renewed, ...corrected]
  return changes.length === 0 ? refused('nothing-to-change') : { outcome: 'changed', changes }
}

function endedByDeath(record: DeathRecord, before: Voter | undefined, known: KnownToRegistry): RegistryDecision {
  if (before === undefined || before.status === 'removed') return refused('not-on-the-roll')
  if (before.status === 'to-verify') return toVerify('ended-while-waiting')
  // One wrong digit of a CNIC must not take a living voter off the roll.
  if (record.dateOfBirth !== before.dateOfBirth || record.diedOn < record.dateOfBirth)
    return toVerify('death-of-another')
  if (record.certificate !== null && record.certificate !== '' && known.deaths === 'delete')
    return { outcome: 'deleted', changes: [{ kind: 'deleted' }] }
  if (before.status === 'deceased') return refused('nothing-to-change')
  return toVerify('death-to-confirm', { kind: 'death-noted' })
}
