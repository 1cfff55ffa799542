/**
 * The results edition (series `results-<electionId>`), file by file. Only what is public; every count is an integer.
 *
 * ```
 * summary.json                    the whole election: one line a seat, party tables, counters
 * totals.csv                      seat × candidate, for a spreadsheet
 * contests/NA-21.json             one seat: totals, tests, documents, index of its stations
 * contests/NA-21.csv              station × candidate
 * stations/NA-21.json             the seat's stations as in the polling scheme; written once
 * forms/NA-21-001.json …          the forms received, 64 stations a file in order of first arrival
 * photographs/NA-21.json          which photographs of signed papers are in; absent before the first
 * documents/NA-21-form-48-v1.json a consolidation document in full; its SHA-256 stands in the ledger
 * ```
 *
 * Form files fill up and then stay as they are, so an edition a second costs little. `readContest` and `readStation` in
 * `read-edition.ts` put the files together again.
 */
import type { Text } from '@intikhab/kernel/language'
import type { Polled, Voters } from './bundle.ts'
import type { ContestDocument, LegalTest, PostalRow, RecountOrder, SetAside } from './contest-acts.ts'

export type * from './contest-acts.ts'

/** `NA` National; `PP` Punjab, `PS` Sindh, `PK` Khyber Pakhtunkhwa, `PB` Balochistan. */
export type AssemblyCode = 'NA' | 'PP' | 'PS' | 'PK' | 'PB'

/**
 * `no-count`: postponed or uncontested. `awaited`: no form yet. `counting`: some. `counted`: every station's Form-45
 * is in. `consolidated`: Form-48 made. `declared`: Form-49 made.
 */
export type SeatState = 'no-count' | 'awaited' | 'counting' | 'counted' | 'consolidated' | 'declared'

/** What a check found. Texts and section by `code` in `findings.ts`. */
export interface Finding {
  readonly code: string
  readonly level: 'block' | 'warn' | 'record'
  /** The figures that explain it, e.g. `{ polled: 1301, registered: 1200 }`. */
  readonly figures: Readonly<Record<string, number>>
}

export interface StationCounters {
  readonly expected: number
  /** Stations whose Form-45 is in. */
  readonly received: number
  /** Stations whose Form-46 is in. */
  readonly accounts: number
  /** Stations whose figures the returning officer has corrected. */
  readonly corrected: number
  /** Signed forms that were set aside, decided on or not: device revoked, or different from the one already in. */
  readonly setAside: number
}

/** Party of a candidate; `independent` stands for none. */
export interface PartyEntry {
  readonly id: string
  readonly name: Text
}

/** A candidate in one line of a list. */
export interface Standing {
  readonly serial: number
  readonly name: Text
  readonly partyId: string
  readonly votes: number
}

export interface SeatLine {
  readonly contestId: string
  readonly name: Text
  readonly assembly: AssemblyCode
  readonly province: string
  readonly state: SeatState
  /** Why there is no count; null where there is one. */
  readonly noCount: 'postponed' | 'uncontested' | null
  readonly stations: { readonly expected: number; readonly received: number }
  readonly registered: number
  readonly valid: number
  readonly excluded: number
  readonly polled: number
  /** First and second by votes; equal votes stand in ballot order and `tied` is true. */
  readonly leader: Standing | null
  readonly runnerUp: Standing | null
  readonly margin: number | null
  readonly tied: boolean
  /** Excluded ballots are more than the margin. */
  readonly excludedAboveMargin: boolean
  /** Of the seat as a whole, e.g. `sum-of-candidates` where its forms disagree with themselves. */
  readonly findings: readonly Finding[]
  /** Findings in the forms of its stations: those that hold up consolidation, and those that only warn. */
  readonly blocking: number
  readonly warnings: number
  readonly lastArrivedAt: string | null
}

export interface PartyLine {
  readonly partyId: string
  /** Seats declared (Form-49). */
  readonly won: number
  /** Seats led and not yet declared. A tie counts for nobody. */
  readonly leading: number
  readonly votes: number
}

