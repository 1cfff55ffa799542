import type { Database } from '@intikhab/kernel/database'
import type { LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { identityRefusals } from '../refusals.ts'
import type { RecordActs } from '../devices/devices.ts'
import { signInAct } from './acts.ts'
import { createChallengeStore, type Challenge } from './challenge-store.ts'
import { createMethodStore } from './method-store.ts'
import type { Seal } from './seal.ts'
import { findTotpStep, newTotpSecret, totpAddress } from './second-factor.ts'
import { openWays } from './ways.ts'

/** Authenticator apps (RFC 6238), whose secrets lie sealed in the database. */
export interface Authenticators {
  /** Checks a code and uses it up. Refuses `wrong-credentials`. */
  check(accountId: string, code: string): Promise<Outcome<void>>
  /** Draws a secret for a new app, to be shown once; in force when a code of it is confirmed within five minutes. */
  begin(accountId: string, browser: string): Promise<{ secret: string; address: string }>
  /** Puts the new app in the place of the one before. Refuses `wrong-code`, `too-late`. */
  confirm(accountId: string, browser: string, code: string, actor: LedgerActor): Promise<Outcome<void>>
  /** Seals what an older version left in the clear; tells how many there were. */
  sealOld(): Promise<number>
}

export function createAuthenticators(
  database: Database,
  seal: Seal,
  now: () => Date,
  record: RecordActs,
): Authenticators {
  const store = createMethodStore(database.tables())
  const challenges = createChallengeStore(database.tables(), now)
  const setUp = (accountId: string, browser: string): Challenge => ({
    purpose: 'authenticator',
    secret: '',
    browser,
    accountId,
  })

  return {
    async check(accountId, code) {
      const sealed = await store.findAuthenticator(accountId)
      if (sealed === undefined) return refuse(identityRefusals['wrong-credentials'])
      const step = findTotpStep(await seal.open(accountId, sealed), code.trim(), now())
      if (step === undefined || !(await store.useStep(accountId, step)))
        return refuse(identityRefusals['wrong-credentials'])
      return accept(undefined)
    },
    async begin(accountId, browser) {
      const secret = newTotpSecret()
      await challenges.put(setUp(accountId, browser), { sealed: await seal.seal(accountId, secret) })
      const names = await store.findNames(accountId)
      return { secret, address: totpAddress(secret, names?.signInName ?? accountId) }
    },
    async confirm(accountId, browser, code, actor) {
      const sealed = (await challenges.look(setUp(accountId, browser)))?.['sealed']
      if (sealed === undefined) return refuse(identityRefusals['too-late'])
      const at = now()
      const step = findTotpStep(await seal.open(accountId, sealed), code.trim(), at)
      if (step === undefined) return refuse(identityRefusals['wrong-code'], { field: '/code' })
      return database.transaction(async (tx) => {
        if ((await createChallengeStore(tx, now).take(setUp(accountId, browser))) === undefined)
          return refuse(identityRefusals['too-late'])
        const ways = await openWays(tx, accountId)
        await createMethodStore(tx).setAuthenticator(accountId, sealed, step, at)
        await record(tx, [signInAct('totp-set', accountId, actor, at, {}, await ways.changes())])
        return accept(undefined)
      })
    },
    sealOld: () =>
      database.transaction(async (tx) => {
        const inside = createMethodStore(tx)
        const old = await inside.listUnsealed()
        for (const { accountId, secret } of old)
          await inside.sealAuthenticator(accountId, await seal.seal(accountId, secret))
        return old.length
      }),
  }
}
