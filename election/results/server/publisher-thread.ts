import { Worker } from 'node:worker_threads'
import type { S3Configuration } from '@intikhab/kernel/editions'
import type { KeyPlace } from '@intikhab/kernel/keys'
import type { ActApproval } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { ElectionFacts } from '../core/facts.ts'
import { resultsRefusals } from '../core/refusals.ts'
import type { Published } from './publisher.ts'

/** What the thread is given; all of it can be cloned. */
export interface PublisherThreadOptions {
  readonly databaseUrl: string
  /** `keys`: all that ever signed, as `encodeKeys` writes them. */
  readonly ledger: { readonly folder: string; readonly origin: string; readonly keys: string }
  readonly signer: { readonly name: string; readonly place: KeyPlace; readonly keys: string }
  readonly editions: { readonly kind: 'folder'; readonly root: string } | ({ readonly kind: 's3' } & S3Configuration)
  readonly facts: ElectionFacts
  /** The order of two people under which it publishes; null where the program itself opened the election. */
  readonly order?: ActApproval | null
  /** Added to the machine's clock, milliseconds; 0 where nothing is said. */
  readonly clockOffset?: number
  /** From the start of one edition to the start of the next at least, milliseconds; 2,000 where nothing is said. */
  readonly shortestPause?: number
}

export type PublisherOrder = { readonly order: 'stop' } | { readonly order: 'publish'; readonly id: number }

export type PublisherReport =
  | { readonly report: 'published'; readonly published: Published }
  | { readonly report: 'done'; readonly id: number; readonly number: number | null }
  | { readonly report: 'failed'; readonly id: number }
  | { readonly report: 'problem'; readonly message: string }

/** A running publisher. */
export interface PublisherThread {
  /** Publishes what the newest checkpoint holds, tables included; `number` is that of the newest edition. */
  publishNow(): Promise<Outcome<{ number: number }>>
  stop(): Promise<void>
}

export interface PublisherListeners {
  onPublished(published: Published): void
  /** Something went wrong that the thread itself will try again. */
  onProblem(message: string): void
}

/** Starts the publisher of one election in a thread. */
export function startPublisher(options: PublisherThreadOptions, listeners: PublisherListeners): PublisherThread {
  const worker = new Worker(new URL('./publisher-worker.ts', import.meta.url), {
    workerData: options,
    name: `publisher ${options.facts.id}`,
  })
  const waiting = new Map<number, (outcome: Outcome<{ number: number }>) => void>()
  let [next, last, isEnded] = [0, 0, false]

  worker.on('message', (message: PublisherReport) => {
    if (message.report === 'published') {
      last = message.published.number
      listeners.onPublished(message.published)
    } else if (message.report === 'problem') listeners.onProblem(message.message)
    else {
      const answer = message.report === 'done' ? accept({ number: message.number ?? last }) : failed
      waiting.get(message.id)?.(answer)
      waiting.delete(message.id)
    }
  })
  worker.on('error', (error) => listeners.onProblem(error instanceof Error ? error.message : String(error)))
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      isEnded = true
      for (const answer of waiting.values()) answer(failed)
      resolve()
    })
  })

  function order(message: PublisherOrder): void {
    worker.postMessage(message, [])
  }

  return {
    publishNow() {
      if (isEnded) return Promise.resolve(failed)
      next += 1
      return new Promise((resolve) => {
        waiting.set(next, resolve)
        order({ order: 'publish', id: next })
      })
    },
    async stop() {
      if (!isEnded) order({ order: 'stop' })
      await ended
    },
  }
}

const failed: Outcome<never> = refuse(resultsRefusals['not-publishing'])
