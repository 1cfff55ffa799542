import { editionPaths } from './edition.ts'
import type { ContestResult, FormsFile, Photograph, PhotographsFile, StationEntry, StationForms } from './edition.ts'

/** What is needed of an open edition: a parsed file by its path, undefined where the edition has none. */
export interface EditionFiles {
  json<T>(path: string): Promise<T | undefined>
}

/** A station of the scheme beside the forms that came from it; null while they are awaited. */
export interface StationResult {
  readonly station: StationEntry
  readonly forms: StationForms | null
}

/** A seat with all its stations in the order of their numbers; undefined where the edition has no such seat. */
export async function readContest(
  edition: EditionFiles,
  contestId: string,
): Promise<{ contest: ContestResult; stations: StationResult[] } | undefined> {
  const contest = await edition.json<ContestResult>(editionPaths.contest(contestId))
  if (contest === undefined) return undefined
  const stations = (await edition.json<StationEntry[]>(editionPaths.stations(contestId))) ?? []
  const files = [...new Set(contest.received.map(([, file]) => file))]
  const read = await Promise.all(files.map((file) => edition.json<FormsFile>(editionPaths.forms(contestId, file))))
  const byNumber = new Map(read.flatMap((file) => file?.stations ?? []).map((forms) => [forms.number, forms]))
  return { contest, stations: stations.map((station) => ({ station, forms: byNumber.get(station.number) ?? null })) }
}

/**
 * One station, the photographs of its papers that are in, and the seat it belongs to, reading one forms file only;
 * undefined where there is no such station.
 */
export async function readStation(
  edition: EditionFiles,
  contestId: string,
  stationNumber: number,
): Promise<{ contest: ContestResult; result: StationResult; photographs: Photograph[] } | undefined> {
  const contest = await edition.json<ContestResult>(editionPaths.contest(contestId))
  const stations = await edition.json<StationEntry[]>(editionPaths.stations(contestId))
  const station = stations?.find((each) => each.number === stationNumber)
  if (contest === undefined || station === undefined) return undefined
  const file = contest.received.find(([number]) => number === stationNumber)?.[1]
  const read = file === undefined ? undefined : await edition.json<FormsFile>(editionPaths.forms(contestId, file))
  const forms = read?.stations.find((each) => each.number === stationNumber) ?? null
  const list = await edition.json<PhotographsFile>(editionPaths.photographs(contestId))
  const photographs = list?.photographs.filter((each) => each.stationNumber === stationNumber) ?? []
  return { contest, result: { station, forms }, photographs }
}
