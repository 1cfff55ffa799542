import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Role } from '../rights/person.ts'
import type { DeviceHolder } from './device-record.ts'
import type { DeviceKind, DevicePlace, DevicePlaceKind } from './place.ts'

/** A one-time enrolment as stored. */
export interface Enrolment extends DevicePlace, DeviceHolder {
  readonly enrolmentId: string
  readonly kind: DeviceKind
  readonly madeAt: Date
  readonly madeBy: string
  readonly lapsesAt: Date
  readonly usedAt: Date | null
  readonly keyId: string | null
  readonly withdrawnAt: Date | null
}

interface EnrolmentRow {
  enrolment_id: string
  kind: DeviceKind
  election_id: string
  scope_kind: DevicePlaceKind
  scope: string
  holder_account: string | null
  holder_role: Role | null
  made_at: Date
  made_by: string
  lapses_at: Date
  used_at: Date | null
  key_id: string | null
  withdrawn_at: Date | null
}

const columns = sql`enrolment_id, kind, election_id, scope_kind, scope, holder_account, holder_role, made_at, made_by,
  lapses_at, used_at, key_id, withdrawn_at`

function enrolmentOf(row: EnrolmentRow): Enrolment {
  return {
    enrolmentId: row.enrolment_id,
    kind: row.kind,
    electionId: row.election_id,
    scopeKind: row.scope_kind,
    scope: row.scope,
    holderAccount: row.holder_account,
    holderRole: row.holder_role,
    madeAt: row.made_at,
    madeBy: row.made_by,
    lapsesAt: row.lapses_at,
    usedAt: row.used_at,
    keyId: row.key_id,
    withdrawnAt: row.withdrawn_at,
  }
}

/** Enrolments as stored. Made on a transaction, it takes part in it. */
export function createEnrolmentStore(db: Kysely<unknown>) {
  return {
    async addEnrolments(enrolments: readonly (Enrolment & { readonly codeHash: Buffer })[]): Promise<void> {
      const column = <T>(pick: (each: Enrolment & { codeHash: Buffer }) => T): T[] => enrolments.map(pick)
      await sql`
        insert into identity.enrolment (enrolment_id, code_hash, kind, election_id, scope_kind, scope, holder_account,
          holder_role, made_at, made_by, lapses_at)
        select i, decode(c, 'hex'), k, e, sk, s, a, r, m, b, l
        from unnest(${column((e) => e.enrolmentId)}::text[], ${column((e) => e.codeHash.toString('hex'))}::text[],
            ${column((e) => e.kind)}::text[], ${column((e) => e.electionId)}::text[],
            ${column((e) => e.scopeKind)}::text[], ${column((e) => e.scope)}::text[],
            ${column((e) => e.holderAccount)}::text[], ${column((e) => e.holderRole)}::text[],
            ${column((e) => e.madeAt)}::timestamptz[], ${column((e) => e.madeBy)}::text[],
            ${column((e) => e.lapsesAt)}::timestamptz[])
          as new (i, c, k, e, sk, s, a, r, m, b, l)`.execute(db)
    },

    async findByCode(codeHash: Buffer): Promise<Enrolment | undefined> {
      const { rows } =
        await sql<EnrolmentRow>`select ${columns} from identity.enrolment where code_hash = ${codeHash}`.execute(db)
      return rows[0] && enrolmentOf(rows[0])
    },

    /** The enrolment of a code, locked until the transaction ends: two phones at once use it one after the other. */
    async lockByCode(codeHash: Buffer): Promise<Enrolment | undefined> {
      const { rows } =
        await sql<EnrolmentRow>`select ${columns} from identity.enrolment where code_hash = ${codeHash} for update`.execute(
          db,
        )
      return rows[0] && enrolmentOf(rows[0])
    },

    async lock(enrolmentId: string): Promise<Enrolment | undefined> {
      const { rows } =
        await sql<EnrolmentRow>`select ${columns} from identity.enrolment where enrolment_id = ${enrolmentId} for update`.execute(
          db,
        )
      return rows[0] && enrolmentOf(rows[0])
    },

    async find(enrolmentId: string): Promise<Enrolment | undefined> {
      const { rows } =
        await sql<EnrolmentRow>`select ${columns} from identity.enrolment where enrolment_id = ${enrolmentId}`.execute(
          db,
        )
      return rows[0] && enrolmentOf(rows[0])
    },

    async useUp(enrolmentId: string, keyId: string, at: Date): Promise<void> {
      await sql`update identity.enrolment set used_at = ${at}, key_id = ${keyId}
        where enrolment_id = ${enrolmentId}`.execute(db)
    },

    async withdraw(enrolmentId: string, by: string, at: Date): Promise<void> {
      await sql`update identity.enrolment set withdrawn_at = ${at}, withdrawn_by = ${by}
        where enrolment_id = ${enrolmentId}`.execute(db)
    },

    /** Enrolments of a place's seat that still wait for their device. */
    async listOpen(electionId: string, seats: readonly string[] | null, at: Date, most: number): Promise<Enrolment[]> {
      const { rows } = await sql<EnrolmentRow>`
        select ${columns} from identity.enrolment
        where election_id = ${electionId} and used_at is null and withdrawn_at is null and lapses_at > ${at}
          and (${seats}::text[] is null or split_part(scope, '/', 1) = any(${seats}))
        order by made_at desc, scope limit ${most}`.execute(db)
      return rows.map(enrolmentOf)
    },
  }
}
