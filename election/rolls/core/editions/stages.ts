import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import {
  addDays,
  daysBetween,
  isFrozen,
  karachiDate,
  karachiInstant,
  type LegalDate,
  type RollFreeze,
} from '@intikhab/law'
import { rollsRefusals } from '../refusals.ts'

/**
 * What two people order of a roll, in this order (ss.24, 28–34, 36): the preliminary roll is published, displayed for
 * claims and objections, and made final. `direction`: the Commission has it prepared otherwise (s.49).
 */
export const stepKinds = ['preliminary', 'display', 'extension', 'final', 'direction'] as const
export type StageStepKind = (typeof stepKinds)[number]

/** One such order. */
export interface StageStep {
  /** 1 first, within the roll. */
  readonly number: number
  readonly kind: StageStepKind
  readonly at: Date
  /** First day of the display; null in every other order. */
  readonly from: LegalDate | null
  /** Last day of the display, included; null where the order names none. */
  readonly until: LegalDate | null
}

/** Where a roll stands. Between the end of the display and the final roll the Revising Authority decides: `revision`. */
export const rollStages = ['preparation', 'preliminary', 'announced', 'display', 'revision', 'final'] as const
export type RollStage = (typeof rollStages)[number]

/** The stage of a roll at an instant, and its clock. */
export interface StageAt {
  readonly stage: RollStage
  /** When it began; null for a roll of which nothing was ordered. */
  readonly since: Date | null
  /** When it ends by itself (the first instant after it); null where only an order ends it. */
  readonly until: Date | null
  /** The display of this round: both days included. */
  readonly display: { readonly from: LegalDate; readonly until: LegalDate } | null
  /** The Commission directed that this round be held otherwise (s.49). */
  readonly isOtherwise: boolean
}

/**
 * The orders of the round that is going on or was the last (s.36 begins another with a new preliminary roll). A direction
 * may come before the preliminary roll of the round that it concerns.
 */
function currentRound(steps: readonly StageStep[], at: Date): readonly StageStep[] {
  const made = steps.filter((step) => step.at <= at)
  const begun = made.findLastIndex(({ kind }) => kind === 'preliminary')
  const before = made.findLastIndex(({ kind }, index) => kind === 'final' && index < begun)
  const end = made.findIndex(({ kind }, index) => kind === 'final' && index > before)
  return made.slice(before + 1, end === -1 ? undefined : end + 1)
}

/** Where a roll stands at an instant, by the orders until then. Forms 15, 16 and 17 are taken in while it is `display`. */
export function stageAt(steps: readonly StageStep[], at: Date): StageAt {
  const round = currentRound(steps, at)
  const isOtherwise = round.some(({ kind }) => kind === 'direction')
  const opened = round.findLast(({ kind }) => kind === 'display')
  const last = round.findLast(({ until }) => until !== null)
  const display = opened?.from == null || last?.until == null ? null : { from: opened.from, until: last.until }
  const final = round.findLast(({ kind }) => kind === 'final')
  if (final !== undefined) return { stage: 'final', since: final.at, until: null, display, isOtherwise }
  if (display !== null) {
    const [from, end] = [karachiInstant(display.from, 0), karachiInstant(display.until, 24)]
    if (at >= end) return { stage: 'revision', since: end, until: null, display, isOtherwise }
    if (at >= from) return { stage: 'display', since: from, until: end, display, isOtherwise }
    return { stage: 'announced', since: opened?.at ?? null, until: from, display, isOtherwise }
  }
  const begun = round.findLast(({ kind }) => kind === 'preliminary')
  return {
    stage: begun === undefined ? 'preparation' : 'preliminary',
    since: begun?.at ?? round[0]?.at ?? null,
    until: null,
    display: null,
    isOtherwise,
  }
}

/** What is asked to be ordered. */
export type AskedStep =
  | { readonly kind: 'preliminary' | 'final' | 'direction' }
  | { readonly kind: 'display'; readonly from: LegalDate; readonly until: LegalDate }
  | { readonly kind: 'extension'; readonly until: LegalDate }

/** What an order is judged by. */
export interface StepFacts {
  readonly steps: readonly StageStep[]
  readonly now: Date
  /** The rule pack's days for claims and objections (s.28). */
  readonly objectionDays: number
  /** Freezes that hold in the whole roll or in a part of it, begun or not. */
  readonly freezes: readonly RollFreeze[]
  /** Forms 15, 16 and 17 that nobody has decided yet. */
  readonly undecided: number
}

/**
 * Whether the order may be made now. Refuses `stage-out-of-order`, `display-in-the-past`, `display-too-short`,
 * `display-not-longer`, `frozen` for a display in the time of a freeze, `claims-undecided` before the final roll.
 */
export function checkStep(asked: AskedStep, facts: StepFacts): Outcome<void> {
  const { steps, now, undecided } = facts
  const current = stageAt(steps, now)
  const outOfOrder = refuse(rollsRefusals['stage-out-of-order'], { field: '/kind', detail: { stage: current.stage } })
  switch (asked.kind) {
    case 'direction':
      return accept(undefined)
    case 'preliminary':
      return current.stage === 'preparation' || current.stage === 'final' ? accept(undefined) : outOfOrder
    case 'display':
      return current.stage === 'preliminary' ? checkDisplay(asked, current, facts) : outOfOrder
    case 'extension':
      return current.display === null || current.stage === 'final'
        ? outOfOrder
        : checkExtension(asked.until, current.display.until, facts)
    case 'final':
      if (current.stage !== 'revision' && (!current.isOtherwise || current.stage === 'final')) return outOfOrder
  }
  return undecided === 0 ? accept(undefined) : refuse(rollsRefusals['claims-undecided'], { detail: { undecided } })
}

function checkDisplay(
  { from, until }: Extract<AskedStep, { kind: 'display' }>,
  { isOtherwise }: StageAt,
  { now, objectionDays, freezes }: StepFacts,
): Outcome<void> {
  if (from < karachiDate(now)) return refuse(rollsRefusals['display-in-the-past'], { field: '/from' })
  const days = daysBetween(from, until) + 1
  const least = isOtherwise ? 1 : objectionDays
  return days < least
    ? refuse(rollsRefusals['display-too-short'], {
        field: '/until',
        detail: { days, objectionDays: least, earliest: addDays(from, least - 1) },
      })
    : frozenIn(freezes, from, until)
}

function checkExtension(until: LegalDate, before: LegalDate, { now, freezes }: StepFacts): Outcome<void> {
  const today = karachiDate(now)
  return until <= before || until < today
    ? refuse(rollsRefusals['display-not-longer'], { field: '/until', detail: { until: before } })
    : frozenIn(freezes, today, until)
}

/** Claims cannot be taken in while the roll is frozen: no day of a display may lie in a freeze (s.39). */
function frozenIn(freezes: readonly RollFreeze[], from: LegalDate, until: LegalDate): Outcome<void> {
  const [first, end] = [karachiInstant(from, 0), karachiInstant(until, 24)]
  const freeze = freezes.find((one) => isFrozen(one, first) || (one.from >= first && one.from < end))
  if (freeze === undefined) return accept(undefined)
  return refuse(rollsRefusals.frozen, {
    field: '/until',
    detail: { since: freeze.from.toISOString(), section: freeze.section },
  })
}
