import { editionNote, fileProof } from '@intikhab/kernel/screens'
import type {
  EditionNote,
  EditionReaderLike,
  FileProof,
  OpenEditionLike,
  PageContext,
  SiteElection,
} from '@intikhab/kernel/screens'
import { editionPaths, type AssemblyCode, type PartyEntry, type ResultsSummary } from '../core/edition.ts'

/** The election a page is about: the one named in its address, or the current one. */
export function findElection(context: PageContext, id: string | undefined): SiteElection | undefined {
  const { elections } = context.site
  return id === undefined ? elections[0] : elections.find((election) => election.id === id)
}

/** Name of the series in which the results of an election are published. */
function resultsSeries(electionId: string): string {
  return `results-${electionId}`
}

/** The newest results of an election, opened. */
export interface OpenResults {
  readonly edition: OpenEditionLike
  readonly note: EditionNote
  readonly summary: ResultsSummary
}

export async function openResults(editions: EditionReaderLike, electionId: string): Promise<OpenResults | undefined> {
  const edition = await editions.latest(resultsSeries(electionId))
  const summary = await edition?.json<ResultsSummary>(editionPaths.summary)
  return edition === undefined || summary === undefined ? undefined : { edition, note: editionNote(edition), summary }
}

/** Proof of a file that the edition must have; a missing one is shown as such by leaving the proof out. */
export function proofOf(results: OpenResults, path: string): FileProof | undefined {
  return fileProof(results.edition, path)
}

/** Looks up a party's entry by id; an id without one is its own name. */
export function partyNames(parties: readonly PartyEntry[]): (partyId: string) => PartyEntry {
  const byId = new Map(parties.map((party) => [party.id, party]))
  return (id) => byId.get(id) ?? { id, name: { en: id, ur: id } }
}

/** The assemblies that this election fills, in the order of the ballot. */
export function assembliesOf(summary: ResultsSummary): AssemblyCode[] {
  return summary.assemblies.map(({ assembly }) => assembly)
}

/** Path of an election's national page, below the language. */
export function electionPath(electionId: string): string {
  return `/results/${electionId}`
}

export function seatPath(electionId: string, contestId: string): string {
  return `/results/${electionId}/seats/${contestId}`
}

export function stationPath(electionId: string, contestId: string, stationNumber: number): string {
  return `${seatPath(electionId, contestId)}/stations/${stationNumber}`
}
