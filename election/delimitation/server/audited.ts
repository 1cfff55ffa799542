import { streamRows, type Database } from '@intikhab/kernel/database'
import { digestTables, type AuditedRecord, type AuditedRecords, type DigestRow } from '@intikhab/kernel/ledger'
import {
  blocksRecord,
  boundariesRecord,
  boundaryRow,
  censusRecord,
  delimitationRecord,
  emptyDigest,
  reportRecord,
  type CensusRecord,
  type DelimitationRecord,
  type ReportRecord,
} from './records.ts'
import { boundaryOf, type BoundaryRow } from './store.ts'

/** Columns in the order in which the rows of a digest have them, and by what they are ordered. */
const digests = {
  place: ['census_id', 'id, parent, level, province, name_en, name_ur, population, households, source_line', 'id'],
  block: ['census_id', 'code, place_id, population, households', 'code collate "C"'],
  constituency: ['delimitation_id', 'code, name_en, name_ur, province, seats', 'code collate "C"'],
  block_assignment: ['delimitation_id', 'assembly, block_code, code', 'assembly collate "C", block_code collate "C"'],
} as const

/** Everything that delimitation keeps, as the register has it now. */
export function auditedDelimitation(database: Pick<Database, 'pool'>): readonly AuditedRecords[] {
  function digestsOf(table: keyof typeof digests): Promise<ReadonlyMap<string, string>> {
    const [of, columns, order] = digests[table]
    async function* rows() {
      const query = `select ${of} as of_table, ${columns} from delimitation.${table} order by ${of}, ${order}`
      for await (const { of_table: name, ...row } of streamRows<{ of_table: string }>(database, query))
        yield [name, Object.values(row) as DigestRow] as const
    }
    return digestTables(rows())
  }

  async function* censuses(): AsyncGenerator<AuditedRecord> {
    const [places, blocks] = [await digestsOf('place'), await digestsOf('block')]
    type Row = Omit<CensusRecord, 'places' | 'blocks'>
    const query = `select id, json_build_object('en', name_en, 'ur', name_ur) as name, population, households,
      imported_at as "importedAt" from delimitation.census order by id`
    for await (const { id, ...row } of streamRows<Row>(database, query))
      yield censusRecord({ ...row, id, places: places.get(id) ?? emptyDigest, blocks: blocks.get(id) ?? emptyDigest })
  }

  async function* delimitations(): AsyncGenerator<AuditedRecord> {
    const constituencies = await digestsOf('constituency')
    type Row = Omit<DelimitationRecord, 'constituencies'>
    const query = `select id, json_build_object('en', name_en, 'ur', name_ur) as name, census_id as "censusId",
      made_at as "madeAt" from delimitation.delimitation order by id`
    for await (const row of streamRows<Row>(database, query))
      yield delimitationRecord({ ...row, constituencies: constituencies.get(row.id) ?? emptyDigest })
  }

  async function* boundaries(): AsyncGenerator<AuditedRecord> {
    async function* rows() {
      const query = 'select * from delimitation.boundary order by delimitation_id, code collate "C"'
      for await (const row of streamRows<BoundaryRow & { delimitation_id: string }>(database, query))
        yield [row.delimitation_id, boundaryRow(boundaryOf(row), row.attribution)] as const
    }
    for (const [id, digest] of await digestTables(rows())) yield boundariesRecord(id, digest)
  }

  async function* blocks(): AsyncGenerator<AuditedRecord> {
    for (const [id, digest] of await digestsOf('block_assignment')) yield blocksRecord(id, digest)
  }

  async function* imports(): AsyncGenerator<AuditedRecord> {
    const query = `select id, kind, subject, imported_at as "importedAt", imported_by as "importedBy", report
      from delimitation.import_report order by id`
    for await (const row of streamRows<ReportRecord>(database, query)) yield reportRecord(row)
  }

  return [
    { kind: 'delimitation.census', read: censuses },
    { kind: 'delimitation.delimitation', read: delimitations },
    { kind: 'delimitation.boundaries', read: boundaries },
    { kind: 'delimitation.blocks', read: blocks },
    { kind: 'delimitation.import', read: imports },
  ]
}
