import { actorOf, route, type Route } from '@intikhab/kernel/http'
import type { Language } from '@intikhab/kernel/language'
import { accept } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import type { Cnic } from '../../core/identifiers.ts'
import { maskCnic } from '../../core/identifiers.ts'
import { blockField, returnsSchema } from './claim-schemas.ts'
import { areasWaiting, type DoorList } from './door-store.ts'
import { doorSheet, type DoorLine } from './door-paper.ts'
import type { Doors } from './door.ts'
import { inDistrict, languageField, pdf, type ClaimRouteParts } from './routes-desk.ts'

/** A list for the door as it is shown, with names and what came of each visit. */
export interface DoorListView extends Omit<DoorList, 'people' | 'madeAt' | 'returns'> {
  readonly madeAt: string
  readonly area: { readonly en: string; readonly ur: string }
  readonly people: readonly (DoorLine & { readonly cnic: string; readonly nameEn: string })[]
  readonly returns: readonly Omit<DoorList['returns'][number], 'enteredAt'>[]
}

/** The lists of a district, and the areas in which somebody waits. */
export interface DoorDesk {
  readonly lists: readonly {
    readonly id: number
    readonly block: string
    readonly madeAt: string
    readonly people: number
    readonly returned: number
    readonly carriedOut: number
  }[]
  readonly waiting: readonly {
    readonly block: string
    readonly nameEn: string
    readonly nameUr: string
    readonly people: number
  }[]
}

/** Door-to-door verification over HTTP. */
export function doorRoutes(parts: ClaimRouteParts & { readonly doors: Doors }): Route[] {
  const { doors, rolls, now, database } = parts
  const base = { act: 'rolls.verify', tag: 'rolls', scope: inDistrict } as const
  const district = z.string().max(60)
  const listParams = z.object({ district, list: z.coerce.number().int().min(1).max(2_000_000_000) })

  async function linesOf({ people }: DoorList): Promise<readonly DoorListView['people'][number][]> {
    const voters = await Promise.all(people.map(({ cnic }) => rolls.store.findVoter(cnic as Cnic)))
    return people.flatMap(({ line, cnic, why }, n) => {
      const voter = voters[n]
      if (voter === undefined) return []
      const { nameUr, nameEn, relation, relationNameUr, addresses, chosen } = voter
      const addressUr = addresses[chosen]?.textUr ?? addresses.permanent.textUr
      return [{ line, cnic: maskCnic(cnic as Cnic), nameUr, nameEn, relation, relationNameUr, addressUr, why }]
    })
  }

  async function sheetOf(list: DoorList, code: string, language: Language) {
    const area = await rolls.store.findArea(list.block)
    const found = (await rolls.store.districts()).find((each) => each.code === code)
    const name = (of: { nameEn: string; nameUr: string } | undefined) =>
      (language === 'en' ? of?.nameEn : of?.nameUr) ?? ''
    const about = { id: list.id, block: list.block, area: name(area), district: name(found), language }
    return doorSheet(await linesOf(list), about)
  }

  return [
    route({
      ...base,
      method: 'GET',
      path: '/api/rolls/districts/:district/door-lists',
      params: z.object({ district }),
      summary: 'Lists for verification at the door, and the areas in which somebody waits',
      async handler({ params }) {
        const lists = (await doors.list([params.district])).map(({ id, block, madeAt, people, returns, effects }) => ({
          id,
          block,
          madeAt: madeAt.toISOString(),
          people: people.length,
          returned: returns.length,
          carriedOut: effects.length,
        }))
        const desk: DoorDesk = { lists, waiting: await areasWaiting(database.tables(), params.district) }
        return accept(desk)
      },
    }),
    route({
      ...base,
      method: 'POST',
      path: '/api/rolls/districts/:district/door-lists',
      params: z.object({ district }),
      body: z.strictObject({ block: blockField }),
      idempotent: true,
      status: 201,
      summary: 'Make a list of everybody of an electoral area who waits for a visit',
      async handler({ params, body, caller }) {
        const made = await doors.makeList(params.district, body.block, actorOf(caller))
        return made.ok ? accept({ id: made.value }) : made
      },
    }),
    route({
      ...base,
      method: 'GET',
      path: '/api/rolls/districts/:district/door-lists/:list',
      params: listParams,
      summary: 'A list for the door with what was found',
      async handler({ params }) {
        const found = await doors.get(params.district, params.list)
        if (!found.ok) return found
        const { madeAt, people: _people, returns, ...list } = found.value
        const area = await rolls.store.findArea(list.block)
        const view: DoorListView = {
          ...list,
          madeAt: madeAt.toISOString(),
          area: { en: area?.nameEn ?? '', ur: area?.nameUr ?? '' },
          people: await linesOf(found.value),
          returns: returns.map(({ enteredAt: _at, ...each }) => each),
        }
        return accept(view)
      },
    }),
    route({
      ...base,
      method: 'GET',
      path: '/api/rolls/districts/:district/door-lists/:list/sheet',
      params: listParams,
      query: z.object({ language: languageField }),
      produces: 'application/pdf',
      summary: 'The sheet that an official carries from door to door, as PDF',
      async handler({ params, query }) {
        const found = await doors.get(params.district, params.list)
        if (!found.ok) return found
        return pdf(await sheetOf(found.value, params.district, query.language), `door-list-${params.list}`, now())
      },
    }),
    route({
      ...base,
      method: 'POST',
      path: '/api/rolls/districts/:district/door-lists/:list/returns',
      params: listParams,
      body: returnsSchema,
      idempotent: true,
      status: 204,
      summary: 'Enter what an official found; nothing changes in the roll by it',
      handler: ({ params, body, caller }) => doors.enterReturns(params.district, params.list, body, actorOf(caller)),
    }),
    route({
      ...base,
      act: 'rolls.decide',
      method: 'POST',
      path: '/api/rolls/districts/:district/door-lists/:list/lines/:line/effect',
      params: listParams.extend({ line: z.coerce.number().int().min(1).max(100_000) }),
      idempotent: true,
      summary: 'Draw the consequence of a visit: enrol, lift a note, delete the dead, or open an objection',
      async handler({ params, caller }) {
        const done = await doors.carryOut(params.district, params.list, params.line, actorOf(caller))
        return done.ok ? accept({ effect: done.value }) : done
      },
    }),
  ]
}
