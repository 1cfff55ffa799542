import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { CannotStart } from './configuration.ts'
import { besides, holdsDatabase, initialise, nativeFolder, type Runner } from './initialise.ts'
import { endPostgres, findRunningOn, isAlive } from './processes.ts'
import { reachableFolder, reachablePrograms } from './reachable.ts'
import { reasonOfConnection, reasonOfFile } from './reasons.ts'
import { watchOver } from './watch-over.ts'

/** A PostgreSQL server of our own, and how to stop it. */
export interface EmbeddedServer {
  /** As the owner of everything in it. */
  readonly url: string
  /** Its process at this moment; another one after it was started again. */
  readonly pid: number
  readonly folder: string
  /** It already ran when we came: left behind by a killed process, or in use by another one. */
  readonly takenOver: boolean
  /** Fast shutdown: open transactions are rolled back, committed ones are kept. Resolves when the process is gone. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Trade durability for speed; only for throw-away databases of tests. */
  readonly disposable?: boolean
  /**
   * The server is to take in a whole register and is stopped afterwards: what is loaded into a table that the same
   * transaction emptied goes to the disk once and not to the log besides. As durable as otherwise at the commit, but no
   * server can follow this one meanwhile. Of no effect on a server that runs already.
   */
  readonly forBulkLoad?: boolean
  /** When aborted, whatever was started is stopped again, during the start and after it. */
  readonly signal?: AbortSignal
  /**
   * With it, a server that ends by itself is started again on its port, with growing pauses; it is told so, one plain
   * sentence each time.
   */
  readonly onNotice?: (sentence: string) => void
}

/**
 * Without `wal_compression`: the program that comes with the house has pglz alone, which halves the log at 0.1 ms of
 * processor a page and made large batches four times as dear.
 */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '80',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  jit: 'off',
  timezone: 'UTC',
}

const disposableSettings: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
}

const bulkLoadSettings: Readonly<Record<string, string>> = {
  wal_level: 'minimal',
  max_wal_senders: '0',
}

/** The user `nobody` on Debian and most others; PostgreSQL refuses to run as root. */
const nobody = 65534

/** A running server: its process and the port it answers on. */
interface Postmaster {
  readonly pid: number
  readonly port: number
}

/** Everything needed to start the server of one folder, once or again. */
interface Place {
  readonly folder: string
  readonly programs: string
  readonly runner: Runner
  readonly settings: Readonly<Record<string, string>>
  urlAt(port: number): string
}

/** A free port below those that outgoing connections use, so that nothing takes it while the server is being restarted. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 17_000)
    const probe = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false))
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
    })
    if (isFree) return port
  }
}

async function answers(url: string): Promise<'yes' | 'not-yet' | Error> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return 'yes'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    // 57P03: the database system is starting up; it still replays its log after a crash.
    return code === 'ECONNREFUSED' || code === '57P03' || code === 'ECONNRESET' ? 'not-yet' : (error as Error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Waits until the server of `pid` answers; 'ended' if it ends before. Throws `CannotStart` if it turns its owner away. */
async function untilAnswering(place: Place, { pid, port }: Postmaster, signal?: AbortSignal): Promise<'yes' | 'ended'> {
  for (;;) {
    const answer = await answers(place.urlAt(port))
    if (answer === 'yes') return 'yes'
    if (!isAlive(pid)) return 'ended'
    if (answer instanceof Error)
      throw new CannotStart(
        `The database in ${place.folder} runs, but does not let its owner in: ${reasonOfConnection(answer)}.`,
      )
    signal?.throwIfAborted()
    await wait(30)
  }
}

/** What the log says that passes by itself: the children of a killed server still end, or a port was taken meanwhile. */
const passing = /still in use|Address already in use|lock file "postmaster.pid" already exists/

