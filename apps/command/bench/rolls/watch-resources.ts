import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What a stretch of time cost. */
export interface Cost {
  readonly seconds: number
  /** Bytes: the largest sum of this process and the database's processes, shared memory counted once. */
  readonly peakMemory: number
  /** Bytes on the disk at the end, and the most that there were at a look. */
  readonly disk: number
  readonly peakDisk: number
}

/** Looks at the whole cost of what happens, stretch by stretch. */
export interface Watch {
  /** Ends the stretch since the last call, or since the watch began, and begins the next. */
  lap(): Cost
  stop(): void
}

/** Bytes that files below `folder` take on the disk, as `du` counts them; one that goes meanwhile counts nothing. */
function bytesOnDisk(folder: string): number {
  let bytes = 0
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    bytes += (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.blocks ?? 0) * 512
  }
  return bytes
}

/** Bytes of a process's own memory and its share of what it has in common with others (proc_pid_smaps(5)). */
function memoryOf(pid: number | 'self'): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/** The processes whose parent is `pid`. */
function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

const lookEvery = 500
/** The disk is walked more rarely: a register has thousands of files. */
const looksPerDisk = 6

/** `pidOfDatabase` is asked at every look, since a server may be started again. */
export function watchResources(folder: string, pidOfDatabase: () => number | undefined): Watch {
  let since = performance.now()
  let [peakMemory, peakDisk, looks] = [0, 0, 0]
  const look = () => {
    const pid = pidOfDatabase()
    const servers = pid === undefined ? [] : [pid, ...childrenOf(pid)]
    const memory = servers.reduce((sum, each) => sum + memoryOf(each), memoryOf('self'))
    peakMemory = Math.max(peakMemory, memory)
    if (looks++ % looksPerDisk === 0) peakDisk = Math.max(peakDisk, bytesOnDisk(folder))
  }
  const timer = setInterval(look, lookEvery)
  return {
    lap() {
      looks = 0
      look()
      const disk = bytesOnDisk(folder)
      const now = performance.now()
      const cost = { seconds: (now - since) / 1000, peakMemory, disk, peakDisk: Math.max(peakDisk, disk) }
      since = now
      peakMemory = peakDisk = 0
      return cost
    },
    stop: () => clearInterval(timer),
  }
}
