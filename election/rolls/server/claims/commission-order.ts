import { randomBytes } from 'node:crypto'
import type { WeightyAct } from '@intikhab/kernel/approvals'
import type { Database } from '@intikhab/kernel/database'
import { say } from '@intikhab/kernel/language'
import type { JsonValue, Ledger } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { sql, type Kysely } from 'kysely'
import { z } from 'zod'
import { commissionOrderWords as words } from '../../core/claims/commission-order-words.ts'
import { parseDocket } from '../../core/claims/docket.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { rollsAct } from '../register/ledger-act.ts'
import { findClaim } from './claim-store.ts'
import { cnicField, reasonField } from './claim-schemas.ts'
import { findOrder, hashCnic, orderRecord, type OrderRow } from './commission-order-store.ts'

/** An order as the interface takes it: for one claim, or for one person. */
export const orderSchema = z.strictObject({
  number: z.string().trim().min(3).max(60),
  scope: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('claim'), docket: z.string().max(20) }),
    z.strictObject({ kind: z.literal('person'), cnic: cnicField }),
  ]),
  reason: reasonField,
})

const payload = z.strictObject({
  number: z.string().max(60),
  docket: z.string().nullable(),
  cnicHash: z.string().nullable(),
  cnicSalt: z.string().nullable(),
  reason: z.string(),
})
type Payload = z.infer<typeof payload>

/** Kind under which orders of the Commission are proposed. */
export const commissionOrderKind = 'rolls.commission-order'

/** What is proposed: of a person only a salted fingerprint goes any further. */
export function orderProposal({ number, scope, reason }: z.infer<typeof orderSchema>): Payload {
  if (scope.kind === 'claim')
    return { number, docket: parseDocket(scope.docket) ?? scope.docket, cnicHash: null, cnicSalt: null, reason }
  const cnicSalt = randomBytes(16).toString('hex')
  return { number, docket: null, cnicHash: hashCnic(scope.cnic, cnicSalt), cnicSalt, reason }
}

export interface CommissionOrderParts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append'>
  readonly now: () => Date
}

const section = 's.39'

/** The Commission orders that one claim is decided, or one person's entry changed, although the roll is frozen. */
export function commissionOrderAct({ database, ledger, now }: CommissionOrderParts): WeightyAct<Payload> {
  async function check(db: Kysely<unknown>, { number, docket }: Payload): Promise<Outcome<void>> {
    if ((await findOrder(db, number)) !== undefined) return refuse(rollsRefusals['order-taken'], { field: '/number' })
    if (docket === null) return accept(undefined)
    const parsed = parseDocket(docket)
    const known = parsed === undefined ? undefined : await findClaim(db, parsed)
    return known === undefined ? refuse(rollsRefusals['unknown-claim'], { field: '/scope/docket' }) : accept(undefined)
  }

  return {
    kind: commissionOrderKind,
    act: 'rolls.order',
    title: words.title,
    lapsesAfterHours: 72,
    payload,
    place: () => ({ kind: 'national' }),

    async preview(given) {
      const checked = await check(database.tables(), given)
      if (!checked.ok) return checked
      const { number, docket } = given
      const sentence = (language: 'en' | 'ur') =>
        docket === null ? say(language, words.person, { number }) : say(language, words.claim, { number, docket })
      return accept({
        subject: `order/${number}`,
        sentence: { en: sentence('en'), ur: sentence('ur') },
        counts: [],
        differences: [{ field: words.number, before: null, after: number }],
        section,
      })
    },

    async carryOut(given, approval): Promise<Outcome<JsonValue>> {
      return database.transaction(async (tx): Promise<Outcome<JsonValue>> => {
        await sql`select pg_advisory_xact_lock(hashtextextended('rolls commission order', 0))`.execute(tx)
        const { rows } = await sql<{ entry_id: number }>`
          select entry_id from rolls.order where approval_id = ${approval.id}`.execute(tx)
        if (rows[0] !== undefined) return accept({ entryId: rows[0].entry_id })
        const checked = await check(tx, given)
        if (!checked.ok) return checked
        const at = now().toISOString()
        const row: OrderRow = {
          number: given.number,
          docket: given.docket,
          cnic_hash: given.cnicHash,
          cnic_salt: given.cnicSalt,
          reason: given.reason,
          reason_salt: randomBytes(16),
          section,
          account_id: approval.proposedBy.id,
          approval_id: approval.id,
          ordered_at: at,
        }
        const { record, hash } = orderRecord(row)
        const [entryId = 0] = await ledger.append(tx, [
          rollsAct('commission-ordered', at, {
            subject: `order/${row.number}`,
            actor: approval.proposedBy,
            section,
            approval,
            changes: [{ record, before: null, after: hash }],
            detail: {},
          }),
        ])
        await sql`insert into rolls.order (number, docket, cnic_hash, cnic_salt, reason, reason_salt, section, account_id,
            approval_id, entry_id, ordered_at)
          values (${row.number}, ${row.docket}, ${row.cnic_hash}, ${row.cnic_salt}, ${row.reason}, ${row.reason_salt},
            ${section}, ${row.account_id}, ${row.approval_id}, ${entryId}, ${at})`.execute(tx)
        return accept({ entryId, number: row.number })
      })
    },
  }
}
