import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { editionPaths, resultsSeries, type ContestResult } from '@intikhab/results'
import { buildWeb } from '@intikhab/web'
import { byTwo } from '../server/by-two.ts'
import { startChildServer, type ChildServer } from '../server/child-server.ts'
import { downloadEdition, latestFile, type OutsideEdition } from '../server/outside.ts'
import { signInAs, signInSecretariat, type Ready } from '../server/ready.ts'
import { makeWorkshop } from '../server/workshop.ts'
import { confirmWhatBlocks, declareSeats } from '../server/returning-officers.ts'
import type { Faults } from '../stations/faults.ts'
import type { Tally } from '../stations/tally.ts'
import type { ChosenElection } from './choose-seats.ts'
import { compareEdition, type ComparedEdition, type ComparedSeat } from './compare-edition.ts'
import { electionId } from './counted-station.ts'
import { expectFrom } from './expectation.ts'
import { partings } from './platform-findings.ts'
import { prepareElection } from './prepare.ts'
import type { RehearsalReport } from './report.ts'
import { openStationSide, type StationSide } from './station-side.ts'
import { ballotOrder, untilPublished } from './watch-edition.ts'

/** How the rehearsal goes, and who is told. */
export interface RehearsalSettings {
  readonly faults: Faults
  /** Whether stations also send Form-46. */
  readonly accounts: boolean
  /** Threads that play stations. */
  readonly threads: number
  /** Stations that send at the same time. */
  readonly atOnce: number
  /** Forms a second at most; as fast as it goes where it is left out. */
  readonly pace?: number
  /** Where the server keeps its data; a folder of its own that is removed afterwards where nothing is said. */
  readonly dataFolder?: string
  onProgress(label: string, done: number, total: number): void
  onSeat(compared: ComparedSeat): void
}

/** What a rehearsal came to, beyond the report. */
export interface Rehearsed {
  readonly report: RehearsalReport
  readonly seconds: number
  readonly verified: boolean
  /** Where the platform's findings part from the rehearsal's own reading; empty where they agree. */
  readonly partings: readonly string[]
  /** Stations whose form the returning officers confirmed. */
  readonly confirmed: readonly string[]
  /** Forms in the edition without a receipt, and acknowledged ones that are not in it. */
  readonly unexpected: readonly string[]
  readonly missing: readonly string[]
}

const series = resultsSeries(electionId)

/** How long a station goes on without an answer, in milliseconds. */
const patience = 120_000

/** Plays an election from the announcement to the declared results, on a server of its own, and compares. */
export async function rehearse(election: ChosenElection, settings: RehearsalSettings): Promise<Rehearsed> {
  const began = performance.now()
  const workshop = makeWorkshop()
  const dataFolder = settings.dataFolder ?? join(workshop, 'data')
  mkdirSync(dataFolder, { recursive: true })
  const { seats, seed } = election
  // A server builds its screens when they are stale; its memory would then be measured for that, not for its work.
  await buildWeb({ onProgress: (done, total) => settings.onProgress('Building the screens', done, total) })
  settings.onProgress('Starting the server', 0, 1)
  const stations = openStationSide(seats, seed, settings.threads)
  const server = await startChildServer<Ready>(['--rehearsal', '--port', '0', '--data', dataFolder])
  try {
    return await play(election, settings, { server, stations, workshop, dataFolder, began })
  } catch (error) {
    throw new Error(`the rehearsal broke off; the server's last words:\n${server.lastWords()}`, { cause: error })
  } finally {
    settings.onProgress('Clearing up', 0, 1)
    await stations.close()
    await server.stop()
    rmSync(workshop, { recursive: true, force: true })
  }
}

interface Stage {
  readonly server: ChildServer<Ready>
  readonly stations: StationSide
  readonly workshop: string
  readonly dataFolder: string
  readonly began: number
}

