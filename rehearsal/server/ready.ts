import type { TwoPeople } from './by-two.ts'
import { signIn, type Staff } from './staff.ts'

/** What a server started with `--json` says when it is ready. */
export interface Ready {
  readonly url: string
  readonly databasePid?: number
  readonly accounts: readonly {
    readonly signInName: string
    readonly password: string
    readonly totpSecret: string
  }[]
  readonly publisherKeyPem: string
}

/** Signs in as one of the accounts that the server made for a rehearsal. */
export async function signInAs({ url, accounts }: Ready, signInName: string): Promise<Staff> {
  const account = accounts.find((each) => each.signInName === signInName)
  if (account === undefined) throw new Error(`the server made no account ${signInName}`)
  return signIn(url, { name: signInName, password: account.password, totpSecret: account.totpSecret })
}

/** Both officers of the secretariat, each with a session of the own. */
export async function signInSecretariat(ready: Ready): Promise<TwoPeople> {
  return { proposer: await signInAs(ready, 'secretariat'), approver: await signInAs(ready, 'second-secretariat') }
}
