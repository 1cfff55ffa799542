import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { PrintedFile, PrintJob } from './print-files.ts'
import type { PressData } from './print-worker.ts'

export interface PressSettings {
  /** As many as the machine has cores, where it is not given. */
  readonly threads?: number
  /** Folder in which each photograph is called by its SHA-256; without it the frames stay empty. */
  readonly photographs?: string
}

/**
 * Megabytes that a thread may use, four times what it holds at once. Without a limit V8 puts its tidying off for as long as
 * the machine has memory, and a process of two threads grows to a gigabyte.
 */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 }

interface Done {
  readonly worker: Worker
  readonly files: readonly PrintedFile[]
}

function print(worker: Worker, job: PrintJob): Promise<Done> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      worker.off('message', arrive)
      worker.off('error', fail)
      act()
    }
    const arrive = (files: readonly PrintedFile[]): void => settle(() => resolve({ worker, files }))
    const fail = (error: unknown): void =>
      settle(() => reject(error instanceof Error ? error : new Error(String(error))))
    worker.on('message', arrive)
    worker.on('error', fail)
    // oxlint-disable-next-line require-post-message-target-origin -- a thread, not a window
    worker.postMessage(job)
  })
}

/**
 * Prints many lists on several threads. A list is only asked for when a thread is free, and its pages go to the file as they
 * are made, so memory does not grow with the number of lists. Yields the files as they are finished, in no order of the lists.
 * What one list throws ends all of it; files that are unfinished then are removed or have a name that ends in `.part`.
 */
export async function* printLists(
  jobs: Iterable<PrintJob> | AsyncIterable<PrintJob>,
  { threads = availableParallelism(), photographs }: PressSettings = {},
): AsyncGenerator<PrintedFile> {
  const workerData: PressData = { photographs: photographs ?? null }
  const file = new URL('./print-worker.ts', import.meta.url)
  const workers = Array.from(
    { length: threads },
    (_, i) => new Worker(file, { workerData, resourceLimits, name: `press ${i + 1}` }),
  )
  const source = Symbol.asyncIterator in jobs ? jobs[Symbol.asyncIterator]() : jobs[Symbol.iterator]()
  const running = new Map<Worker, Promise<Done>>()
  const feed = async (worker: Worker): Promise<void> => {
    const { done, value } = await source.next()
    if (done !== true) running.set(worker, print(worker, value))
  }
  try {
    for (const worker of workers) await feed(worker)
    while (running.size > 0) {
      const { worker, files } = await Promise.race(running.values())
      running.delete(worker)
      await feed(worker)
      yield* files
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
