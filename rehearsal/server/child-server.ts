import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

/** A server of its own process, started as an operator starts it. */
export interface ChildServer<Ready> {
  readonly pid: number
  /** What the server said of itself in its line of readiness. */
  readonly ready: Ready
  /** Largest resident memory of the process so far, in bytes. Linux only; 0 elsewhere. */
  peakRssBytes(): number
  /** The last lines that the server wrote. */
  lastWords(): string
  /** Resolves when the process has ended, by whatever cause. */
  readonly ended: Promise<void>
  /** Asks the server to stop, as Ctrl-C does, and waits until it has. */
  stop(): Promise<void>
  /** Ends the process without asking, as a power cut does, and waits until it is gone. */
  kill(): Promise<void>
}

/** The command line of this repository. */
export const command = resolve(import.meta.dirname, '../../apps/command/intikhab.mjs')

/** A server that has not stopped after so many milliseconds is killed: a rehearsal must end. */
const longestStop = 60_000

/** The last lines of what a server said, kept for the error when it does not come up. */
const keptLines = 30

/** Servers that were started here and have not ended. */
const running = new Map<ChildProcess, Promise<void>>()

/** Asks every server that was started here to stop, and waits until all have: for a command that is interrupted. */
export async function stopChildServers(): Promise<void> {
  for (const child of running.keys()) child.kill('SIGINT')
  await Promise.all(running.values())
}

/**
 * Starts `intikhab start --json` with more `options` and waits for its line of readiness, the first JSON object on its
 * standard output.
 *
 * @throws Error with the server's last lines if it ends before it is ready.
 */
export async function startChildServer<Ready>(
  options: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ChildServer<Ready>> {
  const child = spawn(process.execPath, [command, 'start', '--json', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A whole country sends from one address, faults and all.
    env: { ...process.env, INTIKHAB_REFUSALS_PER_MINUTE: '100000000', ...environment },
  })
  const ended = once(child, 'exit').then(() => void running.delete(child))
  running.set(child, ended)
  const said: string[] = []
  const ready = await readiness<Ready>(child, said)
  const { pid } = child
  if (pid === undefined) throw new Error('the server has no process')
  const end = async (signal: 'SIGINT' | 'SIGKILL'): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    const giveUp = setTimeout(() => child.kill('SIGKILL'), longestStop)
    await ended
    clearTimeout(giveUp)
  }
  return {
    pid,
    ready,
    ended,
    peakRssBytes: () => peakRssBytesOf(pid),
    lastWords: () => said.join('\n'),
    stop: () => end('SIGINT'),
    kill: () => end('SIGKILL'),
  }
}

function readiness<Ready>(child: ChildProcess, said: string[]): Promise<Ready> {
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('the server was started with pipes')
  const keep = (line: string): void => {
    said.push(line)
    if (said.length > keptLines) said.shift()
  }
  createInterface({ input: stderr }).on('line', keep)
  return new Promise((resolve, reject) => {
    createInterface({ input: stdout }).on('line', (line) => {
      // The line of readiness holds the accounts' secrets: it is handed over and not kept.
      if (line.startsWith('{')) resolve(JSON.parse(line) as Ready)
      else keep(line)
    })
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      reject(new Error(`the server ended before it was ready (${code ?? signal}):\n${said.join('\n')}`)),
    )
  })
}

/** `VmHWM` of the process: its largest resident memory, in bytes; 0 where the system does not tell. */
function peakRssBytesOf(pid: number): number {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes ?? 0) * 1024
  } catch {
    return 0
  }
}
