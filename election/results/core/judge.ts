import { getLegalDate, karachiInstant } from '@intikhab/law'
import type { Refusal } from '@intikhab/kernel/refusal'
import type { Form, Form45, FormKind, Voters } from './bundle.ts'
import { stationIdOf } from './bundle.ts'
import { checkAccount, checkCount, countRuleOf, firstBlocking, type CountRule } from './check-forms.ts'
import type { Finding } from './edition.ts'
import type { ElectionFacts } from './facts.ts'
import { findRefusalOfCheck, resultsRefusals, type ResultsRefusal } from './refusals.ts'

/** What the intake keeps in memory of one seat. */
interface SeatOnIntake {
  readonly candidates: number
  readonly hasPoll: boolean
  /** Registered voters by station number. */
  readonly stations: ReadonlyMap<number, Voters>
}

/** What the intake keeps in memory of one election. */
export interface ElectionOnIntake {
  readonly id: string
  readonly rule: CountRule
  /** Start of polling day in Karachi, in milliseconds of the epoch. */
  readonly pollFrom: number
  readonly seats: ReadonlyMap<string, SeatOnIntake>
}

/** Draws from an election's facts the part that judging a form needs. */
export function electionOnIntake(facts: ElectionFacts): ElectionOnIntake {
  const seats = facts.contests.map((contest): [string, SeatOnIntake] => [
    contest.contestId,
    {
      candidates: contest.candidates.length,
      hasPoll: contest.noCount === null,
      stations: new Map(
        (facts.stations.get(contest.contestId) ?? []).map(({ number, registered }) => [number, registered]),
      ),
    },
  ])
  return {
    id: facts.id,
    rule: countRuleOf(facts.pack),
    pollFrom: karachiInstant(getLegalDate(facts.pollDate), 0).getTime(),
    seats: new Map(seats),
  }
}

/** A bundle whose device is known and whose signature holds. */
export interface OpenedBundle {
  /** The form that the envelope's payload type announces. */
  readonly announced: FormKind
  readonly form: Form
  readonly device: {
    readonly electionId: string
    readonly scope: string
    readonly revoked: boolean
    /** The term for which it was enrolled is over. */
    readonly isOver: boolean
  }
}

/** What judging needs besides the bundle. */
export interface JudgeContext {
  /** The election the device is enrolled for; undefined where its results are not taken here. */
  readonly election: ElectionOnIntake | undefined
  /** Server's clock, milliseconds of the epoch. */
  readonly now: number
  /** Which station a photograph came from first. */
  imageOwner(sha256: string): string | undefined
}

/**
 * `keep`: well formed and signed by the station's device, which was no longer good when the form arrived. When it was
 * signed is only the device's own word, so it is neither counted nor lost: the returning officer decides.
 */
export type Verdict =
  | { readonly take: 'count'; readonly findings: readonly Finding[] }
  | { readonly take: 'keep'; readonly refusal: Refusal }
  | { readonly take: 'refuse'; readonly refusal: Refusal }

/** A station's clock may run ahead of ours by this much, in milliseconds. */
const clockTolerance = 5 * 60_000

/** Decides what becomes of an opened bundle. Pure: the same bundle, context and time give the same verdict. */
export function judge({ announced, form, device }: OpenedBundle, context: JudgeContext): Verdict {
  const { election } = context
  if (election === undefined || form.electionId !== device.electionId) return refused('another-election', 'electionId')
  if (form.form !== announced)
    return refused(announced === '45' ? 'form-46-in-place-of-45' : 'form-45-in-place-of-46', 'form')
  const seat = election.seats.get(form.contestId)
  if (seat === undefined) return refused('unknown-contest', 'contestId')
  if (!seat.hasPoll) return refused('no-poll', 'contestId')
  if (form.stationId !== stationIdOf(form.contestId, form.stationNumber))
    return refused('station-of-another-seat', 'stationId')
  if (form.stationId !== device.scope) return refused('device-of-another-station', 'stationId')
  const registered = seat.stations.get(form.stationNumber)
  if (registered === undefined) return refused('unknown-station', 'stationNumber')
  const madeAt = Date.parse(form.madeAt)
  if (madeAt > context.now + clockTolerance) return refused('made-in-future', 'madeAt')
  if (madeAt < election.pollFrom) return refused('made-before-poll', 'madeAt')
  const listed = form.form === '45' ? judgeList(form, seat.candidates) : undefined
  if (listed !== undefined) return listed
  const owner = form.imageSha256 === undefined ? undefined : context.imageOwner(form.imageSha256)
  if (owner !== undefined && owner !== form.stationId) return refused('image-of-another-station', 'imageSha256')
  if (device.revoked) return { take: 'keep', refusal: { kind: resultsRefusals['device-revoked'] } }
  if (device.isOver) return { take: 'keep', refusal: { kind: resultsRefusals['device-term-over'] } }
  return judgeFigures(form, registered, election.rule)
}

function judgeFigures(form: Form, registered: Voters, rule: CountRule): Verdict {
  const findings = form.form === '45' ? checkCount(form, registered, rule) : checkAccount(form)
  const blocking = form.asOnPaper === true ? undefined : firstBlocking(findings)
  const kind = blocking === undefined ? undefined : findRefusalOfCheck(blocking.code)
  if (blocking === undefined || kind === undefined) return { take: 'count', findings }
  return { take: 'refuse', refusal: { kind, detail: blocking.figures } }
}

function judgeList(form: Form45, expected: number): Verdict | undefined {
  const found = form.candidates.length
  if (found > expected) return refused('too-many-candidates', 'candidates', { found, expected })
  if (found < expected) return refused('too-few-candidates', 'candidates', { found, expected })
  const misplaced = form.candidates.findIndex(({ serial }, index) => serial !== index + 1)
  return misplaced === -1 ? undefined : refused('candidate-order', `candidates/${misplaced}/serial`)
}

function refused(
  code: ResultsRefusal,
  field: string,
  detail: Readonly<Record<string, number>> = {},
): { take: 'refuse'; refusal: Refusal } {
  return { take: 'refuse', refusal: { kind: resultsRefusals[code], field, detail } }
}
