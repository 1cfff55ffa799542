/** Made-up rolls for rehearsals, benches and tests. */
export { buildMadeUpPack, madeUpCnic, madeUpPlace, nobodysCnic, type MadeUpPack } from './made-up-pack.ts'
export { makeRegistryKey, sealBatch, writeBatchFile, type BatchSeal } from './registry/batch-file.ts'
export { registryRecords, type RegistryOptions, type SimulatedRecord } from './registry/records.ts'
export type { RegistryPerson } from './registry/people.ts'
export { peopleOfRegister } from './registry/people-of-register.ts'
export { badRoad, deliveries } from './registry/faults.ts'
export { askRegistryDoor, postBatch, type RegistryClient } from './registry/over-https.ts'
export { seededRandom } from './registry/random.ts'
