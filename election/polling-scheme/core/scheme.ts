import { totalOf, type PollingStation } from './station.ts'

/** A draft is open to objections; the final scheme is what the poll is held by (s.59(8), s.59(11)). */
export type SchemeStatus = 'draft' | 'final'

/** One version of an election's polling scheme. Versions are never changed: a change is the next version, with its reason. */
export interface SchemeVersion {
  readonly electionId: string
  /** From 1. */
  readonly version: number
  readonly status: SchemeStatus
  /** Why it was made; what changed against the version before. */
  readonly reason: string
  readonly madeAt: Date
  readonly stations: number
  readonly voters: number
}

/** Totals of a list of stations; they close by construction. */
export interface SchemeTotals {
  readonly stations: {
    readonly male: number
    readonly female: number
    readonly combined: number
    readonly total: number
  }
  readonly booths: { readonly male: number; readonly female: number; readonly total: number }
  readonly voters: { readonly male: number; readonly female: number; readonly total: number }
}

/** Adds up a list of stations. */
export function totalsOf(stations: Iterable<PollingStation>): SchemeTotals {
  const kinds = { male: 0, female: 0, combined: 0 }
  const booths = { male: 0, female: 0 }
  const voters = { male: 0, female: 0 }
  for (const station of stations) {
    kinds[station.kind]++
    for (const gender of ['male', 'female'] as const) {
      booths[gender] += station.booths[gender]
      voters[gender] += station.voters[gender]
    }
  }
  return {
    stations: { ...kinds, total: kinds.male + kinds.female + kinds.combined },
    booths: { ...booths, total: totalOf(booths) },
    voters: { ...voters, total: totalOf(voters) },
  }
}

/** What became of a station from one version to the next. */
export interface StationChange {
  readonly stationId: string
  readonly change: 'added' | 'removed' | 'changed'
  /** Names of the fields that differ; empty for an added or removed station. */
  readonly fields: readonly (keyof PollingStation)[]
}

const compared = [
  'nameEn',
  'nameUr',
  'kind',
  'booths',
  'voters',
  'at',
  'parts',
] as const satisfies readonly (keyof PollingStation)[]

/** Differences between two versions, station by station, in the order of their identifiers in `after`, then those gone. */
export function compareSchemes(
  before: ReadonlyMap<string, PollingStation>,
  after: ReadonlyMap<string, PollingStation>,
): StationChange[] {
  const changes: StationChange[] = []
  for (const [stationId, station] of after) {
    const old = before.get(stationId)
    if (old === undefined) changes.push({ stationId, change: 'added', fields: [] })
    else {
      const fields = compared.filter((field) => JSON.stringify(old[field]) !== JSON.stringify(station[field]))
      if (fields.length > 0) changes.push({ stationId, change: 'changed', fields })
    }
  }
  for (const stationId of before.keys())
    if (!after.has(stationId)) changes.push({ stationId, change: 'removed', fields: [] })
  return changes
}