/** Starts the server once. Throws `CannotStart` with the reason that its log gives; `isPassing` when another try may do. */
async function launch(place: Place, port: number, signal?: AbortSignal): Promise<Postmaster | { isPassing: true }> {
  const file = besides(place.folder).log
  const log = openSync(file, 'a')
  const begin = statSync(file).size
  const chosen = { ...place.settings, port: String(port) }
  const child = spawn(
    join(place.programs, 'bin', 'postgres'),
    ['-D', place.folder, ...Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Detached: Ctrl-C in the terminal must reach the server after us, not together with us.
    { ...place.runner, cwd: '/', stdio: ['ignore', log, log], detached: true },
  )
  closeSync(log)
  child.once('error', () => undefined)
  const { pid } = child
  if (pid === undefined) throw new CannotStart(`PostgreSQL could not be started from ${place.programs}.`)
  child.unref()
  try {
    if ((await untilAnswering(place, { pid, port }, signal)) === 'yes') return { pid, port }
  } catch (error) {
    await endPostgres(pid)
    throw error
  }
  const said = readFileSync(file).subarray(begin).toString()
  if (passing.test(said)) return { isPassing: true }
  const reason = /(?<=(?:FATAL|PANIC): +|^postgres: ).*/m.exec(said)?.[0] ?? 'it ended without a reason'
  throw new CannotStart(`The database in ${place.folder} does not start: ${reason} (its log is ${file}).`)
}

/** Finds the server that already runs on the folder, or starts one; `port` is kept where one is given. */
async function bringUp(
  place: Place,
  port: number | undefined,
  signal?: AbortSignal,
): Promise<Postmaster & { takenOver: boolean }> {
  for (let tries = 0; ; tries++) {
    signal?.throwIfAborted()
    const running = findRunningOn(place.folder)
    if (running !== undefined && 'isStale' in running) rmSync(join(place.folder, 'postmaster.pid'), { force: true })
    else if (running !== undefined && (await untilAnswering(place, running, signal)) === 'yes')
      return { ...running, takenOver: true }
    const started = await launch(place, port ?? (await freePort()), signal)
    if (!('isPassing' in started)) return { ...started, takenOver: false }
    if (tries === 100) throw new CannotStart(`The database in ${place.folder} is still in use by another process.`)
    await wait(100)
  }
}

function readPassword(folder: string): string {
  const { password } = besides(folder)
  try {
    return readFileSync(password, 'utf8').trim()
  } catch (error) {
    throw new CannotStart(`The password of the database, ${password}, cannot be read: ${(error as Error).message}.`)
  }
}

/**
 * Starts PostgreSQL on `folder`, making its data first where there is none, on a free loopback port behind a password.
 * A server left running by a killed process is taken over. Throws `CannotStart` with one plain sentence.
 */
export async function startEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const { signal, onNotice } = options
  const asNobody = process.getuid?.() === 0
  const runner = asNobody ? { uid: nobody, gid: nobody } : {}
  const reached = reachableFolder(folder, asNobody)
  const programs = reachablePrograms(nativeFolder(), asNobody)
  try {
    mkdirSync(dirname(reached), { recursive: true, mode: 0o755 })
  } catch (error) {
    throw new CannotStart(`The data folder ${dirname(reached)} cannot be written: ${reasonOfFile(error)}.`)
  }
  signal?.throwIfAborted()
  if (!holdsDatabase(reached)) await initialise(programs, reached, runner, signal)
  const password = readPassword(reached)
  const place: Place = {
    folder: reached,
    programs,
    runner,
    settings: {
      ...settings,
      ...(options.disposable === true ? disposableSettings : {}),
      ...(options.forBulkLoad === true ? bulkLoadSettings : {}),
    },
    urlAt: (port) => `postgres://intikhab:${password}@127.0.0.1:${port}/postgres`,
  }
  const first = await bringUp(place, undefined, signal).catch(async (error: unknown) => {
    // Cut off while waiting for a server that an earlier process left: nobody else will end it.
    const left = signal?.aborted === true ? findRunningOn(reached) : undefined
    if (left !== undefined && 'pid' in left) await endPostgres(left.pid)
    throw error
  })
  const watched = onNotice === undefined ? undefined : watchOver(first.pid, () => bringUp(place, first.port), onNotice)
  let stopping: Promise<void> | undefined
  const stop = () => (stopping ??= watched?.stop() ?? endPostgres(first.pid))
  signal?.addEventListener('abort', () => void stop(), { once: true })
  return {
    url: place.urlAt(first.port),
    get pid() {
      return watched?.pid ?? first.pid
    },
    folder: reached,
    takenOver: first.takenOver,
    stop,
  }
}

/** Deletes the embedded database of `folder` for good; a server still running on it is stopped first. */
export async function removeEmbedded(folder: string): Promise<void> {
  const place = reachableFolder(folder, process.getuid?.() === 0)
  const running = findRunningOn(place)
  if (running !== undefined && 'pid' in running) await endPostgres(running.pid)
  const { password, log, aside, load } = besides(place)
  for (const path of [place, password, log, aside, load]) rmSync(path, { recursive: true, force: true })
}

/** Whether `folder` holds an embedded database, whole or begun. */
export function hasEmbedded(folder: string): boolean {
  const { password } = besides(reachableFolder(folder, process.getuid?.() === 0))
  return statSync(password, { throwIfNoEntry: false }) !== undefined
}
