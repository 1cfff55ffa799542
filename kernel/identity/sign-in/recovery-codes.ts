import type { Database } from '@intikhab/kernel/database'
import type { LedgerActor } from '@intikhab/kernel/ledger'
import { Secret } from 'otpauth'
import type { RecordActs } from '../devices/devices.ts'
import { actorOfAccount, signInAct } from './acts.ts'
import { createRecoveryStore } from './recovery-store.ts'
import { createSessionStore } from './session-store.ts'
import { openWays } from './ways.ts'

const howMany = 10

/** One-time codes on paper, for the day on which the phone is lost. */
export interface RecoveryCodes {
  /** Ten new codes in the place of all there were, e.g. `K7QX-2BLE-M5TA-ZC3D`, to be shown once. */
  make(accountId: string, actor: LedgerActor): Promise<string[]>
  /** Uses a code up and ends all sessions of the account; false for a wrong or used one. */
  use(accountId: string, code: string, device: string): Promise<boolean>
  count(accountId: string): Promise<{ left: number; madeAt: Date | null }>
}

/** 80 random bits in base32 (RFC 4648), whose letters and digits are told apart on paper. */
const newCode = () => new Secret({ size: 10 }).base32

const grouped = (code: string) => code.match(/.{4}/g)?.join('-') ?? code
const typed = (code: string) => code.toUpperCase().replaceAll(/[^A-Z2-7]/g, '')

export function createRecoveryCodes(database: Database, now: () => Date, record: RecordActs): RecoveryCodes {
  return {
    async make(accountId, actor) {
      const codes = Array.from({ length: howMany }, newCode)
      const at = now()
      await database.transaction(async (tx) => {
        const ways = await openWays(tx, accountId)
        await createRecoveryStore(tx).replace(accountId, codes, at)
        const detail = { codes: howMany }
        await record(tx, [signInAct('recovery-codes-made', accountId, actor, at, detail, await ways.changes())])
      })
      return codes.map(grouped)
    },
    use: (accountId, code, device) =>
      database.transaction(async (tx) => {
        const ways = await openWays(tx, accountId)
        const store = createRecoveryStore(tx)
        if (!(await store.use(accountId, typed(code)))) return false
        const ended = await createSessionStore(tx).endSessionsOf(accountId)
        const { left } = await store.count(accountId)
        const actor = actorOfAccount(accountId, device)
        const changes = await ways.changes()
        await record(tx, [signInAct('recovery-code-used', accountId, actor, now(), { left, ended }, changes)])
        return true
      }),
    count: (accountId) => createRecoveryStore(database.tables()).count(accountId),
  }
}
