import { sql, type Kysely } from 'kysely'
import type { Grant, Scope } from '../rights/person.ts'
import type { Office, OfficeKind } from './office.ts'
import { columnsOf, grantColumns, grantOf, scopeOf, type GrantRow } from './people-store.ts'

export interface OfficeRow {
  id: string
  kind: OfficeKind
  name_en: string
  name_ur: string
  parent: string | null
  scope_kind: Scope['kind']
  scope_code: string
  election_id: string
  opened_at: Date
  closed_at: Date | null
}

const officeColumns = sql`id, kind, name_en, name_ur, parent, scope_kind, scope_code, election_id, opened_at, closed_at`

export function officeOf(row: OfficeRow): Office {
  return {
    id: row.id,
    kind: row.kind,
    name: { en: row.name_en, ur: row.name_ur },
    parent: row.parent,
    scope: scopeOf(row.scope_kind, row.scope_code, row.election_id),
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  }
}

/** Offices as stored. Made on a transaction, it takes part in it. */
export function createOfficeStore(db: Kysely<unknown>) {
  return {
    /** Keeps others from opening or closing offices until the transaction ends. */
    async lock(): Promise<void> {
      await sql`lock table identity.office in share row exclusive mode`.execute(db)
    },

    async list(): Promise<Office[]> {
      const { rows } = await sql<OfficeRow>`select ${officeColumns} from identity.office order by id`.execute(db)
      return rows.map(officeOf)
    },

    async listChanged(since: Date): Promise<Office[]> {
      const { rows } = await sql<OfficeRow>`select ${officeColumns} from identity.office
        where changed_at >= ${since}`.execute(db)
      return rows.map(officeOf)
    },

    async add(offices: readonly Office[], at: Date): Promise<void> {
      for (const { id, kind, name, parent, scope, openedAt } of offices) {
        const { kind: scopeKind, code, electionId } = columnsOf(scope)
        await sql`insert into identity.office
            (id, kind, name_en, name_ur, parent, scope_kind, scope_code, election_id, opened_at, changed_at)
          values (${id}, ${kind}, ${name.en}, ${name.ur}, ${parent}, ${scopeKind}, ${code}, ${electionId}, ${openedAt},
            ${at})`.execute(db)
      }
    },

    async close(id: string, at: Date): Promise<void> {
      await sql`update identity.office set closed_at = ${at}, changed_at = ${at} where id = ${id}`.execute(db)
    },

    /** What people hold of an office: the grants of its role over its place that nobody took back. */
    async listHeld({ kind, scope }: Office): Promise<Grant[]> {
      const { kind: scopeKind, code, electionId } = columnsOf(scope)
      const { rows } = await sql<GrantRow>`select ${grantColumns} from identity.account_grant
        where role = ${kind} and scope_kind = ${scopeKind} and scope_code = ${code} and election_id = ${electionId}
          and ended_at is null`.execute(db)
      return rows.map((row) => grantOf(row).grant)
    },
  }
}
