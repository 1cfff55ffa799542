import type { RulePack } from '@intikhab/law'
import type { CorrectionCause } from './edition.ts'

/** Sections of the Elections Act 2017 under which results are taken in and consolidated, as the ledger names them. */
export const sections = {
  /** The presiding officer's statement of the count and account of the ballot papers. */
  count: 's.90',
  /** The photograph that the presiding officer sends ahead of the originals. */
  snapshot: 's.13(2)',
  postal: 's.93',
  consolidation: 's.95',
} as const

/** The section under which a consolidation document is made: the provisional statement has its own in the pack. */
export function sectionOfDocument(form: '47' | '48' | '49', pack: RulePack): string {
  return form === '47' ? (pack.values.results.provisionalBy.section ?? sections.consolidation) : sections.consolidation
}

/** The section under which a form is corrected; the pack names those of the two recounts. */
export function sectionOfCorrection(cause: CorrectionCause, pack: RulePack): string {
  const { marginPercent, commissionOrderBefore } = pack.values.recount
  const named =
    cause === 'recount' ? marginPercent : cause === 'commission-order' ? commissionOrderBefore : { section: null }
  return named.section ?? sections.consolidation
}
