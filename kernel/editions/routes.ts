import { z } from 'zod'
import { raw, route, type Raw, type Route } from '@intikhab/kernel/http'
import { encodeKeys, type KeyHistory } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { isOpenToAll } from './confidential.ts'
import { isEditionPath, isManifestFile, isSeries } from './manifest.ts'
import type { EditionReader, OpenEdition } from './reader.ts'
import { editionRefusals as kinds } from './refusals.ts'
import { sendArchive, sendFile } from './serve.ts'

/** What is served under `/editions`. */
export interface EditionRouteOptions {
  readonly reader: EditionReader
  /** All keys of the publisher. */
  readonly keys: KeyHistory
  /** Which series the public may read; by default all but look-up packs and lists of voters. */
  readonly isPublic?: (series: string) => boolean
}

const series = z.string().refine(isSeries)
const number = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
const archive = z
  .string()
  .regex(/^[1-9]\d{0,8}\.tar$/)
  .transform((text) => Number(text.slice(0, -4)))
const listOfSeries = z.object({
  series: z.array(
    z.object({ series: z.string(), number: z.int(), madeAt: z.string(), sha256: z.string(), files: z.int() }),
  ),
})

function summaryOf({ manifest, id }: OpenEdition): z.infer<typeof listOfSeries>['series'][number] {
  return {
    series: manifest.series,
    number: manifest.number,
    madeAt: manifest.madeAt,
    sha256: id,
    files: manifest.files.length,
  }
}

/** The addresses under `/editions`: everything comes from the store and from memory, nothing from the database. */
export function editionRoutes({ reader, keys, isPublic = isOpenToAll }: EditionRouteOptions): Route[] {
  async function find(name: string, wanted: number): Promise<Outcome<OpenEdition>> {
    if (!isPublic(name)) return refuse(kinds['not-public'])
    const edition = await reader.edition(name, wanted)
    return edition === undefined
      ? refuse(kinds['no-edition'], { detail: { series: name, number: wanted } })
      : accept(edition)
  }

  async function redirect(name: string, rest: string): Promise<Raw | Outcome<never>> {
    if (!isPublic(name)) return refuse(kinds['not-public'])
    const latest = await reader.latest(name)
    if (latest === undefined) return refuse(kinds['no-edition'], { detail: { series: name } })
    const location = `/editions/${name}/${latest.manifest.number}${rest}`
    return raw({ status: 302, headers: { location, 'cache-control': 'no-cache', 'access-control-allow-origin': '*' } })
  }

  const read = { method: 'GET', act: 'public', tag: 'editions' } as const
  return [
    route({
      ...read,
      path: '/editions',
      summary: 'The series of editions, and the newest edition of each',
      response: listOfSeries,
      async handler() {
        const names = (await reader.series()).filter(isPublic)
        const found = await Promise.all(names.map((name) => reader.latest(name)))
        return accept({ series: found.filter((edition) => edition !== undefined).map(summaryOf) })
      },
    }),
    route({
      ...read,
      path: '/editions/keys',
      summary: 'All keys that ever signed editions: until which edition, why no longer, and the statement that says so',
      produces: 'application/json',
      handler: async () =>
        raw({
          headers: {
            'content-type': 'application/json',
            'cache-control': 'no-cache',
            'access-control-allow-origin': '*',
          },
          body: encodeKeys(keys),
        }),
    }),
    route({
      ...read,
      path: '/editions/:series/latest',
      summary: 'Redirects to the manifest of the newest edition',
      params: z.object({ series }),
      handler: ({ params }) => redirect(params.series, '/manifest.json'),
    }),
    route({
      ...read,
      path: '/editions/:series/latest.tar',
      summary: 'Redirects to the newest edition as one archive',
      params: z.object({ series }),
      handler: ({ params }) => redirect(params.series, '.tar'),
    }),
    route({
      ...read,
      path: '/editions/:series/latest/*',
      summary: 'Redirects to a file of the newest edition',
      params: z.object({ series, '*': z.string() }),
      async handler({ params }) {
        const path = params['*']
        // Only what can be the path of a file is put into an address that the browser follows.
        if (!isEditionPath(path) && !isManifestFile(path))
          return refuse(kinds['no-file'], { field: path.slice(0, 200) })
        return redirect(params.series, `/${path}`)
      },
    }),
    route({
      ...read,
      path: '/editions/:series/:archive',
      summary: 'An edition as one archive, e.g. `17.tar`',
      produces: 'application/x-tar',
      params: z.object({ series, archive }),
      async handler({ params }) {
        const found = await find(params.series, params.archive)
        return found.ok ? sendArchive(reader.store, found.value) : found
      },
    }),
    route({
      ...read,
      path: '/editions/:series/:number/*',
      summary: 'A file of an edition; it never changes',
      params: z.object({ series, number, '*': z.string() }),
      async handler({ params }) {
        const found = await find(params.series, params.number)
        return found.ok ? sendFile(reader.store, found.value, params['*']) : found
      },
    }),
  ]
}
