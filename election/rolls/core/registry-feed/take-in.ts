import type { Cnic } from '../identifiers.ts'
import { changeVoter, type ChangeKind, type PlannedVoter, type VoterChange } from '../register/change.ts'
import { votingAge } from '../register/roll.ts'
import { isEnrolled, type Gender, type RollEntry, type Voter } from '../register/voter.ts'
import { cardSays } from './card-says.ts'
import { decideRecord, type KnownToRegistry, type RegistryDecision } from './decide.ts'
import type { RecordOutcome, RefusedReason, VerifyReason } from './reasons.ts'
import { readRecord } from './read-record.ts'
import type { CardRecord, RegistryRecord } from './record.ts'

/** The numbers last given out in an electoral area. */
export type LastNumbers = Record<Gender | 'household', number>

/** The part of the register that some records concern; `takeIn` changes it. */
export interface ConcernedRegister {
  readonly voters: Map<Cnic, Voter>
  /** Where heads of families named by the records are enrolled. */
  readonly heads: ReadonlyMap<Cnic, RollEntry>
  readonly lists: Map<string, LastNumbers>
  /** By CNIC the blocks whose freeze holds an earlier record of it back. */
  readonly held: Map<Cnic, readonly string[]>
}

export interface TakeInRules extends KnownToRegistry {
  readonly today: string
  isFrozen(block: string): boolean
}

/** A change of one voter by a record. */
export interface TakenAction {
  readonly number: number
  readonly kind: ChangeKind
  readonly before: Voter | undefined
  readonly after: Voter
}

/** How one record ended. */
export interface TakenOutcome {
  readonly number: number
  readonly outcome: RecordOutcome
  readonly reason: RefusedReason | VerifyReason | 'frozen' | null
  /** The field at fault, where a record could not be read. */
  readonly field: string | null
  readonly cnic: Cnic | null
  /**
   * The electoral area that it concerns: the one of the entry, else the one of the card. Of a card to be verified at the
   * door the one where that door is.
   */
  readonly block: string | null
  /** What the card says, where somebody is to ask at the door. */
  readonly card: CardRecord | null
  /** Blocks whose freeze holds it back. */
  readonly heldFor: readonly string[]
  /** Day of the 18th birthday of somebody who is too young. */
  readonly dueOn: string | null
}

export interface TakenIn {
  readonly actions: readonly TakenAction[]
  readonly outcomes: readonly TakenOutcome[]
}

/** A line of a batch, and the number of the record that it holds. */
export interface NumberedLine {
  readonly number: number
  readonly line: string
}

/** A line that was read, as far as that goes. */
export type ReadLine = NumberedLine & { readonly read: ReturnType<typeof readRecord> }

export function readLine({ number, line }: NumberedLine, today: string): ReadLine {
  return { number, line, read: readRecord(line, number, today) }
}

/**
 * Takes records in, in their order, into the part of the register that they concern: what each leads to, and the changes.
 * The same in one go or in pieces, as long as each piece finds the register as the one before left it.
 */
export function takeIn(records: readonly ReadLine[], register: ConcernedRegister, rules: TakeInRules): TakenIn {
  const actions: TakenAction[] = []
  const outcomes: TakenOutcome[] = []
  for (const { number, read } of records) {
    if (!read.ok) {
      outcomes.push({ ...plain, number, outcome: 'refused', ...read.unread })
      continue
    }
    const { record } = read
    const { cnic } = record
    const before = register.voters.get(cnic)
    const base = { ...plain, number, cnic, block: blockOf(record, before) }
    const heldFor = frozenBlocks(record, before, rules, register.held.get(cnic))
    if (heldFor.length > 0) {
      register.held.set(cnic, heldFor)
      outcomes.push({ ...base, outcome: 'held', reason: 'frozen', heldFor })
      continue
    }
    const decision = decideRecord(record, before, rules)
    let voter = before
    for (const change of decision.changes) {
      const after = applied(voter, change, record, register)
      actions.push({ number, kind: change.kind, before: voter, after })
      register.voters.set(cnic, after)
      voter = after
    }
    const block = decision.outcome === 'to-verify' ? doorBlock(record, before, rules) : base.block
    outcomes.push({ ...base, block, ...told(decision, record) })
  }
  return { actions, outcomes }
}

