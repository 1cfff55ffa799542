import { actorOf, route, type Route } from '@intikhab/kernel/http'
import type { Language, Text } from '@intikhab/kernel/language'
import { accept } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import type { DoorConsequence } from '../../core/claims/door.ts'
import { blockField, returnsSchema } from './claim-schemas.ts'
import { districtName } from './district-name.ts'
import { showLines, type ShownDoorLine } from './door-lines.ts'
import { doorSheet } from './door-paper.ts'
import type { DoorList } from './door-store.ts'
import { areasWaiting, type WaitingAreas } from './door-waiting.ts'
import type { Doors } from './door.ts'
import { districtField, inDistrict, languageField, pdf, type ClaimRouteParts } from './routes-desk.ts'

/** A list for the door as it is shown, with names and what came of each visit. */
export interface DoorListView extends Omit<DoorList, 'people' | 'madeAt' | 'returns'> {
  readonly madeAt: string
  readonly area: Text
  readonly people: readonly ShownDoorLine[]
  readonly returns: readonly Omit<DoorList['returns'][number], 'enteredAt'>[]
  /** What an officer would make of each finding that waits for that. */
  readonly due: readonly { readonly line: number; readonly will: DoorConsequence }[]
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
  readonly waiting: WaitingAreas
}

/** Door-to-door verification over HTTP. */
export function doorRoutes(parts: ClaimRouteParts & { readonly doors: Doors }): Route[] {
  const { doors, rolls, now, database } = parts
  const base = { act: 'rolls.verify', tag: 'rolls', scope: inDistrict } as const
  const listParams = z.object({ district: districtField, list: z.coerce.number().int().min(1).max(2_000_000_000) })

  async function areaName(block: string): Promise<Text> {
    const area = await rolls.store.findArea(block)
    return { en: area?.nameEn ?? '', ur: area?.nameUr ?? '' }
  }

  async function sheetOf(list: DoorList, language: Language) {
    const { id, block } = list
    const [area, district] = [await areaName(block), await districtName(rolls, list.district)]
    const about = { id, block, area: area[language], district: district[language], language }
    return doorSheet(await showLines(parts, list), about)
  }

  return [
    route({
      ...base,
      method: 'GET',
      path: '/api/rolls/districts/:district/door-lists',
      params: z.object({ district: districtField }),
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
      params: z.object({ district: districtField }),
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
        const view: DoorListView = {
          ...list,
          madeAt: madeAt.toISOString(),
          area: await areaName(list.block),
          people: await showLines(parts, found.value),
          returns: returns.map(({ enteredAt: _at, ...each }) => each),
          due: await doors.due(found.value),
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
        return pdf(await sheetOf(found.value, query.language), `door-list-${params.list}`, now())
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
      summary:
        'Draw the consequence of a visit: enrol, correct or move as the card says, lift a note, delete the dead, or open an objection',
      async handler({ params, caller }) {
        const done = await doors.carryOut(params.district, params.list, params.line, actorOf(caller))
        return done.ok ? accept({ effect: done.value }) : done
      },
    }),
  ]
}
