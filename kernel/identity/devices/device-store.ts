import type { Database } from '@intikhab/kernel/database'
import { streamRows } from '@intikhab/kernel/database'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Role } from '../rights/person.ts'
import type { Device, DeviceRecord } from './device-record.ts'
import type { DeviceKind, DevicePlaceKind, RevocationReason } from './place.ts'

interface DeviceRow {
  key_id: string
  public_key: string
  election_id: string
  scope: string
  scope_kind: DevicePlaceKind
  kind: DeviceKind
  holder_account: string | null
  holder_role: Role | null
  salt: Buffer | null
  enrolled_at: Date
  enrolled_by: string
  revoked_at: Date | null
  revoked_by: string | null
  revoke_reason: RevocationReason | null
}

const columnNames = `key_id, public_key, election_id, scope, scope_kind, kind, holder_account, holder_role, salt,
  enrolled_at, enrolled_by, revoked_at, revoked_by, revoke_reason`
const columns = sql.raw(columnNames)

function deviceOf(row: DeviceRow): DeviceRecord {
  return {
    keyId: row.key_id,
    publicKey: row.public_key,
    electionId: row.election_id,
    scope: row.scope,
    scopeKind: row.scope_kind,
    kind: row.kind,
    holderAccount: row.holder_account,
    holderRole: row.holder_role,
    salt: row.salt,
    enrolledAt: row.enrolled_at,
    enrolledBy: row.enrolled_by,
    revokedAt: row.revoked_at,
    revokedBy: row.revoked_by,
    revokeReason: row.revoke_reason,
  }
}

/** On this channel every process is told that devices have changed; the payload names the process that changed them. */
export const deviceChannel = 'identity_device'

/** Why, by whom and when devices are revoked. */
export interface Revocation {
  readonly reason: RevocationReason
  readonly by: string
  readonly at: Date
}

/** Devices as stored. Made on a transaction, it takes part in it. */
export function createDeviceStore(db: Kysely<unknown>) {
  return {
    /** Adds those that are not there yet, in one statement; returns the key ids added. */
    async addDevices(devices: readonly DeviceRecord[]): Promise<string[]> {
      const column = <T>(pick: (device: DeviceRecord) => T): T[] => devices.map(pick)
      const { rows } = await sql<{ key_id: string }>`
        insert into identity.device (key_id, public_key, election_id, scope, scope_kind, kind, holder_account,
          holder_role, salt, enrolled_at, enrolled_by, changed_at)
        select k, p, e, s, sk, d, a, r, decode(x, 'hex'), t, b, t
        from unnest(${column((d) => d.keyId)}::text[], ${column((d) => d.publicKey)}::text[],
            ${column((d) => d.electionId)}::text[], ${column((d) => d.scope)}::text[],
            ${column((d) => d.scopeKind)}::text[], ${column((d) => d.kind)}::text[],
            ${column((d) => d.holderAccount)}::text[], ${column((d) => d.holderRole)}::text[],
            ${column((d) => d.salt?.toString('hex') ?? null)}::text[],
            ${column((d) => d.enrolledAt)}::timestamptz[], ${column((d) => d.enrolledBy)}::text[])
          as new (k, p, e, s, sk, d, a, r, x, t, b)
        on conflict (key_id) do nothing returning key_id`.execute(db)
      return rows.map((row) => row.key_id)
    },

    async findDevices(keyIds: readonly string[]): Promise<DeviceRecord[]> {
      const { rows } =
        await sql<DeviceRow>`select ${columns} from identity.device where key_id = any(${keyIds})`.execute(db)
      return rows.map(deviceOf)
    },

    /** Devices of a seat's stations and of its office that are not revoked, locked until the transaction ends. */
    async lockDevicesOfSeat(electionId: string, seat: string): Promise<DeviceRecord[]> {
      const { rows } = await sql<DeviceRow>`
        select ${columns} from identity.device
        where election_id = ${electionId} and revoked_at is null
          and ((scope_kind = 'station' and split_part(scope, '/', 1) = ${seat})
            or (scope_kind = 'constituency' and scope = ${seat}))
        order by key_id for update`.execute(db)
      return rows.map(deviceOf)
    },

    /** The device, locked until the transaction ends. */
    async lockDevice(keyId: string): Promise<DeviceRecord | undefined> {
      const { rows } =
        await sql<DeviceRow>`select ${columns} from identity.device where key_id = ${keyId} for update`.execute(db)
      return rows[0] && deviceOf(rows[0])
    },

    /** Marks devices as revoked and ends the sessions begun at them. */
    async revokeDevices(keyIds: readonly string[], { reason, by, at }: Revocation): Promise<DeviceRecord[]> {
      const { rows } = await sql<DeviceRow>`
        update identity.device set revoked_at = ${at}, revoked_by = ${by}, revoke_reason = ${reason}, changed_at = ${at}
        where key_id = any(${keyIds}) returning ${columns}`.execute(db)
      await sql`delete from identity.session where device = any(${keyIds})`.execute(db)
      return rows.map(deviceOf)
    },

    /** Tells the other processes, when the transaction is committed, that devices have changed. */
    async announce(process: string): Promise<void> {
      await sql`select pg_notify(${deviceChannel}, ${process})`.execute(db)
    },

    /** Devices enrolled or revoked since an instant, at most `most`, in the order of their key ids after `after`. */
    async listChanged(since: Date, after: string, most: number): Promise<Device[]> {
      const { rows } = await sql<Device>`
        select key_id as "keyId", public_key as "publicKey", election_id as "electionId", scope_kind as "scopeKind", scope,
          kind, enrolled_at as "enrolledAt", revoked_at as "revokedAt"
        from identity.device where changed_at >= ${since} and key_id > ${after} order by key_id limit ${most}`.execute(
        db,
      )
      return rows
    },

    /** Writes down when devices were last used. */
    async noteUses(uses: ReadonlyMap<string, Date>): Promise<void> {
      await sql`update identity.device d set last_used_at = greatest(d.last_used_at, u.at)
        from unnest(${[...uses.keys()]}::text[], ${[...uses.values()]}::timestamptz[]) as u (key_id, at)
        where d.key_id = u.key_id`.execute(db)
    },
  }
}

/** Every device, one after the other, for the audit. */
export async function* streamDevices(database: Pick<Database, 'pool'>): AsyncGenerator<DeviceRecord> {
  for await (const row of streamRows<DeviceRow>(database, `select ${columnNames} from identity.device order by key_id`))
    yield deviceOf(row)
}
