/** Renders the public site. Built by Vite into one module that Node loads; it reads editions and nothing else. */
import type { EnquiryAnswer } from '@intikhab/enquiry'
import { EnquiryOutcome, enquiryTitle, votePage } from '@intikhab/enquiry/web'
import type { Language } from '@intikhab/kernel/language'
import type { Outcome } from '@intikhab/kernel/refusal'
import {
  Frame,
  type Assets,
  type EditionReaderLike,
  type PageContext,
  type Section,
  type Site,
} from '@intikhab/kernel/screens'
import type { EditionNote } from '@intikhab/kernel/screens'
import { programmePages } from '@intikhab/programme/web'
import { resultsPages } from '@intikhab/results/web'
import {
  claimAnswerScreen,
  claimPages,
  displayPage,
  districtDisplayPage,
  statisticsPages,
  type ClaimAnswer,
} from '@intikhab/rolls/web'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { dataPage, seriesPage } from './data.tsx'
import { enrolPage } from './enrol.tsx'
import { homePage } from './home.tsx'
import { Broken, NotFound } from './not-found.tsx'
import { refusalsPage } from './refusals.tsx'
import { router } from './router.ts'
import { verifyPage } from './verify.tsx'
import { words } from './words.ts'

/** What the pages of one installation are made of. */
export interface World {
  readonly editions: EditionReaderLike
  readonly site: Site
  readonly assets: Assets
}

/** One page that is asked for. */
export interface PageRequest {
  readonly language: Language
  /** Below the language, without query: `/results/demonstration-2026`; the front page is the empty text. */
  readonly path: string
  readonly now: Date
}

export interface RenderedPage {
  readonly status: 200 | 404 | 500
  readonly html: string
}

const findPage = router([
  homePage,
  ...resultsPages,
  ...programmePages,
  votePage,
  ...claimPages,
  ...statisticsPages,
  displayPage,
  districtDisplayPage,
  dataPage,
  seriesPage,
  refusalsPage,
  verifyPage,
  enrolPage,
])

function wrap(
  world: World,
  request: PageRequest,
  shown: { title: string; section: Section | null; live?: EditionNote | undefined; body: ReactNode },
): string {
  const frame = (
    <Frame
      language={request.language}
      site={world.site}
      assets={world.assets}
      path={request.path}
      section={shown.section}
      title={shown.title}
      live={shown.live}
    >
      {shown.body}
    </Frame>
  )
  return `<!doctype html>${renderToStaticMarkup(frame)}`
}

/** A whole page as HTML. A path that names nothing is a page of its own with status 404. */
export async function renderPage(world: World, request: PageRequest): Promise<RenderedPage> {
  const { language, path, now } = request
  const context: PageContext = { language, now, site: world.site }
  const found = findPage(path)
  const opened = await found?.page.open(world.editions, found.params, context)
  if (found === undefined || opened === undefined) {
    const body = <NotFound language={language} />
    return { status: 404, html: wrap(world, request, { title: words.notFound[language], section: null, body }) }
  }
  const { title, live } = opened
  return { status: 200, html: wrap(world, request, { title, live, section: found.page.section, body: opened.body() }) }
}

/** What comes back to “where do I vote?”. Made for one person: it must be kept nowhere. */
export function renderEnquiry(
  world: World,
  request: PageRequest,
  asked: { readonly outcome: Outcome<EnquiryAnswer>; readonly typed: string },
): string {
  const { language } = request
  const body = <EnquiryOutcome {...asked} language={language} />
  return wrap(world, request, { title: enquiryTitle(language), section: 'vote', body })
}

/** What comes back to a claim that was sent, or to a docket that was asked for. Made for one person: kept nowhere. */
export async function renderClaim(world: World, request: PageRequest, answer: ClaimAnswer): Promise<string> {
  const { language, now } = request
  const { title, body } = await claimAnswerScreen(world.editions, { language, now, site: world.site }, answer)
  return wrap(world, request, { title, section: 'claims', body })
}

/** The page for a fault of ours. */
export function renderBroken(world: World, request: PageRequest): RenderedPage {
  const body = <Broken language={request.language} />
  return { status: 500, html: wrap(world, request, { title: words.broken[request.language], section: null, body }) }
}
