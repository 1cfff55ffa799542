import { sql, type Kysely } from 'kysely'
import type { SuspicionDecision } from '../../core/quality/decision.ts'
import type { Suspicion, SuspicionKind, SuspicionReason } from '../../core/quality/suspicion.ts'

/** A suspicion as the register keeps it. */
export interface KeptSuspicion {
  readonly suspicion_id: number
  readonly kind: SuspicionKind
  readonly subject: string
  readonly score: number
  readonly reasons: readonly SuspicionReason[]
  readonly cnics: readonly number[]
  readonly districts: readonly string[]
  readonly found_at: Date
  readonly decision: SuspicionDecision | null
  readonly decided_at: Date | null
  readonly account_id: string | null
  readonly reason: string | null
  readonly dockets: readonly string[] | null
  readonly salt: Buffer | null
}

/** One on which an officer has decided. */
export type DecidedRow = KeptSuspicion & {
  readonly [K in 'decision' | 'decided_at' | 'account_id' | 'reason' | 'salt']: NonNullable<KeptSuspicion[K]>
}

/** The table holds all of a decision or nothing of it. */
export function isDecided(kept: KeptSuspicion): kept is DecidedRow {
  return kept.decision !== null
}

export const suspicionColumns =
  sql.raw(`suspicion_id, kind, subject, score, reasons, to_jsonb(cnics) as cnics, districts, found_at, decision,
  decided_at, account_id, reason, dockets, salt`)

/** Rows in one statement. */
const atOnce = 2000

/**
 * Keeps what a run found. What is known already is brought up to date while it is open, and left alone once it is
 * decided: a later run does not ask again.
 */
export async function keepSuspicions(
  db: Kysely<unknown>,
  runId: number,
  foundAt: Date,
  found: readonly Suspicion[],
  districtOf: (block: number) => string | undefined,
): Promise<void> {
  for (let from = 0; from < found.length; from += atOnce) {
    const rows = found.slice(from, from + atOnce).map(({ kind, subject, score, reasons, cnics, blocks }) => ({
      kind,
      subject,
      score,
      reasons,
      cnics,
      districts: [...new Set(blocks.map(districtOf).filter((code) => code !== undefined))].sort(),
    }))
    await sql`insert into rolls.suspicion (kind, subject, score, reasons, cnics, districts, found_at, last_run)
      select kind, subject, score, reasons, cnics, districts, ${foundAt}, ${runId}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as found (kind text, subject text, score real, reasons jsonb, cnics bigint[], districts text[])
      on conflict (kind, subject) do update set score = excluded.score, reasons = excluded.reasons,
        cnics = excluded.cnics, districts = excluded.districts, last_run = excluded.last_run
      where suspicion.decision is null`.execute(db)
  }
}

/** Which suspicions of a district are asked for. */
export interface SuspicionFilter {
  readonly kind?: SuspicionKind | undefined
  readonly isDecided: boolean
}

const suspicionsShown = 100

const isOpen = sql`decision is null
  and last_run = (select max(run_id) from rolls.quality_run where state = 'done')`

/** The condition under which a row is one of those asked for. Open ones that the last run did not find again are past. */
export function chosenSuspicions(district: string, { kind, isDecided: decided }: SuspicionFilter) {
  return sql`districts @> array[${district}]::text[] and (${kind ?? null}::text is null or kind = ${kind ?? null})
    and ${decided ? sql`decision is not null` : isOpen}`
}

/** The first hundred: the most probable first; of decided ones the latest. */
export async function listSuspicions(
  db: Kysely<unknown>,
  district: string,
  filter: SuspicionFilter,
): Promise<readonly KeptSuspicion[]> {
  const { rows } = await sql<KeptSuspicion>`select ${suspicionColumns} from rolls.suspicion
    where ${chosenSuspicions(district, filter)}
    order by ${filter.isDecided ? sql`decided_at desc` : sql`score desc`}, suspicion_id
    limit ${suspicionsShown}`.execute(db)
  return rows
}

/** How many there are of those asked for, shown or not. */
export async function countSuspicions(db: Kysely<unknown>, district: string, filter: SuspicionFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from rolls.suspicion
    where ${chosenSuspicions(district, filter)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** How many of each kind are open in a district. */
export async function countOpen(db: Kysely<unknown>, district: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ kind: string; n: number }>`select kind, count(*) as n from rolls.suspicion
    where districts @> array[${district}]::text[] and ${isOpen} group by kind`.execute(db)
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]))
}

/** `forDecision` locks it until the end of the transaction. */
export async function findSuspicion(
  db: Kysely<unknown>,
  district: string,
  id: number,
  forDecision = false,
): Promise<KeptSuspicion | undefined> {
  const { rows } = await sql<KeptSuspicion>`select ${suspicionColumns} from rolls.suspicion
    where suspicion_id = ${id} and districts @> array[${district}]::text[]
    ${forDecision ? sql`for update` : sql``}`.execute(db)
  return rows[0]
}

/** Keeps what an officer made of a suspicion. */
export async function keepDecision(
  tx: Kysely<unknown>,
  id: number,
  made: Pick<DecidedRow, 'decision' | 'decided_at' | 'account_id' | 'reason' | 'dockets' | 'salt'>,
): Promise<void> {
  const { decision, decided_at, account_id, reason, dockets, salt } = made
  await sql`update rolls.suspicion set decision = ${decision}, decided_at = ${decided_at}, account_id = ${account_id},
    reason = ${reason}, dockets = ${dockets}::text[], salt = ${salt} where suspicion_id = ${id}`.execute(tx)
}
