/** The face of the polling scheme: polling stations, whom they serve, and the versions of the scheme. */
export { pollingSchemeActs } from './core/acts.ts'
export { schemeProblems } from './core/check-scheme.ts'
export { pollingSchemeRefusals } from './core/refusals.ts'
export {
  compareSchemes,
  totalsOf,
  type SchemeStatus,
  type SchemeTotals,
  type SchemeVersion,
  type StationChange,
} from './core/scheme.ts'
export {
  kindByVoters,
  stationIdOf,
  totalOf,
  type ByGender,
  type Coordinates,
  type PollingStation,
  type ServedPart,
  type StationId,
  type StationKind,
} from './core/station.ts'
export { auditedPollingSchemes } from './server/audited.ts'
export {
  importScheme,
  type SchemeImportOutcome,
  type SchemeImportParts,
  type SchemeToImport,
  type StationNorms,
} from './server/import-scheme.ts'
export { pollingSchemeMigrations } from './server/migrations/index.ts'
export { createPollingSchemes, schemeSeries, type PollingSchemes, type SchemeDraft } from './server/polling-scheme.ts'
export type { PollingSchemeStore } from './server/store.ts'
export { readScheme, type SchemeReading } from './server/read-scheme.ts'
export { pollingSchemeRoutes, type SchemeRouteParts } from './server/routes.ts'
