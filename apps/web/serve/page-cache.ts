import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Language } from '@intikhab/kernel/language'
import { LRUCache } from 'lru-cache'

/** A page as it leaves: bytes and headers are made once and given to everybody. */
export interface ServedPage {
  readonly status: number
  readonly etag: string
  readonly plain: Buffer
  readonly gzipped: Buffer
}

/** What a page was made of: series and edition id, undefined for a series that had no edition. */
export type Dependencies = ReadonlyMap<string, string | undefined>

/** A page fresh from the renderer. */
export interface MadePage {
  readonly status: number
  readonly html: string
  readonly dependencies: Dependencies
}

interface Entry {
  readonly page: ServedPage
  readonly dependencies: Dependencies
  readonly staleAt: number
}

export interface PageCacheOptions {
  readonly make: (language: Language, path: string) => Promise<MadePage>
  /** Milliseconds of any steady clock. */
  readonly clock: () => number
  /** 96 MiB where nothing is said. */
  readonly bytes?: number
}

export interface PageCache {
  /** A page that is still true, without waiting; undefined if it must be made. */
  find(language: Language, path: string): ServedPage | undefined
  /** The page, made if need be; many who ask at once share one making. */
  get(language: Language, path: string): Promise<ServedPage>
  /** From now on `series` stands at edition `id`: pages made of another one are out of date. */
  moved(series: string, id: string): void
  clear(): void
}

/** Pages say how they stand against the clock of the law, so none is kept longer than this. */
const longestKept = 60_000
/** A page that found a series empty looks again soon. */
const keptWhileEmpty = 2_000

const compress = promisify(gzip)

/**
 * Rendered pages by language and path. A page stays true until one of the editions it was made of is followed by
 * another; looking it up costs two or three map look-ups and no allocation.
 */
export function openPageCache({ make, clock, bytes = 96 * 1024 * 1024 }: PageCacheOptions): PageCache {
  const entries = new LRUCache<string, Entry>({
    maxSize: bytes,
    sizeCalculation: ({ page }) => page.plain.length + page.gzipped.length + 500,
  })
  const newest = new Map<string, string>()
  const making = new Map<string, Promise<ServedPage>>()

  function isTrue({ dependencies, staleAt }: Entry): boolean {
    if (clock() >= staleAt) return false
    for (const [series, id] of dependencies) {
      const now = newest.get(series)
      if (now !== undefined && now !== id) return false
    }
    return true
  }

  function find(language: Language, path: string): ServedPage | undefined {
    const entry = entries.get(`${language}${path}`)
    return entry !== undefined && isTrue(entry) ? entry.page : undefined
  }

  async function makeAndKeep(language: Language, path: string): Promise<ServedPage> {
    const { status, html, dependencies } = await make(language, path)
    const plain = Buffer.from(html)
    const page: ServedPage = {
      status,
      plain,
      gzipped: await compress(plain, { level: 5 }),
      etag: `W/"${hash('sha256', plain, 'base64url').slice(0, 22)}"`,
    }
    const kept = [...dependencies.values()].includes(undefined) ? keptWhileEmpty : longestKept
    // Anybody can ask for pages that do not exist; they must not drive out those that do.
    if (status === 200) entries.set(`${language}${path}`, { page, dependencies, staleAt: clock() + kept })
    return page
  }

  return {
    find,
    async get(language, path) {
      const known = find(language, path)
      if (known !== undefined) return known
      const key = `${language}${path}`
      const running = making.get(key)
      if (running !== undefined) return running
      const started = makeAndKeep(language, path).finally(() => making.delete(key))
      making.set(key, started)
      return started
    },
    moved(series, id) {
      newest.set(series, id)
    },
    clear() {
      entries.clear()
    },
  }
}
