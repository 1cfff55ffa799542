import { Worker } from 'node:worker_threads'
import type { DistrictToWrite, ListNews, ListWorkerData, WrittenDistrict } from './list-worker.ts'

/**
 * Writes districts by several threads, each on a connection of its own that sees the same snapshot. The largest first, so
 * that none is waited for at the end. Throws what a thread throws.
 */
export async function writeDistricts(
  data: ListWorkerData,
  districts: readonly DistrictToWrite[],
  { threads, onVoters }: { readonly threads: number; onVoters(written: number): void },
): Promise<readonly WrittenDistrict[]> {
  const waiting = [...districts]
  const written: WrittenDistrict[] = []
  let voters = 0
  const workers = Array.from(
    { length: Math.min(threads, districts.length) },
    () => new Worker(new URL('./list-worker.ts', import.meta.url), { workerData: data }),
  )
  const work = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      // oxlint-disable-next-line require-post-message-target-origin -- a thread, not a window
      const next = () => worker.postMessage(waiting.shift() ?? ('end' as const))
      worker.on('error', reject)
      worker.on('exit', () => resolve())
      worker.on('message', (told: ListNews) => {
        if (told.news === 'voters') return onVoters((voters += told.voters))
        written.push(told.district)
        next()
      })
      next()
    })
  try {
    await Promise.all(workers.map(work))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  if (written.length !== districts.length) throw new Error('a thread ended before its districts were written')
  return written.sort((a, b) => a.place - b.place)
}
