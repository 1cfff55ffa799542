import { sql, type Kysely } from 'kysely'
import type { Grant, Role, Scope } from '../rights/person.ts'
import type { AccountRecord, GrantRecord } from './records.ts'
import type { Reach } from './place-tree.ts'

export interface AccountRow {
  id: string
  sign_in_name: string
  name: string
  made_at: Date
  disabled_at: Date | null
  salt: Buffer | null
}

export interface GrantRow {
  id: string
  account_id: string
  role: Role
  scope_kind: Scope['kind']
  scope_code: string
  election_id: string
  valid_from: Date | null
  valid_until: Date | null
  made_at: Date
  ended_at: Date | null
  salt: Buffer | null
}

/** An account as a list shows it. */
export interface ListedAccount extends AccountRecord {
  readonly erasedAt: Date | null
  /** When a session of theirs was last used; null where none is left. */
  readonly seenAt: Date | null
}

const accountColumns = sql`id, sign_in_name, name, made_at, disabled_at, salt`
export const grantColumns = sql`id, account_id, role, scope_kind, scope_code, election_id, valid_from, valid_until,
  made_at, ended_at, salt`

export function accountOf(row: AccountRow): AccountRecord {
  return {
    id: row.id,
    signInName: row.sign_in_name,
    name: row.name,
    madeAt: row.made_at,
    closedAt: row.disabled_at,
    salt: row.salt,
  }
}

interface ListedRow extends AccountRow {
  erased_at: Date | null
  seen_at: Date | null
}

function listedOf(row: ListedRow): ListedAccount {
  return { ...accountOf(row), erasedAt: row.erased_at, seenAt: row.seen_at }
}

/** A scope out of its columns; no election is the empty text. */
export function scopeOf(kind: Scope['kind'], code: string, electionId: string): Scope {
  const inElection = electionId === '' ? {} : { electionId }
  return kind === 'national' ? { kind, ...inElection } : { kind, code, ...inElection }
}

/** The columns of a scope. */
export function columnsOf(scope: Scope): { kind: Scope['kind']; code: string; electionId: string } {
  const { kind, electionId = '' } = scope
  return { kind, code: scope.kind === 'national' ? '' : scope.code, electionId }
}

export function grantOf(row: GrantRow): GrantRecord {
  const grant: Grant = {
    role: row.role,
    scope: scopeOf(row.scope_kind, row.scope_code, row.election_id),
    ...(row.valid_from === null ? {} : { from: row.valid_from.toISOString() }),
    ...(row.valid_until === null ? {} : { until: row.valid_until.toISOString() }),
  }
  const { id, account_id: accountId, made_at: madeAt, ended_at: endedAt, salt } = row
  return { id, accountId, grant, madeAt, endedAt, salt }
}

/** What is kept of an account so that it can be signed in to. */
const waysIn = [
  'session',
  'challenge',
  'password',
  'authenticator',
  'passkey',
  'recovery_code',
  'directory_link',
  'known_browser',
] as const

/** Stands in for a sign-in name; nobody can choose it, because of the space. */
const erasedName = (id: string) => `erased ${id}`

