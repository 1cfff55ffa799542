import { setTimeout as wait } from 'node:timers/promises'
import { editionPaths, resultsSeries, type ContestResult, type ResultsSummary } from '@intikhab/results'
import { stationDevice, type CountedStation } from '@intikhab/results/sim'
import { rollSeries, type RollId, type RollStatistics } from '@intikhab/rolls'
import { countStation, generateCountry, seeded, type Country, type CountryStation } from '../country/index.ts'
import type { RehearsalFigures } from '../figures/verdict.ts'
import { editionFile, latestFile } from '../server/outside.ts'
import { Refused, signInWithCode, type Staff } from '../server/staff.ts'
import type { Faults } from '../stations/faults.ts'
import { openIntakeLine } from '../stations/intake-line.ts'
import { sendForms } from '../stations/send-forms.ts'
import type { Tally } from '../stations/tally.ts'

/** How the stations of the demonstration country behave. */
export interface DemonstrationSettings {
  /** Address of the running server. */
  readonly server: string
  readonly faults: Faults
  /** Part of the stations that report, 0 to 1; the others stay silent. */
  readonly share: number
  /** Forms a second at most; as fast as it goes where it is left out. */
  readonly pace?: number
  onProgress(label: string, done: number, total: number): void
}

/** What the demonstration came to. */
export interface DemonstrationPlayed {
  readonly figures: RehearsalFigures
  readonly tally: Tally
  readonly stations: number
}

const electionId = 'demonstration'
/** The stations' devices are made from it: whoever plays the demonstration has the same ones. */
const deviceSeed = 'demonstration'
const devicesAtOnce = 5000

interface ShownAccount {
  readonly signInName: string
  readonly password: string
  readonly code: string
}

async function secretariatOf(server: string): Promise<ShownAccount> {
  const response = await fetch(new URL('/api/demonstration/accounts', server))
  if (!response.ok) throw new RangeError(`${server} serves no demonstration country`)
  const accounts = (await response.json()) as ShownAccount[]
  const secretariat = accounts.find(({ signInName }) => signInName === 'secretariat')
  if (secretariat === undefined) throw new Error('the demonstration has no account of the secretariat')
  return secretariat
}

/** A one-time code is good once: if somebody has just signed in with this one, the next is waited for. */
async function signInToDemonstration(server: string): Promise<Staff> {
  const { signInName: name, password, code } = await secretariatOf(server)
  let shown = code
  const nextCode = async () => {
    const used = shown
    while (shown === used) {
      await wait(1000)
      shown = (await secretariatOf(server)).code
    }
    return shown
  }
  try {
    return await signInWithCode(server, { name, password, code }, nextCode)
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401) throw error
  }
  return signInWithCode(server, { name, password, code: await nextCode() }, nextCode)
}

function countedStation(country: Country, station: CountryStation, madeAt: string): CountedStation {
  const { polled, votes, rejected } = countStation(country, station)
  const { male, female } = station.voters
  return {
    electionId,
    contestId: station.seat,
    stationNumber: station.number,
    registered: { male, female, total: male + female },
    votes,
    excluded: rejected,
    polled,
    madeAt,
    agents: { present: 4, signed: 4 },
  }
}

/**
 * The first roll that was published tells how large the served country was made: the same size and seed make the same
 * country here. Later ones have lost and gained voters.
 */
async function rollOn(server: string): Promise<RollStatistics> {
  const roll = await editionFile<RollStatistics>(server, rollSeries(electionId as RollId), 1, 'statistics.json')
  if (roll === undefined) throw new RangeError(`${server} serves no demonstration country`)
  return roll
}

/** Expected totals by seat and serial, from the counts that were sent. */
function expectedVotes(counts: readonly CountedStation[]): Map<string, number[]> {
  const sums = new Map<string, number[]>()
  for (const { contestId, votes } of counts) {
    const sum = sums.get(contestId) ?? votes.map(() => 0)
    sums.set(
      contestId,
      sum.map((value, i) => value + (votes[i] ?? 0)),
    )
  }
  return sums
}

async function differences(server: string, expected: ReadonlyMap<string, readonly number[]>): Promise<number> {
  let different = 0
  for (const [contestId, votes] of expected) {
    const contest = await latestFile<ContestResult>(server, resultsSeries(electionId), editionPaths.contest(contestId))
    const published = contest?.candidates.map((candidate) => candidate.votes) ?? []
    if (published.join() !== votes.join()) different++
  }
  return different
}

/** Waits until the published summary counts `stations`; how long that took in milliseconds, or undefined after a minute. */
async function publishLag(server: string, stations: number): Promise<number | undefined> {
  const began = performance.now()
  while (performance.now() - began < 60_000) {
    const summary = await latestFile<ResultsSummary>(server, resultsSeries(electionId), editionPaths.summary)
    if ((summary?.counters.received ?? 0) >= stations) return performance.now() - began
    await wait(50)
  }
  return undefined
}

/**
 * Plays the polling stations of the demonstration country against a running server: enrols their devices as the
 * secretariat, sends their signed forms with faults, waits for the edition, and compares it with what was sent. Played
 * again it sends the same forms, which are then absorbed as duplicates.
 * Throws `RangeError` if the server serves no demonstration country.
 */
export async function rehearseDemonstration(settings: DemonstrationSettings): Promise<DemonstrationPlayed> {
  const { server, faults, share, pace, onProgress } = settings
  const began = performance.now()
  const roll = await rollOn(server)
  const country = generateCountry({ voters: roll.total })
  const random = seeded(deviceSeed)
  const reporting = country.stations.filter(() => random.unit() < share)
  const staff = await signInToDemonstration(server)
  const devices = country.stations.map(({ seat, number }) => {
    const { publicKey, stationId } = stationDevice(deviceSeed, electionId, `${seat}/${number}`)
    return { publicKey, scope: stationId }
  })
  for (let from = 0; from < devices.length; from += devicesAtOnce) {
    onProgress('Enrolling station devices', from, devices.length)
    await staff.post('/api/identity/devices', { electionId, devices: devices.slice(from, from + devicesAtOnce) })
  }
  onProgress('Enrolling station devices', devices.length, devices.length)

  const counts = reporting.map((station) => countedStation(country, station, roll.asOf))
  const line = openIntakeLine(server, 32)
  let done = 0
  const tally = await sendForms(counts, {
    line,
    deviceSeed,
    faults,
    accounts: true,
    atOnce: 32,
    ...(pace === undefined ? {} : { pace }),
    patience: 60_000,
    random: random.fork('faults'),
    onStation: () => onProgress('Stations sending', ++done, counts.length),
  })
  line.close()
  onProgress('Waiting for the edition', 0, 1)
  const lag = await publishLag(server, counts.length)
  onProgress('Waiting for the edition', 1, 1)
  const expected = expectedVotes(counts)
  return {
    tally,
    stations: counts.length,
    figures: {
      formsSent: tally.sent,
      lost: tally.withoutReceipt,
      contestsCompared: expected.size,
      contestsDifferent: await differences(server, expected),
      ackMsP99: tally.latencies.percentiles().p99,
      ...(lag === undefined ? {} : { publishLagMs: lag }),
      seconds: (performance.now() - began) / 1000,
    },
  }
}