const plain = { reason: null, field: null, cnic: null, block: null, card: null, heldFor: [], dueOn: null } as const

function told(
  decision: RegistryDecision,
  record: RegistryRecord,
): Pick<TakenOutcome, 'outcome' | 'reason' | 'card' | 'dueOn'> {
  const { outcome } = decision
  const reason = 'reason' in decision ? decision.reason : null
  const isCard = record.kind === 'new-card' || record.kind === 'modified-card'
  return {
    outcome,
    reason,
    card: outcome === 'to-verify' && isCard ? record : null,
    dueOn: reason === 'not-yet-18' && isCard ? eighteenth(record.identity.dateOfBirth) : null,
  }
}

/** The day on which somebody is 18; 29 February counts from 1 March. */
function eighteenth(dateOfBirth: string): string {
  const year = Number(dateOfBirth.slice(0, 4)) + votingAge
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return dateOfBirth.endsWith('-02-29') && !isLeap ? `${year}-03-01` : `${year}${dateOfBirth.slice(4)}`
}

function blockOf(record: RegistryRecord, before: Voter | undefined): string | null {
  if (before?.entry != null) return before.entry.block
  return cardBlock(record, before) ?? null
}

/** Where to ask: at the address on the card, or where the entry is as long as no electoral area has that address. */
function doorBlock(record: RegistryRecord, before: Voter | undefined, { isArea }: TakeInRules): string | null {
  const block = cardBlock(record, before)
  return block !== undefined && isArea(block) ? block : blockOf(record, before)
}

function cardBlock(record: RegistryRecord, before: Voter | undefined): string | undefined {
  if (record.kind === 'cancelled-card' || record.kind === 'death') return undefined
  if (before !== undefined && isEnrolled(before)) return cardSays(record, before).address.block
  const { addresses } = record.identity
  return (addresses[record.chosen ?? 'permanent'] ?? addresses.permanent).block
}

/** The frozen blocks from which or into which the record leads, and those for which an earlier one of the same CNIC waits. */
function frozenBlocks(
  record: RegistryRecord,
  before: Voter | undefined,
  { isFrozen }: TakeInRules,
  earlier: readonly string[] = [],
): readonly string[] {
  const concerned = [before?.entry?.block, cardBlock(record, before)]
  const frozen = concerned.filter((block) => block !== undefined && isFrozen(block)) as string[]
  return [...new Set([...earlier, ...frozen])]
}

/** The voter after a change that the rules of the register allow: `decideRecord` asks for no other. */
function applied(
  before: Voter | undefined,
  change: VoterChange,
  record: RegistryRecord,
  register: ConcernedRegister,
): Voter {
  const planned = changeVoter(before, change)
  if (!planned.ok) throw new Error(`record ${record.number}: ${planned.refusal.kind.code} after ${change.kind}`)
  return place(planned.value, record, register)
}

/** Gives out the numbers that a plan leaves open. */
function place(planned: PlannedVoter, record: RegistryRecord, register: ConcernedRegister): Voter {
  const { entry } = planned
  if (entry === null) return { ...planned, entry: null }
  const { block } = entry
  const last = register.lists.get(block)
  const number = (of: keyof LastNumbers) => {
    if (last === undefined) throw new Error(`record ${record.number}: no list of block ${block}`)
    return ++last[of]
  }
  const serial = entry.serial === 'next' ? number(planned.gender) : entry.serial
  const household =
    entry.household === 'new' ? (headsHousehold(block, record, register) ?? number('household')) : entry.household
  return { ...planned, entry: { block, serial, household } }
}

/** The household of the head of the family, where that one is enrolled in the block. */
function headsHousehold(
  block: string,
  record: RegistryRecord,
  { voters, heads }: ConcernedRegister,
): number | undefined {
  const head = 'headOfFamily' in record ? record.headOfFamily : null
  if (head === null) return undefined
  const voter = voters.get(head)
  const entry = voter === undefined ? heads.get(head) : voter.entry
  return entry?.block === block ? entry.household : undefined
}
