import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { rollsRefusals } from '../refusals.ts'
import {
  chosenAddress,
  isEnrolled,
  type AddressKind,
  type EnrolledVoter,
  type Identity,
  type RollEntry,
  type Voter,
} from './voter.ts'

/** What can happen to somebody in the register. Everything else about a voter follows from these, in their order. */
export const changeKinds = [
  'enrolled',
  'to-verify',
  'transferred',
  'corrected',
  'objected',
  'deleted',
  'restored',
  'death-noted',
  'blocked',
  'unblocked',
  'overseas-opted',
  'overseas-withdrawn',
  'postal-ballot-issued',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/**
 * What may be corrected: everything but the CNIC, and which address is chosen. Where that one lies in another block, the
 * entry moves.
 */
export type Correction = Partial<Omit<Identity, 'cnic'>> & { readonly chosen?: AddressKind }

/** A change, with what it needs. */
export type VoterChange =
  | {
      readonly kind: 'enrolled'
      readonly identity: Identity
      readonly chosen: AddressKind
      /** Gharana of relatives already enrolled; `new` opens one. */
      readonly household: number | 'new'
    }
  | { readonly kind: 'to-verify'; readonly identity: Identity; readonly chosen: AddressKind }
  | {
      readonly kind: 'transferred'
      readonly chosen: AddressKind
      /** An address that the register did not have: the other one on the card, or the place of posting. */
      readonly addresses?: Partial<Identity['addresses']>
      readonly household: number | 'new'
    }
  | { readonly kind: 'corrected'; readonly correction: Correction }
  | { readonly kind: 'restored'; readonly former: RollEntry }
  | { readonly kind: Exclude<ChangeKind, 'enrolled' | 'to-verify' | 'transferred' | 'corrected' | 'restored'> }

/** The place in the roll that a change leads to; `next` and `new` are numbers that the register gives out. */
interface PlannedEntry {
  readonly block: RollEntry['block']
  readonly serial: number | 'next'
  readonly household: number | 'new'
}

/** What a voter is after a change. */
export type PlannedVoter = Omit<Voter, 'entry'> & { readonly entry: PlannedEntry | null }

/** Kinds that leave who is on the roll, and where, as it is: the freeze of s.39 lets them through. */
const notARevision: ReadonlySet<ChangeKind> = new Set([
  'objected',
  'death-noted',
  'overseas-opted',
  'overseas-withdrawn',
  'postal-ballot-issued',
])

/** Whether a change is a revision, correction or transfer, which s.39 forbids while the roll is frozen. */
export function isRevision(kind: ChangeKind): boolean {
  return !notARevision.has(kind)
}

/**
 * What a change makes of somebody. Refuses `already-enrolled` (Form-21), `not-enrolled`, `no-such-address`,
 * `same-area`, `not-removed`, `status-does-not-allow`.
 */
export function changeVoter(before: Voter | undefined, change: VoterChange): Outcome<PlannedVoter> {
  switch (change.kind) {
    case 'enrolled':
    case 'to-verify':
      return enrol(before, change)
    case 'restored':
      if (before === undefined || before.status !== 'removed') return refuse(rollsRefusals['not-removed'])
      return accept({ ...before, status: 'active', entry: change.former })
    case 'transferred':
    case 'corrected':
    case 'objected':
    case 'deleted':
    case 'death-noted':
    case 'blocked':
    case 'unblocked':
    case 'overseas-opted':
    case 'overseas-withdrawn':
    case 'postal-ballot-issued':
      if (before === undefined || !isEnrolled(before)) return refuse(rollsRefusals['not-enrolled'], { field: 'cnic' })
      return changeEnrolled(before, change)
    default:
      return change satisfies never
  }
}

function enrol(
  before: Voter | undefined,
  change: Extract<VoterChange, { kind: 'enrolled' | 'to-verify' }>,
): Outcome<PlannedVoter> {
  if (before !== undefined && isEnrolled(before))
    return refuse(rollsRefusals['already-enrolled'], { field: 'cnic', detail: { form: '21' } })
  const { identity, chosen } = change
  const address = chosenAddress({ addresses: identity.addresses, chosen })
  if (address === undefined) return refuse(rollsRefusals['no-such-address'], { field: 'chosen' })
  if (change.kind === 'to-verify') return accept({ ...identity, chosen, status: 'to-verify', entry: null })
  const entry: PlannedEntry = { block: address.block, serial: 'next', household: change.household }
  return accept({ ...identity, chosen, status: 'active', entry })
}

function changeEnrolled(
  before: EnrolledVoter,
  change: Exclude<VoterChange, { kind: 'enrolled' | 'to-verify' | 'restored' }>,
): Outcome<PlannedVoter> {
  switch (change.kind) {
    case 'transferred': {
      const addresses = { ...before.addresses, ...change.addresses }
      const address = chosenAddress({ addresses, chosen: change.chosen })
      if (address === undefined) return refuse(rollsRefusals['no-such-address'], { field: 'chosen' })
      if (address.block === before.entry.block) return refuse(rollsRefusals['same-area'], { field: 'chosen' })
      const entry: PlannedEntry = { block: address.block, serial: 'next', household: change.household }
      return accept({ ...before, addresses, chosen: change.chosen, entry })
    }
    case 'corrected':
      return accept(correct(before, change.correction))
    case 'deleted':
      return accept({ ...before, status: 'removed', entry: null })
    case 'death-noted':
      return moved(before, ['active', 'blocked', 'overseas'], 'deceased')
    case 'blocked':
      return moved(before, ['active', 'overseas'], 'blocked')
    case 'unblocked':
      return moved(before, ['blocked', 'deceased'], 'active')
    case 'overseas-opted':
      return moved(before, ['active'], 'overseas')
    case 'overseas-withdrawn':
      return moved(before, ['overseas'], 'active')
    case 'objected':
    case 'postal-ballot-issued':
      return accept(before)
    default:
      return change satisfies never
  }
}

function moved(before: EnrolledVoter, from: readonly Voter['status'][], to: Voter['status']): Outcome<PlannedVoter> {
  if (!from.includes(before.status))
    return refuse(rollsRefusals['status-does-not-allow'], { detail: { status: before.status } })
  return accept({ ...before, status: to })
}

/**
 * A new serial where gender or area change: the lists of men and women are numbered apart. Where the card no longer has
 * the chosen address, the permanent one decides, which every card has (s.27).
 */
function correct(before: EnrolledVoter, correction: Correction): PlannedVoter {
  const corrected = { ...before, ...correction }
  const chosen = corrected.addresses[corrected.chosen] === null ? 'permanent' : corrected.chosen
  const after = { ...corrected, chosen }
  const block = chosenAddress(after)?.block ?? before.entry.block
  const moves = block !== before.entry.block
  return {
    ...after,
    entry: {
      block,
      serial: moves || after.gender !== before.gender ? 'next' : before.entry.serial,
      household: moves ? 'new' : before.entry.household,
    },
  }
}
