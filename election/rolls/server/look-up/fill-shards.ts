import { Worker } from 'node:worker_threads'
import type { PackSecret } from './pack-secret.ts'
import type { WrittenShards } from './shard-writer.ts'

/** How far a pack is: voters read, then shards sorted. */
export interface PackProgress {
  readonly step: 'voters' | 'shards'
  readonly done: number
}

/** What the thread is given; all of it can be cloned. */
export interface ShardsToFill {
  readonly databaseUrl: string
  /** What the transaction exported that read the lists: voters and lists are of one state of the register. */
  readonly snapshot: string
  readonly secret: PackSecret
  readonly salt: number
  /** An empty folder. */
  readonly folder: string
  /** The number of each block in the lists of the pack. */
  readonly blocks: ReadonlyMap<number, number>
  /** Only the voters of these blocks; null for all. */
  readonly onlyBlocks: readonly number[] | null
}

/** What came of it: voters whose block has no number stop a pack, and of two with the same key one would be lost. */
export type FilledShards =
  | ({ readonly kind: 'written' } & WrittenShards)
  | { readonly kind: 'same-key' }
  | { readonly kind: 'without-a-place'; readonly voters: number }

export type ShardsReport =
  | ({ readonly report: 'progress' } & PackProgress)
  | { readonly report: 'done'; readonly filled: FilledShards }

/** Reads the voters and writes the shards in a thread of its own: a server goes on answering meanwhile. */
export async function fillShards(
  options: ShardsToFill,
  onProgress: (progress: PackProgress) => void,
): Promise<FilledShards> {
  const worker = new Worker(new URL('./fill-shards-worker.ts', import.meta.url), {
    workerData: options,
    name: 'look-up pack',
  })
  const { promise, resolve, reject } = Promise.withResolvers<FilledShards>()
  worker.on('message', (message: ShardsReport) => {
    if (message.report === 'done') resolve(message.filled)
    else onProgress({ step: message.step, done: message.done })
  })
  worker.once('error', reject)
  worker.once('exit', () => reject(new Error('the thread that builds the look-up pack ended')))
  try {
    return await promise
  } finally {
    await worker.terminate()
  }
}
