import { createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { byTwo, type TwoPeople } from '../server/by-two.ts'
import { runCommand } from '../server/run-command.ts'
import { electionId } from './counted-station.ts'
import { csvLine } from './feed-csv.ts'
import { stationsOf, type SeatToPlay } from './plan-seat.ts'
import { announcement2018 } from './programme-2018.ts'
import { schemeLines } from './scheme-csv.ts'
import type { UncountedSeat } from './source.ts'

/** What an election is made of before its stations send anything. */
export interface ElectionToPrepare {
  readonly seats: readonly SeatToPlay[]
  readonly uncounted: readonly UncountedSeat[]
  /** The feed with the candidates of exactly these seats. */
  readonly feed: string
  readonly seed: string
}

/** Where it is prepared. */
export interface Workshop {
  /** The two officers of the secretariat: one proposes, the other approves. */
  readonly secretariat: TwoPeople
  /** Data folder of the running server, beside which the import commands work. */
  readonly dataFolder: string
  /** For the files to be imported. */
  readonly folder: string
  onStep(label: string): void
}

const delimitation = '2018'

/**
 * Sets the election up as an operator does: announces it, imports its seats, candidates and final polling scheme with
 * the `intikhab import` commands, and opens it on the site, which begins the intake. Gives the number of its stations.
 */
export async function prepareElection(election: ElectionToPrepare, workshop: Workshop): Promise<number> {
  const { seats, uncounted, feed, seed } = election
  const { secretariat, dataFolder, folder, onStep } = workshop
  const bring = async (words: readonly string[]): Promise<void> => {
    await runCommand(['import', ...words, '--data', dataFolder])
  }
  onStep('Announcing the election')
  await byTwo(secretariat, '/api/elections', announcement2018(electionId))

  onStep('Importing seats')
  const seatsFile = join(folder, 'seats.csv')
  writeFileSync(seatsFile, seatsCsv(seats, uncounted))
  await bring(['constituencies', seatsFile, '--as', delimitation])

  onStep('Importing candidates')
  const feedFile = join(folder, 'candidates.csv')
  writeFileSync(feedFile, feed)
  await bring(['candidates', feedFile, '--election', electionId])

  onStep('Importing the polling scheme')
  const schemeFile = join(folder, 'scheme.csv')
  const planned = seats.map((each) => ({ seat: each.seat, stations: stationsOf(each, seed) }))
  await pipeline(
    Readable.from(schemeLines(planned)).map((line: string) => `${line}\n`),
    createWriteStream(schemeFile),
  )
  await bring(['polling-scheme', schemeFile, '--election', electionId, '--delimitation', delimitation, '--final'])

  onStep('Opening the intake')
  await byTwo(secretariat, `/api/site/elections/${electionId}`, { delimitationId: delimitation })
  return planned.reduce((sum, { stations }) => sum + stations.length, 0)
}

/** The seats as `import constituencies` takes them. */
export function seatsCsv(seats: readonly SeatToPlay[], uncounted: readonly UncountedSeat[]): string {
  const lines = [
    ...seats.map(({ seat }) => [seat.code, seat.name, '', seat.province]),
    ...uncounted.map(({ code, name, province }) => [code, name, '', province]),
  ]
  return [['constituency_code', 'name_en', 'name_ur', 'province'], ...lines]
    .map((line) => `${csvLine(line)}\n`)
    .join('')
}
