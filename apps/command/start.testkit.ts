import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setImmediate as turn } from 'node:timers/promises'
import { isAlive } from '@intikhab/kernel/database'

/** What `start --json` says of itself when it is ready. */
interface Ready {
  readonly url: string
  readonly pid: number
  readonly databasePid: number
  readonly accounts: readonly { readonly signInName: string; readonly password: string }[]
  /** Links by which the first people of an empty installation come in. */
  readonly invitations: readonly string[]
  readonly publisherKeyPem: string
}

/** `intikhab start --json` as a process of its own. */
export interface Child {
  readonly pid: number
  /** Rejects with what it said if it ends before it is ready. */
  readonly ready: Promise<Ready>
  readonly ended: Promise<{ readonly code: number | null; readonly complaint: string }>
  /** The lines on its standard error so far. */
  readonly complaints: readonly string[]
  signal(name: NodeJS.Signals): void
  /** Closes our ends of its standard output and error, as a program that died does. */
  leave(): void
}

const program = join(import.meta.dirname, 'intikhab.mjs')

/** Starts the program on a free port with a small country; `set` goes on top of an environment without settings of ours. */
export function startChild(options: readonly string[], set: Readonly<Record<string, string>> = {}): Child {
  const child = spawn(process.execPath, [program, 'start', '--json', '--port', '0', '--voters', '3000', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...set },
  })
  if (child.pid === undefined) throw new Error('node cannot be started')
  const complaints: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line))
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    complaint: complaints.filter((line) => line !== '' && line !== 'Stopping …').join('\n'),
  }))
  const ready = new Promise<Ready>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line) as Ready))
    void ended.then(({ complaint }) => reject(new Error(`ended before it was ready: ${complaint}`)))
  })
  const leave = (): void => {
    child.stdout.destroy()
    child.stderr.destroy()
  }
  // A test that expects no readiness does not wait for it.
  ready.catch(() => undefined)
  return { pid: child.pid, ready, ended, complaints, signal: (name) => void child.kill(name), leave }
}

/** Resolves as soon as `is` holds. */
export async function until(is: () => boolean): Promise<void> {
  while (!is()) await turn()
}

/** Processes of PostgreSQL that work on a folder whose path begins with `folder`. Linux only. */
export function databasesIn(folder: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && isAlive(pid))
    .filter((pid) => {
      const file = `/proc/${pid}/cmdline`
      const words = existsSync(file) ? readFileSync(file, 'utf8').split('\0') : []
      return /(?:postgres|initdb)$/.test(words[0] ?? '') && words.some((word) => word.startsWith(folder))
    })
}
