import { stageCodes } from '@intikhab/law'
import type { StageCode } from '@intikhab/law'
import type { PublishedVersion } from '../../core/edition.ts'

/** What stands in the form, as typed. */
export interface Draft {
  readonly dates: Readonly<Record<StageCode, string>>
  /** Days with anything between them. */
  readonly holidays: string
  readonly reason: string
  readonly order: string
}

/** A change as the interface takes it. */
export interface Proposal {
  readonly basedOn: number
  readonly stages: Readonly<Record<StageCode, string>>
  readonly holidays: readonly string[]
  readonly reason: string
  readonly orderReference: string | null
}

/** The form as it opens: the programme in force, no reason yet, no order yet. */
export function draftOf({ stages, holidays }: Pick<PublishedVersion, 'stages' | 'holidays'>): Draft {
  const dates = Object.fromEntries(stageCodes.map((code) => [code, ''])) as Record<StageCode, string>
  for (const { stage, date } of stages) dates[stage] = date
  return { dates, holidays: holidays.join(' '), reason: '', order: '' }
}

/** What is sent for a draft that was made from version `basedOn`. */
export function proposalOf({ dates, holidays, reason, order }: Draft, basedOn: number): Proposal {
  return {
    basedOn,
    stages: dates,
    holidays: holidays.split(/[\s,;،؛]+/u).filter((day) => day !== ''),
    reason,
    orderReference: order.trim() === '' ? null : order.trim(),
  }
}
