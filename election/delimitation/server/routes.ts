import { z } from 'zod'
import { importRoute, type Route } from '@intikhab/kernel/http'
import type { TableSource } from '@intikhab/kernel/tables'
import type { ByWhom, Delimitations } from './delimitation.ts'

const tag = 'delimitation'
const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const title = z.string().trim().min(1).max(200)
const mebibyte = 1024 * 1024

const by = (accountId: string): ByWhom => ({ actor: { kind: 'account', id: accountId } })

function getFile(files: Readonly<Record<string, TableSource>>, part: string): TableSource {
  const file = files[part]
  if (file === undefined) throw new Error(`the file ${part} was not handed over`)
  return file
}

/** What staff import: a census, the seats of a delimitation, and their boundaries. */
export function delimitationRoutes(delimitations: Delimitations): Route[] {
  return [
    importRoute({
      path: '/api/delimitation/census/:census/imports',
      summary: 'Import a census from its two files: the blocks, and every printed line against which they are checked',
      tag,
      params: z.object({ census: name }),
      query: z.object({ nameEn: title, nameUr: title }),
      files: ['blocks', 'lines'],
      bodyLimit: 64 * mebibyte,
      run: ({ files, params, query: { nameEn, nameUr }, accountId }) =>
        delimitations
          .importCensus(
            { blocks: getFile(files, 'blocks'), lines: getFile(files, 'lines') },
            { id: params.census, name: { en: nameEn, ur: nameUr } },
            by(accountId),
          ),
    }),
    importRoute({
      path: '/api/delimitation/delimitations/:delimitation/imports',
      summary: 'Import the seats of a new delimitation',
      tag,
      params: z.object({ delimitation: name }),
      query: z.object({ nameEn: title, nameUr: title, census: z.union([z.literal(''), name]) }),
      files: ['constituencies'],
      bodyLimit: 16 * mebibyte,
      run: ({ files, params, query: { nameEn, nameUr, census }, accountId }) =>
        delimitations.importConstituencies(
          getFile(files, 'constituencies'),
          {
            id: params.delimitation,
            name: { en: nameEn, ur: nameUr },
            censusId: census === '' ? null : census,
          },
          by(accountId),
        ),
    }),
    importRoute({
      path: '/api/delimitation/delimitations/:delimitation/boundaries/imports',
      summary: 'Import the polygons of the seats of a delimitation (GeoJSON)',
      tag,
      params: z.object({ delimitation: name }),
      query: z.object({ attribution: title }),
      files: ['boundaries'],
      bodyLimit: 128 * mebibyte,
      run: ({ files, params, query: { attribution }, accountId }) =>
        delimitations.importBoundaries(
          getFile(files, 'boundaries'),
          { delimitationId: params.delimitation, attribution },
          by(accountId),
        ),
    }),
  ]
}
