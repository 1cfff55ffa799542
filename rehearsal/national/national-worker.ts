/** A thread that writes the lines of a national roll: for every message it sends the next chunk, and null after the last. */
import { on } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { RegisterChunk } from '@intikhab/rolls'
import { chunksOf } from './chunks-of.ts'
import { openPlan, type NationalOptions } from './open-plan.ts'

const port = parentPort
if (port === null) throw new Error('this is the program of a thread')
// Listened to from the first moment: what is asked for while the plan is made must not be lost.
const asked = on(port, 'message')
const chunks = chunksOf(await openPlan(workerData as NationalOptions))
const next = (): RegisterChunk | undefined => chunks.next().value ?? undefined

for await (const _ of asked) {
  const chunk = next()
  if (chunk === undefined) {
    port.postMessage(null, [])
    break
  }
  port.postMessage(chunk, [chunk.lines.buffer as ArrayBuffer])
}
port.close()
