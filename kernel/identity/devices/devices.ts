import { createHash, randomUUID } from 'node:crypto'
import type { Database } from '@intikhab/kernel/database'
import type { LedgerAct, LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { Transaction } from 'kysely'
import { identityRefusals } from '../refusals.ts'
import type { Role } from '../rights/person.ts'
import type { DeviceActName } from './acts.ts'
import { followDevices } from './device-news.ts'
import { deviceChange, type Device, type DeviceRecord } from './device-record.ts'
import { createDeviceStore } from './device-store.ts'
import { subjectOf, type DeviceKind, type RevocationReason } from './place.ts'
import { readRequests, type DeviceRequest } from './requests.ts'
import { createUses } from './uses.ts'

/** Writes the ledger entry of an act in the act's own transaction. */
export type RecordActs = (tx: Transaction<unknown>, acts: LedgerAct[]) => Promise<unknown>

/** When somebody's term in an election ends; ISO 8601 in UTC. Undefined for an election that nobody announced. */
type TermOf = (electionId: string, role: Role) => { readonly until: string } | undefined

/** By whose term each kind of device is good. */
const roleOf = { phone: 'presiding-officer', laptop: 'returning-officer', kiosk: 'presiding-officer' } as const

/** The devices that may sign bundles, held in memory for the intake: 170,000 take about 60 MB. */
export interface Devices {
  /** Reads all devices from the database; call it before the first form. */
  start(): Promise<void>
  /** From now on takes in at once what other processes enrol or revoke, and writes down uses; returns how to stop. */
  follow(): () => Promise<void>
  /** Takes in what other processes have enrolled or revoked since the last time. */
  refresh(): Promise<void>
  /** The device behind a signature's key id, also a revoked one; undefined for an unknown one. */
  findDevice(keyId: string): Device | undefined
  /** The same among the devices that sign forms, and whether its term is over. */
  findSigner(keyId: string): (Device & { readonly isOver: boolean }) | undefined
  /**
   * Whether the term for which a device was enrolled is over. One enrolled after the election, as for re-enacting it,
   * was not enrolled for that term.
   */
  isOver(device: Device): boolean
  /** Whether a session begun at this device may not go on: also one that was begun in the moment of its revocation. */
  isBarred(keyId: string): boolean
  /** Whether devices can be enrolled for an election: it is announced and not over. */
  isHeld(electionId: string, kind: DeviceKind): boolean
  /** Notes that a device has just proved itself, for the list; written down within a minute. */
  noteUse(keyId: string): void
  /**
   * Enrols devices, all or none; one enrolled before for the same station is counted, not refused.
   * Refuses `bad-device-key` and `device-elsewhere` with the position in the list as field.
   */
  enrolDevices(
    requests: readonly DeviceRequest[],
    by: LedgerActor,
  ): Promise<Outcome<{ enrolled: number; already: number }>>
  /** Enrols one device inside a transaction of the caller, which calls `hold` once it is committed. */
  enrolOn(tx: Transaction<unknown>, device: DeviceRecord): Promise<boolean>
  hold(device: Device): void
  /**
   * Revokes a device: from now on it proves nothing, what it signs is kept and not counted, and sessions begun at it
   * end. A second time changes nothing. Refuses `device-unknown`.
   */
  revokeDevice(keyId: string, reason: RevocationReason, by: LedgerActor): Promise<Outcome<Device>>
  /** Revokes every device of a seat's stations and of its office; tells how many. */
  revokeSeat(place: { electionId: string; seat: string }, reason: RevocationReason, by: LedgerActor): Promise<number>
  readonly count: number
}

export interface DevicesOptions {
  readonly database: Database
  readonly now: () => Date
  readonly record: RecordActs
  /** When an election's devices are good; always where nothing is said. */
  readonly termOf?: TermOf | undefined
}

/** Rows in one statement: 170,000 devices are seventeen. */
const chunk = 10_000
/** Changes in one ledger entry, which cannot be longer than 64 KiB. */
const changesInEntry = 400
/** Changes committed late by another process are still found. */
const overlapMilliseconds = 10_000

export function createDevices({ database, now, record, termOf }: DevicesOptions): Devices {
  const held = new Map<string, Device>()
  const words = new Map<string, string>()
  const store = createDeviceStore(database.tables())
  const uses = createUses(store.noteUses, now)
  const self = randomUUID()
  let refreshedAt = new Date(0)

  /** Of words that all devices share one copy is kept: a database gives each row its own. */
  function one<W extends string>(word: W): W {
    const known = words.get(word)
    if (known !== undefined) return known as W
    words.set(word, word)
    return word
  }

  function hold({ keyId, publicKey, electionId, scopeKind, scope, kind, enrolledAt, revokedAt }: Device): void {
    const shared = { electionId: one(electionId), scopeKind: one(scopeKind), kind: one(kind) }
    held.set(keyId, { keyId, publicKey, ...shared, scope, enrolledAt, revokedAt })
  }

  function isOver({ electionId, kind, enrolledAt }: Device): boolean {
    const until = termOf?.(electionId, roleOf[kind])?.until
    return until !== undefined && enrolledAt.toISOString() < until && until <= now().toISOString()
  }

  async function refresh(): Promise<void> {
    const at = now()
    const since = new Date(Math.max(0, refreshedAt.getTime() - overlapMilliseconds))
    let after = ''
    for (;;) {
      const changed = await store.listChanged(since, after, chunk)
      changed.forEach(hold)
      if (changed.length < chunk) break
      after = changed.at(-1)?.keyId ?? ''
    }
    refreshedAt = at
  }

  function revocation(after: DeviceRecord, before: DeviceRecord, by: LedgerActor, at: string): LedgerAct {
    const { keyId, revokeReason } = after
    const changes = [deviceChange(after, before)]
    const act = {
      system: 'identity',
      act: 'device-revoked' satisfies DeviceActName,
      subject: subjectOf(after),
      actor: by,
    }
    return { ...act, madeAt: at, arrivedAt: at, changes, detail: { keyId, reason: revokeReason } }
  }

  /** Revokes those that `pick` locks; what they were before is given back with what they are. */
  async function revoke(
    pick: (inside: ReturnType<typeof createDeviceStore>) => Promise<DeviceRecord[]>,
    reason: RevocationReason,
    by: LedgerActor,
  ): Promise<{ found: readonly DeviceRecord[]; revoked: readonly DeviceRecord[] }> {
    const at = now()
    const done = await database.transaction(async (tx) => {
      const inside = createDeviceStore(tx)
      const found = await pick(inside)
      const open = new Map(found.filter(({ revokedAt }) => revokedAt === null).map((each) => [each.keyId, each]))
      if (open.size === 0) return { found, revoked: [] }
      const revoked = await inside.revokeDevices([...open.keys()], { reason, by: by.id, at })
      const acts = revoked.flatMap((after) => {
        const before = open.get(after.keyId)
        return before === undefined ? [] : [revocation(after, before, by, at.toISOString())]
      })
      await record(tx, acts)
      await inside.announce(self)
      return { found, revoked }
    })
    done.revoked.forEach(hold)
    return done
  }

  return {
    start: refresh,
    refresh,
    follow() {
      const unfollow = followDevices(database, self, refresh)
      const stopUses = uses.start()
      return async () => {
        await unfollow()
        await stopUses()
      }
    },
    findDevice: (keyId) => held.get(keyId),
    findSigner(keyId) {
      const device = held.get(keyId)
      return device?.kind === 'phone' ? { ...device, isOver: isOver(device) } : undefined
    },
    isOver,
    isBarred(keyId) {
      const device = held.get(keyId)
      return device !== undefined && (device.revokedAt !== null || isOver(device))
    },
    isHeld(electionId, kind) {
      if (termOf === undefined) return true
      const term = termOf(electionId, roleOf[kind])
      return term !== undefined && now().toISOString() < term.until
    },
    noteUse: uses.note,
    hold,
    get count() {
      return held.size
    },
    async enrolOn(tx, device) {
      const inside = createDeviceStore(tx)
      const added = await inside.addDevices([device])
      await inside.announce(self)
      return added.length === 1
    },
    async enrolDevices(requests, by) {
      const at = now()
      const parsed = readRequests(requests, { by: by.id, at })
      if (!parsed.ok) return parsed
      const devices = parsed.value
      const added = new Set<string>()
      const done = await database
        .transaction(async (tx): Promise<Outcome<void>> => {
          const inside = createDeviceStore(tx)
          for (let i = 0; i < devices.length; i += chunk) {
            const part = devices.slice(i, i + chunk)
            for (const keyId of await inside.addDevices(part)) added.add(keyId)
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
          if (added.size === 0) return accept(undefined)
          await record(tx, enrolments(devices, added, by, at))
          await inside.announce(self)
          return accept(undefined)
        })
        .catch((error: unknown) => {
          // Thrown to roll the transaction back; outside it is an ordinary refusal.
          if (!(error instanceof Elsewhere)) throw error
          const i = requests.findIndex((request) => request.publicKey === error.publicKey)
          return refuse(identityRefusals['device-elsewhere'], { field: `/devices/${i}` })
        })
      if (!done.ok) return done
      for (const device of devices) if (added.has(device.keyId)) hold(device)
      return accept({ enrolled: added.size, already: devices.length - added.size })
    },
    async revokeDevice(keyId, reason, by) {
      const { found, revoked } = await revoke(
        async (inside) => {
          const device = await inside.lockDevice(keyId)
          return device === undefined ? [] : [device]
        },
        reason,
        by,
      )
      const device = revoked[0] ?? found[0]
      return device === undefined ? refuse(identityRefusals['device-unknown']) : accept(device)
    },
    async revokeSeat({ electionId, seat }, reason, by) {
      const { revoked } = await revoke((inside) => inside.lockDevicesOfSeat(electionId, seat), reason, by)
      return revoked.length
    },
  }
}

/** A list enrolled at once: one entry a few hundred devices, the first with the fingerprint of the whole list. */
function enrolments(
  devices: readonly DeviceRecord[],
  added: ReadonlySet<string>,
  by: LedgerActor,
  at: Date,
): LedgerAct[] {
  const list = devices.map((device) => `${device.keyId} ${device.electionId} ${device.scope}\n`).sort()
  const devicesSha256 = createHash('sha256').update(list.join('')).digest('hex')
  const news = devices.filter(({ keyId }) => added.has(keyId))
  const subject = [...new Set(devices.map((device) => device.electionId))].sort().join(' ')
  const instant = at.toISOString()
  const acts: LedgerAct[] = []
  for (let i = 0; i < news.length; i += changesInEntry) {
    const part = news.slice(i, i + changesInEntry)
    acts.push({
      system: 'identity',
      act: 'devices-enrolled' satisfies DeviceActName,
      subject,
      actor: by,
      madeAt: instant,
      arrivedAt: instant,
      changes: part.map((device) => deviceChange(device)),
      detail: { enrolled: part.length, ofList: news.length, devicesSha256 },
    })
  }
  return acts
}

class Elsewhere extends Error {
  readonly publicKey: string
  constructor(publicKey: string) {
    super('a device of this list is enrolled elsewhere')
    this.publicKey = publicKey
  }
}
