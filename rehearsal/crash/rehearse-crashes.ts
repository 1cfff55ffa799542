import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { verifyConsistency } from '@intikhab/kernel/ledger'
import { resultsSeries } from '@intikhab/results'
import { stationDevice, type CountedStation } from '@intikhab/results/sim'
import { seeded } from '../country/random.ts'
import { inventedElection, type ChosenElection } from '../general-election-2018/choose-seats.ts'
import { compareEdition } from '../general-election-2018/compare-edition.ts'
import { countedStation, electionId } from '../general-election-2018/counted-station.ts'
import { countStations } from '../general-election-2018/counts.ts'
import { inventSeats } from '../general-election-2018/invented-seats.ts'
import { randomOf, stationsOf } from '../general-election-2018/plan-seat.ts'
import { prepareElection } from '../general-election-2018/prepare.ts'
import { ballotOrder, untilPublished } from '../general-election-2018/watch-edition.ts'
import { copyLedger } from '../server/ledger-copy.ts'
import { downloadEdition } from '../server/outside.ts'
import { signInSecretariat } from '../server/ready.ts'
import { makeWorkshop } from '../server/workshop.ts'
import { noFaults } from '../stations/faults.ts'
import { openIntakeLine } from '../stations/intake-line.ts'
import { sendForms } from '../stations/send-forms.ts'
import { checkNight, type NightFaults } from './check-night.ts'
import { planKills } from './kill-plan.ts'
import { Night, type Head, type Killed } from './night.ts'

export interface CrashSettings {
  /** How often something is killed, in a row. */
  readonly kills: number
  readonly seed: string
  /** Forms a second that the stations send while they can. */
  readonly pace: number
  onProgress(label: string, done: number, total: number): void
}

/** What a night of crashes came to. */
export interface CrashedNight extends NightFaults {
  readonly killed: readonly Killed[]
  readonly forms: number
  readonly acknowledged: number
  /** Times that a station got no answer and sent again. */
  readonly unanswered: number
  /** What the offline checks of ledger and edition found, and seats with another result than was sent. */
  readonly findings: readonly string[]
}

/** Voters of one invented seat: about 100 stations. */
const votersEach = 124_000
const stationsEach = 100
const patience = 600_000
const series = resultsSeries(electionId)

/**
 * Sends the forms of invented seats while server and database are killed by turns. Afterwards everything is checked from
 * outside: each acknowledged form is in the ledger once and in the edition, and each form was taken in the end.
 */
export async function rehearseCrashes(settings: CrashSettings): Promise<CrashedNight> {
  const { kills, seed, pace, onProgress } = settings
  const workshop = makeWorkshop()
  // A kill takes two or three seconds of sending at this pace; half of it again keeps forms coming until the last one.
  const stationsWanted = Math.max(stationsEach, (kills * 4 * pace) / 2)
  const seats = inventSeats(Math.ceil(stationsWanted / stationsEach), votersEach, seeded(seed))
  const election = inventedElection(seats, seed)
  onProgress('Starting the server', 0, 1)
  const night = await Night.begin(join(workshop, 'data'))
  try {
    const stations = await prepare(night, election, workshop, (label) => onProgress(label, 0, 1))
    const line = openIntakeLine(night.url, 32, 10_000)
    const sending = sendForms(stations, {
      line,
      deviceSeed: seed,
      faults: noFaults,
      accounts: true,
      atOnce: 32,
      pace,
      patience,
      random: seeded(seed),
      onReceipt: (receipt) => night.receipts.push(receipt),
    })
    for (const [i, kill] of planKills(kills, seeded(seed).fork('kills')).entries()) {
      onProgress('Killing while forms come in', i, kills)
      await night.kill(kill)
    }
    onProgress('Killing while forms come in', kills, kills)
    const tally = await sending
    line.close()
    onProgress('Checking ledger and edition from outside', 0, 1)
    const { killed, receipts } = night
    const checked = await checkEverything(night, election, stations, workshop)
    const figures = { killed, forms: stations.length * 2, acknowledged: receipts.length, unanswered: tally.unanswered }
    return { ...figures, ...checked }
  } finally {
    await night.end()
    rmSync(workshop, { recursive: true, force: true })
  }
}

async function prepare(
  night: Night,
  election: ChosenElection,
  folder: string,
  onStep: (label: string) => void,
): Promise<CountedStation[]> {
  const secretariat = await signInSecretariat(night.ready)
  await prepareElection(election, { secretariat, dataFolder: join(folder, 'data'), folder, onStep })
  const order = await ballotOrder(night.url, election.source.contested)
  const stations = election.seats.flatMap((each) => {
    const random = randomOf(election.seed, each.seat.code)
    return [...countStations(each.seat, stationsOf(each, election.seed), random.fork('counts'))].map((count) =>
      countedStation(each.seat.code, count, order.get(each.seat.code) ?? [], random.fork('writing')),
    )
  })
  const devices = stations.map(({ contestId, stationNumber }) => {
    const scope = `${contestId}/${stationNumber}`
    return { publicKey: stationDevice(election.seed, electionId, scope).publicKey, scope }
  })
  for (let at = 0; at < devices.length; at += 5000)
    await secretariat.proposer.post('/api/identity/devices', { electionId, devices: devices.slice(at, at + 5000) })
  return stations
}

async function checkEverything(
  night: Night,
  { seats, source }: ChosenElection,
  stations: readonly CountedStation[],
  workshop: string,
): Promise<NightFaults & { findings: string[] }> {
  const { url, receipts, heads, ready } = night
  await untilPublished(url, receipts)
  const { check, acts } = await copyLedger(url, join(workshop, 'ledger'))
  const edition = await downloadEdition(url, series, join(workshop, 'edition'), ready.publisherKeyPem)
  const compared = await compareEdition(edition, source.contested, receipts, () => undefined)
  const expected = stations.flatMap(({ contestId, stationNumber }) =>
    ['45', '46'].map((form) => `${contestId}/${stationNumber} ${form}`),
  )
  const refusals = [...check.findings, ...edition.check.findings]
  const findings = [
    ...refusals.map(({ kind, field }) => `${kind.code} ${field ?? ''}`),
    ...compared.missing.map((form) => `acknowledged and not in the edition: ${form}`),
    ...compared.unexpected.map((form) => `in the edition without a receipt: ${form}`),
    ...compared.seats.flatMap(({ differences }) => differences.map(({ contest, what }) => `${contest}: other ${what}`)),
    ...(compared.seats.length === seats.length ? [] : ['seats are missing']),
  ]
  for (const head of heads)
    if (!(await isContinued(url, head))) findings.push(`the ledger of ${head.size} entries was not continued`)
  return { ...checkNight(receipts, expected, acts), findings }
}

/** Whether the ledger still begins with what it showed before. */
async function isContinued(url: string, { size, root }: Head): Promise<boolean> {
  const response = await fetch(new URL(`/api/ledger/consistency?first=${size}`, url))
  if (!response.ok) return false
  type Consistency = { second: number; secondRoot: string; proof: string[] }
  const { second, secondRoot, proof } = (await response.json()) as Consistency
  return verifyConsistency({ first: size, firstRoot: root, second, secondRoot, proof })
}
