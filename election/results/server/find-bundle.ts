import type { Database } from '@intikhab/kernel/database'
import { payloadTypes } from '../core/bundle.ts'
import type { FindBundle } from './routes-public.ts'

/** Reads bundles back as they arrived, byte for byte. */
export function bundleFinder(database: Database): FindBundle {
  return async (electionId, contestId, stationNumber, form) => {
    const { rows } = await database.pool.query<{ payload: string; signature: string; device_key: string }>(
      `select payload, signature, device_key from results.form where election_id = $1 and contest_id = $2
       and station_number = $3 and form = $4 and version = 1`,
      [electionId, contestId, stationNumber, form],
    )
    const [row] = rows
    if (row === undefined) return undefined
    return {
      payloadType: payloadTypes[form],
      payload: Buffer.from(row.payload).toString('base64'),
      signatures: [{ keyid: row.device_key, sig: row.signature }],
    }
  }
}
