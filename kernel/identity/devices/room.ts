import type { Database } from '@intikhab/kernel/database'
import type { Route } from '@intikhab/kernel/http'
import type { AuditedRecords } from '@intikhab/kernel/ledger'
import { sql } from 'kysely'
import { createDeviceList } from './device-list.ts'
import { deviceRecordKind, hashDevice } from './device-record.ts'
import { streamDevices } from './device-store.ts'
import { createDevices, type Devices, type DevicesOptions } from './devices.ts'
import { enrolmentRoutes } from './enrolment-routes.ts'
import { createEnrolments } from './enrolments.ts'
import { createProofs, type Proofs } from './proofs.ts'
import { deviceRoutes, type GrantFor } from './routes.ts'

/** The devices of an installation: their register, their one-time enrolments, and what they prove. */
export interface DeviceRoom {
  readonly devices: Devices
  readonly provenDevice: Proofs['provenDevice']
  readonly routes: readonly Route[]
}

/** Puts the devices together. */
export function createDeviceRoom(options: DevicesOptions & { readonly grantFor: GrantFor }): DeviceRoom {
  const { database, now, record, grantFor } = options
  const devices = createDevices(options)
  const proofs = createProofs(database, devices, now)
  const enrolments = createEnrolments(database, devices, { now, record })
  const db = database.tables<unknown>()
  async function isAccount(accountId: string): Promise<boolean> {
    const { rows } = await sql`select 1 from identity.account
      where id = ${accountId} and disabled_at is null`.execute(db)
    return rows.length === 1
  }
  return {
    devices,
    provenDevice: proofs.provenDevice,
    routes: [
      ...deviceRoutes({ devices, list: createDeviceList(database), grantFor, now }),
      ...enrolmentRoutes({ enrolments, proofs, grantFor, isAccount }),
    ],
  }
}

/** The devices as the audit holds them against the ledger. */
export function auditedDevices(database: Pick<Database, 'pool'>): AuditedRecords[] {
  return [
    {
      kind: deviceRecordKind,
      async *read() {
        for await (const device of streamDevices(database))
          yield { record: `${deviceRecordKind}:${device.keyId}`, hash: hashDevice(device) }
      },
    },
  ]
}
