import { parseRulePackId } from '@intikhab/law'
import type { KeptReason } from '@intikhab/kernel/ledger'
import { accept, refuse } from '@intikhab/kernel/refusal'
import type { Outcome } from '@intikhab/kernel/refusal'
import { sql } from 'kysely'
import type { ColumnType, Generated, Kysely, Selectable } from 'kysely'
import { parseElectionId } from '../core/election.ts'
import type { AssemblyCode, Election, ElectionId, ElectionKind } from '../core/election.ts'
import { parseHolidays, parseStages } from '../core/programme-version.ts'
import type { ProgrammeVersion } from '../core/programme-version.ts'
import { programmeRefusals } from '../core/refusals.ts'

interface ElectionTable {
  id: string
  name_en: string
  name_ur: string
  kind: ElectionKind
  pack_id: string
  assemblies: AssemblyCode[]
}

interface ProgrammeVersionTable {
  election_id: string
  version: number
  stages: ColumnType<Record<string, string>, string, never>
  made_at: Date
  arrived_at: Generated<Date>
  reason: string
  order_reference: string | null
  /** `YYYY-MM-DD`, in order. */
  holidays: string[]
  reason_salt: Buffer
  approval_id: string | null
}

interface ProgrammeTables {
  'programme.election': ElectionTable
  'programme.programme_version': ProgrammeVersionTable
}

/** Elections and their programme as stored. Made on a transaction, it takes part in it. */
export interface ProgrammeStore {
  /** Adds an election with version 1 of its programme, both or neither. Refuses `election-exists`. */
  addElection(election: Election, version: ProgrammeVersion, reasonSalt: Buffer): Promise<Outcome<void>>
  /** Adds the version that follows the one in force. Refuses `version-conflict` if another came first. */
  addVersion(version: ProgrammeVersion, reasonSalt: Buffer): Promise<Outcome<void>>
  findElection(id: ElectionId): Promise<Election | undefined>
  /** All elections, the latest poll first. */
  listElections(): Promise<readonly Election[]>
  /** The version in force. */
  findCurrentVersion(id: ElectionId): Promise<ProgrammeVersion | undefined>
  /** Every version of an election's programme, oldest first; empty for an election that does not exist. */
  listVersions(id: ElectionId): Promise<readonly ProgrammeVersion[]>
  /** The version that an approval made, if it was carried out. */
  findApproved(approvalId: string): Promise<ProgrammeVersion | undefined>
  /** The reason of a version with its salt; undefined for a version that does not exist. */
  findReason(id: string, version: number): Promise<KeptReason | undefined>
  /** Every version of every election with the salt of its reason, by election and number. */
  listSaltedVersions(): Promise<readonly { readonly version: ProgrammeVersion; readonly reasonSalt: Buffer }[]>
}

export function createProgrammeStore(handle: Kysely<unknown>): ProgrammeStore {
  const db = handle as Kysely<ProgrammeTables>

  function elections() {
    return db
      .selectFrom('programme.election as e')
      .innerJoin('programme.programme_version as v', 'v.election_id', 'e.id')
      .distinctOn('e.id')
      .selectAll('e')
      .select('v.stages')
      .orderBy('e.id')
      .orderBy('v.version', 'desc')
  }

  function versions(id: ElectionId) {
    return db.selectFrom('programme.programme_version').selectAll().where('election_id', '=', id)
  }

  return {
    async addElection(election, version, reasonSalt) {
      const { id, nameEn, nameUr, kind, packId, assemblies } = election
      const added = await sql`
        with added as (
          insert into programme.election (id, name_en, name_ur, kind, pack_id, assemblies)
          values (${id}, ${nameEn}, ${nameUr}, ${kind}, ${packId}, ${[...assemblies]}::text[])
          on conflict (id) do nothing returning id)
        insert into programme.programme_version
          (election_id, version, stages, made_at, reason, order_reference, holidays, reason_salt, approval_id)
        select id, ${version.version}::integer, ${JSON.stringify(version.stages)}::jsonb, ${version.madeAt}::timestamptz,
          ${version.reason}::text, ${version.orderReference}::text, ${[...version.holidays]}::text[], ${reasonSalt}::bytea, ${version.approvalId}::text
        from added returning version`.execute(db)
      return added.rows.length === 1
        ? accept(undefined)
        : refuse(programmeRefusals['election-exists'], { field: '/id' })
    },

    async addVersion(version, reasonSalt) {
      const { electionId } = version
      const added = await sql`
        insert into programme.programme_version
          (election_id, version, stages, made_at, reason, order_reference, holidays, reason_salt, approval_id)
        select ${electionId}::text, ${version.version}::integer, ${JSON.stringify(version.stages)}::jsonb,
          ${version.madeAt}::timestamptz, ${version.reason}::text, ${version.orderReference}::text, ${[...version.holidays]}::text[], ${reasonSalt}::bytea, ${version.approvalId}::text
        where (select max(version) from programme.programme_version where election_id = ${electionId})
          = ${version.version}::integer - 1
        on conflict (election_id, version) do nothing returning version`.execute(db)
      return added.rows.length === 1 ? accept(undefined) : refuse(programmeRefusals['version-conflict'])
    },

    async findElection(id) {
      const row = await elections().where('e.id', '=', id).executeTakeFirst()
      return row && electionOf(row)
    },

    async listElections() {
      const found = (await elections().execute()).map(electionOf)
      return found.sort((one, other) => other.pollDate.localeCompare(one.pollDate) || one.id.localeCompare(other.id))
    },

    async findCurrentVersion(id) {
      const row = await versions(id).orderBy('version', 'desc').limit(1).executeTakeFirst()
      return row && versionOf(row)
    },

    async listVersions(id) {
      return (await versions(id).orderBy('version').execute()).map(versionOf)
    },

    async findApproved(approvalId) {
      const row = await db
        .selectFrom('programme.programme_version')
        .selectAll()
        .where('approval_id', '=', approvalId)
        .executeTakeFirst()
      return row && versionOf(row)
    },

    async findReason(id, version) {
      const row = await db
        .selectFrom('programme.programme_version')
        .select(['reason as words', 'reason_salt as salt'])
        .where('election_id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst()
      return row
    },

    async listSaltedVersions() {
      const rows = await db
        .selectFrom('programme.programme_version')
        .selectAll()
        .orderBy('election_id')
        .orderBy('version')
        .execute()
      return rows.map((row) => ({ version: versionOf(row), reasonSalt: row.reason_salt }))
    },
  }
}

function electionOf(row: Selectable<ElectionTable> & { stages: Record<string, string> }): Election {
  const packId = parseRulePackId(row.pack_id)
  if (!packId) throw new Error(`election ${row.id} names a rule pack that is gone: ${row.pack_id}`)
  return {
    id: stored(parseElectionId(row.id)),
    nameEn: row.name_en,
    nameUr: row.name_ur,
    kind: row.kind,
    packId,
    pollDate: stored(parseStages(row.stages)).poll,
    assemblies: row.assemblies,
  }
}

function versionOf(row: Selectable<ProgrammeVersionTable>): ProgrammeVersion {
  return {
    electionId: stored(parseElectionId(row.election_id)),
    version: row.version,
    stages: stored(parseStages(row.stages)),
    madeAt: row.made_at,
    reason: row.reason,
    orderReference: row.order_reference,
    holidays: [...stored(parseHolidays(row.holidays))],
    approvalId: row.approval_id,
  }
}

/** What we stored was parsed before: a refusal now means that somebody wrote past the store. */
function stored<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`stored programme cannot be read: ${outcome.refusal.kind.code}`)
  return outcome.value
}
