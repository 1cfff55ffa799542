import { Worker } from 'node:worker_threads'
import type { Faults } from '../stations/faults.ts'
import { Tally } from '../stations/tally.ts'
import type { SeatToPlay } from './plan-seat.ts'
import type { TimedReceipt, WorkerOrder, WorkerReport, WorkerSeats } from './station-worker.ts'

/** All stations of the country, played by a few threads. */
export interface StationSide {
  /** Makes every station's device and hands them over in lots; waits for each lot. */
  enrol(take: (devices: readonly { publicKey: string; scope: string }[]) => Promise<void>): Promise<void>
  /** Sends every station's forms. */
  send(sending: Sending): Promise<{ tally: Tally; receipts: readonly TimedReceipt[] }>
  close(): Promise<void>
}

/** How the stations send. */
interface Sending {
  readonly url: string
  readonly serials: ReadonlyMap<string, readonly number[]>
  readonly faults: Faults
  readonly accounts: boolean
  /** Stations that send at the same time, over all threads. */
  readonly atOnce: number
  /** Forms a second at most, over all threads. */
  readonly pace: number | undefined
  readonly patience: number
  onStations(done: number): void
}

/** Starts `threads` threads and shares the seats out among them. */
export function openStationSide(seats: readonly SeatToPlay[], seed: string, threads: number): StationSide {
  const workers = Array.from({ length: Math.min(threads, seats.length) }, (_, i) => {
    const workerData: WorkerSeats = { seed, seats: seats.filter((_, at) => at % threads === i) }
    return new Worker(new URL('./station-worker.ts', import.meta.url), { workerData, name: `stations ${i + 1}` })
  })

  /** Gives every thread an order and hears them until `isLast` says that each has finished. */
  function carryOut(order: WorkerOrder, hear: (report: WorkerReport) => boolean): Promise<void[]> {
    return Promise.all(
      workers.map(
        (worker) =>
          new Promise<void>((resolve, reject) => {
            const finish = (): void => {
              worker.off('message', listen)
              worker.off('error', reject)
              resolve()
            }
            const listen = (report: WorkerReport): void => {
              if (hear(report)) finish()
            }
            worker.on('message', listen)
            worker.once('error', reject)
            worker.postMessage(order, [])
          }),
      ),
    )
  }

  return {
    async enrol(take) {
      let taken = Promise.resolve()
      await carryOut({ order: 'devices' }, (report) => {
        if (report.report === 'devices') taken = taken.then(() => take(report.devices))
        // Awaited below; a lot that fails must not be an unhandled rejection meanwhile.
        taken.catch(() => undefined)
        return report.report === 'no-more-devices'
      })
      await taken
    },

    async send({ onStations, atOnce, pace, ...sending }) {
      const tally = new Tally()
      const receipts: TimedReceipt[] = []
      const order: WorkerOrder = {
        order: 'send',
        ...sending,
        atOnce: Math.ceil(atOnce / workers.length),
        pace: pace === undefined ? undefined : pace / workers.length,
      }
      await carryOut(order, (report) => {
        if (report.report === 'stations') onStations(report.done)
        if (report.report !== 'sent') return false
        tally.add(report.tally)
        for (const receipt of report.receipts) receipts.push(receipt)
        return true
      })
      return { tally, receipts }
    },

    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
