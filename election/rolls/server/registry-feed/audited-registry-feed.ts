import { streamRows, type Database } from '@intikhab/kernel/database'
import { hashRecord, type AuditedRecord, type AuditedRecords } from '@intikhab/kernel/ledger'
import { batchRowRecord, outcomesDigest, type BatchRow } from './batch-row.ts'

/**
 * The batches of the civil registry as the register holds them now: each with how many of its records ended how, counted
 * anew, and the fingerprint of all their outcomes. An outcome without a batch is a record by itself.
 */
export function auditedRegistryFeed(database: Database): AuditedRecords {
  async function* read(): AsyncGenerator<AuditedRecord> {
    const query = `select b.*, coalesce(o.enrolled, 0)::int as enrolled, coalesce(o.changed, 0)::int as changed,
        coalesce(o.deleted, 0)::int as deleted, coalesce(o.to_verify, 0)::int as to_verify,
        coalesce(o.refused, 0)::int as refused, coalesce(o.held, 0)::int as held,
        case when state = 'applied' then o.digest end as outcomes_digest
      from rolls.registry_batch b left join (select registry_batch_id,
          count(*) filter (where outcome = 'enrolled') as enrolled, count(*) filter (where outcome = 'changed') as changed,
          count(*) filter (where outcome = 'deleted') as deleted, count(*) filter (where outcome = 'to-verify') as to_verify,
          count(*) filter (where outcome = 'refused') as refused, count(*) filter (where outcome = 'held') as held,
          ${outcomesDigest} as digest
        from rolls.registry_outcome group by registry_batch_id) o using (registry_batch_id)`
    for await (const row of streamRows<BatchRow>(database, query)) yield batchRowRecord(row)
    for await (const { n } of streamRows<{ n: number }>(
      database,
      `select count(*) as n from rolls.registry_outcome o where not exists
        (select 1 from rolls.registry_batch b where b.registry_batch_id = o.registry_batch_id)`,
    ))
      if (n > 0) yield { record: 'rolls.registry-batch:none', hash: hashRecord({ n }) }
  }
  return { kind: 'rolls.registry-batch', read }
}
