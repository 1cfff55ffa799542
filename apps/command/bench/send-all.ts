import { noFaults } from '@intikhab/rehearsal'
import { type ChosenElection, type StationSide, type Tally } from '@intikhab/rehearsal/stage'

/** What sending came to. */
export interface Sent {
  readonly tally: Tally
  /** When each receipt came, in milliseconds of the machine's clock. */
  readonly receiptsAt: readonly number[]
  readonly seconds: number
}

/** How the stations send. */
export interface SendingManner {
  readonly url: string
  readonly atOnce: number
  /** Forms a second at most; as fast as it goes where undefined. */
  readonly pace: number | undefined
}

/** How long a station goes on without an answer, in milliseconds. */
const patience = 60_000

/** Sends the Form-45 of every station, without faults, and waits for the receipts. */
export async function sendAll(stations: StationSide, election: ChosenElection, manner: SendingManner): Promise<Sent> {
  const serials = new Map(
    election.seats.map(({ seat }) => [seat.code, seat.candidates.map((_, index) => index + 1)] as const),
  )
  const { tally, receipts } = await stations.send({
    ...manner,
    serials,
    faults: noFaults,
    accounts: false,
    patience,
    onStations: () => undefined,
  })
  const receiptsAt = receipts.map(({ at }) => at).sort((a, b) => a - b)
  const [first = 0, last = 0] = [receiptsAt[0], receiptsAt.at(-1)]
  return { tally, receiptsAt, seconds: (last - first) / 1000 }
}
