import { z } from 'zod'
import { mapSeries } from '@intikhab/delimitation'
import { route, type Route } from '@intikhab/kernel/http'
import { accept, refuse, refusals } from '@intikhab/kernel/refusal'
import { parseElectionId } from '@intikhab/programme'
import { parseRollId } from '@intikhab/rolls'
import type { House } from './house.ts'
import { publishElection, publishEnquiry, publishMap, publishRoll, publishScheme } from './series.ts'
import type { Site } from './site-settings.ts'

/** Refusals of the site as a whole. */
export const siteRefusals = refusals('site', {
  'unknown-election': {
    status: 404,
    en: 'There is no election with this name.',
    ur: 'اس نام کا کوئی انتخاب موجود نہیں۔',
  },
  'not-ready': {
    status: 409,
    en: 'The election cannot take forms yet: it needs its candidates and a final polling scheme.',
    ur: 'ابھی اس انتخاب کے فارم وصول نہیں ہو سکتے: امیدواروں کی فہرست اور حتمی پولنگ اسکیم درکار ہیں۔',
  },
})

const tag = 'Publication'
const numbered = z.object({ series: z.string(), number: z.int(), isNew: z.boolean() })

/** Which elections the site shows, and publishing what does not publish itself. */
export function siteRoutes(parts: {
  readonly house: House
  readonly site: Site
  readonly openElection: (id: string) => Promise<boolean>
}): Route[] {
  const { house, site, openElection } = parts
  return [
    route({
      method: 'GET',
      path: '/api/site',
      act: 'public',
      tag,
      summary: 'What this installation shows: its elections and its roll',
      handler: async () => accept(site.current()),
    }),
    route({
      method: 'POST',
      path: '/api/site/elections/:election',
      act: 'publish.edition',
      tag,
      summary: 'Show an election on the site and begin to take its forms',
      params: z.object({ election: z.string() }),
      body: z.object({ delimitationId: z.string().nullable() }),
      async handler({ params, body }) {
        const id = parseElectionId(params.election)
        if (!id.ok) return id
        const election = await house.programme.store.findElection(id.value)
        if (election === undefined) return refuse(siteRefusals['unknown-election'], { field: '/election' })
        if (!(await openElection(id.value))) return refuse(siteRefusals['not-ready'], { field: '/election' })
        const { nameEn, nameUr, pollDate } = election
        site.show({ id: id.value, name: { en: nameEn, ur: nameUr }, pollDate, delimitationId: body.delimitationId })
        return accept(site.current())
      },
    }),
    route({
      method: 'POST',
      path: '/api/publication/:kind/:id',
      act: 'publish.edition',
      tag,
      summary:
        'Publish an edition: of an election, its polling scheme, a map, a roll, or the look-up pack of the enquiry',
      params: z.object({ kind: z.enum(['election', 'scheme', 'map', 'roll', 'enquiry']), id: z.string() }),
      body: z.object({ electionId: z.string().optional(), delimitationId: z.string().optional() }).optional(),
      response: numbered,
      async handler({ params: { kind, id }, body }) {
        if (kind === 'map') return publishMap(house, id)
        if (kind === 'scheme') return publishScheme(house, id)
        if (kind === 'election') {
          const election = parseElectionId(id)
          return election.ok ? publishElection(house, election.value) : election
        }
        const roll = parseRollId(id)
        if (roll === undefined) return refuse(siteRefusals['unknown-election'], { field: '/id' })
        const electionId = body?.electionId ?? id
        if (kind === 'roll') return publishRoll(house, roll, electionId)
        return publishEnquiry(house, roll, {
          electionId,
          delimitationId: body?.delimitationId ?? id,
          helpline: '051-8848888',
        })
      },
    }),
    route({
      method: 'GET',
      path: '/api/publication',
      act: 'publish.edition',
      tag,
      summary: 'Every series with its newest edition',
      async handler() {
        const names = await house.editions.reader.series()
        const newest = await Promise.all(names.map((name) => house.editions.reader.latest(name)))
        return accept(
          newest.flatMap((edition) =>
            edition === undefined
              ? []
              : [
                  {
                    series: edition.manifest.series,
                    number: edition.manifest.number,
                    madeAt: edition.manifest.madeAt,
                    sha256: edition.id,
                    files: edition.manifest.files.length,
                    isMap: edition.manifest.series.startsWith(mapSeries('')),
                  },
                ],
          ),
        )
      },
    }),
  ]
}
