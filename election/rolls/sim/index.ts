/** Made-up rolls for rehearsals, benches and tests. */
export { buildMadeUpPack, madeUpCnic, madeUpPlace, nobodysCnic, type MadeUpPack } from './made-up-pack.ts'
export { makeRegistryKey, sealBatch, writeBatchFile, type BatchSeal } from './registry/batch-file.ts'
