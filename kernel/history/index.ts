/**
 * The history room: what was done to any record, by whom and why. The entries are the ledger's; this room finds them,
 * tells them in plain sentences, and adds the names and reasons that only the register has, for those who may see them.
 */
export { createHistory, type History, type HistoryOptions } from './history.ts'
export { createIndexOfActs, type IndexOfActs } from './index-of-acts.ts'
export { historyMigrations } from './migrations.ts'
export { historyRefusals } from './refusals.ts'
export { findTelling, tellAct, type SentencesOfSystems } from './tell.ts'
export { historyWords } from './words.ts'
export type { HistoryAnswer, ShownActor, ShownEntry } from './wire.ts'
