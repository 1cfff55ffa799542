import { readFileSync } from 'node:fs'

/** Ticks of the clock in which the kernel counts, a second: 100 on every Linux that Node runs on. */
const ticks = 100

/**
 * Seconds of processor time that a process has used so far, its threads included; NaN where the system does not tell.
 * Unlike the time on the wall it hardly depends on what else runs.
 */
export function processorSeconds(pid: number): number {
  try {
    return readProcessorSeconds(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return Number.NaN
  }
}

/** `utime` and `stime` of a line of /proc/…/stat (proc_pid_stat(5)). The name before them may hold anything, also brackets. */
export function readProcessorSeconds(line: string): number {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticks
}
