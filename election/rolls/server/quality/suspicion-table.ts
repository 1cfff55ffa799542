import { writeTable } from '@intikhab/kernel/tables'
import { sql, type Kysely } from 'kysely'
import { maskCnic, type Cnic } from '../../core/identifiers.ts'
import { tellReason } from '../../core/quality/suspicion.ts'
import { chosenSuspicions, suspicionColumns, type KeptSuspicion, type SuspicionFilter } from './suspicion-store.ts'

const columns = [
  'id',
  'kind',
  'score',
  'state',
  'reasons',
  'reasons_ur',
  'blocks',
  'cnics',
  'found_at',
  'decided_at',
  'reason_of_decision',
  'objections',
]

/** Rows of the table in one piece. */
const atOnce = 1000

/**
 * Every suspicion of a district as CSV, piece by piece, the most probable first: `state` is `open` or the decision,
 * `blocks` those of the entries concerned, CNICs are masked. It names nobody but in the words of an officer's reason.
 */
export async function* suspicionTable(
  db: Kysely<unknown>,
  district: string,
  filter: SuspicionFilter,
): AsyncGenerator<string> {
  yield writeTable([columns])
  for (let last: KeptSuspicion | undefined, isMore = true; isMore;) {
    const after: ReturnType<typeof afterRow> = afterRow(last)
    const { rows } = await sql<KeptSuspicion & { blocks: readonly number[] | null }>`
      select ${suspicionColumns}, (select jsonb_agg(distinct block) from rolls.voter
        where cnic = any(suspicion.cnics) and block is not null) as blocks
      from rolls.suspicion where ${chosenSuspicions(district, filter)} and ${after}
      order by score desc, suspicion_id limit ${atOnce}`.execute(db)
    if (rows.length > 0) yield writeTable(rows.map(lineOf))
    last = rows.at(-1)
    isMore = rows.length === atOnce
  }
}

/** What stands behind a row in the order of the table. */
function afterRow(last: KeptSuspicion | undefined) {
  if (last === undefined) return sql`true`
  const { score, suspicion_id: id } = last
  return sql`(score < ${score}::real or (score = ${score}::real and suspicion_id > ${id}))`
}

function lineOf({ blocks, ...kept }: KeptSuspicion & { blocks: readonly number[] | null }): (string | number)[] {
  const { suspicion_id, kind, score, decision, reasons, cnics, found_at, decided_at, reason, dockets } = kept
  return [
    suspicion_id,
    kind,
    score,
    decision ?? 'open',
    reasons.map((one) => tellReason(one, 'en')).join(' '),
    reasons.map((one) => tellReason(one, 'ur')).join(' '),
    (blocks ?? []).join(' '),
    cnics.map((cnic) => maskCnic(String(cnic) as Cnic)).join(' '),
    found_at.toISOString(),
    decided_at?.toISOString() ?? '',
    reason ?? '',
    (dockets ?? []).join(' '),
  ]
}
