import { sql, type Kysely } from 'kysely'
import { eventJson, type ClaimEvent, type PastEvent } from '../../core/claims/claim.ts'
import type { Docket } from '../../core/claims/docket.ts'
import type { Cnic } from '../../core/identifiers.ts'
import type { Gender } from '../../core/register/voter.ts'
import { genderLetter } from '../register/voter-row.ts'
import { knownClaim, pastOf, type ClaimEventRow, type ClaimRow, type KnownClaim } from './claim-row.ts'

/** Gives out the next number of a year's dockets or orders; it stays locked until the transaction ends. */
export async function nextNumber(
  tx: Kysely<unknown>,
  prefix: string,
  year: number,
  kind: 'claim' | 'order',
): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into rolls.claim_number as n (prefix, year, kind, last) values (${prefix}, ${year}, ${kind}, 1)
    on conflict (prefix, year, kind) do update set last = n.last + 1 returning last`.execute(tx)
  return rows[0]?.last ?? 0
}

/** Adds a claim; false where the same CNIC has one of this kind open. */
export async function addClaim(tx: Kysely<unknown>, row: ClaimRow): Promise<boolean> {
  const { rows } = await sql`
    insert into rolls.claim (docket, district, period, form, purpose, source, lodged_at, due_on, claimant_cnic,
      concerned_cnic, claimant, content, pin_hash, salt, state, hearing_at)
    values (${row.docket}, ${row.district}, ${row.period}, ${row.form}, ${row.purpose}, ${row.source}, ${row.lodged_at},
      ${row.due_on}, ${row.claimant_cnic}, ${row.concerned_cnic},
      ${row.claimant === null ? null : JSON.stringify(row.claimant)}::jsonb, ${JSON.stringify(row.content)}::jsonb,
      ${row.pin_hash}, ${row.salt}, ${row.state}, ${row.hearing_at})
    on conflict (claimant_cnic, purpose) where claimant_cnic is not null and state in ('lodged', 'hearing-set', 'heard')
      do nothing
    returning docket`.execute(tx)
  return rows.length === 1
}

export async function addEvent(
  tx: Kysely<unknown>,
  docket: string,
  number: number,
  { event, at, by }: PastEvent,
  entryId: number | null,
): Promise<void> {
  await sql`insert into rolls.claim_event (docket, number, kind, at, account_id, detail, entry_id)
    values (${docket}, ${number}, ${event.kind}, ${at}, ${by}, ${JSON.stringify(eventJson(event))}::jsonb, ${entryId})`.execute(
    tx,
  )
}

export async function setStanding(
  tx: Kysely<unknown>,
  row: Pick<ClaimRow, 'docket' | 'state' | 'hearing_at' | 'closed_at'>,
) {
  await sql`update rolls.claim set state = ${row.state}, hearing_at = ${row.hearing_at}, closed_at = ${row.closed_at}
    where docket = ${row.docket}`.execute(tx)
}

/** A claim with its events; `lock`: nobody else changes it until the transaction ends. */
export async function findClaim(
  db: Kysely<unknown>,
  docket: Docket,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<KnownClaim | undefined> {
  const found = await sql<ClaimRow>`
    select * from rolls.claim where docket = ${docket} ${lock ? sql`for update` : sql``}`.execute(db)
  const [row] = found.rows
  if (row === undefined) return undefined
  return knownClaim(row, (await eventsOf(db, [docket])).map(pastOf))
}

async function eventsOf(db: Kysely<unknown>, dockets: readonly string[]): Promise<readonly ClaimEventRow[]> {
  const { rows } = await sql<ClaimEventRow>`
    select docket, number, kind, at, account_id, detail from rolls.claim_event
    where docket = any(${dockets}) order by docket, number`.execute(db)
  return rows
}

/** Claims that a condition chooses, by their hearings or the oldest first. */
export async function listClaims(
  db: Kysely<unknown>,
  where: ReturnType<typeof sql<boolean>>,
): Promise<readonly KnownClaim[]> {
  const { rows } = await sql<ClaimRow>`
    select * from rolls.claim where ${where} order by coalesce(hearing_at, lodged_at), docket`.execute(db)
  const events = Map.groupBy(
    await eventsOf(
      db,
      rows.map(({ docket }) => docket),
    ),
    ({ docket }) => docket,
  )
  return rows.map((row) => knownClaim(row, (events.get(row.docket) ?? []).map(pastOf)))
}

/** Who stands at a line of a roll; undefined where nobody does. */
export async function findAtLine(
  db: Kysely<unknown>,
  line: { readonly block: string; readonly gender: Gender; readonly serial: number },
): Promise<Cnic | undefined> {
  const { rows } = await sql<{ cnic: number }>`
    select cnic from rolls.voter where block = ${Number(line.block)} and gender = ${genderLetter[line.gender]}
      and serial = ${line.serial}`.execute(db)
  return rows[0] === undefined ? undefined : (String(rows[0].cnic) as Cnic)
}

/** Of a claim `c`: an objection that is not decided yet. */
export const isOpenObjection = sql.raw("c.purpose = 'objection' and c.state in ('lodged', 'hearing-set', 'heard')")

/** The office's own objection to somebody's entry, while it is open; undefined for none. */
export async function findOfficeObjection(db: Kysely<unknown>, cnic: Cnic): Promise<Docket | undefined> {
  const { rows } = await sql<{ docket: Docket }>`select docket from rolls.claim c
    where c.concerned_cnic = ${Number(cnic)} and c.claimant_cnic is null and ${isOpenObjection}
    order by c.lodged_at limit 1`.execute(db)
  return rows[0]?.docket
}

/** The district of an electoral area; undefined where there is no such area. */
export async function findDistrictOf(db: Kysely<unknown>, block: string): Promise<string | undefined> {
  const { rows } = await sql<{ district: string }>`
    select district from rolls.electoral_area where block = ${Number(block)}`.execute(db)
  return rows[0]?.district
}

/** The event in the shape that is kept: JSON has no instants. */
export function pastEvent(event: ClaimEvent, at: Date, by: string): PastEvent {
  return { event: { kind: event.kind, ...eventJson(event) } as unknown as ClaimEvent, at, by }
}
