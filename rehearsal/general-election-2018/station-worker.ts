/** A thread that plays the stations of its seats: makes their devices, then counts, signs and sends. */
import { parentPort, workerData } from 'node:worker_threads'
import { stationDevice, type CountedStation } from '@intikhab/results/sim'
import type { Faults } from '../stations/faults.ts'
import { openIntakeLine } from '../stations/intake-line.ts'
import { sendForms, type FormReceipt } from '../stations/send-forms.ts'
import type { TallyFigures } from '../stations/tally.ts'
import { seeded } from '../country/random.ts'
import { countedStation, electionId } from './counted-station.ts'
import { countStations } from './counts.ts'
import { randomOf, stationsOf, type SeatToPlay } from './plan-seat.ts'

/** What a thread is started with. */
export interface WorkerSeats {
  readonly seed: string
  readonly seats: readonly SeatToPlay[]
}

/** What a thread is told, in this order. */
export type WorkerOrder =
  | { readonly order: 'devices' }
  | {
      readonly order: 'send'
      readonly url: string
      /** Ballot serials by seat, in the feed's order of candidates. */
      readonly serials: ReadonlyMap<string, readonly number[]>
      readonly faults: Faults
      readonly accounts: boolean
      readonly atOnce: number
      readonly pace: number | undefined
      readonly patience: number
    }

/** A receipt with the instant at which the station had it, in milliseconds of the machine's clock. */
export interface TimedReceipt extends FormReceipt {
  readonly at: number
}

/** What a thread says. */
export type WorkerReport =
  | { readonly report: 'devices'; readonly devices: readonly { publicKey: string; scope: string }[] }
  | { readonly report: 'no-more-devices' }
  | { readonly report: 'stations'; readonly done: number }
  | { readonly report: 'sent'; readonly tally: TallyFigures; readonly receipts: readonly TimedReceipt[] }

/** Devices that identity takes in one request. */
const devicesAtOnce = 5000
/** Stations between two words about progress. */
const reportEvery = 500

const { seed, seats } = workerData as WorkerSeats

function say(report: WorkerReport): void {
  parentPort?.postMessage(report, [])
}

function makeDevices(): void {
  let devices: { publicKey: string; scope: string }[] = []
  for (const each of seats)
    for (const { number } of stationsOf(each, seed)) {
      const scope = `${each.seat.code}/${number}`
      devices.push({ publicKey: stationDevice(seed, electionId, scope).publicKey, scope })
      if (devices.length < devicesAtOnce) continue
      say({ report: 'devices', devices })
      devices = []
    }
  if (devices.length > 0) say({ report: 'devices', devices })
  say({ report: 'no-more-devices' })
}

async function send(order: Extract<WorkerOrder, { order: 'send' }>): Promise<void> {
  const counted: CountedStation[] = []
  for (const each of seats) {
    const { seat } = each
    const random = randomOf(seed, seat.code)
    const serials = order.serials.get(seat.code) ?? []
    const writing = random.fork('writing')
    for (const count of countStations(seat, stationsOf(each, seed), random.fork('counts')))
      counted.push(countedStation(seat.code, count, serials, writing))
  }
  // All stations of the country close together: nothing arrives seat by seat.
  const random = seeded(seed).fork('arrival')
  for (let i = counted.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const other = counted[j]
    const here = counted[i]
    if (other === undefined || here === undefined) continue
    counted[i] = other
    counted[j] = here
  }
  const line = openIntakeLine(order.url, order.atOnce)
  const receipts: TimedReceipt[] = []
  let done = 0
  const { faults, accounts, atOnce, pace, patience } = order
  const tally = await sendForms(counted, {
    line,
    deviceSeed: seed,
    faults,
    accounts,
    atOnce,
    ...(pace === undefined ? {} : { pace }),
    patience,
    random: seeded(seed).fork('faults'),
    onReceipt: (receipt) => receipts.push({ ...receipt, at: Date.now() }),
    onStation: () => {
      if (++done % reportEvery === 0) say({ report: 'stations', done: reportEvery })
    },
  })
  line.close()
  say({ report: 'stations', done: done % reportEvery })
  say({ report: 'sent', tally: tally.figures(), receipts })
}

parentPort?.on('message', (order: WorkerOrder) => {
  if (order.order === 'devices') makeDevices()
  else void send(order)
})
