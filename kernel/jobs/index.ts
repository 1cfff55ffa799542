/**
 * Work that may be done a moment later: a job is queued in the transaction of the act that causes it, so that neither
 * exists without the other, and a worker carries it out, again if it fails. Rests on graphile-worker.
 */
import { applicationRole, type Database } from '@intikhab/kernel/database'
import { Logger, run, runMigrations, runOnce, type Runner, type SharedOptions, type TaskList } from 'graphile-worker'
import { sql, type Kysely } from 'kysely'
import pg from 'pg'
import type { z } from 'zod'

/** A kind of job: its stable name, e.g. `results.publish-edition`, and the shape of what it is told. */
export interface Job<T> {
  readonly name: string
  readonly payload: z.ZodType<T>
  /** How often it is tried in all; 25 where nothing is said. Waits grow from seconds to days. */
  readonly attempts: number
  /** Binds the kind to what does it. It must bear being done twice: a process may die between the act and its tick. */
  doneBy(act: (payload: T, attempt: number) => Promise<void>): BoundJob
}

/** A kind of job with what does it. */
export interface BoundJob {
  readonly name: string
  readonly act: (payload: unknown, attempt: number) => Promise<void>
}

/** Declares a kind of job. */
export function defineJob<T>(kind: {
  readonly name: string
  readonly payload: z.ZodType<T>
  readonly attempts?: number
}): Job<T> {
  const { name, payload, attempts = 25 } = kind
  return {
    name,
    payload,
    attempts,
    doneBy: (act) => ({ name, act: async (told, attempt) => act(payload.parse(told), attempt) }),
  }
}

export interface QueueOptions {
  /** Not before this instant. */
  readonly runAt?: Date
  /** Only one waiting job has this key: queueing again replaces what it is told. */
  readonly key?: string
  /** Jobs of one queue are done one after the other. */
  readonly queue?: string
}

/** Queues a job in the transaction of its cause. Throws when `payload` is not of the job's shape: a bug of the caller. */
export async function enqueue<T>(
  tx: Kysely<unknown>,
  job: Job<T>,
  payload: T,
  options: QueueOptions = {},
): Promise<void> {
  const told = JSON.stringify(job.payload.parse(payload))
  await sql`select graphile_worker.add_job(${job.name}::text, payload := ${told}::json, queue_name := ${options.queue ?? null}::text,
    run_at := ${options.runAt ?? null}::timestamptz, max_attempts := ${job.attempts}::int, job_key := ${options.key ?? null}::text)`.execute(
    tx,
  )
}

/** Makes or updates the queue's tables as the owner of the database, and lets the application role work with them. */
export async function installJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: quiet })
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    // The queue guards its tables by row security, which its owner passes; the application role needs a policy to.
    await owner.query(`
      grant usage on schema graphile_worker to ${applicationRole};
      grant select, insert, update, delete on all tables in schema graphile_worker to ${applicationRole};
      grant usage, select on all sequences in schema graphile_worker to ${applicationRole};
      do $$ declare t record; begin
        for t in select relname from pg_class where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity loop
          execute format('drop policy if exists application on graphile_worker.%I', t.relname);
          execute format('create policy application on graphile_worker.%I to ${applicationRole} using (true) with check (true)', t.relname);
        end loop;
      end $$`)
  } finally {
    await owner.end()
  }
}

/** What happened to a job that failed; it is tried again unless it was its last attempt. */
export interface JobFailure {
  readonly message: string
  readonly error: unknown
}

export interface WorkerOptions {
  readonly database: Database
  readonly jobs: readonly BoundJob[]
  readonly log?: (failure: JobFailure) => void
  /** Jobs at the same time; 2 where nothing is said. */
  readonly atOnce?: number
}

const quiet = new Logger(() => () => undefined)

function loggerOf(log: WorkerOptions['log']): Logger {
  return new Logger(() => (level, message, meta) => {
    const named: string = level
    if (named === 'error') log?.({ message, error: meta?.['error'] })
  })
}

function tasksOf(jobs: readonly BoundJob[]): TaskList {
  const tasks: TaskList = {}
  for (const { name, act } of jobs) {
    if (tasks[name] !== undefined) throw new Error(`two things do the job ${name}`)
    tasks[name] = (payload, { job }) => act(payload, job.attempts)
  }
  return tasks
}

/** A pool of the worker's own: it listens on one connection all the time, and must not wait behind requests. */
function poolOf(database: Database, size: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: database.url,
    max: size,
    options: `-c role=${applicationRole} -c timezone=UTC`,
    allowExitOnIdle: true,
  })
  // The worker reports and mends lost connections itself; without listeners one would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

function settings(
  options: WorkerOptions,
  pgPool: pg.Pool,
): SharedOptions & { taskList: TaskList; noHandleSignals: true } {
  return { pgPool, taskList: tasksOf(options.jobs), logger: loggerOf(options.log), noHandleSignals: true }
}

/** Starts doing jobs as they come. `stop` lets running ones finish. */
export async function startWorker(options: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const atOnce = options.atOnce ?? 2
  const pool = poolOf(options.database, atOnce + 2)
  const runner: Runner = await run({ ...settings(options, pool), concurrency: atOnce, pollInterval: 2000 })
  return {
    async stop() {
      await runner.stop()
      await pool.end()
    },
  }
}

/** Does every job that is due, one after the other, and returns: for tests and for the command line. */
export async function doDueJobs(options: WorkerOptions): Promise<void> {
  const pool = poolOf(options.database, 3)
  try {
    await runOnce(settings(options, pool))
  } finally {
    await pool.end()
  }
}
