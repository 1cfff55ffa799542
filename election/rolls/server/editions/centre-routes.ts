import { actorOf, csvFile, refusedImport, route, type Caller, type Route } from '@intikhab/kernel/http'
import { accept, type Outcome } from '@intikhab/kernel/refusal'
import { streamSource } from '@intikhab/kernel/tables'
import { z } from 'zod'
import type { Roll } from '../../core/register/roll.ts'
import { centreColumns, centreCsv } from './centre-table.ts'
import { listCentres } from './display-centres.ts'
import { importCentres } from './import-centres.ts'
import type { CentreParts } from './write-centres.ts'

export interface CentreRouteParts extends CentreParts {
  getRoll(text: string): Promise<Outcome<Roll>>
}

const tag = 'rolls'
const code = z.string().min(1).max(60)
const ofDistrict = z.object({ roll: code, district: code })

/** Those of the country are some 14,500 lines, 10 MB. */
const table = {
  accepts: ['text/csv', 'application/gzip', 'application/octet-stream'],
  query: z.object({
    file: z
      .string()
      .regex(/^[\w. -]{1,80}$/)
      .default('display-centres.csv'),
  }),
  body: z.instanceof(Buffer),
  bodyLimit: 32 * 1024 * 1024,
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/** Display centres as a table: how 14,500 of them are entered, and changed. */
export function centreRoutes(parts: CentreRouteParts): Route[] {
  const { database, getRoll } = parts

  async function takeIn(rollText: string, district: string | null, file: string, body: Buffer, caller: Caller) {
    const roll = await getRoll(rollText)
    if (!roll.ok) return roll
    const { id: rollId } = roll.value
    const done = await importCentres(parts, streamSource(file, oneChunk(body)), { rollId, district }, actorOf(caller))
    return done.ok ? accept({ report: done.report }) : refusedImport(done.refusal, done.problems)
  }

  return [
    route({
      ...table,
      method: 'POST',
      path: '/api/rolls/:roll/display-centres/table',
      act: 'rolls.centres',
      tag,
      summary: `Take in display centres of any district, all of them or none. CSV, plain or gzip: ${centreColumns.join(', ')}`,
      params: z.object({ roll: code }),
      handler: ({ params, query, body, caller }) => takeIn(params.roll, null, query.file, body, caller),
    }),
    route({
      ...table,
      method: 'POST',
      path: '/api/rolls/:roll/districts/:district/display-centres/table',
      act: 'rolls.centres',
      tag,
      summary: 'Take in the display centres of a district, all of them or none, as the table of the country',
      params: ofDistrict,
      scope: ({ params }) => ({ kind: 'district', code: params.district }),
      handler: ({ params, query, body, caller }) => takeIn(params.roll, params.district, query.file, body, caller),
    }),
    route({
      method: 'GET',
      path: '/api/rolls/:roll/districts/:district/display-centres/table',
      act: 'rolls.read',
      tag,
      summary: 'The display centres of a district as the table that is taken in',
      params: ofDistrict,
      scope: ({ params }) => ({ kind: 'district', code: params.district }),
      produces: 'text/csv',
      async handler({ params }) {
        const roll = await getRoll(params.roll)
        if (!roll.ok) return roll
        const centres = await listCentres(database.tables(), roll.value.id, params.district)
        return csvFile(`display-centres-${params.district}`, `\uFEFF${centreCsv(centres)}`)
      },
    }),
  ]
}
