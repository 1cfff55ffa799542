import type { Database, SystemMigrations } from '@intikhab/kernel/database'
import { sql } from 'kysely'
import { claimMilliseconds, keptMilliseconds, type ClaimResult, type IdempotencyStore } from './idempotency.ts'

export const httpMigrations: SystemMigrations = {
  schema: 'http',
  migrations: {
    '0001-idempotency': {
      async up(db) {
        await sql`create table http.kept_answer (
          caller text not null, key text not null, request_hash text not null, claimed_at timestamptz not null,
          answered_at timestamptz, status int, content_type text, body text, primary key (caller, key))`.execute(db)
        await sql`create index kept_answer_age on http.kept_answer (claimed_at)`.execute(db)
      },
    },
  },
}

interface KeptRow {
  request_hash: string
  status: number | null
  content_type: string | null
  body: string | null
}

/** Answers kept in PostgreSQL, so that a request sent again to another process or after a restart finds its answer. */
export function postgresIdempotency(
  database: Database,
  now: () => Date,
): IdempotencyStore & { sweep(): Promise<number> } {
  const { pool } = database
  return {
    async claim({ caller, key, requestHash }): Promise<ClaimResult> {
      const at = now()
      const taken = await pool.query(
        `insert into http.kept_answer as k (caller, key, request_hash, claimed_at) values ($1, $2, $3, $4)
         on conflict (caller, key) do update
           set request_hash = excluded.request_hash, claimed_at = excluded.claimed_at,
               answered_at = null, status = null, content_type = null, body = null
           where (k.answered_at is null and k.claimed_at < $5) or k.answered_at < $6
         returning 1`,
        [
          caller,
          key,
          requestHash,
          at,
          new Date(at.getTime() - claimMilliseconds),
          new Date(at.getTime() - keptMilliseconds),
        ],
      )
      if (taken.rowCount === 1) return { state: 'new' }
      const found = await pool.query<KeptRow>(
        'select request_hash, status, content_type, body from http.kept_answer where caller = $1 and key = $2',
        [caller, key],
      )
      const row = found.rows[0]
      // Released between the two statements: the other one failed, and this one may be tried again.
      if (row === undefined) return { state: 'running' }
      if (row.request_hash !== requestHash) return { state: 'different' }
      if (row.status === null) return { state: 'running' }
      return {
        state: 'done',
        answer: { status: row.status, contentType: row.content_type ?? '', body: row.body ?? '' },
      }
    },
    async keep({ caller, key }, { status, contentType, body }) {
      await pool.query(
        `update http.kept_answer set answered_at = $3, status = $4, content_type = $5, body = $6 where caller = $1 and key = $2`,
        [caller, key, now(), status, contentType, body],
      )
    },
    async release({ caller, key }) {
      await pool.query('delete from http.kept_answer where caller = $1 and key = $2 and answered_at is null', [
        caller,
        key,
      ])
    },
    /** Forgets answers older than a day; call it now and then. Returns how many. */
    async sweep() {
      const old = new Date(now().getTime() - keptMilliseconds)
      return (await pool.query('delete from http.kept_answer where claimed_at < $1', [old])).rowCount ?? 0
    },
  }
}
