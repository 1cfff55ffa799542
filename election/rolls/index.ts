/** The face of the rolls: one CNIC, one vote; a station's voters; the statistics; the look-up pack of the enquiry. */
export * from './core/identifiers.ts'
export { rollsActs } from './core/acts.ts'
export { nameKey } from './core/names/name-key.ts'
export { rollsRefusals } from './core/refusals.ts'
export { freezeOf, type Roll } from './core/register/roll.ts'
export * from './core/statistics.ts'
export * from './core/register/voter.ts'
export { changeKinds, isRevision, type ChangeKind, type Correction, type VoterChange } from './core/register/change.ts'
export type { PastAction } from './core/register/past-action.ts'
export type { Acted, ActionBy } from './server/register/actions.ts'
export type { ServedStation } from './core/look-up/district-lists.ts'
export type * from './core/look-up/pack-description.ts'
export type { PackState } from './core/look-up/pack-entry.ts'
export type { DividedSeat } from './core/editions/bifurcation.ts'
export type { ListDescription } from './core/editions/list-format.ts'
export { stageAt, type RollStage, type StageAt, type StageStep } from './core/editions/stages.ts'
export { auditedEditionRecords } from './server/editions/audited-editions.ts'
export { buildLists, listSeries, type ListWorks } from './server/editions/build-lists.ts'
export { displayFiles, displaySeries } from './server/editions/display-files.ts'
export { countUndecided } from './server/editions/display-forms.ts'
export type { PrintPlaces } from './server/editions/print-places.ts'
export { printRoutes } from './server/editions/print-routes.ts'
export { createPrints } from './server/editions/prints.ts'
export { stageAct } from './server/editions/stage-act.ts'
export { stageRoutes } from './server/editions/stage-routes.ts'
export { listSteps } from './server/editions/stage-store.ts'
export { auditedRolls } from './server/register/audited-rolls.ts'
export { findRollsReason } from './server/register/find-reason.ts'
export { freezeAct } from './server/register/freeze-act.ts'
export { feedProblems } from './server/register/check-entry.ts'
export { rollFiles, rollSeries } from './server/edition-files.ts'
export type { FeedEntry, VoterFeed, VoterImport } from './server/register/import-voters.ts'
export {
  buildEnquiryPack,
  enquirySeries,
  type BuiltPack,
  type PackSources,
  type PackWorks,
} from './server/look-up/enquiry-pack.ts'
export { latestLookUp, openLookUp, type LookedUp, type LookUp } from './server/look-up/look-up.ts'
export { openPackSecret, type PackSecret } from './server/look-up/pack-secret.ts'
export { rollsMigrations } from './server/migrations/index.ts'
export { rollsRoutes } from './server/routes.ts'
export { voterHandles, type VoterHandles } from './server/register/voter-handle.ts'
export { voterRoutes } from './server/register/voter-routes.ts'
export { createRolls, type By, type ChangeBy, type Rolls, type RollsConfiguration } from './server/register/rolls.ts'
export type { RollsStore } from './server/register/store.ts'
export {
  loadRegister,
  type LoadedBlock,
  type RegisterChunk,
  type RegisterLoad,
  type RegisterSource,
} from './server/register/load-register.ts'
export { readVoterFeed } from './server/register/voter-feed.ts'
export type * from './core/print/printed-list.ts'
export { assertPrintable, stationCopy, totalsOf, type ListTotals } from './core/print/list-totals.ts'
export { listCsv } from './server/print/list-csv.ts'
export { printList, type PrintWorks } from './server/print/list-pages.ts'
export type { PrintedFile, PrintJob } from './server/print/print-files.ts'
export { printLists, type PressSettings } from './server/print/print-pool.ts'
export { printSlips } from './server/print/slip-pages.ts'
export { openRegistryFeed, type RegistryFeed, type RegistryFeedConfiguration } from './server/registry-feed/feed.ts'
export type { FeedState, ListedBatch } from './server/registry-feed/feed-state.ts'
