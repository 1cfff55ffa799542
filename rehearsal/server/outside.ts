import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { verifyEdition, type EditionCheck } from '@intikhab/kernel/editions'
import type { EditionFiles } from '@intikhab/results'

/** An edition as a stranger has it: downloaded, unpacked and checked, nothing of ours asked. */
export interface OutsideEdition extends EditionFiles {
  readonly number: number
  readonly check: EditionCheck
}

/**
 * Downloads the newest edition of a series over HTTP as one archive, unpacks it into the empty `folder` with the
 * system's `tar` and checks it against the publisher's key.
 */
export async function downloadEdition(
  url: string,
  series: string,
  folder: string,
  publisherKeyPem: string,
): Promise<OutsideEdition> {
  const response = await fetch(new URL(`/editions/${series}/latest.tar`, url))
  if (!response.ok || response.body === null) throw new Error(`${response.url} answers ${response.status}`)
  mkdirSync(folder, { recursive: true })
  const tar = spawn('tar', ['-x', '-f', '-', '-C', folder], { stdio: ['pipe', 'ignore', 'inherit'] })
  const [[code]] = await Promise.all([
    once(tar, 'exit') as Promise<[number | null]>,
    pipeline(Readable.fromWeb(response.body as ReadableStream<Uint8Array>), tar.stdin),
  ])
  if (code !== 0) throw new Error(`tar could not unpack the edition of ${series}`)
  const [number = ''] = readdirSync(join(folder, series))
  const unpacked = join(folder, series, number)
  const check = await verifyEdition(unpacked, { publicKeyPem: publisherKeyPem })
  return {
    number: Number(number),
    check,
    async json<T>(path: string): Promise<T | undefined> {
      const text = await readFile(join(unpacked, path), 'utf8').catch(() => undefined)
      return text === undefined ? undefined : (JSON.parse(text) as T)
    },
  }
}

/** A file of the newest edition over HTTP; undefined where there is none yet. */
export function latestFile<T>(url: string, series: string, path: string): Promise<T | undefined> {
  return editionFile(url, series, 'latest', path)
}

/** A file of an edition over HTTP, by its number; undefined where there is none. */
export async function editionFile<T>(
  url: string,
  series: string,
  edition: number | 'latest',
  path: string,
): Promise<T | undefined> {
  const response = await fetch(new URL(`/editions/${series}/${edition}/${path}`, url))
  if (response.ok) return (await response.json()) as T
  await response.body?.cancel()
  if (response.status === 404) return undefined
  throw new Error(`${response.url} answers ${response.status}`)
}
