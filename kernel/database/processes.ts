import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Whether a process with this number runs; one that has ended and was not collected yet does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const status = `/proc/${pid}/stat`
  try {
    return !existsSync(status) || !/^\d+ \(.*\) [ZX]/s.test(readFileSync(status, 'utf8'))
  } catch {
    return false
  }
}

/** The words with which a process was started, or undefined where the system does not tell. */
export function findCommandOf(pid: number): readonly string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return undefined
  }
}

/** PostgreSQL's fast shutdown, and the immediate one after half a minute. Resolves when the process is gone. */
export async function endPostgres(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    for (let tries = 0; tries < 1500 && isAlive(pid); tries++) await wait(20)
  }
}

/**
 * The PostgreSQL that runs on a data folder although nobody here started it: left by a killed process, or another
 * program's. `isStale` when its lock file names a process that is gone or is something else by now.
 */
export function findRunningOn(folder: string): { pid: number; port: number } | { isStale: true } | undefined {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return { isStale: true }
  const command = findCommandOf(pid)
  if (command !== undefined && !command.includes(folder)) return { isStale: true }
  return Number.isInteger(port) && port > 0 ? { pid, port } : undefined
}
