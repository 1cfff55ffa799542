import type { Language, Text } from '@intikhab/kernel/language'
import type { RefusalKind } from '@intikhab/kernel/refusal'
import { createElement, type FunctionComponent, type ReactNode } from 'react'

/** An election that the site shows, with the series its pages read. */
export interface SiteElection {
  readonly id: string
  readonly name: Text
  /** `YYYY-MM-DD` */
  readonly pollDate: string
  /** Assembly code → delimitation whose map is drawn, e.g. `{ NA: '2018' }`. */
  readonly delimitationId: string | null
}

/** How the witnesses of the ledger stand (`/api/ledger` says the same). */
export interface Witnessed {
  /** Entries of the newest published checkpoint, and of the newest that enough witnesses have cosigned. */
  readonly published: number | null
  readonly quorum: number | null
  readonly witnesses: readonly {
    readonly name: string
    readonly key: string
    readonly size: number | null
    /** ISO 8601 in UTC. */
    readonly at: string | null
    readonly isLate: boolean
    readonly refusedWith: number | null
  }[]
}

/** What this installation publishes. Fixed while the server runs, so that a page depends on editions alone. */
export interface Site {
  readonly name: Text
  /** Shown above every page, e.g. that the voters of a demonstration are generated. */
  readonly banner: Text | null
  /** Newest first; the first is the current one. */
  readonly elections: readonly SiteElection[]
  /** Roll whose statistics are published, e.g. `demonstration-2026`. */
  readonly rollId: string | null
  /** Every way in which the platform refuses, for the page that explains them. */
  readonly refusals: readonly RefusalKind[]
  /** A page keeps it for a minute at most; absent where nobody asks for it. */
  readonly witnessed?: Witnessed
}

/** The part of a published edition that pages use; `@intikhab/kernel/editions` satisfies it. */
export interface OpenEditionLike {
  readonly id: string
  readonly manifest: {
    readonly series: string
    readonly number: number
    readonly madeAt: string
    readonly subject: Readonly<Record<string, unknown>>
    readonly ledger: { readonly size: number; readonly root: string } | null
    readonly previous?: string | null
    readonly files: readonly { readonly path: string; readonly sha256: string; readonly size: number }[]
  }
  bytes(path: string): Promise<Uint8Array | undefined>
  json<T>(path: string): Promise<T | undefined>
}

/** Where pages find editions. */
export interface EditionReaderLike {
  latest(series: string): Promise<OpenEditionLike | undefined>
  /** Names of all series; a reader made for a few of them need not say. */
  series?(): Promise<string[]>
}

/** What a page knows of the request beyond its parameters. */
export interface PageContext {
  readonly language: Language
  readonly now: Date
  readonly site: Site
}

/** The edition a figure was taken from: it stands in every caption. */
export interface EditionNote {
  readonly series: string
  readonly number: number
  /** SHA-256 of the manifest, hex. */
  readonly id: string
  readonly madeAt: string
  readonly ledgerSize: number | null
}

/** Shortens an open edition to what a caption needs. */
export function editionNote(edition: OpenEditionLike): EditionNote {
  const { series, number, madeAt, ledger } = edition.manifest
  return { series, number, id: edition.id, madeAt, ledgerSize: ledger?.size ?? null }
}

/** What a screen is given. */
export interface ScreenProps<D> {
  readonly data: D
  readonly language: Language
  readonly context: PageContext
}

/** A public page: read from editions, rendered on the server to plain HTML, the same for everybody. */
export interface PublicPage<D> {
  /** Path below the language, with parameters: `/results/:election/seats/:contest`. */
  readonly path: string
  /** Menu entry that is marked as the current one; null for a page that stands in no menu. */
  readonly section: Section | null
  /** Reads the page's data; undefined leads to “not found”. */
  load(
    editions: EditionReaderLike,
    params: Readonly<Record<string, string>>,
    context: PageContext,
  ): Promise<D | undefined>
  title(data: D, language: Language): string
  /** Edition that the page follows live, where it does. */
  live?(data: D): EditionNote | undefined
  readonly Screen: FunctionComponent<ScreenProps<D>>
}

/** The entries of the public menu. */
export type Section = 'home' | 'vote' | 'results' | 'programme' | 'rolls' | 'claims' | 'data'

/** A page whose data type is nobody else's business; what the site is made of. */
export interface AnyPublicPage extends Omit<PublicPage<unknown>, 'load' | 'title' | 'live' | 'Screen'> {
  open(
    editions: EditionReaderLike,
    params: Readonly<Record<string, string>>,
    context: PageContext,
  ): Promise<{ title: string; live: EditionNote | undefined; body(): ReactNode } | undefined>
}

/** Closes a page over its data type, so that pages of all systems stand in one list. */
export function publicPage<D>(page: PublicPage<D>): AnyPublicPage {
  return {
    path: page.path,
    section: page.section,
    async open(editions, params, context) {
      const data = await page.load(editions, params, context)
      if (data === undefined) return undefined
      return {
        title: page.title(data, context.language),
        live: page.live?.(data),
        body: () => createElement(page.Screen, { data, language: context.language, context }),
      }
    },
  }
}
