import {
  encodeKeys,
  firstKey,
  type ActBy,
  type JsonValue,
  type KeyHistory,
  type LedgerAct,
  type Signer,
} from '@intikhab/kernel/ledger'
import type { EditionActName } from './acts.ts'
import { editionRecord } from './audited.ts'
import { describeFile, type NewFile } from './new-file.ts'
import { encodeManifest, isEditionPath, isSeries, manifestFiles, sha256Of, sumsOf } from './manifest.ts'
import type { EditionFile, Manifest, ManifestFileName } from './manifest.ts'
import { readManifest, type SignedManifest } from './opened.ts'
import type { EditionStore } from './store.ts'

/** What to publish. `unchanged` are paths of the previous edition that stay as they are; every other path goes. */
export interface EditionToPublish {
  readonly store: EditionStore
  readonly signer: Signer
  /** All keys of the publisher, with `signer` as the last; where nothing is said, it is the only one. */
  readonly keys?: KeyHistory
  readonly series: string
  /** ISO 8601 in UTC. */
  readonly madeAt: string
  readonly subject: Readonly<Record<string, JsonValue>>
  readonly ledger: Manifest['ledger']
  readonly changed: readonly NewFile[]
  readonly unchanged: readonly string[]
}

// A publisher makes edition after edition of one series: the manifest that it has just signed need not be read again.
const lastMade = new WeakMap<EditionStore, Map<string, SignedManifest>>()

/**
 * The newest whole edition. A publisher that died between storing and announcing left one more than `latest` says:
 * it is announced now, because somebody may have its number from the ledger.
 */
async function findNewest(store: EditionStore, series: string, keys: KeyHistory): Promise<SignedManifest | undefined> {
  const announced = await store.latest(series)
  const known = lastMade.get(store)?.get(series)
  if (known !== undefined && known.manifest.number === announced) return known
  let newest = announced
  while ((await store.read(series, (newest ?? 0) + 1, 'manifest.sig')) !== undefined) newest = (newest ?? 0) + 1
  if (newest === undefined) return undefined
  const found = await readManifest(store, series, newest, newest === announced ? undefined : keys)
  if (newest !== announced) await store.announce(series, newest)
  return found
}

function listFiles(edition: EditionToPublish, previous: Manifest | undefined): EditionFile[] {
  const before = new Map(previous?.files.map((file) => [file.path, file]))
  const kept = edition.unchanged.map((path) => {
    const file = before.get(path)
    if (file === undefined)
      throw new Error(`${path} cannot stay unchanged: the previous edition of ${edition.series} has no such file`)
    return file
  })
  const made = edition.changed.map((file): EditionFile => {
    if (!isEditionPath(file.path)) throw new Error(`“${file.path}” cannot be the path of a file in an edition`)
    return describeFile(file)
  })
  const files = [...kept, ...made].sort((a, b) => (a.path < b.path ? -1 : 1))
  const twice = files.find((file, i) => file.path === files[i + 1]?.path)
  if (twice !== undefined) throw new Error(`${twice.path} is in the edition twice`)
  return files
}

/**
 * Publishes the next edition of a series: stores it whole, then announces it. Returns the manifest and its SHA-256,
 * which the caller enters in the ledger (`editionAct`). One publisher a series: a second one at the same moment rejects.
 */
export async function publishEdition(edition: EditionToPublish): Promise<SignedManifest> {
  const { store, signer, series } = edition
  if (!isSeries(series)) throw new Error(`“${series}” cannot name a series of editions`)
  const keys = edition.keys ?? firstKey(signer)
  const newest = await findNewest(store, series, keys)
  const number = (newest?.manifest.number ?? 0) + 1
  const manifest: Manifest = {
    format: 'intikhab-edition/1',
    series,
    number,
    madeAt: edition.madeAt,
    subject: edition.subject,
    ledger: edition.ledger,
    previous: newest?.sha256 ?? null,
    files: listFiles(edition, newest?.manifest),
  }
  const bytes = encodeManifest(manifest)
  const own: Record<ManifestFileName, Buffer> = {
    'publisher.pem': Buffer.from(signer.publicKeyPem),
    'publisher-keys.json': Buffer.from(encodeKeys(keys)),
    SHA256SUMS: Buffer.from(sumsOf(manifest)),
    'manifest.json': bytes,
    'manifest.sig': await signer.sign(bytes),
  }
  const ownFiles = Object.entries(own).map(([path, bytes]) => ({
    path,
    mediaType: manifestFiles[path as ManifestFileName],
    bytes,
  }))
  // Should either step fail, the next attempt must look at the store instead of trusting its memory.
  lastMade.get(store)?.delete(series)
  await store.put({
    series,
    number,
    files: [...edition.changed, ...ownFiles],
    unchanged: edition.unchanged,
    from: newest?.manifest.number,
  })
  await store.announce(series, number)
  const made = { manifest, sha256: sha256Of(bytes) }
  const known = lastMade.get(store) ?? new Map<string, SignedManifest>()
  lastMade.set(store, known.set(series, made))
  return made
}

const publisher: ActBy = { actor: { kind: 'system', id: 'publisher' } }

/**
 * The ledger entry that binds an edition to its moment; `sha256` is that of `manifest.json`. `by`: who had it published,
 * and who approved that; the publisher itself where it publishes what happens by itself.
 */
export function editionAct(manifest: Manifest, sha256: string, by: ActBy = publisher): LedgerAct {
  const act: EditionActName = 'edition-published'
  return {
    system: 'editions',
    act,
    subject: `${manifest.series}/${manifest.number}`,
    ...by,
    madeAt: manifest.madeAt,
    arrivedAt: manifest.madeAt,
    changes: [{ record: editionRecord(manifest.series, manifest.number), before: null, after: sha256 }],
    detail: { sha256, files: manifest.files.length, previous: manifest.previous },
  }
}
