import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promised } from '@intikhab/rehearsal'
import { seeded } from '@intikhab/rehearsal/country'
import {
  electionId,
  inventedElection,
  inventSeats,
  openStationSide,
  prepareElection,
  signInSecretariat,
  startChildServer,
  type ChosenElection,
  type Ready,
  type StationSide,
} from '@intikhab/rehearsal/stage'
import { sustainedRate, waitsToBeSeen } from './arrivals.ts'
import type { Figure, Measure } from './figure.ts'
import { processorSeconds } from './processor-time.ts'
import { resultPageFigure } from './result-page.ts'
import { sendAll, type Sent } from './send-all.ts'
import type { BenchSettings, Stage } from './stage.ts'
import { publishedForms, watchEdition } from './watch-edition.ts'

const seed = 'bench'
/** A seat of 250,000 voters has about 200 stations, as in 2018. */
const votersEach = 250_000
/** Seats whose stations send as fast as it goes, then at a pace, then while pages are read. */
const parts = { full: 100, paced: 50, behindPages: 24 } as const
/** Forms a second: a little more than asked, so that the pacer's own slips do not fall below. */
const pace = 420
const atOnce = 64
/** Window of which the worst counts as sustained, in seconds. */
const window = 5

/** The night of a generated general election: forms come in, editions go out, everybody looks. */
export const resultNightStage: Stage = {
  figures: ['intake', 'publication', 'result-page'],
  async *play(wanted, settings) {
    const { workshop } = settings
    const dataFolder = join(workshop, 'night')
    mkdirSync(dataFolder, { recursive: true })
    const [full, paced, behindPages] = sides()
    const server = await startChildServer<Ready>(['--rehearsal', '--port', '0', '--data', dataFolder])
    try {
      await prepare([full, paced, behindPages], server.ready, dataFolder, settings)
      const { url } = server.ready
      const send = (part: Part, at: number | undefined) =>
        sendAll(part.stations, part.election, { url, atOnce, pace: at })
      settings.onProgress('Forms as fast as it goes', 0, 1)
      const before = processorSeconds(server.pid)
      const first = await send(full, undefined)
      const cost = ((processorSeconds(server.pid) - before) / first.receiptsAt.length) * 1000
      settings.onProgress('Until all of them are published', 0, 1)
      await watchEdition(url, first.receiptsAt.length)
      if (wanted.has('intake')) yield intakeFigure(first, cost, server.peakRssBytes())
      if (wanted.has('publication')) {
        settings.onProgress(`Forms at ${pace} a second`, 0, 1)
        yield await publicationFigure(url, () => send(paced, pace))
      }
      if (wanted.has('result-page'))
        yield await resultPageFigure(server, getFirstSeat(behindPages), (at) => send(behindPages, at), settings)
    } finally {
      for (const { stations } of [full, paced, behindPages]) await stations.close()
      await server.stop()
    }
  },
}

/** Some of the country's seats with their stations. */
interface Part {
  readonly election: ChosenElection
  readonly stations: StationSide
}

function getFirstSeat({ election }: Part): string {
  const [first] = election.seats
  if (first === undefined) throw new RangeError('this part of the country has no seat')
  return first.seat.code
}

/** The country's seats in three parts, each with a station side of its own. */
function sides(): [Part, Part, Part] {
  const seats = inventSeats(parts.full + parts.paced + parts.behindPages, votersEach, seeded(seed))
  const part = (from: number, count: number): Part => {
    const election = inventedElection(seats.slice(from, from + count), seed)
    return { election, stations: openStationSide(election.seats, seed, 1) }
  }
  const { full, paced, behindPages } = parts
  return [part(0, full), part(full, paced), part(full + paced, behindPages)]
}

async function prepare(
  all: readonly Part[],
  ready: Ready,
  dataFolder: string,
  { workshop, onProgress }: BenchSettings,
): Promise<void> {
  const secretariat = await signInSecretariat(ready)
  const seats = all.flatMap(({ election }) => election.source.contested)
  const onStep = (label: string): void => onProgress(label, 0, 1)
  await prepareElection(inventedElection(seats, seed), { secretariat, dataFolder, folder: workshop, onStep })
  onStep('Enrolling station devices')
  for (const { stations } of all)
    await stations.enrol(async (devices) => {
      await secretariat.proposer.post('/api/identity/devices', { electionId, devices })
    })
}

/** What sending must come to in any case: every form acknowledged, none refused. */
function nothingLost({ tally }: Sent): Measure {
  const refused = [...tally.refusedByCode.values()].reduce((sum, times) => sum + times, 0)
  return { of: 'refused or lost', value: refused + tally.withoutReceipt, unit: '', atMost: 0 }
}

function intakeFigure(sent: Sent, cost: number, peakRssBytes: number): Figure {
  const { p50, p99 } = sent.tally.latencies.percentiles()
  const forms = sent.receiptsAt.length
  return {
    name: 'intake',
    what: 'Form-45 intake over HTTP, as fast as it goes',
    measures: [
      { of: '', value: sustainedRate(sent.receiptsAt, window), unit: '/s', atLeast: promised.formsPerSecond },
      { of: 'mean', value: forms / sent.seconds, unit: '/s' },
      { of: 'p50', value: p50, unit: 'ms' },
      { of: 'p99', value: p99, unit: 'ms', atMost: promised.ackMsP99 },
      { of: 'cost', value: cost, unit: 'ms' },
      nothingLost(sent),
    ],
    sizes: `${forms.toLocaleString('en')} forms of ${parts.full} seats in ${sent.seconds.toFixed(1)} s, ${atOnce} stations at once, signed and sent by a thread of another process; the rate is that of the worst ${window} s; the cost is the server's processor time for a form, publishing included, without the database; server at most ${Math.round(peakRssBytes / 1e6)} MB`,
  }
}

async function publicationFigure(url: string, send: () => Promise<Sent>): Promise<Figure> {
  const before = await publishedForms(url)
  const watching = new AbortController()
  const seen = watchEdition(url, Infinity, watching.signal)
  const sent = await send()
  await watchEdition(url, before + sent.receiptsAt.length)
  watching.abort()
  const waits = waitsToBeSeen(sent.receiptsAt, await seen, before).toSorted()
  const at = (share: number): number => (waits[Math.max(0, Math.ceil(waits.length * share) - 1)] ?? 0) / 1000
  const forms = sent.receiptsAt.length
  return {
    name: 'publication',
    what: 'accepted form to visible in a published edition',
    measures: [
      { of: 'longest', value: at(1), unit: 's', atMost: promised.publishLagMs / 1000 },
      { of: 'p50', value: at(0.5), unit: 's' },
      { of: 'p99', value: at(0.99), unit: 's' },
      { of: 'at', value: forms / sent.seconds, unit: '/s', atLeast: promised.formsPerSecond },
      { of: 'never seen', value: forms - waits.length, unit: '', atMost: 0 },
      nothingLost(sent),
    ],
    sizes: `${forms.toLocaleString('en')} forms on top of ${before.toLocaleString('en')}, each from its receipt to the first answer of /editions/…/latest/summary.json that counts it, asked ten times a second`,
  }
}
