import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { Cnic } from '../identifiers.ts'
import { rollsRefusals } from '../refusals.ts'
import type { VoterChange } from '../register/change.ts'
import { isEnrolled, type Addresses, type Identity, type Voter } from '../register/voter.ts'
import { hasUrdu } from '../registry-feed/urdu-text.ts'
import type { Claim } from './claim.ts'
import { claimedAddress, findLatinName, type CorrectableField, type RegistrationContent } from './claim-content.ts'

/** Who stands behind a claim in the register. */
export interface ClaimParties {
  /** The claimant as the register knows them. */
  readonly claimant: Voter | undefined
  /** Whom the claim is about. */
  readonly concerned: Voter | undefined
}

/**
 * What an order that allows a claim does to the roll. A registration of somebody who is enrolled elsewhere is a transfer.
 * Refuses `not-of-the-area` (only a voter of the area may object), `not-enrolled`, `incomplete-claim`, and for a
 * registration whose chosen address is none of the card's `no-such-address`.
 */
export function effectOf(
  claim: Pick<Claim, 'content' | 'claimant' | 'concerned'>,
  { claimant, concerned }: ClaimParties,
  granted: readonly CorrectableField[] | null,
): Outcome<VoterChange> {
  const { content } = claim
  switch (content.purpose) {
    case 'registration':
      return registration(content, concerned, claim.concerned ?? ('' as Cnic))
    case 'objection': {
      // Who has left that line meanwhile is not followed elsewhere.
      const stands = concerned?.entry?.block === content.block && concerned.entry.serial === content.serial
      if (concerned === undefined || !stands) return refuse(rollsRefusals['not-enrolled'])
      // The office's own objection, after a visit at the door, needs no neighbour.
      const mayObject = claim.claimant === null || claimant?.entry?.block === content.block
      return mayObject ? accept({ kind: 'deleted' }) : refuse(rollsRefusals['not-of-the-area'])
    }
    case 'correction': {
      const { corrections } = content
      const fields = granted ?? (Object.keys(corrections) as CorrectableField[])
      const correction = Object.fromEntries(fields.map((field) => [field, corrections[field]]))
      const latin = findLatinName(correction)
      return latin === undefined ? accept({ kind: 'corrected', correction }) : incomplete(latin)
    }
  }
  return content satisfies never
}

function incomplete(field: string): Outcome<never> {
  return refuse(rollsRefusals['incomplete-claim'], { field: `/${field}` })
}

function registration(content: RegistrationContent, known: Voter | undefined, cnic: Cnic): Outcome<VoterChange> {
  const { chosen, permanent, person } = content
  const claimed = claimedAddress(content)
  if (claimed === null) return refuse(rollsRefusals['no-such-address'], { field: '/chosen' })
  if (claimed.block === null) return incomplete('block')
  if (!hasUrdu(claimed.textUr)) return incomplete(chosen === 'permanent' ? 'permanent' : 'other')
  const address = { textUr: claimed.textUr, block: claimed.block }
  if (known !== undefined) {
    const addresses = { ...known.addresses, [chosen]: address }
    if (isEnrolled(known))
      return accept({ kind: 'transferred', chosen, addresses: { [chosen]: address }, household: 'new' })
    const { chosen: _chosen, status: _status, entry: _entry, ...identity } = known
    return accept({ kind: 'enrolled', identity: { ...identity, addresses }, chosen, household: 'new' })
  }
  const { block } = permanent
  if (block === null || !hasUrdu(permanent.textUr)) return incomplete('permanent')
  // The roll is printed in Urdu; who typed a name in other letters is written down by the officer.
  const latin = findLatinName(person)
  if (latin !== undefined) return incomplete(latin)
  const addresses: Addresses = {
    permanent: { textUr: permanent.textUr, block },
    temporary: chosen === 'temporary' ? address : null,
    posting: chosen === 'posting' ? address : null,
  }
  const identity: Identity = { ...person, cnic, card: 'cnic', list: 'general', addresses, photo: null }
  return accept({ kind: 'enrolled', identity, chosen, household: 'new' })
}
