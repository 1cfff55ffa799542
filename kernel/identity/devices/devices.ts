import { createHash } from 'node:crypto'
import type { Database } from '@intikhab/kernel/database'
import type { LedgerAct } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { Transaction } from 'kysely'
import { createDeviceStore, type Device } from './device-store.ts'
import { identityRefusals } from '../refusals.ts'

/** A device to be enrolled. */
export interface DeviceRequest {
  /** The 32 raw bytes of the Ed25519 public key, base64. */
  readonly publicKey: string
  readonly electionId: string
  /** The station for which it will sign, e.g. `NA-21/17`. */
  readonly scope: string
}

/** Writes the ledger entry of an act in the act's own transaction. */
export type RecordActs = (tx: Transaction<unknown>, acts: LedgerAct[]) => Promise<unknown>

/** The devices that may sign bundles, held in memory for the intake: 170,000 take about 60 MB. */
export interface Devices {
  /** Reads all devices from the database; call it before the first form. */
  start(): Promise<void>
  /** Takes in what other processes have enrolled or revoked since the last time. */
  refresh(): Promise<void>
  /** The device behind a signature's key id, also a revoked one; undefined for an unknown one. */
  findDevice(keyId: string): Device | undefined
  /**
   * Enrols devices, all or none; one enrolled before for the same station is counted, not refused.
   * Refuses `bad-device-key` and `device-elsewhere` with the position in the list as field. `by` is the account.
   */
  enrolDevices(requests: readonly DeviceRequest[], by: string): Promise<Outcome<{ enrolled: number; already: number }>>
  /** Revokes a device: what it signs from now on is refused. Refuses `device-unknown`. */
  revokeDevice(keyId: string, by: string): Promise<Outcome<Device>>
  readonly count: number
}

/** Rows in one statement: 170,000 devices are seventeen. */
const chunk = 10_000
/** Changes committed late by another process are still found. */
const overlapMilliseconds = 60_000

/** The key id of a raw Ed25519 public key: the first 32 hex digits of its SHA-256. */
export function deviceKeyId(rawPublicKey: Uint8Array): string {
  return createHash('sha256').update(rawPublicKey).digest('hex').slice(0, 32)
}

/** Reads the 32 bytes of a key written in canonical base64; undefined for anything else. */
function findRawKey(publicKey: string): Buffer | undefined {
  const bytes = Buffer.from(publicKey, 'base64')
  return bytes.length === 32 && bytes.toString('base64') === publicKey ? bytes : undefined
}

export function createDevices(database: Database, now: () => Date, record: RecordActs): Devices {
  const held = new Map<string, Device>()
  const store = createDeviceStore(database.tables())
  let refreshedAt = new Date(0)

  async function refresh(): Promise<void> {
    const at = now()
    const since = new Date(Math.max(0, refreshedAt.getTime() - overlapMilliseconds))
    let after = ''
    for (;;) {
      const changed = await store.listChanged(since, after, chunk)
      for (const device of changed) held.set(device.keyId, device)
      if (changed.length < chunk) break
      after = changed.at(-1)?.keyId ?? ''
    }
    refreshedAt = at
  }

  function read(requests: readonly DeviceRequest[]): Outcome<Device[]> {
    const devices = new Map<string, Device>()
    for (const [i, { publicKey, electionId, scope }] of requests.entries()) {
      const raw = findRawKey(publicKey)
      if (raw === undefined) return refuse(identityRefusals['bad-device-key'], { field: `/devices/${i}/publicKey` })
      const keyId = deviceKeyId(raw)
      const twin = devices.get(keyId)
      if (twin !== undefined && (twin.electionId !== electionId || twin.scope !== scope))
        return refuse(identityRefusals['device-elsewhere'], { field: `/devices/${i}` })
      devices.set(keyId, { keyId, publicKey, electionId, scope, revokedAt: null })
    }
    return accept([...devices.values()])
  }

  function enrolment(devices: readonly Device[], enrolled: number, by: string, at: Date): LedgerAct {
    const list = devices.map((device) => `${device.keyId} ${device.electionId} ${device.scope}\n`).sort()
    return {
      system: 'identity',
      act: 'devices-enrolled',
      subject: [...new Set(devices.map((device) => device.electionId))].sort().join(' '),
      actor: { kind: 'account', id: by },
      madeAt: at.toISOString(),
      arrivedAt: at.toISOString(),
      detail: { enrolled, devicesSha256: createHash('sha256').update(list.join('')).digest('hex') },
    }
  }

  return {
    start: refresh,
    refresh,
    findDevice: (keyId) => held.get(keyId),
    get count() {
      return held.size
    },
    async enrolDevices(requests, by) {
      const parsed = read(requests)
      if (!parsed.ok) return parsed
      const devices = parsed.value
      const at = now()
      const added = new Set<string>()
      const done = await database
        .transaction(async (tx): Promise<Outcome<void>> => {
          const inside = createDeviceStore(tx)
          for (let i = 0; i < devices.length; i += chunk) {
            const part = devices.slice(i, i + chunk)
            for (const keyId of await inside.addDevices(part, by, at)) added.add(keyId)
            const before = part.filter((device) => !added.has(device.keyId))
            const known = new Map(
              (await inside.findDevices(before.map((device) => device.keyId))).map((device) => [device.keyId, device]),
            )
            const elsewhere = before.find(({ keyId, electionId, scope }) => {
              const device = known.get(keyId)
              return device === undefined || device.electionId !== electionId || device.scope !== scope
            })
            if (elsewhere !== undefined) throw new Elsewhere(elsewhere.publicKey)
          }
          if (added.size > 0) await record(tx, [enrolment(devices, added.size, by, at)])
          return accept(undefined)
        })
        .catch((error: unknown) => {
          // Thrown to roll the transaction back; outside it is an ordinary refusal.
          if (!(error instanceof Elsewhere)) throw error
          const i = requests.findIndex((request) => request.publicKey === error.publicKey)
          return refuse(identityRefusals['device-elsewhere'], { field: `/devices/${i}` })
        })
      if (!done.ok) return done
      for (const device of devices) if (added.has(device.keyId)) held.set(device.keyId, device)
      return accept({ enrolled: added.size, already: devices.length - added.size })
    },
    async revokeDevice(keyId, by) {
      const at = now()
      const device = await database.transaction(async (tx) => {
        const revoked = await createDeviceStore(tx).revokeDevice(keyId, at)
        if (revoked !== undefined) {
          const instant = at.toISOString()
          const subject = `${revoked.electionId}/${revoked.scope}`
          await record(tx, [
            {
              system: 'identity',
              act: 'device-revoked',
              subject,
              actor: { kind: 'account', id: by },
              madeAt: instant,
              arrivedAt: instant,
              detail: { keyId },
            },
          ])
        }
        return revoked
      })
      if (device === undefined) return refuse(identityRefusals['device-unknown'])
      held.set(keyId, device)
      return accept(device)
    },
  }
}

class Elsewhere extends Error {
  readonly publicKey: string
  constructor(publicKey: string) {
    super('a device of this list is enrolled elsewhere')
    this.publicKey = publicKey
  }
}
