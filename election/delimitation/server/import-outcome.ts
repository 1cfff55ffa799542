import type { Outcome, Refusal, RefusalKind } from '@intikhab/kernel/refusal'
import type { ImportReport, ProblemReport } from '@intikhab/kernel/tables'
import { delimitationRefusals } from '../core/refusals.ts'

/** An import that was taken in, or the reason why nothing was, with the problems of the file where it is the file. */
export type ImportOutcome =
  | { readonly ok: true; readonly reportId: number; readonly report: ImportReport }
  | { readonly ok: false; readonly refusal: Refusal; readonly problems: ProblemReport | null }

/** Undoes a transaction in which something turned out to be refused. */
class Refused extends Error {
  readonly outcome: { readonly ok: false; readonly refusal: Refusal }
  constructor(outcome: { readonly ok: false; readonly refusal: Refusal }) {
    super('refused')
    this.outcome = outcome
  }
}

/** To be thrown inside a transaction, which it undoes; `asOutcome` catches it. */
export function refusedWith(kind: RefusalKind, field: string, detail?: Refusal['detail']): Refused {
  return new Refused({ ok: false, refusal: { kind, field, ...(detail === undefined ? {} : { detail }) } })
}

/** The refusal that undid a transaction; any other error is thrown on. */
export function asOutcome(error: unknown): { readonly ok: false; readonly refusal: Refusal } {
  if (error instanceof Refused) return error.outcome
  throw error
}

/** An import that is refused for another reason than its file. */
export function refusedImport(kind: RefusalKind, field: string): ImportOutcome {
  return { ok: false, refusal: { kind, field }, problems: null }
}

/** What became of an import, with its report. */
export function importedAs(loaded: Outcome<number>, report: ImportReport): ImportOutcome {
  return loaded.ok ? { ok: true, reportId: loaded.value, report } : { ...loaded, problems: null }
}

/** An import that is refused for the problems of its file. */
export function refusedFile(problems: ProblemReport): ImportOutcome {
  const kind = delimitationRefusals['file-refused']
  return { ok: false, refusal: { kind, detail: { problems: problems.count } }, problems }
}
