import { route, type Route } from '@intikhab/kernel/http'
import type { History } from './history.ts'
import { historyAnswer, historyQuery } from './wire.ts'

/** Reading the history of a record. */
export function historyRoutes(history: Pick<History, 'read'>): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/history',
      act: 'history.read',
      scope: 'anywhere',
      tag: 'History',
      summary:
        'Official acts about an election, a seat, a station, a form, an account or a device, told in sentences, the newest first',
      query: historyQuery,
      response: historyAnswer,
      async handler({ query: { about, before }, caller: { person } }) {
        if (person === null) throw new Error('a staff route was reached by nobody')
        return history.read(person, about, before)
      },
    }),
  ]
}
