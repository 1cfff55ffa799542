import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { EnquiryAnswer } from '@intikhab/enquiry'
import type { EditionReader } from '@intikhab/kernel/editions'
import type { Language } from '@intikhab/kernel/language'
import type { Outcome } from '@intikhab/kernel/refusal'
import type { EditionReaderLike, Site } from '@intikhab/kernel/screens'
import type { PublicClaims } from '@intikhab/rolls'
import type { ClaimAnswer } from '@intikhab/rolls/web'
import type { FastifyInstance } from 'fastify'
import { webDist } from '../build.ts'
import type * as Pages from '../pages/site.tsx'
import { openClientBuild } from './assets.ts'
import { openPageCache, type MadePage } from './page-cache.ts'
import { registerClaims } from './claims.ts'
import { pageHeaders, registerRoutes } from './routes.ts'

/** What the site stands on. It needs editions and a build, and no database. */
export interface WebOptions {
  readonly editions: EditionReader
  /** What this installation publishes; read again for each page that is made. */
  readonly site: () => Site
  readonly now: () => Date
  /** Answers “where do I vote?”: the enquiry's own `ask`. */
  readonly ask: (question: { readonly cnic: string; readonly ip: string }) => Promise<Outcome<EnquiryAnswer>>
  /** Takes in claims and objections of the public; where nothing is said the site takes none. */
  readonly claims?: PublicClaims
  /** Folder of the build; that of `buildWeb` where nothing is said. */
  readonly dist?: string
  /** Told of a page that could not be made: a bug of ours. */
  readonly log?: (entry: { readonly page: string; readonly error: unknown }) => void
}

export interface Web {
  /** Adds the site's addresses to a server. */
  register(app: FastifyInstance): void
  /** Forgets rendered pages: for changes that no edition announces, such as a new election in `site`. */
  refresh(): void
  close(): void
}

/** The part of a reader that pages see, keeping note of which editions they looked at. */
function noting(editions: EditionReader, seen: Map<string, string | undefined>): EditionReaderLike {
  return {
    async latest(series) {
      const edition = await editions.latest(series)
      seen.set(series, edition?.id)
      return edition
    },
    series: () => editions.series(),
  }
}

/** Opens the built site on a reader of editions. Throws if the build is missing. */
export async function openWeb(options: WebOptions): Promise<Web> {
  const { editions, site, now, dist = webDist } = options
  const client = openClientBuild(join(dist, 'client'))
  const pages = (await import(pathToFileURL(join(dist, 'server', 'site.js')).href)) as typeof Pages

  async function make(language: Language, path: string): Promise<MadePage> {
    const dependencies = new Map<string, string | undefined>()
    const world = { editions: noting(editions, dependencies), site: site(), assets: client.publicAssets }
    const request = { language, path, now: now() }
    try {
      const { status, html } = await pages.renderPage(world, request)
      return { status, html, dependencies }
    } catch (error) {
      options.log?.({ page: `/${language}${path}`, error })
      const { status, html } = pages.renderBroken(world, request)
      return { status, html, dependencies }
    }
  }

  async function answer(language: Language, typed: string, ip: string): Promise<{ status: number; html: string }> {
    const outcome = await options.ask({ cnic: typed, ip })
    const world = { editions, site: site(), assets: client.publicAssets }
    const html = pages.renderEnquiry(world, { language, path: '/vote', now: now() }, { outcome, typed })
    return { status: outcome.ok ? 200 : outcome.refusal.kind.status, html }
  }

  function claimPage(language: Language, path: string, given: ClaimAnswer): Promise<string> {
    const world = { editions, site: site(), assets: client.publicAssets }
    return pages.renderClaim(world, { language, path, now: now() }, given)
  }

  const cache = openPageCache({ make, clock: () => performance.now() })
  const stop = editions.onNewer((edition) => cache.moved(edition.manifest.series, edition.id))
  return {
    register(app) {
      registerRoutes(app, { cache, client, editions, answer })
      if (options.claims !== undefined)
        registerClaims(app, { claims: options.claims, render: claimPage, headers: pageHeaders })
    },
    refresh: () => cache.clear(),
    close: stop,
  }
}
