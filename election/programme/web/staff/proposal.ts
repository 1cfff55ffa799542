import type { Language } from '@intikhab/kernel/language'
import { stageCodes } from '@intikhab/law'
import type { LegalDatum, ProgrammeChange, StageCode } from '@intikhab/law'
import type { ElectionDocument, PublishedVersion } from '../../core/edition.ts'
import type { PhaseCode } from '../../core/phase.ts'

/** Answer of `GET /api/elections/:id`, as far as the console shows it. */
export interface ElectionView extends Pick<ElectionDocument, 'election' | 'pack' | 'phases'> {
  readonly inForce: PublishedVersion
  readonly now: { readonly at: string; readonly phase: { readonly code: PhaseCode; readonly lastDay: string | null } }
}

/** Answer of `POST /api/elections/:id/programme/proposals`. */
export interface PreviewView {
  readonly change: ProgrammeChange
  readonly refusal: {
    readonly code: string
    readonly en: string
    readonly ur: string
    readonly section: string | null
    readonly field: string | null
    readonly figures: Readonly<Record<string, Extract<LegalDatum, string | number | boolean>>>
  } | null
}

/** What stands in the form. */
export interface Draft {
  readonly dates: Readonly<Record<StageCode, string>>
  /** As typed: days with anything between. */
  readonly holidays: string
  readonly reason: string
  readonly orderReference: string
}

/** Body of a proposal and of a change. */
export interface ProposalBody {
  readonly basedOn: number
  readonly stages: Readonly<Record<StageCode, string>>
  readonly holidays: readonly string[]
  readonly reason: string
  readonly orderReference: string | null
}

/** The form as it opens: the programme in force, no reason yet, no order yet. */
export function draftOf(inForce: Pick<PublishedVersion, 'stages' | 'holidays'>): Draft {
  const dates = Object.fromEntries(stageCodes.map((code) => [code, ''])) as Record<StageCode, string>
  for (const { stage, date } of inForce.stages) dates[stage] = date
  return { dates, holidays: inForce.holidays.join(' '), reason: '', orderReference: '' }
}

/** What is sent for a draft that was made from version `basedOn`. */
export function bodyOf({ dates, holidays, reason, orderReference }: Draft, basedOn: number): ProposalBody {
  return {
    basedOn,
    stages: dates,
    holidays: holidays.split(/[\s,;،؛]+/u).filter((day) => day !== ''),
    reason,
    orderReference: orderReference.trim() === '' ? null : orderReference,
  }
}

/** Whether two proposals ask for the same. */
export function sameProposal(one: ProposalBody, other: ProposalBody): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The sentence of a refusal where it is about the field named by `pointer`, e.g. `/stages/poll`. */
export function refusalAt(preview: PreviewView | undefined, pointer: string, language: Language): string | undefined {
  const refusal = preview?.refusal
  return refusal?.field === pointer ? refusal[language] : undefined
}
