import { open, readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { inParallel } from '@intikhab/kernel/ledger'
import { type Refusal, type RefusalKind } from '@intikhab/kernel/refusal'
import { isManifestFile, parseManifest, sha256Of, sumsOf, type EditionFile, type Manifest } from './manifest.ts'
import { hashOfFile } from './new-file.ts'
import { editionRefusals as kinds } from './refusals.ts'
import { checkSignature, type BelievedPublisher } from './verify-signature.ts'

/** What an offline check of an edition found. */
export interface EditionCheck {
  /** Undefined if there is none to speak of. */
  readonly manifest: Manifest | undefined
  /** SHA-256 of `manifest.json`. */
  readonly sha256: string | undefined
  /** Empty if the edition is what its publisher signed. `field` names the file. */
  readonly findings: readonly Refusal[]
  /** Files and bytes that were hashed. */
  readonly files: number
  readonly bytes: number
}

/** What to hold the edition against. */
export interface ExpectedEdition extends BelievedPublisher {
  /** A checkpoint of the ledger, already verified. */
  readonly checkpoint?: { readonly size: number; readonly root: string }
}

function finding(kind: RefusalKind, field?: string, detail?: Refusal['detail']): Refusal {
  return { kind, ...(field === undefined ? {} : { field }), ...(detail === undefined ? {} : { detail }) }
}

async function findBytes(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch(() => undefined)
}

/** Every name below `folder` that is not a folder; true for plain files. Links are not followed: they belong to no edition. */
async function namesIn(folder: string, below = ''): Promise<Map<string, boolean>> {
  const names = new Map<string, boolean>()
  for (const one of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? one.name : `${below}/${one.name}`
    if (!one.isDirectory()) names.set(path, one.isFile())
    else for (const [inner, isFile] of await namesIn(folder, path)) names.set(inner, isFile)
  }
  return names
}

async function checkFile(folder: string, file: EditionFile, isThere: boolean): Promise<Refusal | undefined> {
  const handle = isThere ? await open(join(folder, file.path), 'r').catch(() => undefined) : undefined
  if (handle === undefined) return finding(kinds['missing-file'], file.path)
  try {
    const { sha256, size } = await hashOfFile(handle)
    return sha256 === file.sha256
      ? undefined
      : finding(kinds['altered-file'], file.path, { expected: file.size, found: size })
  } finally {
    await handle.close()
  }
}

async function checkPrevious(folder: string, { number, previous, series }: Manifest): Promise<Refusal | undefined> {
  if ((previous === null) !== (number === 1)) return finding(kinds['wrong-previous'], 'manifest.json')
  const path = `../${number - 1}/manifest.json`
  const bytes = await findBytes(join(folder, path))
  // A folder that lies alone, or beside editions of another series, has no predecessor to be held against.
  if (bytes === undefined || previous === null || parseManifest(bytes)?.series !== series) return undefined
  return sha256Of(bytes) === previous ? undefined : finding(kinds['wrong-previous'], path)
}

function checkLedger(ledger: Manifest['ledger'], checkpoint: ExpectedEdition['checkpoint']): Refusal | undefined {
  if (ledger === null || checkpoint === undefined) return undefined
  const isPart = ledger.size < checkpoint.size || (ledger.size === checkpoint.size && ledger.root === checkpoint.root)
  return isPart
    ? undefined
    : finding(kinds['other-ledger'], 'manifest.json', { edition: ledger.size, ledger: checkpoint.size })
}

/**
 * Checks an edition's folder offline: signature, every file, nothing besides, the list of sums, its predecessor where it
 * lies beside it, and its place in a ledger where a checkpoint is given. Rejects only if the folder cannot be listed.
 */
export async function verifyEdition(given: string, expected: ExpectedEdition = {}): Promise<EditionCheck> {
  const folder = resolve(given)
  const names = await namesIn(folder)
  const [bytes, signature, ownKey, ownKeys, sums] = await Promise.all(
    ['manifest.json', 'manifest.sig', 'publisher.pem', 'publisher-keys.json', 'SHA256SUMS'].map(async (name) =>
      names.get(name) === true ? findBytes(join(folder, name)) : undefined,
    ),
  )
  const manifest = bytes === undefined ? undefined : parseManifest(bytes)
  if (bytes === undefined || manifest === undefined)
    return {
      manifest: undefined,
      sha256: undefined,
      findings: [finding(kinds['no-manifest'], 'manifest.json')],
      files: 0,
      bytes: 0,
    }

  const findings: (Refusal | undefined)[] = await checkSignature(
    { folder, manifest, bytes, signature, ownKey, ownKeys },
    expected,
  )
  if (sums?.toString() !== sumsOf(manifest)) findings.push(finding(kinds['wrong-sums'], 'SHA256SUMS'))
  await inParallel(
    manifest.files,
    8,
    async (file) => void findings.push(await checkFile(folder, file, names.get(file.path) === true)),
  )
  const listed = new Set(manifest.files.map((file) => file.path))
  for (const path of names.keys())
    if (!listed.has(path) && !isManifestFile(path)) findings.push(finding(kinds['extra-file'], path))
  findings.push(await checkPrevious(folder, manifest), checkLedger(manifest.ledger, expected.checkpoint))
  return {
    manifest,
    sha256: sha256Of(bytes),
    findings: findings.filter((one) => one !== undefined),
    files: manifest.files.length,
    bytes: manifest.files.reduce((sum, file) => sum + file.size, 0),
  }
}
