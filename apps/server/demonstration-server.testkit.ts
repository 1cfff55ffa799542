import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { totpCode } from '@intikhab/kernel/identity'
import { freshDatabase } from '@intikhab/kernel/testkit'
import { readEnvironment, type Environment } from './environment.ts'
import type { JsonSchema } from './from-schema.testkit.ts'
import { serve, type Serving } from './serve.ts'

/** One operation of the interface's description. */
interface Operation {
  readonly operationId?: string
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: JsonSchema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: JsonSchema }>> }
  readonly responses: Readonly<Record<string, { readonly description?: string }>>
}

/** The interface's description, as far as the tests read it. */
export interface Description {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** An office as the register keeps it. */
interface OfficeRow {
  readonly role: string
  /** `national`, or kind and code: `constituency NA-46`. */
  readonly place: string
  readonly election?: string
  readonly from?: string | null
  readonly until?: string | null
}

/** A running demonstration of 3,000 voters on a database of its own, and one person in it who can be given any office. */
export interface DemonstrationServer {
  readonly serving: Serving
  readonly environment: Environment
  readonly description: Description
  /** The register as its owner sees it: for what a test plants by hand. */
  readonly owner: pg.Client
  /** The cookies of a starter account, signed in anew. Throws where it cannot. */
  signIn(signInName: string): Promise<string>
  /** Cookies and account of the person who can be given any office. */
  readonly person: { readonly cookie: string; readonly accountId: string }
  /** Gives that person these offices and no others. */
  hold(offices: readonly OfficeRow[]): Promise<void>
  close(): Promise<void>
}

/** Starts one; `postgresUrl` is the test run's server. Its registration offices rest unless something else is said. */
export async function startDemonstrationServer(
  postgresUrl: string,
  { registration = false }: { readonly registration?: boolean } = {},
): Promise<DemonstrationServer> {
  const folder = mkdtempSync(join(tmpdir(), 'intikhab-demonstration-'))
  // Databases of the house run under another account.
  chmodSync(folder, 0o755)
  const { url, drop } = await freshDatabase(postgresUrl, [])
  const environment = readEnvironment({
    PORT: '0',
    INTIKHAB_DATA: folder,
    DATABASE_URL: url,
    INTIKHAB_REFUSALS_PER_MINUTE: '1000000',
  })
  const serving = await serve(environment, {
    country: 'demonstration',
    voters: 3000,
    registration,
    onProgress: () => undefined,
  })
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()

  async function signIn(signInName: string): Promise<string> {
    const account = serving.accounts.find((each) => each.signInName === signInName)
    if (account === undefined) throw new Error(`the demonstration has no account ${signInName}`)
    const { password, totpSecret } = account
    const answer = await fetch(`${serving.url}/api/identity/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: signInName, password, code: totpCode(totpSecret, new Date()) }),
    })
    if (!answer.ok) throw new Error(`${signInName} could not sign in: ${await answer.text()}`)
    return answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
  }

  const cookie = await signIn('auditor')
  const me = await fetch(`${serving.url}/api/identity/me`, { headers: { cookie } })
  const { accountId } = (await me.json()) as { accountId: string }
  const description = (await (await fetch(`${serving.url}/api/openapi.json`)).json()) as Description
  return {
    serving,
    environment,
    description,
    owner,
    signIn,
    person: { cookie, accountId },
    async hold(offices) {
      await owner.query('delete from identity.account_grant where account_id = $1', [accountId])
      for (const [i, { role, place, election = '', from = null, until = null }] of offices.entries()) {
        const [kind, code = ''] = place.split(' ')
        await owner.query(
          `insert into identity.account_grant
             (id, account_id, role, scope_kind, scope_code, election_id, valid_from, valid_until, made_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
          [`grant-${i}`, accountId, role, kind, code, election, from, until],
        )
      }
    },
    async close() {
      await owner.end()
      await serving.stop()
      await drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
