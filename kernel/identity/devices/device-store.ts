import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** A device that may sign bundles for one station of one election. */
export interface Device {
  /** First 32 hex digits of the SHA-256 of the raw public key; the `keyid` of its signatures. */
  readonly keyId: string
  /** The 32 raw bytes of the Ed25519 public key, base64. */
  readonly publicKey: string
  readonly electionId: string
  /** The station for which it signs, e.g. `NA-21/17`. */
  readonly scope: string
  readonly revokedAt: Date | null
}

interface DeviceRow {
  key_id: string
  public_key: string
  election_id: string
  scope: string
  revoked_at: Date | null
}

const columns = sql`key_id, public_key, election_id, scope, revoked_at`

function deviceOf(row: DeviceRow): Device {
  return {
    keyId: row.key_id,
    publicKey: row.public_key,
    electionId: row.election_id,
    scope: row.scope,
    revokedAt: row.revoked_at,
  }
}

/** Devices as stored. Made on a transaction, it takes part in it. */
export function createDeviceStore(db: Kysely<unknown>) {
  return {
    /** Adds those that are not there yet, in one statement; returns the key ids added. */
    async addDevices(devices: readonly Device[], by: string, at: Date): Promise<string[]> {
      const { rows } = await sql<{ key_id: string }>`
        insert into identity.device (key_id, public_key, election_id, scope, enrolled_at, enrolled_by, changed_at)
        select k, p, e, s, ${at}, ${by}, ${at}
        from unnest(${devices.map((d) => d.keyId)}::text[], ${devices.map((d) => d.publicKey)}::text[],
                    ${devices.map((d) => d.electionId)}::text[], ${devices.map((d) => d.scope)}::text[]) as new (k, p, e, s)
        on conflict (key_id) do nothing returning key_id`.execute(db)
      return rows.map((row) => row.key_id)
    },

    async findDevices(keyIds: readonly string[]): Promise<Device[]> {
      const { rows } =
        await sql<DeviceRow>`select ${columns} from identity.device where key_id = any(${keyIds})`.execute(db)
      return rows.map(deviceOf)
    },

    /** Marks a device as revoked; a second time changes nothing. Undefined when there is no such device. */
    async revokeDevice(keyId: string, at: Date): Promise<Device | undefined> {
      const { rows } = await sql<DeviceRow>`
        update identity.device set revoked_at = coalesce(revoked_at, ${at}), changed_at = ${at}
        where key_id = ${keyId} returning ${columns}`.execute(db)
      return rows[0] && deviceOf(rows[0])
    },

    /** Devices enrolled or revoked since an instant, at most `most`, in the order of their key ids after `after`. */
    async listChanged(since: Date, after: string, most: number): Promise<Device[]> {
      const { rows } = await sql<DeviceRow>`
        select ${columns} from identity.device where changed_at >= ${since} and key_id > ${after} order by key_id limit ${most}`.execute(
        db,
      )
      return rows.map(deviceOf)
    },
  }
}
