import type { EditionReader } from '@intikhab/kernel/editions'
import { findLanguage, languages, type Language } from '@intikhab/kernel/language'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ClientBuild } from './assets.ts'
import { preferredLanguage, takesGzip } from './negotiate.ts'
import type { PageCache, ServedPage } from './page-cache.ts'
import { staffShell } from './staff-shell.ts'

interface Parts {
  readonly cache: PageCache
  readonly client: ClientBuild
  readonly editions: EditionReader
  /** Asks “where do I vote?” and renders what comes back. */
  readonly answer: (language: Language, typed: string, ip: string) => Promise<{ status: number; html: string }>
}

/** Pages and console alike: no script and no style that is not a file of ours. */
const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Public pages need no script that is not a file, no style in attributes and nothing from elsewhere. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'public, max-age=2, stale-while-revalidate=30',
  vary: 'accept-encoding',
  'content-security-policy': contentPolicy,
}

/** Sends a page, or 304 to who already holds it. */
function sendPage(page: ServedPage, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.headers(pageHeaders).header('etag', page.etag)
  if (page.status !== 200) reply.header('cache-control', 'no-store')
  else if (request.headers['if-none-match'] === page.etag) return reply.code(304).send()
  if (!takesGzip(request.headers['accept-encoding'])) return reply.code(page.status).send(page.plain)
  return reply.code(page.status).header('content-encoding', 'gzip').send(page.gzipped)
}

/** Paths that may be typed without a language. */
const withoutLanguage = [
  '/vote',
  '/claims',
  '/results',
  '/results/*',
  '/programme',
  '/programme/*',
  '/rolls',
  '/data',
  '/refusals',
  '/verify',
  '/enrol',
]

/** Language and path of a page's address. The query belongs to nobody here and is left out of the cache's key. */
function pathOf(url: string, language: Language): string {
  const query = url.indexOf('?')
  const path = url.slice(language.length + 1, query === -1 ? undefined : query)
  return path.endsWith('/') ? path.slice(0, -1) : path
}

/** Adds the site's addresses: pages, built files, the staff console, and which edition is the newest. */
export function registerRoutes(app: FastifyInstance, { cache, client, editions, answer }: Parts): void {
  for (const language of languages) {
    const handler = (request: FastifyRequest, reply: FastifyReply) => {
      const path = pathOf(request.raw.url ?? '', language)
      const page = cache.find(language, path)
      if (page !== undefined) return sendPage(page, request, reply)
      return cache.get(language, path).then((made) => sendPage(made, request, reply))
    }
    app.get(`/${language}`, handler)
    app.get(`/${language}/*`, handler)
  }

  // The form of a page without a script; in a scope of its own, so that the interface takes no forms.
  void app.register((scope, _options, done) => {
    scope.removeContentTypeParser('*')
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 1024 },
      (_r, body, next) => next(null, new URLSearchParams(String(body))),
    )
    for (const language of languages)
      scope.post(`/${language}/vote`, async (request, reply) => {
        const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
        const { status, html } = await answer(language, (form.get('cnic') ?? '').slice(0, 200), request.ip)
        return reply.code(status).headers(pageHeaders).header('cache-control', 'no-store').send(html)
      })
    done()
  })

  const toLanguage = (request: FastifyRequest, reply: FastifyReply) => {
    const language = preferredLanguage(request.headers['accept-language'])
    const rest = request.url === '/' ? '' : request.url
    return reply.headers({ vary: 'accept-language', 'cache-control': 'no-cache' }).redirect(`/${language}${rest}`, 302)
  }
  for (const path of ['/', ...withoutLanguage]) app.get(path, toLanguage)

  app.get<{ Params: { '*': string } }>('/assets/*', (request, reply) => {
    const asset = client.find(`assets/${request.params['*']}`)
    if (asset === undefined) return reply.callNotFound()
    reply.headers({
      'content-type': asset.mediaType,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    })
    if (asset.gzipped === undefined || !takesGzip(request.headers['accept-encoding'])) return reply.send(asset.bytes)
    return reply.header('content-encoding', 'gzip').send(asset.gzipped)
  })

  app.get<{ Params: { series: string } }>('/newest/:series', async (request, reply) => {
    const edition = await editions.latest(request.params.series)
    if (edition === undefined) return reply.callNotFound()
    return reply.header('cache-control', 'public, max-age=1').send({ number: edition.manifest.number, id: edition.id })
  })

  const staff = (request: FastifyRequest, reply: FastifyReply) => {
    const asked = findLanguage(new URLSearchParams(request.url.split('?')[1] ?? '').get('language') ?? undefined)
    const language = asked ?? preferredLanguage(request.headers['accept-language'])
    return reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': contentPolicy,
      })
      .send(staffShell(client.staff, language))
  }
  app.get('/staff', staff)
  app.get('/staff/*', staff)
}
