import { randomBytes } from 'node:crypto'
import type { Database } from '@intikhab/kernel/database'
import { hashReason, type Ledger, type LedgerActor } from '@intikhab/kernel/ledger'
import { accept, type Outcome } from '@intikhab/kernel/refusal'
import { sql, type Kysely } from 'kysely'
import { rangeFaults, refuseFaults, type DividedSeat } from '../../core/editions/bifurcation.ts'
import type { Cnic, RollId } from '../../core/identifiers.ts'
import type { VoterMark } from '../../core/print/printed-list.ts'
import { rollsAct } from '../register/ledger-act.ts'
import type { ListEdition } from './read-lists.ts'
import { markedCopyRecord, marksDigest } from './records.ts'

/** A marked copy of the roll for an election. A correction is the next number; none is ever changed. */
export interface MarkedCopy {
  readonly electionId: string
  readonly number: number
  readonly rollId: string
  /** The edition whose lists it marks. */
  readonly list: { readonly number: number; readonly sha256: string }
  readonly schemeVersion: number
  readonly postal: number
  readonly overseas: number
  readonly reason: string
  readonly madeAt: Date
}

/** What a marked copy is made of. */
export interface ToMark {
  readonly electionId: string
  readonly rollId: RollId
  readonly list: ListEdition
  /** The version of the scheme by whose ranges stations get their lists, and its seats. */
  readonly schemeVersion: number
  readonly seats: Iterable<DividedSeat>
  /** Postal ballots issued since then are those of this election. */
  readonly since: Date
  readonly reason: string
}

/** Last serials of the lists of an area; zeros where nobody is enrolled. */
export const lastSerialsIn = (list: ListEdition) => (block: string) =>
  list.area(block)?.last ?? { male: 0, female: 0, other: 0 }

/**
 * Marks who votes by post or from abroad, as the register has it now. Refuses ranges that do not cover the lists of the
 * edition exactly: `serials-overlap`, `serials-uncovered`, `serials-beyond-list`.
 */
export async function makeMarkedCopy(
  parts: { readonly database: Database; readonly ledger: Pick<Ledger, 'append'>; readonly now: () => Date },
  { electionId, rollId, list, schemeVersion, seats, since, reason }: ToMark,
  actor: LedgerActor,
): Promise<Outcome<MarkedCopy>> {
  const { database, ledger, now } = parts
  const checked = refuseFaults(rangeFaults(seats, lastSerialsIn(list)))
  if (!checked.ok) return checked
  return database.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`rolls marks ${electionId}`}, 0))`.execute(tx)
    const last = await sql<{ number: number }>`
      select coalesce(max(number), 0)::int as number from rolls.marked_copy where election_id = ${electionId}`.execute(
      tx,
    )
    const number = (last.rows[0]?.number ?? 0) + 1
    const marks = sql`select cnic, block, gender, serial, case status when 'o' then 'o' else 'p' end::"char" as mark
      from rolls.voter where block is not null and (status = 'o' or cnic in
        (select cnic from rolls.action where kind = 'postal-ballot-issued' and acted_at >= ${since}))`
    const counted = await sql<{ postal: number; overseas: number; digest: string }>`
      select count(*) filter (where mark = 'p') as postal, count(*) filter (where mark = 'o') as overseas,
        ${sql.raw(marksDigest)} as digest from (${marks}) marks`.execute(tx)
    const [{ postal, overseas, digest } = { postal: 0, overseas: 0, digest: '' }] = counted.rows
    const madeAt = now()
    const row = {
      election_id: electionId,
      number,
      roll_id: rollId,
      list_number: list.number,
      list_sha256: list.sha256,
      scheme_version: schemeVersion,
      postal,
      overseas,
      digest,
      reason,
      reason_salt: randomBytes(16),
      account_id: actor.id,
      made_at: madeAt.toISOString(),
    }
    await sql`insert into rolls.marked_copy (election_id, number, roll_id, list_number, list_sha256, scheme_version, postal,
        overseas, digest, reason, reason_salt, account_id, made_at)
      values (${electionId}, ${number}, ${rollId}, ${list.number}, ${list.sha256}, ${schemeVersion}, ${postal},
        ${overseas}, ${digest}, ${reason}, ${row.reason_salt}, ${actor.id}, ${madeAt})`.execute(tx)
    await sql`insert into rolls.mark (election_id, number, cnic, block, gender, serial, mark)
      select ${electionId}, ${number}, marks.* from (${marks}) marks`.execute(tx)
    const { record, hash } = markedCopyRecord(row)
    await ledger.append(tx, [
      rollsAct('marked-copy-made', row.made_at, {
        subject: `election/${electionId}`,
        actor,
        section: 's.93',
        reasonHash: hashReason(reason, row.reason_salt),
        changes: [{ record, before: null, after: hash }],
        detail: { number, postal, overseas, list: list.number, scheme: schemeVersion },
      }),
    ])
    const edition = { number: list.number, sha256: list.sha256 }
    return accept({ electionId, number, rollId, list: edition, schemeVersion, postal, overseas, reason, madeAt })
  })
}

/** The marked copies for an election, the first first. */
export async function listMarkedCopies(db: Kysely<unknown>, electionId: string): Promise<readonly MarkedCopy[]> {
  const { rows } = await sql<{
    number: number
    roll_id: string
    list_number: number
    list_sha256: string
    scheme_version: number
    postal: number
    overseas: number
    reason: string
    made_at: Date
  }>`select number, roll_id, list_number, list_sha256, scheme_version, postal, overseas, reason, made_at
    from rolls.marked_copy where election_id = ${electionId} order by number`.execute(db)
  return rows.map(
    ({ number, roll_id, list_number, list_sha256, scheme_version, postal, overseas, reason, made_at }) => ({
      electionId,
      number,
      rollId: roll_id,
      list: { number: list_number, sha256: list_sha256 },
      schemeVersion: scheme_version,
      postal,
      overseas,
      reason,
      madeAt: made_at,
    }),
  )
}

const marksByLetter: Readonly<Record<string, VoterMark>> = { p: 'postal', o: 'overseas' }

/** Who is marked in an area, by CNIC. */
export async function marksIn(
  db: Kysely<unknown>,
  { electionId, number }: Pick<MarkedCopy, 'electionId' | 'number'>,
  block: string,
): Promise<ReadonlyMap<string, VoterMark>> {
  const { rows } = await sql<{ cnic: number; mark: string }>`select cnic, mark from rolls.mark
    where election_id = ${electionId} and number = ${number} and block = ${Number(block)}`.execute(db)
  return new Map(
    rows.flatMap(({ cnic, mark }) => (marksByLetter[mark] === undefined ? [] : [[String(cnic), marksByLetter[mark]]])),
  )
}

/** How somebody is marked in the newest marked copy for an election; null for nobody who is. */
export async function findMark(db: Kysely<unknown>, electionId: string, cnic: Cnic): Promise<VoterMark | null> {
  const { rows } = await sql<{ mark: string }>`select mark from rolls.mark where election_id = ${electionId}
    and number = (select max(number) from rolls.marked_copy where election_id = ${electionId})
    and cnic = ${Number(cnic)}`.execute(db)
  return marksByLetter[rows[0]?.mark ?? ''] ?? null
}
