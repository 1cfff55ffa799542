import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Database } from '@intikhab/kernel/database'
import type { LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { identityRefusals } from '../refusals.ts'
import type { RecordActs } from '../devices/devices.ts'
import { houseActor, signInAct } from './acts.ts'
import { createChallengeStore, type Purpose } from './challenge-store.ts'
import { createMethodStore, suffices } from './method-store.ts'
import { createPasskeyStore } from './passkey-store.ts'
import type { SiteIdentity } from './site.ts'
import { openWays } from './ways.ts'

/** Where a ceremony takes place: at which site, in which browser. */
export interface Ceremony {
  readonly site: SiteIdentity
  readonly browser: string
}

/** Passkeys (WebAuthn Level 3): discoverable, always with user verification, so that one is both factors. */
export interface Passkeys {
  /** What the browser is to make a passkey with. */
  beginAdding(accountId: string, at: Ceremony): Promise<PublicKeyCredentialCreationOptionsJSON>
  /** Registers a passkey under a name. Refuses `passkey-refused`. */
  add(
    accountId: string,
    at: Ceremony,
    made: { readonly name: string; readonly response: RegistrationResponseJSON },
    actor: LedgerActor,
  ): Promise<Outcome<void>>
  /** What the browser is to show a passkey for: any at sign-in, one of the account's own at a step-up. */
  beginShowing(accountId: string | null, at: Ceremony): Promise<PublicKeyCredentialRequestOptionsJSON>
  /** The account whose passkey was shown. Refuses `passkey-refused`, `passkey-count-fell`. */
  show(accountId: string | null, at: Ceremony, response: AuthenticationResponseJSON): Promise<Outcome<string>>
  /** Refuses `passkey-unknown`, `last-method`. */
  remove(accountId: string, credentialId: string, actor: LedgerActor): Promise<Outcome<void>>
}

/** Signatures that every browser and key of today can make: EdDSA, ES256, RS256 (IANA COSE Algorithms). */
const algorithms = [-8, -7, -257]

const purposeOf = (accountId: string | null): Purpose => (accountId === null ? 'passkey-sign-in' : 'passkey-step-up')

/** The library throws at whatever does not verify. Inside, nothing but the answer of a browser is looked at. */
async function verified<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify()
  } catch {
    return undefined
  }
}

export function createPasskeys(database: Database, now: () => Date, record: RecordActs): Passkeys {
  const store = createPasskeyStore(database.tables())
  const challenges = createChallengeStore(database.tables(), now)
  const refused = () => refuse(identityRefusals['passkey-refused'])
  const asked = (purpose: Purpose, secret: string, browser: string, accountId: string | null) => ({
    purpose,
    secret,
    browser,
    accountId,
  })
  const transportsOf = (transports: readonly string[]) => transports as AuthenticatorTransport[]

  return {
    async beginAdding(accountId, { site, browser }) {
      const names = await createMethodStore(database.tables()).findNames(accountId)
      const options = await generateRegistrationOptions({
        rpName: 'Intikhab',
        rpID: site.rpId,
        userName: names?.signInName ?? accountId,
        userDisplayName: names?.name ?? '',
        userID: new TextEncoder().encode(accountId),
        attestationType: 'none',
        supportedAlgorithmIDs: algorithms,
        excludeCredentials: (await store.list(accountId)).map(({ credentialId, transports }) => ({
          id: credentialId,
          transports: transportsOf(transports),
        })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      await challenges.put(asked('passkey-add', options.challenge, browser, accountId))
      return options
    },

    async add(accountId, { site, browser }, { name, response }, actor) {
      let challenge = ''
      const result = await verified(() =>
        verifyRegistrationResponse({
          response,
          expectedChallenge: (sent) => ((challenge = sent), true),
          expectedOrigin: site.origin,
          expectedRPID: site.rpId,
          requireUserVerification: true,
          supportedAlgorithmIDs: algorithms,
        }),
      )
      if (result?.verified !== true) return refused()
      const { id, publicKey, counter, transports } = result.registrationInfo.credential
      const at = now()
      return database.transaction(async (tx) => {
        const question = asked('passkey-add', challenge, browser, accountId)
        if ((await createChallengeStore(tx, now).take(question)) === undefined) return refused()
        const ways = await openWays(tx, accountId)
        const added = await createPasskeyStore(tx).add({
          credentialId: id,
          accountId,
          publicKey,
          counter,
          transports: transports ?? [],
          name,
          madeAt: at,
        })
        if (!added) return refused()
        await record(tx, [signInAct('passkey-added', accountId, actor, at, { passkey: id }, await ways.changes())])
        return accept(undefined)
      })
    },

    async beginShowing(accountId, { site, browser }) {
      const own = accountId === null ? [] : await store.list(accountId)
      const options = await generateAuthenticationOptions({
        rpID: site.rpId,
        userVerification: 'required',
        ...(accountId === null
          ? {}
          : {
              allowCredentials: own.map(({ credentialId, transports }) => ({
                id: credentialId,
                transports: transportsOf(transports),
              })),
            }),
      })
      await challenges.put(asked(purposeOf(accountId), options.challenge, browser, accountId))
      return options
    },

    async show(accountId, { site, browser }, response) {
      const passkey = await store.find(response.id)
      if (passkey === undefined || (accountId !== null && passkey.accountId !== accountId)) return refused()
      let challenge = ''
      const result = await verified(() =>
        verifyAuthenticationResponse({
          response,
          expectedChallenge: (sent) => ((challenge = sent), true),
          expectedOrigin: site.origin,
          expectedRPID: site.rpId,
          requireUserVerification: true,
          // The count is held against the one we know below, where a fall is told from a forgery.
          credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: 0 },
        }),
      )
      if (result?.verified !== true) return refused()
      if ((await challenges.take(asked(purposeOf(accountId), challenge, browser, accountId))) === undefined)
        return refused()
      const at = now()
      if (await store.use(passkey.credentialId, result.authenticationInfo.newCounter, at))
        return accept(passkey.accountId)
      const detail = { passkey: passkey.credentialId }
      await database.transaction((tx) =>
        record(tx, [signInAct('passkey-count-fell', passkey.accountId, houseActor, at, detail)]),
      )
      return refuse(identityRefusals['passkey-count-fell'])
    },

    remove: (accountId, credentialId, actor) =>
      database.transaction(async (tx): Promise<Outcome<void>> => {
        const methods = await createMethodStore(tx).findMethods(accountId)
        const own = await createPasskeyStore(tx).list(accountId)
        if (!own.some((each) => each.credentialId === credentialId)) return refuse(identityRefusals['passkey-unknown'])
        if (!suffices({ ...methods, passkeys: methods.passkeys - 1 })) return refuse(identityRefusals['last-method'])
        const ways = await openWays(tx, accountId)
        await createPasskeyStore(tx).remove(accountId, credentialId)
        const detail = { passkey: credentialId }
        await record(tx, [signInAct('passkey-removed', accountId, actor, now(), detail, await ways.changes())])
        return accept(undefined)
      }),
  }
}
