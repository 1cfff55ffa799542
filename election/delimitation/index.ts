/** The face of delimitation: places of a census, seats of a named delimitation, their boundaries and their map. */
export { delimitationActs } from './core/acts.ts'
export { boundaryProblems, checkBoundaries, pakistan, rulesOut, type BoundaryYardstick } from './core/boundary-check.ts'
export { seatLocator, type Boundary, type Doubt, type SeatLocator } from './core/boundary.ts'
export { censusProblems } from './core/census-check.ts'
export type { CheckedBlock, CheckedCensus, CheckedPlace } from './core/census-check.ts'
export type { BlockAssignment, Constituency, Delimitation, Place } from './core/delimitation.ts'
export {
  areaOf,
  boxOf,
  contains,
  distance,
  inBox,
  type Area,
  type Box,
  type Position,
  type Ring,
} from './core/geometry.ts'
export {
  assemblies,
  compareConstituencies,
  constituencyCode,
  findBlockCode,
  findConstituencyCode,
  findNamedConstituency,
  partsOfCode,
  type Assembly,
  type BlockCode,
  type ConstituencyCode,
} from './core/identifiers.ts'
export { levelNames, levelSets, type Level, type LevelSet } from './core/level.ts'
export { drawMap, type MapInset, type MapSeat, type SeatMap, type SeatToDraw, type ViewBox } from './core/map.ts'
export { findProvince, provinceNames, type Province } from './core/province.ts'
export { delimitationRefusals } from './core/refusals.ts'
export { dissolve, simplify } from './core/topology.ts'
export { auditedDelimitation } from './server/audited.ts'
export { createDelimitations, mapSeries, type ByWhom, type Delimitations } from './server/delimitation.ts'
export type { ImportOutcome } from './server/import-outcome.ts'
export { delimitationMigrations } from './server/migrations/index.ts'
export { readBoundaries, type BoundaryReading } from './server/read-boundaries.ts'
export { readCensus, type CensusFiles, type CensusReading } from './server/read-census.ts'
export { constituencyProblems, readConstituencies, type ConstituencyReading } from './server/read-constituencies.ts'
export { delimitationRoutes } from './server/routes.ts'
export type { DelimitationStore, ImportKind, ImportSummary } from './server/store.ts'
