/**
 * The editions room: what the public reads. An edition is an immutable, signed folder of files that anybody may copy
 * and check with `sha256sum` and `openssl` (docs/verify-an-edition.md).
 */
export { createEditionStore } from './folder-store.ts'
export {
  encodeManifest,
  isEditionPath,
  isSeries,
  parseManifest,
  sha256Of,
  type EditionFile,
  type Manifest,
} from './manifest.ts'
export { DamagedEdition, readManifest, type SignedManifest } from './opened.ts'
export { editionAct, publishEdition, type ChangedFile, type EditionToPublish } from './publish.ts'
export { openEditionReader, type EditionReader, type OpenEdition, type ReaderOptions } from './reader.ts'
export type { EditionStore, EditionToStore } from './store.ts'
export { editionRefusals } from './refusals.ts'
export { verifyEdition, type EditionCheck, type ExpectedEdition } from './verify.ts'
export { editionRoutes, type EditionRouteOptions } from './routes.ts'
export { createS3EditionStore, type S3Configuration } from './s3-store.ts'
