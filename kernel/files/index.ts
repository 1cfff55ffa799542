/**
 * Evidence: photographs, scans and imported tables, kept under the SHA-256 of their bytes. What is here never changes;
 * the same bytes sent twice are one file; what comes back has been checked against its name.
 */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, open, readdir, readFile, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { accept, refusals, refuse, type Outcome } from '@intikhab/kernel/refusal'

export const filesRefusals = refusals('files', {
  'too-large': {
    status: 413,
    en: 'The file is larger than {limitBytes, number} bytes.',
    ur: 'فائل {limitBytes, number} بائٹ سے بڑی ہے۔',
  },
})

/** Where a piece of evidence is kept, and how large it is. */
export interface Kept {
  /** 64 lower-case hex digits. */
  readonly sha256: string
  readonly size: number
}

/** Bytes on the disk no longer have the hash under which they were kept: the disk or somebody has changed them. */
export class CorruptEvidence extends Error {
  override readonly name = 'CorruptEvidence'
  readonly sha256: string
  constructor(sha256: string) {
    super(`the evidence ${sha256} no longer has its hash`)
    this.sha256 = sha256
  }
}

export interface EvidenceStore {
  /**
   * Keeps bytes; when it answers they survive a power cut. Refuses `too-large` as soon as the limit is passed, without
   * reading on. Throws `CorruptEvidence` when the same evidence was kept before and its file has changed since.
   */
  put(bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<Outcome<Kept>>
  /** The bytes, checked; undefined for a hash that is not kept. Throws `CorruptEvidence` and never returns other bytes. */
  get(sha256: string): Promise<Buffer | undefined>
  /** The same of a file that memory does not hold: read twice, first to check it. */
  stream(sha256: string): Promise<AsyncIterable<Buffer> | undefined>
  has(sha256: string): Promise<boolean>
}

export interface EvidenceOptions {
  readonly folder: string
  /** Largest file; 20 MiB where nothing is said. */
  readonly limitBytes?: number
  readonly now: () => Date
}

/** Remains of a write that was cut off are removed after a day. */
const abandonedMilliseconds = 24 * 3_600_000

/** Bytes of a large file in memory at a time. */
const readAtOnce = 256 * 1024

/** Opens the store, making its folder: `<folder>/ab/cd/abcd…` for files, `<folder>/arriving` for what is still being written. */
export async function openEvidence({
  folder,
  limitBytes = 20 * 1024 * 1024,
  now,
}: EvidenceOptions): Promise<EvidenceStore> {
  const arriving = join(folder, 'arriving')
  await mkdir(arriving, { recursive: true })
  for (const name of await readdir(arriving)) {
    const { mtimeMs } = await stat(join(arriving, name))
    if (now().getTime() - mtimeMs > abandonedMilliseconds) await unlink(join(arriving, name))
  }
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

  async function get(sha256: string): Promise<Buffer | undefined> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined
    const bytes = await readFile(placeOf(sha256)).catch(absent)
    if (bytes !== undefined && createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new CorruptEvidence(sha256)
    return bytes
  }

  /** Gives the written file its name. The link fails where the name exists: nothing is ever overwritten. */
  async function place(aside: string, sha256: string): Promise<void> {
    const file = placeOf(sha256)
    await makeFolder(dirname(file), folder)
    const isNew = await link(aside, file).then(() => true, existing)
    if (isNew) await flush(dirname(file))
    else await get(sha256)
  }

  return {
    get,
    async put(bytes) {
      const aside = join(arriving, randomBytes(12).toString('hex'))
      try {
        const kept = await writeAside(aside, bytes instanceof Uint8Array ? [bytes] : bytes, limitBytes)
        if (kept === undefined) return refuse(filesRefusals['too-large'], { detail: { limitBytes } })
        await place(aside, kept.sha256)
        return accept(kept)
      } finally {
        await unlink(aside).catch(absent)
      }
    },
    async stream(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined
      const file = placeOf(sha256)
      if ((await stat(file).catch(absent)) === undefined) return undefined
      const hash = createHash('sha256')
      for await (const part of createReadStream(file, { highWaterMark: readAtOnce })) hash.update(part as Buffer)
      if (hash.digest('hex') !== sha256) throw new CorruptEvidence(sha256)
      return createReadStream(file, { highWaterMark: readAtOnce })
    },
    async has(sha256) {
      return /^[0-9a-f]{64}$/.test(sha256) && (await stat(placeOf(sha256)).catch(absent)) !== undefined
    },
  }
}

/** Writes and flushes; undefined when there is more than the limit. */
async function writeAside(
  aside: string,
  parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Kept | undefined> {
  const handle = await open(aside, 'wx', 0o444)
  try {
    const hash = createHash('sha256')
    let size = 0
    for await (const part of parts) {
      size += part.byteLength
      if (size > limit) return undefined
      hash.update(part)
      await handle.writeFile(part)
    }
    await handle.sync()
    return { sha256: hash.digest('hex'), size }
  } finally {
    await handle.close()
  }
}

async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a folder and flushes the parents that now name it. */
async function makeFolder(folder: string, root: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true })
  if (made === undefined) return
  for (let at = dirname(folder); at.length >= root.length; at = dirname(at)) await flush(at)
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
  return undefined
}

function existing(error: NodeJS.ErrnoException): false {
  if (error.code !== 'EEXIST') throw error
  return false
}
export { openSecretFile } from './secret-file.ts'
