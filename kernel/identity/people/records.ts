import { hashRecord, type RecordChange } from '@intikhab/kernel/ledger'
import type { Grant } from '../rights/person.ts'
import type { Office } from './office.ts'

/** An account as the register of people keeps it: who it is, not how they sign in. */
export interface AccountRecord {
  readonly id: string
  readonly signInName: string
  readonly name: string
  readonly madeAt: Date
  readonly closedAt: Date | null
  /** Null once the account was erased. */
  readonly salt: Buffer | null
}

/** An office held by an account, also one that is over. */
export interface GrantRecord {
  readonly id: string
  readonly accountId: string
  /** As it was given; the programme narrows the term of an office of an election. */
  readonly grant: Grant
  readonly madeAt: Date
  readonly endedAt: Date | null
  readonly salt: Buffer | null
}

/** An invitation to one or more offices. */
export interface InvitationRecord {
  readonly id: string
  /** SHA-256 of the token; null where no link has been drawn yet. */
  readonly tokenHash: Buffer | null
  readonly name: string
  readonly grants: readonly Grant[]
  readonly madeAt: Date
  /** The account that invited. */
  readonly madeBy: string
  readonly lapsesAt: Date
  readonly acceptedAt: Date | null
  /** The account that was made when it was accepted. */
  readonly accountId: string | null
  readonly withdrawnAt: Date | null
  readonly salt: Buffer | null
}

const instant = (at: Date | null) => at?.toISOString() ?? null

export function accountChange(before: AccountRecord | null, after: AccountRecord | null): RecordChange {
  const hash = (row: AccountRecord) =>
    hashRecord(
      {
        id: row.id,
        signInName: row.signInName,
        name: row.name,
        madeAt: instant(row.madeAt),
        closedAt: instant(row.closedAt),
      },
      row.salt ?? undefined,
    )
  return changeOf('identity.account', before, after, hash)
}

export function grantChange(before: GrantRecord | null, after: GrantRecord | null): RecordChange {
  const hash = ({ id, accountId, grant, madeAt, endedAt, salt }: GrantRecord) =>
    hashRecord(
      { id, accountId, grant: plain(grant), madeAt: instant(madeAt), endedAt: instant(endedAt) },
      salt ?? undefined,
    )
  return changeOf('identity.grant', before, after, hash)
}

export function invitationChange(before: InvitationRecord | null, after: InvitationRecord | null): RecordChange {
  const hash = (row: InvitationRecord) =>
    hashRecord(
      {
        id: row.id,
        tokenHash: row.tokenHash?.toString('hex') ?? null,
        name: row.name,
        grants: row.grants.map(plain),
        madeAt: instant(row.madeAt),
        madeBy: row.madeBy,
        lapsesAt: instant(row.lapsesAt),
        acceptedAt: instant(row.acceptedAt),
        accountId: row.accountId,
        withdrawnAt: instant(row.withdrawnAt),
      },
      row.salt ?? undefined,
    )
  return changeOf('identity.invitation', before, after, hash)
}

/** Offices are public: their fingerprints need no salt. */
export function officeChange(before: Office | null, after: Office | null): RecordChange {
  const hash = ({ id, kind, name, parent, scope, openedAt, closedAt }: Office) =>
    hashRecord({
      id,
      kind,
      name: { en: name.en, ur: name.ur },
      parent,
      scope: { ...scope },
      openedAt: instant(openedAt),
      closedAt: instant(closedAt),
    })
  return changeOf('identity.office', before, after, hash)
}

function plain({ role, scope, from, until }: Grant) {
  return { role, scope: { ...scope }, from: from ?? null, until: until ?? null }
}

function changeOf<R extends { readonly id: string }>(
  kind: string,
  before: R | null,
  after: R | null,
  hash: (row: R) => string,
): RecordChange {
  const { id } = (after ?? before) as R
  return {
    record: `${kind}:${id}`,
    before: before === null ? null : hash(before),
    after: after === null ? null : hash(after),
  }
}