async function play(election: ChosenElection, settings: RehearsalSettings, stage: Stage): Promise<Rehearsed> {
  const { server, workshop, dataFolder } = stage
  const { onProgress } = settings
  const { url, publisherKeyPem } = server.ready
  const secretariat = await signInSecretariat(server.ready)
  const staff = await signInAs(server.ready, 'returning-officers')
  const assistant = await signInAs(server.ready, 'assistant-returning-officers')
  const onStep = (label: string): void => onProgress(label, 0, 1)
  const stations = await prepareElection(election, { secretariat, dataFolder, folder: workshop, onStep })
  let enrolled = 0
  await stage.stations.enrol(async (devices) => {
    await secretariat.proposer.post('/api/identity/devices', { electionId, devices })
    onProgress('Enrolling station devices', (enrolled += devices.length), stations)
  })

  const serials = await ballotOrder(url, election.source.contested)
  let done = 0
  const sent = performance.now()
  const { tally, receipts } = await stage.stations.send({
    url,
    serials,
    faults: settings.faults,
    accounts: settings.accounts,
    atOnce: settings.atOnce,
    pace: settings.pace,
    patience,
    onStations: (more) => onProgress('Stations sending', (done += more), stations),
  })
  const sendingSeconds = (performance.now() - sent) / 1000
  const publishLagMs = await untilPublished(url, receipts)

  onStep('Confirming what holds up consolidation')
  const confirmed = await confirmWhatBlocks({ url, electionId, staff, assistant })
  const contests = await Promise.all(
    election.seats.map(({ seat }) => latestFile<ContestResult>(url, series, editionPaths.contest(seat.code))),
  )
  const toDeclare = contests.filter((contest) => contest !== undefined)
  await declareSeats({ electionId, staff }, toDeclare, (seat) => onProgress('Declaring seats', seat, toDeclare.length))
  await byTwo(secretariat, `/api/results/${electionId}/publish`, {})

  onStep('Checking the edition from outside')
  const edition = await downloadEdition(url, series, join(workshop, 'edition'), publisherKeyPem)
  const compared = await compareEdition(edition, election.source.contested, receipts, (seat, count) => {
    onProgress('Comparing seats', count, election.seats.length)
    settings.onSeat(seat)
  })
  const accepted = new Set(receipts.map(({ stationId, form }) => `${stationId} ${form}`)).size
  const measured = { tally, accepted, sendingSeconds, publishLagMs, serverPeakRssBytes: server.peakRssBytes() }
  return sumUp(election, compared, edition, measured, confirmed, (performance.now() - stage.began) / 1000)
}

interface Measured {
  readonly tally: Tally
  /** Forms with a receipt, each once. */
  readonly accepted: number
  readonly sendingSeconds: number
  readonly publishLagMs: number
  readonly serverPeakRssBytes: number
}

function sumUp(
  election: ChosenElection,
  compared: ComparedEdition,
  edition: OutsideEdition,
  measured: Measured,
  confirmed: readonly string[],
  seconds: number,
): Rehearsed {
  const { tally, sendingSeconds, publishLagMs, serverPeakRssBytes } = measured
  const { findings, missing, unexpected } = compared
  const different = compared.seats.filter(({ differences }) => differences.length > 0)
  const { sent, duplicates, withoutReceipt, refusedByCode, latencies } = tally
  const report: RehearsalReport = {
    contestsCompared: compared.seats.length,
    contestsEqual: compared.seats.length - different.length,
    contestsDifferent: different.map(({ seat }) => seat.code),
    ...findings,
    formsSent: sent,
    // A form whose first answer was lost on the way is acknowledged as a duplicate: receipts tell, not answers.
    formsAccepted: measured.accepted,
    duplicatesAbsorbed: duplicates,
    refusedByCode: Object.fromEntries(refusedByCode),
    lost: missing.length + withoutReceipt,
    formsPerSecond: sent / sendingSeconds,
    ackMs: latencies.percentiles(),
    publishLagMs,
    serverPeakRssBytes,
  }
  return {
    report,
    seconds,
    verified: edition.check.manifest !== undefined && edition.check.findings.length === 0,
    partings: partings(findings, expectFrom(election.source)),
    confirmed,
    unexpected,
    missing,
  }
}