/** Sums over the seats of an assembly or a province. Party lines sum to `valid`, seat states to `seats.total`. */
export interface Breakdown {
  readonly seats: Readonly<Record<SeatState, number>> & { readonly total: number }
  readonly stations: { readonly expected: number; readonly received: number }
  readonly registered: number
  readonly valid: number
  readonly excluded: number
  readonly polled: number
  readonly parties: readonly PartyLine[]
}

export interface AssemblySummary extends Breakdown {
  readonly assembly: AssemblyCode
}

/** The seats of one assembly that lie in one province. */
export interface ProvinceSummary extends Breakdown {
  readonly province: string
  readonly assembly: AssemblyCode
}

/** A deadline of the results (`resultClocks` of the law); null while what starts it has not happened. */
export interface Deadline {
  readonly code: 'provisional' | 'complete' | 'sendForms' | 'publish'
  readonly dueAt: string | null
  readonly section: string | null
  readonly unconfirmed: boolean
}

/** `summary.json` */
export interface ResultsSummary {
  readonly format: 'intikhab-results/1'
  readonly election: { readonly id: string; readonly name: Text; readonly pollDate: string; readonly rulePack: string }
  /** Instant of the ledger checkpoint up to which forms are included. */
  readonly asOf: string
  readonly ledgerSize: number
  /** In the order in which they fall due. */
  readonly deadlines: readonly Deadline[]
  readonly counters: StationCounters
  readonly refusals: readonly { readonly code: string; readonly count: number }[]
  readonly assemblies: readonly AssemblySummary[]
  readonly provinces: readonly ProvinceSummary[]
  readonly parties: readonly PartyEntry[]
  /** In ballot order of the assemblies and their numbers. */
  readonly seats: readonly SeatLine[]
}

export interface CandidateResult {
  readonly serial: number
  readonly name: Text
  readonly partyId: string
  readonly partyName: Text
  readonly symbol: Text | null
  /** From the stations' Forms-45. */
  readonly stationVotes: number
  /** From the postal row; 0 until there is one. */
  readonly postalVotes: number
  readonly votes: number
}

export interface ContestTotals {
  /** Sum of the candidates' rows, postal votes included. */
  readonly valid: number
  /** Sum of the totals as written on the forms; differs from `valid` only where forms disagree with themselves. */
  readonly statedValid: number
  readonly excluded: number
  readonly tendered: number
  readonly challenged: number
  readonly polled: Polled
  /** Of the whole seat. */
  readonly registered: number
  /** Of the stations whose form is in. */
  readonly registeredReceived: Voters
}

/** `contests/<contestId>.json` */
export interface ContestResult {
  readonly format: 'intikhab-contest/1'
  readonly electionId: string
  readonly contestId: string
  readonly name: Text
  readonly assembly: AssemblyCode
  readonly province: string
  readonly state: SeatState
  readonly noCount: 'postponed' | 'uncontested' | null
  /** Arrival of the newest form or act in this seat, and the size of the ledger with it; null and 0 before the first. */
  readonly asOf: string | null
  readonly ledgerSize: number
  readonly counters: StationCounters
  /** In ballot order; sort by `votes` to rank. */
  readonly candidates: readonly CandidateResult[]
  readonly totals: ContestTotals
  readonly leader: Standing | null
  readonly runnerUp: Standing | null
  readonly margin: number | null
  /** Serials that share the highest count, where more than one does. */
  readonly tiedSerials: readonly number[]
  readonly tests: readonly LegalTest[]
  /** Of the seat as a whole; a station's own are in its row. */
  readonly findings: readonly Finding[]
  readonly postal: PostalRow | null
  readonly documents: readonly ContestDocument[]
  readonly setAside: readonly SetAside[]
  /** In the order in which they were ordered. */
  readonly recounts: readonly RecountOrder[]
  /** Stations in, as `[number, file]`: number 17 in file 2 is in `forms/…-002.json`. Not listed = awaited. */
  readonly received: readonly (readonly [stationNumber: number, file: number])[]
}

