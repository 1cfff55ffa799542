import type { Database } from '@intikhab/kernel/database'
import { sql } from 'kysely'
import type { Role } from '../rights/person.ts'
import { createEnrolmentStore, type Enrolment } from './enrolment-store.ts'
import type { DeviceKind, DevicePlaceKind, RevocationReason } from './place.ts'

/** A device as an officer sees it. */
export interface ListedDevice {
  readonly keyId: string
  /** The one-time enrolment by which it came; null for one of a list. */
  readonly enrolmentId: string | null
  readonly kind: DeviceKind
  readonly scopeKind: DevicePlaceKind
  readonly scope: string
  readonly holderRole: Role | null
  /** What the holder is called, where it is an account. */
  readonly holderName: string | null
  readonly enrolledAt: Date
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
  readonly revokeReason: RevocationReason | null
}

/** What is looked for. */
interface DeviceSearch {
  readonly electionId: string
  /** Seats (or offices' districts) that the asker reaches; null for all. */
  readonly reach: readonly string[] | null
  readonly state: 'all' | 'good' | 'revoked'
  /** Part of a station's code or of a holder's name, or the beginning of a key id; empty for everything. */
  readonly find: string
}

/** Devices shown at once. */
const most = 500

export interface DeviceList {
  /** The places above stations at which there are devices or enrolments of an election. */
  places(electionId: string): Promise<{ scopeKind: DevicePlaceKind; scope: string }[]>
  list(
    search: DeviceSearch,
    at: Date,
  ): Promise<{
    readonly devices: readonly ListedDevice[]
    /** How many match; the list stops at 500. */
    readonly count: number
    readonly waiting: readonly Enrolment[]
  }>
}

/** Reads devices and waiting enrolments for the list. */
export function createDeviceList(database: Database): DeviceList {
  const db = database.tables<unknown>()
  return {
    async places(electionId) {
      const { rows } = await sql<{ scopeKind: DevicePlaceKind; scope: string }>`
        select distinct case scope_kind when 'station' then 'constituency' else scope_kind end as "scopeKind",
          split_part(scope, '/', 1) as scope
        from (select scope_kind, scope from identity.device where election_id = ${electionId}
          union all select scope_kind, scope from identity.enrolment where election_id = ${electionId}) as places`.execute(
        db,
      )
      return rows
    },
    async list({ electionId, reach, state, find }, at) {
      const begins = `${find.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
      const like = `%${begins}`
      const { rows } = await sql<ListedDevice & { count: number }>`
        select d.key_id as "keyId", e.enrolment_id as "enrolmentId", d.kind, d.scope_kind as "scopeKind", d.scope, d.holder_role as "holderRole",
          a.name as "holderName", d.enrolled_at as "enrolledAt", d.last_used_at as "lastUsedAt",
          d.revoked_at as "revokedAt", d.revoke_reason as "revokeReason", count(*) over () as count
        from identity.device d left join identity.account a on a.id = d.holder_account
          left join identity.enrolment e on e.key_id = d.key_id
        where d.election_id = ${electionId}
          and (${reach}::text[] is null or split_part(d.scope, '/', 1) = any(${reach}))
          and (${state} = 'all' or (d.revoked_at is null) = (${state} = 'good'))
          and (${find} = '' or lower(d.scope) like ${like} or d.key_id like ${begins} or lower(a.name) like ${like})
        order by d.enrolled_at desc, d.scope limit ${most}`.execute(db)
      const waiting = await createEnrolmentStore(db).listOpen(electionId, reach, at, most)
      return {
        devices: rows,
        count: rows[0]?.count ?? 0,
        waiting: waiting.filter(({ scope }) => scope.toLowerCase().includes(find.toLowerCase())),
      }
    },
  }
}
