import { csvFile, route, type Route } from '@intikhab/kernel/http'
import type { Person } from '@intikhab/kernel/identity'
import { writeTable } from '@intikhab/kernel/tables'
import { z } from 'zod'
import { maskCnic } from '../../core/identifiers.ts'
import { daysField, periodOf } from '../register/days.ts'
import type { VoterHandles } from '../register/voter-handle.ts'
import type { KeptReading, SearchLog } from './search-log.ts'

export interface SearchLogRouteParts {
  readonly searches: SearchLog
  readonly handles: VoterHandles
  readonly now: () => Date
  /** Name of an account as `reader` may see it; undefined where there is none. */
  findName(reader: Person, accountId: string): Promise<string | undefined>
}

const columns = ['at', 'account', 'name', 'kind', 'asked', 'cnic', 'voter', 'found']

/** The log of searches for whoever examines how the register was used. */
export function searchLogRoutes({ searches, handles, now, findName }: SearchLogRouteParts): Route[] {
  function lineOf({ at, accountId, kind, asked, shown }: KeptReading, name: string) {
    const { by: _by, voter, ...rest } = asked
    const question = Object.entries(rest).map(([key, value]) => `${key}: ${String(value)}`)
    const handle = typeof voter === 'string' ? voter : ''
    const cnic = handles.cnicOf(handle)
    const whom = [cnic === undefined ? '' : maskCnic(cnic), handle]
    return [at.toISOString(), accountId, name, kind, question.join('; '), ...whom, shown]
  }

  async function* table(reader: Person | null, district: string, from: Date, until: Date): AsyncGenerator<string> {
    const names = new Map<string, string>()
    yield `\uFEFF${writeTable([columns])}`
    for await (const readings of searches.read(district, from, until)) {
      for (const { accountId } of readings)
        if (reader !== null && !names.has(accountId)) names.set(accountId, (await findName(reader, accountId)) ?? '')
      yield writeTable(readings.map((reading) => lineOf(reading, names.get(reading.accountId) ?? '')))
    }
  }

  return [
    route({
      method: 'GET',
      path: '/api/rolls/districts/:district/searches.csv',
      act: 'audit.read',
      tag: 'rolls',
      summary:
        'Who was shown which voters of a district on these days: searches, voters’ pages, lists; CNICs are masked',
      params: z.object({ district: z.string().max(60) }),
      query: daysField,
      scope: ({ params }) => ({ kind: 'district', code: params.district }),
      produces: 'text/csv',
      // oxlint-disable-next-line require-await -- a stream is answered at once
      async handler({ params, query, caller }) {
        const period = periodOf(query, now())
        if (!period.ok) return period
        const { from, until } = period.value
        const name = `searches-${params.district}-${query.from}-${query.until}`
        return csvFile(name, table(caller.person, params.district, from, until))
      },
    }),
  ]
}
