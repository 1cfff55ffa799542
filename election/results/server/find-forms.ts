import type { Database } from '@intikhab/kernel/database'
import type { Finding } from '../core/edition.ts'
import type { FindNewestForms, FindSetAside, NewestForm } from './routes-seat.ts'
import { lookAtSeat } from './seat-store.ts'
import { formOf } from './stored-forms.ts'

interface NewestRow {
  readonly form: '45' | '46'
  readonly version: number
  readonly payload: string
  readonly findings: Finding[]
}

/** Finds the newest forms of a station in the database, so that a correction starts from what is stored, not from what is published. */
export function newestFormsFinder(database: Pick<Database, 'pool'>): FindNewestForms {
  return async (electionId, contestId, stationNumber) => {
    const { rows } = await database.pool.query<NewestRow>(
      `select distinct on (form) form, version, payload, findings from results.form
       where election_id = $1 and contest_id = $2 and station_number = $3 order by form, version desc`,
      [electionId, contestId, stationNumber],
    )
    const newest = (kind: '45' | '46'): NewestForm | null => {
      const row = rows.find(({ form }) => form === kind)
      return row === undefined ? null : { version: row.version, form: formOf(row), findings: row.findings }
    }
    return { count: newest('45'), account: newest('46') }
  }
}

/** Finds forms that were set aside, with whether two officers have decided on them. */
export function setAsideFinder(database: Database): FindSetAside {
  return (electionId, contestId, bundleId) =>
    lookAtSeat({ database }, { electionId, contestId }, async (seat) => {
      const row = await seat.findSetAside(bundleId)
      if (row === undefined) return undefined
      const { code, arrived_at: arrivedAt } = row
      return {
        form: formOf(row),
        code,
        arrivedAt: arrivedAt.toISOString(),
        isDecided: await seat.isDecided(bundleId),
      }
    })
}