/** One station in `stations/<contestId>.json`, as the polling scheme has it. */
export interface StationEntry {
  readonly stationId: string
  readonly number: number
  readonly name: Text
  readonly type: 'male' | 'female' | 'combined'
  readonly registered: Voters
}

/**
 * Who made a version of a form: the station's device; the station's device again, in a form that was set aside and
 * counts by decision of two officers; or the officers, as a correction.
 */
export type FormOrigin =
  | { readonly by: 'station'; readonly deviceKeyId: string; readonly bundleId: string; readonly madeAt: string }
  | {
      readonly by: 'decision'
      readonly deviceKeyId: string
      readonly bundleId: string
      readonly reason: string
      readonly madeAt: string
    }
  | {
      readonly by: 'returning-officer'
      readonly cause: CorrectionCause
      readonly reason: string
      /** The figures stand as they were; the officer vouches for them. */
      readonly confirmed: boolean
      readonly madeAt: string
    }

/** What made the returning officer touch a form. */
export type CorrectionCause =
  | 'copying-error'
  | 'recount'
  | 'excluded-ballots-examined'
  | 'commission-order'
  | 'court-order'

interface VersionHead {
  readonly version: number
  readonly origin: FormOrigin
  readonly arrivedAt: string
  readonly entryId: number
  /** Leaf of the ledger that holds the entry. */
  readonly leaf: number
  readonly imageSha256: string | null
  readonly findings: readonly Finding[]
}

/** One version of a station's Form-45. */
export interface CountVersion extends VersionHead {
  /** Totals of the candidates' rows in ballot order. */
  readonly votes: readonly number[]
  readonly validTotal: number
  readonly excluded: number
  readonly tendered: number
  readonly challenged: number
  readonly polled: Polled
  readonly registered: Voters
  readonly agents: { readonly present: number; readonly signed: number; readonly refused: number }
}

/** One version of a station's Form-46. */
export interface AccountVersion extends VersionHead {
  readonly received: number
  readonly unissued: number
  readonly outOfBox: number
  readonly tendered: number
  readonly challenged: number
  readonly spoilt: number
  readonly missing: number
}

/** A station's row in a forms file: every version, oldest first; the last one counts. */
export interface StationForms {
  readonly number: number
  readonly count: readonly CountVersion[]
  readonly account: readonly AccountVersion[]
  /** Findings that need both forms, or another station's. */
  readonly findings: readonly Finding[]
}

/** `forms/<contestId>-NNN.json` */
export interface FormsFile {
  readonly contestId: string
  readonly file: number
  readonly stations: readonly StationForms[]
}

/** A photograph of a signed paper that has arrived; a form names it by `imageSha256`. */
export interface Photograph {
  readonly sha256: string
  readonly stationNumber: number
  readonly mediaType: string
  readonly size: number
  readonly arrivedAt: string
  readonly entryId: number
  /** Leaf of the ledger that holds the entry. */
  readonly leaf: number
}

/** `photographs/<contestId>.json`, in order of arrival. */
export interface PhotographsFile {
  readonly contestId: string
  readonly photographs: readonly Photograph[]
}

export const stationsPerFormsFile = 64

export const editionPaths = {
  summary: 'summary.json',
  totalsTable: 'totals.csv',
  contest: (contestId: string) => `contests/${contestId}.json`,
  contestTable: (contestId: string) => `contests/${contestId}.csv`,
  stations: (contestId: string) => `stations/${contestId}.json`,
  photographs: (contestId: string) => `photographs/${contestId}.json`,
  document: (contestId: string, form: '47' | '48' | '49', version: number) =>
    `documents/${contestId}-form-${form}-v${version}.json`,
  forms: (contestId: string, file: number) => `forms/${contestId}-${String(file).padStart(3, '0')}.json`,
} as const
