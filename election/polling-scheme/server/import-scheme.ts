import { pakistan, type Delimitations } from '@intikhab/delimitation'
import type { ActBy, JsonValue } from '@intikhab/kernel/ledger'
import { refuse, type Outcome, type Refusal } from '@intikhab/kernel/refusal'
import type { ImportReport, ProblemReport, TableSource } from '@intikhab/kernel/tables'
import { pollingSchemeRefusals as kinds } from '../core/refusals.ts'
import type { SchemeStatus, SchemeVersion } from '../core/scheme.ts'
import type { PollingSchemes } from './polling-scheme.ts'
import { readScheme } from './read-scheme.ts'

/** Ordinary most of voters by s.59, out of the election's rule pack. */
export interface StationNorms {
  readonly votersPerStation: number
  readonly votersPerBooth: number
}

/** What a file is to become. */
export interface SchemeToImport {
  readonly electionId: string
  readonly delimitationId: string
  readonly norms: StationNorms
  readonly status: SchemeStatus
  /** May be empty for the first version only. */
  readonly reason: string
}

/** A version taken in with its report, or the reason why nothing was, with the problems of the file where it is the file. */
export type SchemeImportOutcome =
  | { readonly ok: true; readonly version: SchemeVersion; readonly report: ImportReport }
  | { readonly ok: false; readonly refusal: Refusal; readonly problems: ProblemReport | null }

/** Where schemes go and what their seats are checked against. */
export interface SchemeImportParts {
  readonly schemes: PollingSchemes
  readonly delimitations: Pick<Delimitations, 'store' | 'locatorOf'>
}

/**
 * Imports a scheme as published in 2018 as the next version of an election's scheme, all or nothing, with its
 * data-quality report. Refuses `file-refused`, `unknown-delimitation`, `already-imported` for a file that is a version
 * already, and as `PollingSchemes.add`.
 */
export async function importScheme(
  { schemes, delimitations }: SchemeImportParts,
  source: TableSource,
  { electionId, delimitationId, norms, status, reason }: SchemeToImport,
  by: ActBy,
): Promise<SchemeImportOutcome> {
  const delimitation = await delimitations.store.findDelimitation(delimitationId)
  if (delimitation === undefined) return refused(refuse(kinds['unknown-delimitation'], { field: '/delimitationId' }))
  const { constituencies } = delimitation
  const locator = await delimitations.locatorOf(delimitationId)
  const reading = await readScheme(source, { constituencies, locator, country: pakistan, ...norms })
  if (!reading.ok) {
    const { count } = reading.refused
    return refused(refuse(kinds['file-refused'], { detail: { problems: count } }), reading.refused)
  }
  const { scheme, report } = reading
  const same = await findVersionOf(schemes, electionId, report.files[0]?.sha256 ?? '')
  if (same !== undefined)
    return refused(refuse(kinds['already-imported'], { field: '/electionId', detail: { version: same } }))
  const added = await schemes.add(
    { electionId, status, reason, stations: scheme.stations, report: report as unknown as JsonValue },
    by,
  )
  return added.ok ? { ok: true, version: added.value, report } : refused(added)
}

/** The version of an election's scheme that was made from the same bytes. */
async function findVersionOf(schemes: PollingSchemes, electionId: string, sha256: string): Promise<number | undefined> {
  for (const { version } of await schemes.store.listVersions(electionId)) {
    const report = (await schemes.store.findReport(electionId, version)) as ImportReport | null
    if (report?.files.some((file) => file.sha256 === sha256) === true) return version
  }
  return undefined
}

function refused(outcome: Outcome<never>, problems: ProblemReport | null = null): SchemeImportOutcome {
  if (outcome.ok) return outcome.value
  return { ...outcome, problems }
}
