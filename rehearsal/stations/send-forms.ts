import { stationDevice, type CountedStation } from '@intikhab/results/sim'
import { setTimeout as wait } from 'node:timers/promises'
import type { Random } from '../country/random.ts'
import { bundleOf } from './bundles.ts'
import { planStation, type Faults, type StationPlan } from './faults.ts'
import type { Answer, IntakeLine } from './intake-line.ts'
import { Tally } from './tally.ts'

/** A form that the intake says it holds. */
export interface FormReceipt {
  readonly stationId: string
  readonly form: '45' | '46'
  readonly bundleId: string
}

export interface SendingOptions {
  readonly line: IntakeLine
  /** From which the stations' devices were made when they were enrolled. */
  readonly deviceSeed: string
  readonly faults: Faults
  /** Whether stations also send Form-46. */
  readonly accounts: boolean
  /** Stations that send at the same time. */
  readonly atOnce: number
  /** Forms a second at most, over all stations; as fast as it goes where it is left out. */
  readonly pace?: number
  /** For how long a station tries again while nothing comes back, in milliseconds. */
  readonly patience: number
  /** Between two tries of a station to which nothing came back, in milliseconds; 200 where nothing is said. */
  readonly retryAfter?: number
  readonly random: Random
  readonly onReceipt?: (receipt: FormReceipt) => void
  readonly onStation?: () => void
}

/** When no station at all has got an answer for so long, in milliseconds, there is nobody to send to. */
const longestSilence = 180_000

/**
 * Plays the stations: each signs its forms and sends them, in the order drawn, with the faults drawn, the late ones
 * after all others. Ends when every right form has a receipt or its station has lost patience.
 *
 * @throws Error when nothing at all comes back for three minutes.
 */
export async function sendForms(stations: readonly CountedStation[], options: SendingOptions): Promise<Tally> {
  const { faults, accounts, random, atOnce, onStation } = options
  const tally = new Tally()
  const planned = stations.map((station) => ({
    station,
    plan: planStation(faults, accounts, random.fork(`${station.contestId}/${station.stationNumber}`)),
  }))
  const inOrder = [...planned.filter(({ plan }) => !plan.late), ...planned.filter(({ plan }) => plan.late)]
  const pacer = createPacer(options.pace)
  const queue = inOrder.values()
  const work = async (): Promise<void> => {
    // The lanes share one iterator: each takes the next station that nobody has taken.
    for (const { station, plan } of queue) {
      await playStation(station, plan, options, tally, pacer)
      onStation?.()
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, inOrder.length) }, work))
  return tally
}

async function playStation(
  station: CountedStation,
  plan: StationPlan,
  options: SendingOptions,
  tally: Tally,
  pacer: () => Promise<void>,
): Promise<void> {
  const { electionId, contestId, stationNumber } = station
  const stationId = `${contestId}/${stationNumber}`
  const device = stationDevice(options.deviceSeed, electionId, stationId)
  for (const attempt of plan.attempts) {
    await pacer()
    const body = Buffer.from(JSON.stringify(bundleOf(device, station, attempt, Date.now())))
    tally.sent++
    if (attempt.line !== 'good') {
      await options.line.sendAndDie(body, attempt.line)
      continue
    }
    const answer = await sendUntilAnswered(body, options, tally)
    if (answer.got === 'receipt') options.onReceipt?.({ stationId, form: attempt.form, bundleId: answer.bundleId })
    else if (attempt.as === 'right') tally.withoutReceipt++
  }
}

async function sendUntilAnswered(
  body: Buffer,
  { line, patience, retryAfter = 200 }: Pick<SendingOptions, 'line' | 'patience' | 'retryAfter'>,
  tally: Tally,
): Promise<Answer> {
  const deadline = performance.now() + patience
  for (;;) {
    const began = performance.now()
    const answer = await line.send(body)
    tally.answered(answer, performance.now() - began)
    if (tally.silence() > longestSilence) throw new Error(`nothing came back for ${longestSilence / 1000} s`)
    const tryAgain = answer.got === 'nothing' || (answer.got === 'refusal' && answer.code === 'results.busy')
    if (!tryAgain || performance.now() > deadline) return answer
    await wait(retryAfter)
    tally.sent++
  }
}

/** Lets one form through at a time so that `pace` a second go; a line that stood still may not catch up in a burst. */
function createPacer(pace: number | undefined): () => Promise<void> {
  if (pace === undefined) return () => Promise.resolve()
  const interval = 1000 / pace
  let next = performance.now()
  return async () => {
    const now = performance.now()
    next = Math.max(next + interval, now)
    if (next > now) await wait(next - now)
  }
}
