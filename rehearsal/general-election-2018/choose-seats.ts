import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { feedFrom, feedOfSeats } from './feed-csv.ts'
import type { ElectionToPrepare } from './prepare.ts'
import { readSources, sourceFiles } from './read-sources.ts'
import type { Source, SourceSeat } from './source.ts'

/** Which part of the election is played. */
export interface Choice {
  /** By code; all where nothing is said. */
  readonly seats?: readonly string[]
  /** Share of the contested seats, spread over the country, from 0 (not included) to 1. */
  readonly share?: number
}

/** An election to be played, and the part of the feed that it is compared with. */
export interface ChosenElection extends ElectionToPrepare {
  readonly source: Source
}

/**
 * The chosen part of the real election of 2018. A choice by code plays these seats only; a share, and everything, have
 * the seats without a count with them.
 *
 * @throws RangeError for a seat that the feed does not have as contested.
 */
export function chooseSeats(dataFolder: string, seed: string, choice: Choice): ChosenElection {
  const { source, scheme } = readSources(dataFolder)
  const chosen = chosenFrom(source, choice)
  const codes = new Set([...chosen.contested, ...chosen.uncounted].map(({ code }) => code))
  const feed = readFileSync(resolve(dataFolder, sourceFiles.candidates), 'utf8')
  return {
    source: chosen,
    seats: chosen.contested.map((seat) => ({ seat, scheme: scheme.get(seat.code) ?? [] })),
    uncounted: chosen.uncounted,
    feed: chosen.contested.length === source.contested.length ? feed : feedOfSeats(feed, codes),
    seed,
  }
}

/** The part of a feed that a choice names. */
function chosenFrom({ contested, uncounted }: Source, { seats, share = 1 }: Choice): Source {
  if (seats !== undefined) {
    const known = new Map(contested.map((seat) => [seat.code, seat]))
    return {
      contested: seats.map((code) => {
        const seat = known.get(code)
        if (seat === undefined) throw new RangeError(`${code} is no contested seat of 2018`)
        return seat
      }),
      uncounted: [],
    }
  }
  const wanted = Math.max(1, Math.round(contested.length * share))
  const step = contested.length / wanted
  const picked = Array.from({ length: wanted }, (_, i) => contested[Math.floor(i * step)])
  return { contested: picked.filter((seat) => seat !== undefined), uncounted }
}

/** An election of invented seats: where the real data is not at hand. */
export function inventedElection(seats: readonly SourceSeat[], seed: string): ChosenElection {
  return {
    source: { contested: seats, uncounted: [] },
    seats: seats.map((seat) => ({ seat, scheme: [] })),
    uncounted: [],
    feed: feedFrom(seats),
    seed,
  }
}
