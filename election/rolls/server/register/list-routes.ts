import type { Database } from '@intikhab/kernel/database'
import { actorOf, csvFile, route, type Raw, type Route } from '@intikhab/kernel/http'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { writeTable } from '@intikhab/kernel/tables'
import { karachiDate } from '@intikhab/law'
import { z } from 'zod'
import { maskCnic } from '../../core/identifiers.ts'
import { listChanges, tellListChange, type ListChange } from '../../core/register/list-change.ts'
import { chosenAddress, type ElectoralArea, type EnrolledVoter } from '../../core/register/voter.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import type { SearchLog } from '../names/search-log.ts'
import { daysField, endOf, legalDay, periodOf } from './days.ts'
import { listChangesOf } from './list-changes.ts'
import type { Rolls } from './rolls.ts'
import { shownVoter, text } from './shown-voter.ts'

const changesAnswer = z.object({
  area: text,
  changes: z.array(
    shownVoter.pick({ cnic: true, nameUr: true, relation: true, relationNameUr: true, gender: true }).extend({
      change: z.enum(listChanges),
      at: z.string(),
      serial: z.int(),
      household: z.int(),
      what: text,
      form: z.string().nullable(),
      section: z.string().nullable(),
    }),
  ),
})
/** What became of the lists of an area, as the screen shows it. */
export type ListChangesAnswer = z.infer<typeof changesAnswer>

export interface ListRouteParts {
  readonly database: Database
  readonly rolls: Pick<Rolls, 'store' | 'listAsOf'>
  readonly searches: Pick<SearchLog, 'keep'>
  readonly now: () => Date
}

const listColumns = [
  'list',
  'serial',
  'household',
  'cnic',
  'name_ur',
  'relation',
  'relation_name_ur',
  'date_of_birth',
  'address_ur',
  'status',
]
const changeColumns = [
  'change',
  'on',
  'list',
  'serial',
  'household',
  'cnic',
  'name_ur',
  'relation',
  'relation_name_ur',
  'what',
  'form',
  'section',
]

/** The lists of an electoral area as on a day, and what became of them since: what an agent asks for first. */
export function listRoutes({ database, rolls, searches, now }: ListRouteParts): Route[] {
  const ofArea = {
    act: 'rolls.read',
    tag: 'rolls',
    params: z.object({ district: z.string().max(60), block: z.string().regex(/^\d{9}$/) }),
    scope: ({ params }: { readonly params: { readonly district: string } }) =>
      ({ kind: 'district', code: params.district }) as const,
  } as const
  type Params = z.infer<typeof ofArea.params>

  /** Of an area of another district nothing is said. */
  async function findArea({ district, block }: Params): Promise<Outcome<ElectoralArea>> {
    const area = await rolls.store.findArea(block)
    return area?.district === district ? accept(area) : refuse(rollsRefusals['unknown-area'], { field: '/block' })
  }

  async function changesOf(
    params: Params,
    days: z.infer<typeof daysField>,
    caller: Parameters<typeof actorOf>[0],
  ): Promise<Outcome<{ readonly area: ElectoralArea; readonly changes: readonly ListChange[] }>> {
    const area = await findArea(params)
    if (!area.ok) return area
    const period = periodOf(days, now())
    if (!period.ok) return period
    const { from, until } = period.value
    const changes = await listChangesOf(database.tables(), area.value.block, from, until)
    const asked = { block: params.block, ...days }
    await searches.keep(actorOf(caller), { district: params.district, kind: 'changes', asked, shown: changes.length })
    return accept({ area: area.value, changes })
  }

  return [
    route({
      ...ofArea,
      method: 'GET',
      path: '/api/rolls/districts/:district/areas/:block/list',
      summary: 'The lists of an electoral area as at the end of a day, as CSV; CNICs are masked, the reading kept',
      query: z.object({ on: legalDay }),
      produces: 'text/csv',
      async handler({ params, query, caller }) {
        const area = await findArea(params)
        if (!area.ok) return area
        const end = endOf(query.on, now(), 'on')
        if (!end.ok) return end
        const { block } = area.value
        const voters = await rolls.listAsOf(block, new Date(end.value.getTime() - 1))
        const asked = { block, on: query.on }
        await searches.keep(actorOf(caller), { district: params.district, kind: 'list', asked, shown: voters.length })
        const rows = voters.map((voter) =>
          entryOf(voter).concat(voter.dateOfBirth, chosenAddress(voter)?.textUr ?? '', voter.status),
        )
        return csv(`${block}-${query.on}`, [listColumns, ...rows])
      },
    }),
    route({
      ...ofArea,
      method: 'GET',
      path: '/api/rolls/districts/:district/areas/:block/changes',
      summary: 'Who was added to the lists of an electoral area, left them or was corrected in them on these days',
      query: daysField,
      response: changesAnswer,
      async handler({ params, query, caller }): Promise<Outcome<ListChangesAnswer>> {
        const found = await changesOf(params, query, caller)
        if (!found.ok) return found
        const { area, changes } = found.value
        return accept({ area: { en: area.nameEn, ur: area.nameUr }, changes: changes.map(shown) })
      },
    }),
    route({
      ...ofArea,
      method: 'GET',
      path: '/api/rolls/districts/:district/areas/:block/changes.csv',
      summary: 'The same as CSV: the list of additions, deletions and corrections, with the section of the law of each',
      query: daysField.extend({ language: z.enum(['en', 'ur']).default('en') }),
      produces: 'text/csv',
      async handler({ params, query: { language, ...days }, caller }) {
        const found = await changesOf(params, days, caller)
        if (!found.ok) return found
        const rows = found.value.changes.map((one) => {
          const { change, at, voter, action } = one
          const what: (string | number)[] = [change, karachiDate(at)]
          return what.concat(entryOf(voter), tellListChange(one, language), action?.form ?? '', action?.section ?? '')
        })
        return csv(`${params.block}-changes-${days.from}-${days.until}`, [changeColumns, ...rows])
      },
    }),
  ]
}

function entryOf({ gender: list, entry, cnic, nameUr, relation, relationNameUr }: EnrolledVoter) {
  return [list, entry.serial, entry.household, maskCnic(cnic), nameUr, relation, relationNameUr]
}

function shown(one: ListChange): ListChangesAnswer['changes'][number] {
  const { change, at, voter, action } = one
  const { gender: list, entry, cnic, nameUr, relation, relationNameUr } = voter
  return {
    change,
    at: at.toISOString(),
    gender: list,
    serial: entry.serial,
    household: entry.household,
    cnic: maskCnic(cnic),
    nameUr,
    relation,
    relationNameUr,
    what: { en: tellListChange(one, 'en'), ur: tellListChange(one, 'ur') },
    form: action?.form ?? null,
    section: action?.section ?? null,
  }
}

const csv = (name: string, rows: readonly (readonly (string | number)[])[]): Raw =>
  csvFile(name, `\uFEFF${writeTable(rows)}`)
