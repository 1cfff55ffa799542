import { createHash, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { BatchHeader } from '../../core/registry-feed/batch-header.ts'
import { keyName } from '../../server/registry-feed/registry-keys.ts'

/** Whose batch it is, and by which key. */
export interface BatchSeal {
  readonly registry: string
  readonly privateKey: KeyObject
  /** ISO 8601 in UTC. */
  readonly madeAt: string
}

/** A key with which a registry signs. */
export function makeRegistryKey(): { readonly privateKey: KeyObject; readonly publicPem: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicPem: publicKey.export({ type: 'spki', format: 'pem' }) }
}

function head(seal: BatchSeal, said: Pick<BatchHeader, 'from' | 'to' | 'records' | 'sha256'>): string {
  const key = keyName(createPublicKey(seal.privateKey))
  const { registry, madeAt } = seal
  const header: BatchHeader = { format: 'intikhab-registry-batch/1', registry, ...said, madeAt, key }
  const line = JSON.stringify(header)
  return `${line}\n${sign(null, Buffer.from(line), seal.privateKey).toString('base64')}\n`
}

/** A batch in memory, of records from number `from` on. */
export function sealBatch(seal: BatchSeal, from: number, lines: readonly string[]): Buffer {
  const records = Buffer.from(lines.map((line) => `${line}\n`).join(''))
  const sha256 = createHash('sha256').update(records).digest('hex')
  const said = { from, to: from + lines.length - 1, records: lines.length, sha256 }
  return Buffer.concat([Buffer.from(head(seal, said)), records])
}

/** Writes a batch of any size to a file, reading the lines once. */
export async function writeBatchFile(
  file: string,
  seal: BatchSeal,
  from: number,
  lines: Iterable<string>,
): Promise<number> {
  const aside = `${file}.records`
  const hash = createHash('sha256')
  let records = 0
  function* chunks() {
    let chunk = ''
    for (const line of lines) {
      records++
      chunk += `${line}\n`
      if (chunk.length < 65_536) continue
      hash.update(chunk)
      yield chunk
      chunk = ''
    }
    hash.update(chunk)
    yield chunk
  }
  await pipeline(Readable.from(chunks()), createWriteStream(aside))
  const said = { from, to: from + records - 1, records, sha256: hash.digest('hex') }
  async function* whole() {
    yield Buffer.from(head(seal, said))
    yield* createReadStream(aside)
  }
  await pipeline(Readable.from(whole()), createWriteStream(file))
  await rm(aside)
  return records
}
