import { streamRows, type Database } from '@intikhab/kernel/database'
import type { AuditedRecords } from '@intikhab/kernel/ledger'
import { centresNow } from './display-centres.ts'
import {
  copyRecord,
  markedCopyRecord,
  marksDigest,
  stageRecord,
  type CopyRecord,
  type MarkedCopyRecord,
  type StageRecord,
} from './records.ts'

/** Stages, display centres, marked copies and copies given, as the register holds them now. */
export function auditedEditionRecords(database: Database): AuditedRecords[] {
  return [
    {
      kind: 'rolls.stage',
      async *read() {
        for await (const { ordered_at: at, ...row } of streamRows<StageRecord & { ordered_at: Date }>(
          database,
          `select roll_id, number, kind, from_day, until_day, order_reference, reason, reason_salt, account_id,
             approval_id, ordered_at from rolls.stage`,
        ))
          yield stageRecord({ ...row, ordered_at: at.toISOString() })
      },
    },
    { kind: 'rolls.display-centre', read: () => centresNow(database.tables()) },
    {
      kind: 'rolls.marked-copy',
      async *read() {
        for await (const { made_at: at, ...row } of streamRows<MarkedCopyRecord & { made_at: Date }>(
          database,
          `select election_id, number, roll_id, list_number, list_sha256, scheme_version,
             coalesce(marks.postal, 0)::int as postal, coalesce(marks.overseas, 0)::int as overseas,
             coalesce(marks.digest, encode(sha256(''), 'hex')) as digest, reason, reason_salt, account_id, made_at
           from rolls.marked_copy left join (select election_id, number, ${marksDigest} as digest,
               count(*) filter (where mark = 'p') as postal, count(*) filter (where mark = 'o') as overseas
             from rolls.mark group by election_id, number) marks using (election_id, number)`,
        ))
          yield markedCopyRecord({ ...row, made_at: at.toISOString() })
      },
    },
    {
      kind: 'rolls.copy',
      async *read() {
        for await (const { given_at: at, ...row } of streamRows<CopyRecord & { given_at: Date }>(
          database,
          `select copy_id, kind, roll_id, list_number, list_sha256, delimitation_id, seat, blocks, recipient, salt,
             sha256, bytes, account_id, given_at from rolls.copy`,
        ))
          yield copyRecord({ ...row, given_at: at.toISOString() })
      },
    },
  ]
}
