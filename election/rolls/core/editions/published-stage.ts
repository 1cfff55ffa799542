import { getLegalDate } from '@intikhab/law'
import type { StageStep, StageStepKind } from './stages.ts'

/** `stage.json` of the public series `display-<roll>`: where the roll stands, by the orders that brought it there. */
export interface PublishedStage {
  readonly rollId: string
  readonly nameEn: string
  readonly nameUr: string
  readonly qualifyingDate: string
  readonly steps: readonly PublishedStep[]
  readonly districts: readonly {
    readonly code: string
    readonly nameEn: string
    readonly nameUr: string
    readonly province: string
    readonly centres: number
  }[]
}

interface PublishedStep {
  readonly number: number
  readonly kind: StageStepKind
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly from: string | null
  readonly until: string | null
  readonly orderReference: string | null
  /** Of a direction under s.49 only. */
  readonly reason: string | null
}

/** `centres/<district>.json`: the display centres of a district. */
export interface PublishedCentre {
  readonly number: number
  readonly nameEn: string
  readonly nameUr: string
  readonly addressEn: string
  readonly addressUr: string
  readonly opensAt: string
  readonly closesAt: string
  readonly areas: readonly { readonly block: string; readonly nameEn: string; readonly nameUr: string }[]
}

export const stagePath = 'stage.json'
export const centresPath = (district: string): string => `centres/${district}.json`

/** The steps as `stageAt` takes them. */
export function stepsOf({ steps }: PublishedStage): readonly StageStep[] {
  return steps.map(({ number, kind, at, from, until }) => ({
    number,
    kind,
    at: new Date(at),
    from: from === null ? null : getLegalDate(from),
    until: until === null ? null : getLegalDate(until),
  }))
}
