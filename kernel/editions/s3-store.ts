import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { inParallel } from '@intikhab/kernel/ledger'
import { isSeries } from './manifest.ts'
import type { NewFile } from './new-file.ts'
import type { EditionStore } from './store.ts'

/** A bucket of any S3-compatible store. */
export interface S3Configuration {
  readonly bucket: string
  /** Put before every name, e.g. `public/`; empty where nothing is said. */
  readonly prefix?: string
  readonly region: string
  /** Address of a store that is not Amazon's, e.g. `https://objects.example.org`. */
  readonly endpoint?: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

const forEver = 'public, max-age=31536000, immutable'

function isAbsent(error: unknown): boolean {
  return error instanceof NoSuchKey || (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404)
}

/** True for what may go well at the next try: the connection broke, or the store was busy. */
function isPassing(error: unknown): boolean {
  return !(error instanceof S3ServiceException) || (error.$metadata.httpStatusCode ?? 500) >= 500
}

/** How often a file is sent at most. */
const tries = 3

/**
 * Editions as objects `<series>/<number>/<path>` and `<series>/latest`. A bucket knows no rename: the manifest's signature
 * is stored last of an edition's files, so that an edition with a signature is whole, and `latest` after it.
 */
export function openS3EditionStore(configuration: S3Configuration): EditionStore {
  const { bucket: Bucket, prefix = '', endpoint } = configuration
  const client = new S3Client({
    region: configuration.region,
    credentials: { accessKeyId: configuration.accessKeyId, secretAccessKey: configuration.secretAccessKey },
    // Stores other than Amazon's know neither bucket names in the host nor the newer checksums of bodies.
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // What goes wrong is thrown; said on the terminal as well, a try of several would look like a failure.
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
  const keyOf = (series: string, ...rest: (string | number)[]): string => `${prefix}${[series, ...rest].join('/')}`

  async function find(Key: string): Promise<Buffer | undefined> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
      return Body === undefined ? undefined : Buffer.from(await Body.transformToByteArray())
    } catch (error) {
      if (isAbsent(error)) return undefined
      throw error
    }
  }

  async function exists(Key: string): Promise<boolean> {
    try {
      await client.send(new HeadObjectCommand({ Bucket, Key }))
      return true
    } catch (error) {
      if (isAbsent(error)) return false
      throw error
    }
  }

  async function putBytes(Key: string, Body: Buffer, ContentType: string, CacheControl: string): Promise<void> {
    await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType, CacheControl }))
  }

  async function putFile(Key: string, file: NewFile): Promise<void> {
    if ('bytes' in file) return putBytes(Key, file.bytes, file.mediaType, forEver)
    const { mediaType: ContentType, size: ContentLength } = file
    // A stream that was begun cannot be sent again by the client: each try reads the file anew.
    for (let left = tries - 1; ; left--) {
      const Body = createReadStream(file.file)
      try {
        await client.send(
          new PutObjectCommand({ Bucket, Key, Body, ContentLength, ContentType, CacheControl: forEver }),
        )
        return
      } catch (error) {
        if (left === 0 || !isPassing(error)) throw error
      } finally {
        Body.destroy()
      }
    }
  }

  /** Brings an object to the local disk, under a name that is gone before it is read: nothing is left to be cleared. */
  async function openCopy(Key: string): Promise<FileHandle | undefined> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
      if (Body === undefined) return undefined
      const folder = await mkdtemp(join(tmpdir(), 'intikhab-edition-'))
      try {
        const handle = await open(join(folder, 'copy'), 'wx+', 0o600)
        try {
          await handle.writeFile(Body as Readable)
          return handle
        } catch (error) {
          await handle.close()
          throw error
        }
      } finally {
        await rm(folder, { recursive: true })
      }
    } catch (error) {
      if (isAbsent(error)) return undefined
      throw error
    }
  }

  async function listSeries(ContinuationToken?: string): Promise<string[]> {
    const page = await client.send(
      new ListObjectsV2Command({
        Bucket,
        Prefix: prefix,
        Delimiter: '/',
        ...(ContinuationToken === undefined ? {} : { ContinuationToken }),
      }),
    )
    const names = (page.CommonPrefixes ?? []).map((one) => one.Prefix?.slice(prefix.length, -1) ?? '').filter(isSeries)
    return page.NextContinuationToken === undefined
      ? names
      : [...names, ...(await listSeries(page.NextContinuationToken))]
  }

  return {
    async series() {
      const names: string[] = []
      for (const name of await listSeries()) if (await exists(keyOf(name, 'latest'))) names.push(name)
      return names.sort()
    },
    async latest(series) {
      const text = (await find(keyOf(series, 'latest')))?.toString().trim()
      return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
    },
    read: (series, number, path) => find(keyOf(series, number, path)),
    open: (series, number, path) => openCopy(keyOf(series, number, path)),
    // One request a file would be too many; the signature, stored last, stands for all.
    holds: (series, number) => exists(keyOf(series, number, 'manifest.sig')),
    async put({ series, number, files, unchanged, from }) {
      if (await exists(keyOf(series, number, 'manifest.sig')))
        throw new Error(`edition ${number} of ${series} is already stored`)
      await inParallel(unchanged, 16, async (path) => {
        const CopySource = `${Bucket}/${keyOf(series, String(from), path)}`
        await client.send(new CopyObjectCommand({ Bucket, Key: keyOf(series, number, path), CopySource }))
      })
      const signature = files.find(({ path }) => path === 'manifest.sig')
      const others = files.filter(({ path }) => path !== 'manifest.sig')
      await inParallel(others, 16, (file) => putFile(keyOf(series, number, file.path), file))
      if (signature !== undefined) await putFile(keyOf(series, number, signature.path), signature)
    },
    announce: (series, number) =>
      putBytes(keyOf(series, 'latest'), Buffer.from(`${number}\n`), 'text/plain; charset=utf-8', 'no-cache'),
    // A bucket tells nobody: the reader looks by itself.
    watch: () => () => undefined,
  }
}
