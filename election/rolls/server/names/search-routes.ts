import { findBlockCode } from '@intikhab/delimitation'
import type { Database } from '@intikhab/kernel/database'
import { actorOf, route, type Route } from '@intikhab/kernel/http'
import { westernDigits } from '@intikhab/kernel/language'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { parseCnic } from '../../core/identifiers.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import type { Rolls } from '../register/rolls.ts'
import { gender, showPlace, shownVoter, showVoter, text } from '../register/shown-voter.ts'
import type { VoterHandles } from '../register/voter-handle.ts'
import type { SearchLog } from './search-log.ts'
import { mostFound, searchRegister, type FoundVoter, type SearchQuestion } from './search-register.ts'

const name = z.string().trim().min(2).max(120)

const searchBody = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('name'),
    name: name.meta({ description: 'In Urdu or Latin letters; typing mistakes are forgiven' }),
    relationName: name.optional().meta({ description: "Father's or husband's name" }),
    blockPrefix: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional()
      .meta({ description: 'First digits of the census block: charge (5), circle (7), block (9)' }),
    gender: gender.optional(),
  }),
  z.object({
    by: z.literal('cnic'),
    cnic: z.string().max(40).meta({ description: 'Digits of any script, dashes, blanks' }),
  }),
  z.object({
    by: z.literal('line'),
    block: z.string().max(20),
    gender: gender.optional().meta({ description: 'Without it, of each list of the block' }),
    serial: z.int().min(1).max(100_000),
  }),
])

const foundVoter = shownVoter.extend({
  handle: z
    .string()
    .meta({ description: "The house's name for the voter: the page is /register/{district}/voters/{handle}" }),
  yearOfBirth: z.int(),
  area: text.nullable().meta({ description: 'Name of the electoral area; null for who is not on the roll' }),
  how: z
    .enum(['exact', 'same', 'reordered', 'part', 'near'])
    .meta({ description: 'Written so; sounds the same; other order; a word more or less; a slip or two' }),
})

const searchAnswer = z.object({
  voters: z.array(foundVoter),
  isCut: z.boolean().meta({ description: `More were found than the ${mostFound} shown: ask more precisely` }),
})

/** What a search of the register answers. */
export type SearchAnswer = z.infer<typeof searchAnswer>
/** What a search asks. */
export type SearchBody = z.infer<typeof searchBody>

export interface SearchRouteParts {
  readonly database: Database
  readonly rolls: Pick<Rolls, 'store'>
  readonly handles: VoterHandles
  readonly searches: SearchLog
}

/** Searching the register of a district, by name, CNIC or line of the roll. Each search is kept: who, when, for what. */
export function searchRoutes({ database, rolls, handles, searches }: SearchRouteParts): Route[] {
  async function shown({ voter, how }: FoundVoter): Promise<SearchAnswer['voters'][number]> {
    const { cnic, dateOfBirth, entry } = voter
    const area = entry === null ? undefined : await rolls.store.findArea(entry.block)
    const yearOfBirth = Number(dateOfBirth.slice(0, 4))
    return { ...showVoter(voter), handle: handles.handleOf(cnic), yearOfBirth, area: showPlace(area), how }
  }

  return [
    route({
      method: 'POST',
      path: '/api/rolls/districts/:district/search',
      act: 'rolls.read',
      tag: 'rolls',
      summary: 'Find voters of the district; CNICs are masked, and the search is kept',
      params: z.object({ district: z.string().max(60) }),
      scope: ({ params }) => ({ kind: 'district', code: params.district }),
      body: searchBody,
      response: searchAnswer,
      async handler({ params, body, caller }): Promise<Outcome<SearchAnswer>> {
        const question = questionOf(body)
        if (!question.ok) return question
        const { district } = params
        if (!(await rolls.store.districts()).some(({ code }) => code === district))
          return refuse(rollsRefusals['unknown-district'], { field: '/district' })
        const found = await searchRegister(database, district, question.value)
        const asked = question.value.by === 'cnic' ? { voter: handles.handleOf(question.value.cnic) } : question.value
        await searches.keep(actorOf(caller), { district, kind: body.by, asked, shown: found.length })
        return accept({ voters: await Promise.all(found.map(shown)), isCut: found.length === mostFound })
      },
    }),
  ]
}

function questionOf(body: SearchBody): Outcome<SearchQuestion> {
  if (body.by === 'name') return accept(body)
  if (body.by === 'cnic') {
    const cnic = parseCnic(westernDigits(body.cnic).replaceAll(/[^\d]/g, ''))
    return cnic === undefined ? refuse(rollsRefusals['not-a-cnic'], { field: '/cnic' }) : accept({ by: 'cnic', cnic })
  }
  const block = findBlockCode(westernDigits(body.block).trim())
  return block === undefined ? refuse(rollsRefusals['unknown-area'], { field: '/block' }) : accept({ ...body, block })
}
