import type { HttpServer } from '@intikhab/kernel/http'
import type { House } from '../house.ts'

/** Asks the server's own interface for something; throws what it refuses. */
export type Ask = <T>(method: 'GET' | 'POST', path: string, body?: object) => Promise<T>

/** What an officer of the demonstration comes in by. */
export interface Door {
  readonly house: House
  readonly http: Pick<HttpServer, 'fastify'>
}

/** Lets an account of the demonstration work at the interface, with a session that ends with the work. */
export async function workAs<T>({ house, http }: Door, signInName: string, work: (ask: Ask) => Promise<T>): Promise<T> {
  const { accounts, signIn } = house.identity
  const accountId = await accounts.findByName(signInName)
  if (accountId === undefined) throw new Error(`the demonstration has no account ${signInName}`)
  // The one-time code of the account stays unused: whoever looks at the demonstration signs in with it.
  const cookies = await signIn.sessions.begin(accountId, { headers: {}, ip: '127.0.0.1' }, 'password')
  const cookie = cookies.map((each) => each.split(';')[0]).join('; ')
  try {
    return await work(async (method, url, body) => {
      const answer = await http.fastify.inject({
        method,
        url,
        headers: { cookie },
        ...(body === undefined ? {} : { payload: body }),
      })
      if (answer.statusCode >= 400) throw new Error(`${signInName} was refused ${method} ${url}: ${answer.body}`)
      return answer.json()
    })
  } finally {
    await signIn.sessions.end({ cookie })
  }
}
