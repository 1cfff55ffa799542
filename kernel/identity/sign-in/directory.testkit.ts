import { generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider, type Configuration } from 'oidc-provider'

export const clientId = 'intikhab'
export const clientSecret = 'a secret of the test that is long enough'
const redirect = 'http://localhost:8300/api/identity/directory/callback'

/** A real provider (oidc-provider) on loopback, which believes whoever says a name. */
export interface TestDirectory {
  readonly issuer: string
  /** Goes the provider's way as a browser would; the query with which it sends the browser back. */
  visit(address: string, person: string): Promise<string>
  stop(): Promise<void>
}

/** Starts it on a free port. `amr`: what it says of how people signed in. */
export async function startDirectory(amr: readonly string[] = ['pwd']): Promise<TestDirectory> {
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const configuration: Configuration = {
    clients: [
      { client_id: clientId, client_secret: clientSecret, redirect_uris: [redirect], response_types: ['code'] },
    ],
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    claims: { openid: ['sub', 'amr'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['test'] },
    ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    jwks: {
      keys: [
        { ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), kty: 'RSA' },
      ],
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/person/${interaction.uid}` },
    // Whoever works here has agreed that the directory says who they are.
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  }
  const provider: Provider = new Provider(issuer, configuration)
  provider.on('server_error', (_context, error) => void process.stderr.write(`${error.stack ?? error.message}\n`))
  const handle = provider.callback()
  let atTheDesk = ''
  server.on('request', (request, response) => {
    const login = { accountId: atTheDesk, amr: [...amr] }
    if (request.url?.startsWith('/person/') === true) void provider.interactionFinished(request, response, { login })
    else void handle(request, response)
  })

  return {
    issuer,
    async visit(address, person) {
      atTheDesk = person
      const cookies = new Map<string, string>()
      let url = new URL(address)
      while (!url.href.startsWith(redirect)) {
        const answer = await fetch(url, {
          redirect: 'manual',
          headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        })
        for (const set of answer.headers.getSetCookie()) {
          const [pair = ''] = set.split(';')
          cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
        }
        const next = answer.headers.get('location')
        if (next === null) throw new Error(`the directory shows ${answer.status} ${await answer.text()}`)
        url = new URL(next, url)
      }
      return url.search
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
