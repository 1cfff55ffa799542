import { stationIdOf, type Form45, type Form46, type Voters } from '../core/bundle.ts'

/** What a station's count came to, in figures. Tendered and challenged votes are none unless given. */
export interface CountedStation {
  readonly electionId: string
  readonly contestId: string
  readonly stationNumber: number
  readonly registered: Voters
  /** Valid votes in ballot order. */
  readonly votes: readonly number[]
  /** As written on the paper; the sum of the votes where it is left out. */
  readonly validTotal?: number
  readonly excluded: number
  readonly polled: { readonly male: number; readonly female: number; readonly other?: number }
  /** ISO 8601 in UTC. */
  readonly madeAt: string
  readonly agents?: { readonly present: number; readonly signed: number }
  readonly imageSha256?: string
  /** The presiding officer insists that the paper reads so. */
  readonly asOnPaper?: true
}

function header(station: CountedStation) {
  const { electionId, contestId, stationNumber, madeAt, imageSha256, asOnPaper } = station
  return {
    electionId,
    contestId,
    stationId: stationIdOf(contestId, stationNumber),
    stationNumber,
    madeAt,
    sequence: 1,
    ...(imageSha256 === undefined ? {} : { imageSha256 }),
    ...(asOnPaper === undefined ? {} : { asOnPaper }),
  } as const
}

/** The station's Form-45. */
export function writeForm45(station: CountedStation): Form45 {
  const { registered, votes, excluded, polled, agents } = station
  const other = polled.other ?? 0
  return {
    form: '45',
    ...header(station),
    registered,
    candidates: votes.map((valid, index) => ({ serial: index + 1, valid, tendered: 0, challenged: 0, total: valid })),
    validTotal: station.validTotal ?? votes.reduce((sum, each) => sum + each, 0),
    excluded,
    polled: { male: polled.male, female: polled.female, other, total: polled.male + polled.female + other },
    presidingOfficer: { designation: 'Presiding Officer' },
    agents: { present: agents?.present ?? 0, signed: agents?.signed ?? 0, refused: [] },
  }
}

/** The Form-46 that goes with the count: ballot papers in books of a hundred, enough for every registered voter. */
export function writeForm46(station: CountedStation): Form46 {
  const outOfBox = writeForm45(station).validTotal + station.excluded
  const received = Math.ceil(Math.max(station.registered.total, outOfBox, 1) / 100) * 100
  return {
    form: '46',
    ...header(station),
    received,
    unissued: received - outOfBox,
    outOfBox,
    tendered: 0,
    challenged: 0,
    spoilt: 0,
    missing: 0,
  }
}
