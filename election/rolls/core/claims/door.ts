import type { VoterChange } from '../register/change.ts'
import { isEnrolled, type EnrolledVoter, type Voter } from '../register/voter.ts'
import { cardSays } from '../registry-feed/card-says.ts'
import type { VerifyReason } from '../registry-feed/reasons.ts'
import type { CardRecord } from '../registry-feed/record.ts'
import type { ObjectionGround } from './claim-content.ts'

/** Why somebody is visited at the door; `registry`: a voter of whom the civil registry says otherwise than the roll. */
export type DoorReason = 'to-verify' | 'death-noted' | 'blocked' | 'registry'

/**
 * What a verifying official finds there. Where the registry says otherwise than the roll, `found` is as the roll says and
 * `as-card` as the card says.
 */
export const doorFindings = ['found', 'as-card', 'moved', 'dead', 'unknown'] as const
export type DoorFinding = (typeof doorFindings)[number]

/** The newest that the civil registry told of somebody and that nothing has settled since. */
export interface RegistryNews {
  /** Number of its record. */
  readonly number: number
  readonly reason: VerifyReason
  /** Null where it was no card: a death, a cancellation. */
  readonly card: CardRecord | null
}

type DoorChangeKind = 'enrolled' | 'unblocked' | 'transferred' | 'corrected' | 'deleted'
type DoorChange = VoterChange & { readonly kind: DoorChangeKind }

/** What an officer makes of a finding: changes of the roll in their order, an objection to be heard, or nothing. */
export type DoorEffect =
  | { readonly kind: 'change'; readonly changes: readonly [DoorChange, ...DoorChange[]] }
  | { readonly kind: 'objection'; readonly ground: ObjectionGround }
  | { readonly kind: 'nothing' }

/** What the consequence of a finding hangs on beside the voter. */
export interface DoorGrounds {
  /** What the sheet told of the registry; null where it told nothing, or where something newer has come since. */
  readonly asked: RegistryNews | null
  /** The registry has told something since the list was made: about that nobody was asked. */
  readonly isOutrun: boolean
  /** The entry stands in the district whose officer draws the consequence. */
  readonly isOwn: boolean
  /** Latest date of birth of a voter who is 18 on the qualifying date, `YYYY-MM-DD`. */
  readonly latestBirth: string
}

/** Why this person has to be visited; undefined for anybody else. */
export function doorReasonOf(voter: Voter, hasNews: boolean): DoorReason | undefined {
  if (voter.status === 'to-verify') return 'to-verify'
  if (voter.status === 'deceased') return 'death-noted'
  if (voter.status === 'blocked') return 'blocked'
  return hasNews && isEnrolled(voter) ? 'registry' : undefined
}

const nothing: DoorEffect = { kind: 'nothing' }

/**
 * What follows from a finding. Whoever is not on the roll is put on it if found and else stays off; whoever is on it
 * becomes what the card says if that is so, is taken off if dead, and gets a hearing if nobody knows them there any more.
 * An entry of another district is taken off by no one here: its officer hears an objection.
 */
export function doorEffect(voter: Voter, finding: DoorFinding, grounds: DoorGrounds): DoorEffect {
  if (!isEnrolled(voter)) return finding === 'found' ? enrolled(voter, grounds) : nothing
  switch (finding) {
    case 'found':
      return voter.status === 'deceased' ? { kind: 'change', changes: [{ kind: 'unblocked' }] } : nothing
    case 'as-card':
      return grounds.asked?.card == null ? nothing : asCard(voter, grounds.asked.card, grounds)
    case 'dead':
      return grounds.isOwn ? { kind: 'change', changes: [{ kind: 'deleted' }] } : { kind: 'objection', ground: 'dead' }
    case 'moved':
    case 'unknown':
      return { kind: 'objection', ground: 'not-resident' }
  }
  return finding satisfies never
}

/** Whose card was cancelled while they waited is not enrolled, nor whose card is another than the one that was seen. */
function enrolled(voter: Voter, { asked, isOutrun }: DoorGrounds): DoorEffect {
  if (voter.status !== 'to-verify' || isOutrun || asked?.reason === 'ended-while-waiting') return nothing
  const { chosen, status: _status, entry: _entry, ...identity } = voter
  return { kind: 'change', changes: [{ kind: 'enrolled', identity, chosen, household: 'new' }] }
}

/** The changes that make an entry what the card says; whom it makes too young has a hearing first. */
function asCard(voter: EnrolledVoter, card: CardRecord, { latestBirth }: DoorGrounds): DoorEffect {
  const { correction, chosen, address } = cardSays(card, voter)
  if (correction.dateOfBirth !== undefined && correction.dateOfBirth > latestBirth)
    return { kind: 'objection', ground: 'under-age' }
  const { addresses, ...details } = correction
  const isLifted = voter.status === 'blocked' || voter.status === 'deceased'
  const moves = address.block !== voter.entry.block
  const corrected = moves ? details : { ...correction, ...(chosen === voter.chosen ? {} : { chosen }) }
  const changes: DoorChange[] = [
    ...(isLifted ? [{ kind: 'unblocked' } as const] : []),
    ...(moves
      ? [{ kind: 'transferred', chosen, ...(addresses === undefined ? {} : { addresses }), household: 'new' } as const]
      : []),
    ...(Object.keys(corrected).length === 0 ? [] : [{ kind: 'corrected', correction: corrected } as const]),
  ]
  const [first, ...others] = changes
  return first === undefined ? nothing : { kind: 'change', changes: [first, ...others] }
}

/** An effect in a word, before it is carried out: of several changes the one that weighs most. */
export type DoorConsequence = DoorChangeKind | 'objection' | 'nothing'

export function consequenceOf(effect: DoorEffect): DoorConsequence {
  if (effect.kind !== 'change') return effect.kind
  const { changes } = effect
  return (changes.find(({ kind }) => kind === 'transferred') ?? changes.at(-1) ?? changes[0]).kind
}
