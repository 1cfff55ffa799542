/** The face of the programme: elections, the law they are judged by, and every version of their programme. */
export * from './core/election.ts'
export * from './core/phase.ts'
export * from './core/programme-version.ts'
export * from './core/propose-change.ts'
export { programmeRefusals } from './core/refusals.ts'
export { programmeMigrations } from './server/migrations/index.ts'
export { createProgrammeStore } from './server/store.ts'
export type { ProgrammeStore } from './server/store.ts'
