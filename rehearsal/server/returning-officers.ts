import {
  editionPaths,
  readContest,
  resultsSeries,
  type CandidateRow,
  type ContestResult,
  type EditionFiles,
  type Form45,
  type FormBundle,
  type ResultsSummary,
} from '@intikhab/results'
import { byTwo } from './by-two.ts'
import { latestFile } from './outside.ts'
import type { Staff } from './staff.ts'

/** A returning officer at work in one election. */
export interface Office {
  readonly url: string
  readonly electionId: string
  readonly staff: Staff
  /** The second officer, who approves what the first proposes. */
  readonly assistant: Staff
}

/** Requests of the officers that are under way at the same time. */
const atOnce = 4

/**
 * Looks up the forms that hold up consolidation in the published edition and confirms each with a reason: the paper
 * reads so. One officer proposes each, another approves. Returns the stations confirmed.
 */
export async function confirmWhatBlocks({ url, electionId, staff, assistant }: Office): Promise<string[]> {
  const series = resultsSeries(electionId)
  const edition: EditionFiles = { json: (path) => latestFile(url, series, path) }
  const summary = await edition.json<ResultsSummary>(editionPaths.summary)
  const confirmed: string[] = []
  for (const { contestId } of (summary?.seats ?? []).filter(({ blocking }) => blocking > 0)) {
    const { stations = [] } = (await readContest(edition, contestId)) ?? {}
    for (const { station, forms } of stations) {
      const last = forms?.count.at(-1)
      if (last === undefined || !last.findings.some(({ level }) => level === 'block')) continue
      const form = await signedForm(url, electionId, contestId, station.number)
      const { registered, candidates, validTotal, excluded, polled } = form
      const people = { proposer: assistant, approver: staff }
      await byTwo(people, `/api/results/${electionId}/contests/${contestId}/corrections`, {
        form: '45',
        stationNumber: station.number,
        correctsVersion: last.version,
        confirm: true,
        cause: 'copying-error',
        reason: 'Compared with the signed paper: the figures stand there as they were sent.',
        figures: { registered, candidates: candidates as CandidateRow[], validTotal, excluded, polled },
      })
      confirmed.push(station.stationId)
    }
  }
  return confirmed
}

async function signedForm(url: string, electionId: string, contestId: string, station: number): Promise<Form45> {
  const response = await fetch(new URL(`/api/results/${electionId}/bundles/${contestId}/${station}/45`, url))
  if (!response.ok) throw new Error(`${response.url} answers ${response.status}`)
  const { payload } = (await response.json()) as FormBundle
  return JSON.parse(Buffer.from(payload, 'base64').toString()) as Form45
}

/** Consolidates and declares each seat: no postal ballots, Form-48, Form-49. */
export async function declareSeats(
  { electionId, staff }: Pick<Office, 'electionId' | 'staff'>,
  seats: readonly Pick<ContestResult, 'contestId' | 'candidates'>[],
  onSeat: (done: number) => void,
): Promise<void> {
  let done = 0
  const queue = seats.values()
  const work = async (): Promise<void> => {
    for (const { contestId, candidates } of queue) {
      const at = `/api/results/${electionId}/contests/${contestId}`
      const none = { votes: candidates.map(() => 0), excluded: 0, issued: 0, receivedInTime: 0, reason: null }
      await staff.post(`${at}/postal`, none)
      for (const form of ['48', '49']) await staff.post(`${at}/documents`, { form, reason: null, lotFellOn: null })
      onSeat(++done)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}
