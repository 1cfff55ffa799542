/**
 * The editions room: what the public reads. An edition is an immutable, signed folder of files that anybody may copy
 * and check with `sha256sum` and `openssl` (docs/verify-an-edition.md).
 */
import type { S3Configuration } from './s3-store.ts'
import type { EditionStore } from './store.ts'

export { editionActs } from './acts.ts'
export { auditedEditions } from './audited.ts'
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
export { openLoneEdition } from './lone-folder.ts'
export { DamagedEdition, readManifest, type SignedManifest } from './opened.ts'
export { describeFile, fileOnDisk, type ChangedFile, type FileOnDisk, type NewFile } from './new-file.ts'
export { editionAct, publishEdition, type EditionToPublish } from './publish.ts'
export { openEditionReader, type EditionReader, type OpenEdition, type ReaderOptions } from './reader.ts'
export type { EditionStore, EditionToStore } from './store.ts'
export { editionRefusals } from './refusals.ts'
export { verifyEdition, type EditionCheck, type ExpectedEdition } from './verify.ts'
export { editionRoutes, type EditionRouteOptions } from './routes.ts'
export type { S3Configuration } from './s3-store.ts'

/** Editions in a bucket of an S3-compatible store. Its client is loaded only now: most programs never need its 80 ms. */
export async function createS3EditionStore(configuration: S3Configuration): Promise<EditionStore> {
  const { openS3EditionStore } = await import('./s3-store.ts')
  return openS3EditionStore(configuration)
}
