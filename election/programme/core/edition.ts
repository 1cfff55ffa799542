/**
 * The programme's part of the election edition (series `election-<electionId>`): `election.json`. It is complete in
 * itself: names in both languages, every version with its reason, its check and what it changed, and every value of the
 * law that the election is judged by, so that a reader needs neither our code nor our database.
 */
import { compareProgrammes, getRulePack, listValues, resultClockLabels, resultClocks } from '@intikhab/law'
import type {
  BilingualText,
  LegalDate,
  ListedValue,
  ProgrammeCheck,
  ResultClockCode,
  RulePack,
  RulePackId,
  StageChange,
} from '@intikhab/law'
import { assemblyNames } from './election.ts'
import type { AssemblyCode, Election, ElectionId, ElectionKind } from './election.ts'
import { phaseLabels, phaseTable } from './phase.ts'
import type { PhaseSpan } from './phase.ts'
import type { ProgrammeVersion } from './programme-version.ts'
import { checkVersion } from './propose-change.ts'
import { describeStages } from './stage-table.ts'
import type { StageRow } from './stage-table.ts'

/** One version of the programme as published. */
export interface PublishedVersion {
  readonly version: number
  /** ISO 8601, UTC. */
  readonly madeAt: string
  readonly reason: string
  readonly orderReference: string | null
  /** Names the approval of the second person, whose entry is in the ledger; null where the system made the version. */
  readonly approvalId: string | null
  readonly holidays: readonly LegalDate[]
  readonly stages: readonly StageRow[]
  readonly check: ProgrammeCheck
  /** What differs from the version before; empty for the first. */
  readonly changes: readonly StageChange[]
}

/** A deadline of the results that the poll starts. */
export interface PublishedClock {
  readonly code: ResultClockCode
  readonly name: BilingualText
  /** ISO 8601, UTC; null for a clock that starts with the consolidation. */
  readonly dueAt: string | null
  readonly section: string | null
  readonly unconfirmed: boolean
}

/** `election.json`. */
export interface ElectionDocument {
  readonly format: 'intikhab-election/1'
  readonly election: {
    readonly id: ElectionId
    readonly name: BilingualText
    readonly kind: ElectionKind
    readonly pollDate: LegalDate
    readonly assemblies: readonly { readonly code: AssemblyCode; readonly name: BilingualText }[]
  }
  readonly pack: { readonly id: RulePackId; readonly name: BilingualText; readonly act: BilingualText }
  /** Oldest first; the last one is in force. */
  readonly versions: readonly PublishedVersion[]
  readonly phases: readonly (PhaseSpan & { readonly name: BilingualText })[]
  readonly clocks: readonly PublishedClock[]
  readonly law: readonly ListedValue[]
}

/** Path of the document inside the edition. */
export const electionPath = 'election.json'

/** Name of the series that the programme and the candidates of an election are published in. */
export function electionSeries(id: ElectionId): string {
  return `election-${id}`
}

/** The election as published. `versions` are all its versions, oldest first. @throws RangeError when there is none. */
export function electionDocument(election: Election, versions: readonly ProgrammeVersion[]): ElectionDocument {
  const current = versions.at(-1)
  if (!current) throw new RangeError(`election ${election.id} has no programme`)
  const { id, nameEn, nameUr, kind, assemblies } = election
  const pack = getRulePack(election.packId)
  return {
    format: 'intikhab-election/1',
    election: {
      id,
      name: { en: nameEn, ur: nameUr },
      kind,
      pollDate: current.stages.poll,
      assemblies: assemblies.map((code) => ({ code, name: assemblyNames[code] })),
    },
    pack: { id: pack.id, name: pack.name, act: pack.act },
    versions: versions.map((version, index) => publishVersion(election, pack, version, versions[index - 1])),
    phases: phaseTable(current.stages).map(({ code, firstDay, lastDay }) => ({
      code,
      name: phaseLabels[code],
      firstDay,
      lastDay,
    })),
    clocks: resultClocks(pack, { pollOn: current.stages.poll }).map(({ code, dueAt, section, unconfirmed }) => ({
      code,
      name: resultClockLabels[code],
      dueAt: dueAt?.toISOString() ?? null,
      section,
      unconfirmed,
    })),
    law: listValues(pack),
  }
}

function publishVersion(
  election: Election,
  pack: RulePack,
  version: ProgrammeVersion,
  before: ProgrammeVersion | undefined,
): PublishedVersion {
  return {
    version: version.version,
    madeAt: version.madeAt.toISOString(),
    reason: version.reason,
    orderReference: version.orderReference,
    approvalId: version.approvalId,
    holidays: version.holidays,
    stages: describeStages(pack, version.stages),
    check: checkVersion(election, version),
    changes: before ? compareProgrammes(pack, before.stages, version.stages) : [],
  }
}
