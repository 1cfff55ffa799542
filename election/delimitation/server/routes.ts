import { actorOf, refusedImport, route, type Caller, type Raw, type Route } from '@intikhab/kernel/http'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { delimitationRefusals } from '../core/refusals.ts'
import type { ByWhom, Delimitations } from './delimitation.ts'
import type { ImportOutcome } from './import-outcome.ts'
import { tableTypes, uploaded, uploadedForm, uploadLimit } from './uploads.ts'

const tag = 'Places, seats and boundaries'
const id = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/)
const name = z.string().trim().min(1).max(120)
const fileName = z.string().regex(/^[\w. -]{1,80}$/)
const count = z.coerce.number().int().min(0)

const by = (caller: Caller): ByWhom => ({ actor: actorOf(caller) })

function answer(outcome: ImportOutcome): Outcome<unknown> | Raw {
  if (!outcome.ok) return refusedImport(outcome.refusal, outcome.problems)
  const { reportId, report } = outcome
  return accept({ imported: report.files.reduce((sum, file) => sum + file.rows, 0), reportId, report })
}

/** What staff do with censuses, delimitations and boundaries. The public reads the map edition. */
export function delimitationRoutes(delimitations: Delimitations): Route[] {
  return [...importRoutes(delimitations), ...readingRoutes(delimitations)]
}

function importRoutes(delimitations: Delimitations): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/delimitation/censuses/:id',
      act: 'import.run',
      tag,
      summary:
        'Take in a census, all of it or nothing: a form with the files `blocks` and `lines`, the table of blocks and every printed line',
      params: z.object({ id }),
      query: z.object({ nameEn: name, nameUr: name }),
      accepts: ['multipart/form-data'],
      body: z.instanceof(Buffer),
      bodyLimit: uploadLimit,
      async handler({ params, query, headers, body, caller }) {
        const files = await uploadedForm(headers, body)
        const blocks = files?.get('blocks')
        const lines = files?.get('lines')
        if (blocks === undefined || lines === undefined)
          return refuse(delimitationRefusals['file-missing'], { field: blocks === undefined ? 'blocks' : 'lines' })
        const as = { id: params.id, name: { en: query.nameEn, ur: query.nameUr } }
        return answer(await delimitations.importCensus({ blocks, lines }, as, by(caller)))
      },
    }),
    route({
      method: 'POST',
      path: '/api/delimitation/delimitations/:id/constituencies',
      act: 'import.run',
      tag,
      summary: 'Name a delimitation with its seats. CSV: constituency_code, name_en, name_ur, province',
      params: z.object({ id }),
      query: z.object({ nameEn: name, nameUr: name, census: id.optional(), file: fileName.optional() }),
      accepts: tableTypes,
      body: z.instanceof(Buffer),
      bodyLimit: uploadLimit,
      async handler({ params, query, body, caller }) {
        const source = uploaded(query.file ?? 'constituencies.csv', body)
        const as = { id: params.id, name: { en: query.nameEn, ur: query.nameUr }, censusId: query.census ?? null }
        return answer(await delimitations.importConstituencies(source, as, by(caller)))
      },
    }),
    route({
      method: 'POST',
      path: '/api/delimitation/delimitations/:id/boundaries',
      act: 'import.run',
      tag,
      summary: 'Take in the polygons of the seats, all of them or none: a GeoJSON collection whose features name `na`',
      params: z.object({ id }),
      query: z.object({ attribution: z.string().trim().min(1).max(300), file: fileName.optional() }),
      accepts: ['application/geo+json', 'application/gzip', 'application/octet-stream'],
      body: z.instanceof(Buffer),
      bodyLimit: uploadLimit,
      async handler({ params, query, body, caller }) {
        const source = uploaded(query.file ?? 'boundaries.geojson', body)
        const as = { delimitationId: params.id, attribution: query.attribution }
        return answer(await delimitations.importBoundaries(source, as, by(caller)))
      },
    }),
    route({
      method: 'GET',
      path: '/api/delimitation/imports',
      act: 'import.read',
      scope: 'anywhere',
      tag,
      summary: 'What was imported, the newest first',
      async handler() {
        return accept({ imports: await delimitations.store.listReports() })
      },
    }),
    route({
      method: 'GET',
      path: '/api/delimitation/imports/:id',
      act: 'import.read',
      scope: 'anywhere',
      tag,
      summary: 'The report of one import: totals, and every finding with its cases',
      params: z.object({ id: count }),
      async handler({ params }) {
        const found = await delimitations.store.findReport(params.id)
        return found === undefined ? refuse(delimitationRefusals['unknown-report'], { field: '/id' }) : accept(found)
      },
    }),
  ]
}

function readingRoutes({ store }: Delimitations): Route[] {
  const reading = { method: 'GET', act: 'delimitation.read', scope: 'anywhere', tag } as const
  return [
    route({
      ...reading,
      path: '/api/delimitation/delimitations',
      summary: 'The delimitations by name',
      async handler() {
        return accept({ delimitations: await store.listDelimitations() })
      },
    }),
    route({
      ...reading,
      path: '/api/delimitation/delimitations/:id',
      summary: 'One delimitation with its seats',
      params: z.object({ id }),
      async handler({ params }) {
        const found = await store.findDelimitation(params.id)
        return found === undefined
          ? refuse(delimitationRefusals['unknown-delimitation'], { field: '/id' })
          : accept(found)
      },
    }),
    route({
      ...reading,
      path: '/api/delimitation/censuses/:id/places',
      summary: 'The parts of a place of a census, with its blocks; of the whole country without `parent`',
      params: z.object({ id }),
      query: z.object({ parent: count.optional() }),
      async handler({ params, query }) {
        if (!(await store.hasCensus(params.id))) return refuse(delimitationRefusals['unknown-census'], { field: '/id' })
        const { parent } = query
        return accept({
          places: await store.placesBelow(params.id, parent ?? null),
          blocks: parent === undefined ? [] : await store.blocksOf(params.id, parent),
        })
      },
    }),
    route({
      ...reading,
      path: '/api/delimitation/censuses/:id/blocks/:block',
      summary: 'A census block with the places that hold it, the nearest first',
      params: z.object({ id, block: z.string().regex(/^\d{9}$/) }),
      async handler({ params }) {
        const found = await store.findBlock(params.id, params.block)
        return found === undefined ? refuse(delimitationRefusals['unknown-block'], { field: '/block' }) : accept(found)
      },
    }),
  ]
}
