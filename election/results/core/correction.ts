import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { Form45, Form46, Voters } from './bundle.ts'
import { checkAccount, checkCount, firstBlocking, type CountRule } from './check-forms.ts'
import type { Finding } from './edition.ts'
import { finding } from './findings.ts'
import { findRefusalOfCheck, resultsRefusals } from './refusals.ts'
import { recorded } from './contest-book.ts'

/** The figures of Form-45 that a correction may change; everything else stays as the station signed it. */
export type CountFigures = Pick<Form45, 'registered' | 'candidates' | 'validTotal' | 'excluded' | 'polled'>

/** The figures of Form-46 that a correction may change. */
export type AccountFigures = Pick<
  Form46,
  'received' | 'unissued' | 'outOfBox' | 'tendered' | 'challenged' | 'spoilt' | 'missing'
>

/** A correction as the returning officer asks for it. The version looked at guards against two officers at once. */
export interface CorrectionAsked<F> {
  readonly correctsVersion: number
  /** The figures stand; the officer vouches for them. Clears what blocks, and leaves its record. */
  readonly confirm: boolean
  readonly figures: F
}

/** What becomes the next version. The one before it stays. */
export interface CorrectedForm<F> {
  readonly form: F
  readonly version: number
  readonly findings: readonly Finding[]
}

interface Situation<F> {
  /** The last version that is in; undefined where the station is still awaited. */
  readonly last: { readonly version: number; readonly form: F } | undefined
  readonly check: (form: F) => Finding[]
}

/** Decides on a correction of Form-45. `scheme` is the station's registration in the polling scheme. */
export function correctCount(
  asked: CorrectionAsked<CountFigures>,
  last: { readonly version: number; readonly form: Form45 } | undefined,
  scheme: Voters,
  rule: CountRule,
): Outcome<CorrectedForm<Form45>> {
  if (last !== undefined) {
    const [found, expected] = [asked.figures.candidates.length, last.form.candidates.length]
    if (found !== expected) {
      const kind = found > expected ? 'too-many-candidates' : 'too-few-candidates'
      return refuse(resultsRefusals[kind], { field: 'candidates', detail: { found, expected } })
    }
    if (asked.figures.candidates.some(({ serial }, index) => serial !== index + 1))
      return refuse(resultsRefusals['candidate-order'], { field: 'candidates' })
  }
  return correct(asked, { last, check: (form) => checkCount(form, scheme, rule) })
}

/** Decides on a correction of Form-46. */
export function correctAccount(
  asked: CorrectionAsked<AccountFigures>,
  last: { readonly version: number; readonly form: Form46 } | undefined,
): Outcome<CorrectedForm<Form46>> {
  return correct(asked, { last, check: checkAccount })
}

function correct<F extends Form45 | Form46>(
  asked: CorrectionAsked<Partial<F>>,
  { last, check }: Situation<F>,
): Outcome<CorrectedForm<F>> {
  if (last === undefined) return refuse(resultsRefusals['nothing-to-correct'])
  if (last.version !== asked.correctsVersion)
    return refuse(resultsRefusals['corrected-meanwhile'], {
      detail: { newest: last.version, corrects: asked.correctsVersion },
    })
  const form: F = { ...last.form, ...asked.figures }
  const changed = !sameFigures(last.form, asked.figures)
  if (asked.confirm && changed) return refuse(resultsRefusals['confirmation-changes'])
  if (!asked.confirm && !changed) return refuse(resultsRefusals['no-change'])
  const found = check(form)
  if (asked.confirm) {
    const kept = found.map((each) => (each.level === 'block' ? recorded(each) : each))
    return accept({ form, version: last.version + 1, findings: [...kept, finding('confirmed-by-officer', {})] })
  }
  const blocking = firstBlocking(found)
  const kind = blocking === undefined ? undefined : findRefusalOfCheck(blocking.code)
  if (blocking !== undefined && kind !== undefined) return refuse(kind, { detail: blocking.figures })
  return accept({ form, version: last.version + 1, findings: found })
}

/** Compares figure by figure; figures are numbers, and records or lists of them. */
function sameFigures(before: unknown, after: unknown): boolean {
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return before === after
  const held = before as Readonly<Record<string, unknown>>
  return Object.entries(after).every(([key, value]) => sameFigures(held[key], value))
}
