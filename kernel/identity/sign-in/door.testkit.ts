import { createHttp, memoryIdempotency } from '@intikhab/kernel/http'
import type { LedgerAct } from '@intikhab/kernel/ledger'
import { freshDatabase, testClock } from '@intikhab/kernel/testkit'
import { acts, createIdentity, identityMigrations, totpCode, type Grant, type SignInSettings } from '../index.ts'
import { officerOfNa21, sealKey } from '../testing.testkit.ts'

export const password = 'thirty thousand stations'

/** What came back: the code of the refusal or `ok`, and the JSON where there is one. */
export interface Answered {
  readonly status: number
  readonly code: string
  readonly json: never
  readonly location: string
}

/** A browser with its cookies, at one address. */
export interface TestBrowser {
  post(path: string, body?: object): Promise<Answered>
  get(path: string): Promise<Answered>
  cookies: Map<string, string>
}

/** Identity behind HTTP over a database of its own, with a clock in hand and the ledger's entries in a list. */
export async function openDoor(postgresUrl: string, settings: Partial<SignInSettings> = {}) {
  const clock = testClock('2018-07-25T18:00:00Z')
  const { database, url, drop } = await freshDatabase(postgresUrl, [identityMigrations])
  const ledger: LedgerAct[] = []
  const identity = createIdentity({
    database,
    now: clock.now,
    secure: false,
    record: (_tx, entries) => Promise.resolve(ledger.push(...entries)),
    signIn: { sealKey, ...settings },
  })
  await identity.signIn.start()
  const http = createHttp({
    version: 'test',
    authenticate: identity.authenticate,
    grantFor: identity.grantFor,
    wantsFreshFactor: identity.wantsFreshFactor,
    acts,
    idempotencyStore: memoryIdempotency(clock.now),
    checkAnswers: true,
  })
  http.register(identity.routes)

  function browser(ip = '192.0.2.1', host = 'localhost:8300'): TestBrowser {
    const cookies = new Map<string, string>()
    async function send(method: 'GET' | 'POST', path: string, payload?: object): Promise<Answered> {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await http.fastify.inject({
        method,
        url: path,
        remoteAddress: ip,
        headers: { host, ...(cookie === '' ? {} : { cookie }) },
        ...(payload === undefined ? {} : { payload }),
      })
      for (const { name, value, maxAge } of answer.cookies)
        if (maxAge === 0) cookies.delete(name)
        else cookies.set(name, value)
      const json = answer.body === '' ? undefined : (JSON.parse(answer.body) as { code?: string })
      return {
        status: answer.statusCode,
        code: answer.statusCode < 400 ? 'ok' : (json?.code ?? ''),
        json: json as never,
        location: answer.headers.location ?? '',
      }
    }
    return { cookies, get: (path) => send('GET', path), post: (path, body = {}) => send('POST', path, body) }
  }

  return {
    clock,
    database,
    url,
    drop,
    identity,
    ledger,
    http,
    browser,
    /** Makes an account with password and app; `code` gives one that was not used before. */
    async account(signInName: string, grants: readonly Grant[] = [officerOfNa21]) {
      const made = await identity.accounts.create({ signInName, name: signInName, password, grants })
      if (!made.ok) throw new Error(made.refusal.kind.code)
      const { accountId, totpSecret } = made.value
      const code = () => {
        clock.advance(30_000)
        return totpCode(totpSecret, clock.now())
      }
      return {
        accountId,
        totpSecret,
        code,
        signIn: (at: TestBrowser) => at.post('/api/identity/sign-in', { name: signInName, password, code: code() }),
      }
    },
  }
}
