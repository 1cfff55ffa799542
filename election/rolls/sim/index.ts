/** Made-up rolls for rehearsals, benches and tests. */
export { buildMadeUpPack, madeUpCnic, madeUpPlace, nobodysCnic, type MadeUpPack } from './made-up-pack.ts'
export { makeRegistryKey, sealBatch, writeBatchFile, type BatchSeal } from './registry/batch-file.ts'
export { registryRecords, type RegistryOptions, type SimulatedRecord } from './registry/records.ts'
export type { RegistryPerson } from './registry/people.ts'
