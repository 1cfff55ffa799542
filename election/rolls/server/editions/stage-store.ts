import type { LegalDate } from '@intikhab/law'
import { sql, type Kysely } from 'kysely'
import type { StageStep, StageStepKind } from '../../core/editions/stages.ts'

/** A step as it was ordered. */
export interface OrderedStep extends StageStep {
  readonly reason: string
  /** Order of the Commission for an extension or a direction, e.g. `No. F.4(1)/2026-Elec`. */
  readonly orderReference: string | null
}

/** The steps of a roll, the first first. */
export async function listSteps(db: Kysely<unknown>, rollId: string): Promise<readonly OrderedStep[]> {
  const { rows } = await sql<{
    number: number
    kind: StageStepKind
    from_day: LegalDate | null
    until_day: LegalDate | null
    order_reference: string | null
    reason: string
    ordered_at: Date
  }>`select number, kind, from_day, until_day, order_reference, reason, ordered_at from rolls.stage
    where roll_id = ${rollId} order by number`.execute(db)
  return rows.map(({ number, kind, from_day, until_day, order_reference, reason, ordered_at }) => ({
    number,
    kind,
    at: ordered_at,
    from: from_day,
    until: until_day,
    reason,
    orderReference: order_reference,
  }))
}
