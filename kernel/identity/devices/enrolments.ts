import { randomUUID } from 'node:crypto'
import type { Database } from '@intikhab/kernel/database'
import type { LedgerAct, LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { identityRefusals } from '../refusals.ts'
import type { DeviceActName } from './acts.ts'
import { deviceChange, saltFor, type DeviceHolder, type DeviceRecord } from './device-record.ts'
import { createDeviceStore } from './device-store.ts'
import type { Devices, RecordActs } from './devices.ts'
import { enrolmentCodeHash, findEnrolmentCode, newEnrolmentCode } from './enrolment-code.ts'
import { createEnrolmentStore, type Enrolment } from './enrolment-store.ts'
import { subjectOf, type DeviceKind, type DevicePlace } from './place.ts'
import { isProofBy, useChallenge } from './proofs.ts'
import { deviceKeyId, findRawKey } from './requests.ts'

/** A device that an officer expects. */
interface EnrolmentRequest extends DevicePlace, DeviceHolder {
  readonly kind: DeviceKind
}

/** An enrolment with its code, which is told this once. */
interface MadeEnrolment {
  readonly enrolment: Enrolment
  readonly code: string
}

/** What a device sends to be enrolled: its code, its public key, and a signature over a challenge by that key. */
interface EnrolmentClaim {
  readonly code: string
  /** 32 raw bytes, base64. */
  readonly publicKey: string
  readonly challengeId: string
  /** Ed25519 over `proofMessage('enrol', challengeId)`, base64. */
  readonly signature: string
}

/** One-time enrolments of devices: made by an officer, used once by a device within a day. */
export interface Enrolments {
  /** Makes one enrolment for each request, all or none. Refuses `election-not-held`. */
  make(requests: readonly EnrolmentRequest[], by: LedgerActor): Promise<Outcome<MadeEnrolment[]>>
  /** What a code is for. Refuses `enrolment-unknown`, `enrolment-used`, `enrolment-withdrawn`, `enrolment-lapsed`. */
  find(code: string): Promise<Outcome<Enrolment>>
  /**
   * Enrols the device that holds the key. The same key again, after a lost answer, is told the same.
   * Refuses like `find`, and `bad-device-key`, `device-proof-wrong`, `device-elsewhere`.
   */
  claim(claim: EnrolmentClaim): Promise<Outcome<DeviceRecord>>
  get(enrolmentId: string): Promise<Enrolment | undefined>
  /** Takes an enrolment back before it is used. Refuses `enrolment-unknown`, `enrolment-used`. */
  withdraw(enrolmentId: string, by: LedgerActor): Promise<Outcome<void>>
}

const enrolmentMilliseconds = 24 * 3_600_000

export function createEnrolments(
  database: Database,
  devices: Devices,
  { now, record }: { readonly now: () => Date; readonly record: RecordActs },
): Enrolments {
  const store = createEnrolmentStore(database.tables())

  function whyNot(enrolment: Enrolment | undefined): Outcome<Enrolment> {
    if (enrolment === undefined) return refuse(identityRefusals['enrolment-unknown'], { field: '/code' })
    if (enrolment.usedAt !== null) return refuse(identityRefusals['enrolment-used'], { field: '/code' })
    if (enrolment.withdrawnAt !== null) return refuse(identityRefusals['enrolment-withdrawn'], { field: '/code' })
    if (enrolment.lapsesAt <= now()) return refuse(identityRefusals['enrolment-lapsed'], { field: '/code' })
    return accept(enrolment)
  }

  return {
    async make(requests, by) {
      if (requests.some(({ electionId, kind }) => !devices.isHeld(electionId, kind)))
        return refuse(identityRefusals['election-not-held'], { field: '/electionId' })
      const madeAt = now()
      const lapsesAt = new Date(madeAt.getTime() + enrolmentMilliseconds)
      const fresh = { usedAt: null, keyId: null, withdrawnAt: null }
      const made = requests.map((request): MadeEnrolment & { codeHash: Buffer } => {
        const code = newEnrolmentCode()
        const enrolment = { ...request, enrolmentId: randomUUID(), madeAt, madeBy: by.id, lapsesAt, ...fresh }
        return { enrolment, code, codeHash: enrolmentCodeHash(code) }
      })
      await database.transaction(async (tx) => {
        await createEnrolmentStore(tx).addEnrolments(
          made.map(({ enrolment, codeHash }) => ({ ...enrolment, codeHash })),
        )
        await record(
          tx,
          made.map(({ enrolment }) =>
            actOf('enrolment-made', enrolment, by, madeAt, {
              kind: enrolment.kind,
              holder: enrolment.holderRole,
              lapsesAt: lapsesAt.toISOString(),
            }),
          ),
        )
      })
      return accept(made.map(({ enrolment, code }) => ({ enrolment, code })))
    },

    async find(typed) {
      const code = findEnrolmentCode(typed)
      return whyNot(code === undefined ? undefined : await store.findByCode(enrolmentCodeHash(code)))
    },

    async claim({ code: typed, publicKey, challengeId, signature }) {
      const code = findEnrolmentCode(typed)
      const raw = findRawKey(publicKey)
      if (raw === undefined) return refuse(identityRefusals['bad-device-key'], { field: '/publicKey' })
      const keyId = deviceKeyId(raw)
      const at = now()
      const done = await database.transaction(async (tx): Promise<Outcome<DeviceRecord>> => {
        const inside = createEnrolmentStore(tx)
        const found = code === undefined ? undefined : await inside.lockByCode(enrolmentCodeHash(code))
        if (!(await useChallenge(tx, challengeId, at)) || !isProofBy(publicKey, 'enrol', { challengeId, signature }))
          return refuse(identityRefusals['device-proof-wrong'], { field: '/signature' })
        if (found?.keyId === keyId) {
          const [before] = await createDeviceStore(tx).findDevices([keyId])
          if (before !== undefined) return accept(before)
        }
        const open = whyNot(found)
        if (!open.ok) return open
        const { enrolmentId, kind, electionId, scopeKind, scope, holderAccount, holderRole, madeBy } = open.value
        const bound = { kind, electionId, scopeKind, scope, holderAccount, holderRole }
        const untouched = { revokedAt: null, revokedBy: null, revokeReason: null }
        const enrolled = { enrolledAt: at, enrolledBy: madeBy, salt: saltFor(bound) }
        const device: DeviceRecord = { keyId, publicKey, ...bound, ...enrolled, ...untouched }
        if (!(await devices.enrolOn(tx, device)))
          return refuse(identityRefusals['device-elsewhere'], { field: '/publicKey' })
        await inside.useUp(enrolmentId, keyId, at)
        const act = actOf('device-enrolled', open.value, { kind: 'device', id: keyId }, at, { kind, keyId })
        await record(tx, [{ ...act, changes: [deviceChange(device)] }])
        return accept(device)
      })
      if (done.ok) devices.hold(done.value)
      return done
    },

    get: (enrolmentId) => store.find(enrolmentId),

    withdraw(enrolmentId, by) {
      const at = now()
      return database.transaction(async (tx): Promise<Outcome<void>> => {
        const inside = createEnrolmentStore(tx)
        const enrolment = await inside.lock(enrolmentId)
        if (enrolment === undefined) return refuse(identityRefusals['enrolment-unknown'])
        if (enrolment.usedAt !== null) return refuse(identityRefusals['enrolment-used'])
        if (enrolment.withdrawnAt !== null) return accept(undefined)
        await inside.withdraw(enrolmentId, by.id, at)
        await record(tx, [actOf('enrolment-withdrawn', enrolment, by, at, {})])
        return accept(undefined)
      })
    },
  }
}

function actOf(
  act: DeviceActName,
  enrolment: Enrolment,
  actor: LedgerActor,
  at: Date,
  detail: LedgerAct['detail'],
): LedgerAct {
  const instant = at.toISOString()
  const { enrolmentId } = enrolment
  return {
    system: 'identity',
    act,
    subject: subjectOf(enrolment),
    actor,
    madeAt: instant,
    arrivedAt: instant,
    detail: { enrolmentId, ...detail },
  }
}
