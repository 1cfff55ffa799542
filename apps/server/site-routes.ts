import { z } from 'zod'
import { mapSeries } from '@intikhab/delimitation'
import { proposedAnswer } from '@intikhab/kernel/approvals'
import { route, type Route } from '@intikhab/kernel/http'
import { accept } from '@intikhab/kernel/refusal'
import { definePublicationActs, publicationOrder, weighty, type PublicationParts } from './publication-acts.ts'

const tag = 'Publication'
const reason = z.string().max(2000).optional()

/** Which elections the site shows, and publishing what does not publish itself: both by two people. */
export function siteRoutes(parts: PublicationParts): Route[] {
  const { house, site } = parts
  const { approvals } = house
  definePublicationActs(approvals, parts)
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
      summary:
        'Propose to show an election on the site, take its forms and let its results publish themselves; a second person approves',
      params: z.object({ election: z.string() }),
      body: z.object({ delimitationId: z.string().nullable(), reason }),
      response: proposedAnswer,
      status: 202,
      idempotent: true,
      handler: ({ params: { election: electionId }, body: { delimitationId, reason = '' }, caller }) =>
        approvals.propose(weighty.show, { electionId, delimitationId }, { caller, reason }),
    }),
    route({
      method: 'POST',
      path: '/api/publication/:kind/:id',
      act: 'publish.edition',
      tag,
      summary:
        'Propose an edition: of an election, its polling scheme, a map, a roll, or the look-up pack of the enquiry; a second person approves',
      params: publicationOrder.pick({ kind: true, id: true }),
      body: publicationOrder
        .pick({ electionId: true, delimitationId: true, onlyDistrict: true })
        .extend({ reason })
        .optional(),
      response: proposedAnswer,
      status: 202,
      idempotent: true,
      handler({ params, body: { reason = '', ...about } = {}, caller }) {
        return approvals.propose(weighty.publish, { ...params, ...about }, { caller, reason })
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
