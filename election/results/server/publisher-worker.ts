/** The publisher in a thread of its own, so that writing an edition never holds up the intake. */
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '@intikhab/kernel/database'
import { createEditionStore, createS3EditionStore } from '@intikhab/kernel/editions'
import { signerAt } from '@intikhab/kernel/keys'
import { createLedger, parseKeys, withoutSecret, type KeyHistory } from '@intikhab/kernel/ledger'
import { createPublisher } from './publisher.ts'
import type { PublisherOrder, PublisherReport, PublisherThreadOptions } from './publisher-thread.ts'

if (parentPort === null) throw new Error('the publisher runs as a worker')
const port = parentPort
const options = workerData as PublisherThreadOptions
const { editions, ledger: log, signer, clockOffset = 0, shortestPause = 2000 } = options
/** Between one look for something new and the next while there is nothing to publish, in milliseconds. */
const lookEvery = Math.min(200, shortestPause)

function keysIn(text: string): KeyHistory {
  const keys = parseKeys(text)
  if (keys === undefined) throw new Error('the publisher was given no list of keys')
  return keys
}

const logKeys = keysIn(log.keys)
const database = openDatabase(options.databaseUrl, 3)
const ledger = createLedger({
  database,
  folder: log.folder,
  origin: log.origin,
  // The ledger is only read here: its secret stays where it is.
  signer: withoutSecret(logKeys.current),
  keys: logKeys,
})
const publisher = createPublisher({
  database,
  ledger,
  store: await (editions.kind === 'folder' ? createEditionStore(editions) : createS3EditionStore(editions)),
  signer: signerAt(signer.place, signer.name),
  keys: keysIn(signer.keys),
  facts: options.facts,
  order: options.order ?? null,
  now: () => new Date(Date.now() + clockOffset),
})

function report(message: PublisherReport): void {
  port.postMessage(message)
}

const state = { stopped: false }
let wake: () => void = () => undefined
const asked: number[] = []

port.on('message', (order: PublisherOrder) => {
  if (order.order === 'stop') state.stopped = true
  else asked.push(order.id)
  wake()
})

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    wake = () => {
      clearTimeout(timer)
      resolve()
    }
    if (state.stopped || asked.length > 0) wake()
  })
}

/** True where an edition was made, or should have been. */
async function once(): Promise<boolean> {
  const answered = asked.splice(0)
  try {
    const published = await publisher.step(answered.length > 0)
    if (published !== undefined) report({ report: 'published', published })
    for (const id of answered) report({ report: 'done', id, number: published?.number ?? null })
    return published !== undefined
  } catch (error) {
    // A database or a disk that is away for a moment: the next turn takes up where this one stopped.
    report({ report: 'problem', message: (error as Error).message })
    for (const id of answered) report({ report: 'failed', id })
    return true
  }
}

while (!state.stopped) {
  const began = performance.now()
  const isMade = await once()
  const took = performance.now() - began
  // Under load a fifth of the time is left to whatever else the disk has to do.
  await pause(isMade ? Math.max(shortestPause - took, took / 4) : lookEvery)
}
await database.close()
port.close()
