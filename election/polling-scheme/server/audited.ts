import { streamRows, type Database } from '@intikhab/kernel/database'
import {
  digestRows,
  digestTables,
  type AuditedRecord,
  type AuditedRecords,
  type DigestRow,
} from '@intikhab/kernel/ledger'
import type { SchemeVersion } from '../core/scheme.ts'
import { schemeRecord, type SchemeRecord } from './records.ts'

/** Columns in the order in which the rows of a digest have them, and by what they are ordered. */
const digests = {
  station: [
    `constituency, number, name_en, name_ur, kind, male_booths, female_booths, male_voters, female_voters, latitude,
      longitude`,
    'constituency collate "C", number',
  ],
  part: [
    'constituency, number, block, gender, from_serial, to_serial',
    'constituency collate "C", number, block collate "C", gender collate "C", from_serial',
  ],
} as const

const noRows = digestRows([])

/** Every version of every polling scheme, with its stations, as the register has it now. */
export function auditedPollingSchemes(database: Pick<Database, 'pool'>): readonly AuditedRecords[] {
  function digestsOf(table: keyof typeof digests): Promise<ReadonlyMap<string, string>> {
    const [columns, order] = digests[table]
    async function* rows() {
      const query = `select election_id || '/' || version as of_version, ${columns} from polling_scheme.${table}
        order by election_id, version, ${order}`
      for await (const { of_version: name, ...row } of streamRows<{ of_version: string }>(database, query))
        yield [name, Object.values(row) as DigestRow] as const
    }
    return digestTables(rows())
  }

  async function* versions(): AsyncGenerator<AuditedRecord> {
    const [stations, parts] = [await digestsOf('station'), await digestsOf('part')]
    type Row = SchemeVersion & Pick<SchemeRecord, 'reasonSalt' | 'report'>
    const query = `select election_id as "electionId", version, status, reason, made_at as "madeAt", stations, voters,
      reason_salt as "reasonSalt", report from polling_scheme.version order by election_id, version`
    for await (const { reasonSalt, report, ...version } of streamRows<Row>(database, query)) {
      const name = `${version.electionId}/${version.version}`
      const digest = { stations: stations.get(name) ?? noRows, parts: parts.get(name) ?? noRows }
      yield schemeRecord({ version, reasonSalt, report, ...digest })
    }
  }

  return [{ kind: 'polling-scheme.version', read: versions }]
}