/** Accounts and the offices they hold, as stored. Made on a transaction, it takes part in it. */
export function createPeopleStore(db: Kysely<unknown>) {
  async function grants(where: ReturnType<typeof sql>): Promise<GrantRecord[]> {
    const { rows } = await sql<GrantRow>`select ${grantColumns} from identity.account_grant ${where}`.execute(db)
    return rows.map(grantOf)
  }

  return {
    /** Adds an account without any way of signing in; false where the sign-in name is taken. */
    async addAccount({ id, signInName, name, madeAt, salt }: AccountRecord): Promise<boolean> {
      const { rows } = await sql`insert into identity.account (id, sign_in_name, name, made_at, salt)
        values (${id}, ${signInName}, ${name}, ${madeAt}, ${salt})
        on conflict (sign_in_name) do nothing returning id`.execute(db)
      return rows.length === 1
    },

    /** False where the account holds this very office for this very term already. */
    async addGrant({ id, accountId, grant, madeAt, salt }: GrantRecord): Promise<boolean> {
      const { kind, code, electionId } = columnsOf(grant.scope)
      const { rows } = await sql`insert into identity.account_grant
          (id, account_id, role, scope_kind, scope_code, election_id, valid_from, valid_until, made_at, salt)
        values (${id}, ${accountId}, ${grant.role}, ${kind}, ${code}, ${electionId}, ${grant.from ?? null}::timestamptz,
          ${grant.until ?? null}::timestamptz, ${madeAt}, ${salt})
        on conflict (account_id, role, scope_kind, scope_code, election_id, valid_from, valid_until)
          where ended_at is null do nothing
        returning id`.execute(db)
      return rows.length === 1
    },

    /** Locks the account for the rest of the transaction. */
    async lockAccount(id: string): Promise<(AccountRecord & { erasedAt: Date | null }) | undefined> {
      const { rows } = await sql<AccountRow & { erased_at: Date | null }>`
        select ${accountColumns}, erased_at from identity.account where id = ${id} for update`.execute(db)
      return rows[0] && { ...accountOf(rows[0]), erasedAt: rows[0].erased_at }
    },

    /** Every office an account ever held, the newest first. */
    listGrants: (accountId: string) => grants(sql`where account_id = ${accountId} order by made_at desc, id`),

    /** The offices that an account was given and that nobody took back. */
    listOpenGrants: (accountId: string) => grants(sql`where account_id = ${accountId} and ended_at is null`),

    /** The offices of many accounts. */
    listGrantsOf: (accountIds: readonly string[]) =>
      grants(sql`where account_id = any(${accountIds}) order by made_at desc, id`),

    async endGrant(id: string, at: Date, reason: string): Promise<void> {
      await sql`update identity.account_grant set ended_at = ${at}, end_reason = ${reason} where id = ${id}`.execute(db)
    },

    async closeAccount(id: string, at: Date, reason: string): Promise<void> {
      await sql`update identity.account set disabled_at = ${at}, close_reason = ${reason} where id = ${id}`.execute(db)
    },

    /**
     * Takes away who it was: names, every reason and salt, every way of signing in. The account's id, its offices and
     * their dates stay, for the acts that were done in them.
     */
    async erase(id: string, at: Date): Promise<void> {
      for (const table of waysIn) await sql`delete from identity.${sql.raw(table)} where account_id = ${id}`.execute(db)
      await sql`update identity.account set name = '', sign_in_name = ${erasedName(id)}, close_reason = null,
        salt = null, erased_at = ${at} where id = ${id}`.execute(db)
      await sql`update identity.account_grant set end_reason = null, salt = null where account_id = ${id}`.execute(db)
      await sql`update identity.invitation set name = '', salt = null where account_id = ${id}`.execute(db)
    },

    /** Accounts with an office within the reach, also a former one; by name, `most` of them. `typed` is a part of a name. */
    async list(reach: Reach, typed: string, most: number): Promise<ListedAccount[]> {
      const like = `%${typed.replace(/[\\%_]/g, String.raw`\$&`)}%`
      const within = reach.everything
        ? sql`true`
        : sql`exists (select from identity.account_grant g,
            lateral (select case g.scope_kind when 'station' then 'constituency/' || split_part(g.scope_code, '/', 1)
              when 'national' then 'national' else g.scope_kind || '/' || g.scope_code end as place) p
            where g.account_id = a.id
              and (p.place = any(${reach.keys}) or p.place || '@' || g.election_id = any(${reach.keys})
                or g.election_id = any(${reach.elections})))`
      const { rows } = await sql<ListedRow>`
        select a.id, a.sign_in_name, a.name, a.made_at, a.disabled_at, a.salt, a.erased_at,
          (select max(s.seen_at) from identity.session s where s.account_id = a.id) as seen_at
        from identity.account a
        where ${within} and (a.name ilike ${like} or a.sign_in_name ilike ${like})
        order by a.disabled_at is not null, a.name, a.id limit ${most}`.execute(db)
      return rows.map(listedOf)
    },

    /** How many open accounts hold a role over the whole country. */
    async countHolders(role: Role): Promise<number> {
      const { rows } = await sql<{ count: number }>`select count(distinct a.id) as count from identity.account a
        join identity.account_grant g on g.account_id = a.id
        where g.role = ${role} and g.scope_kind = 'national' and g.ended_at is null and a.disabled_at is null`.execute(
        db,
      )
      return rows[0]?.count ?? 0
    },

    async find(id: string): Promise<ListedAccount | undefined> {
      const { rows } = await sql<ListedRow>`
        select ${accountColumns}, erased_at,
          (select max(s.seen_at) from identity.session s where s.account_id = a.id) as seen_at
        from identity.account a where id = ${id}`.execute(db)
      return rows[0] && listedOf(rows[0])
    },
  }
}
