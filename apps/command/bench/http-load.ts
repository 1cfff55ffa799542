import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/** Who asks: both ask again as soon as they are answered, over connections that stay open. */
export type LoadTool = 'wrk' | 'autocannon'

/** What is asked, for how long, by how many at once. */
export interface LoadJob {
  readonly url: string
  readonly seconds: number
  readonly connections: number
  readonly headers: Readonly<Record<string, string>>
  /** File with a body on each line, posted one after the other; without it the address is got. */
  readonly bodies?: string
}

/** What came of it; times in milliseconds, from the last byte of the question to the last byte of the answer. */
export interface Load {
  readonly requests: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Answers that were no success, and questions without an answer. */
  readonly failed: number
}

/** Puts the load on the server from a process of its own; undefined where the tool is not installed. */
export function putLoad(tool: LoadTool, job: LoadJob): Promise<Load | undefined> {
  return tool === 'wrk' ? loadByWrk(job) : loadByAutocannon(job)
}

async function loadByWrk({ url, seconds, connections, headers, bodies }: LoadJob): Promise<Load | undefined> {
  const script = join(import.meta.dirname, 'load.lua')
  const heads = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const words = ['-t', '1', '-c', `${connections}`, '-d', `${seconds}s`, ...heads, '-s', script, url]
  const said = await run('wrk', bodies === undefined ? words : [...words, '--', bodies])
  return said === undefined ? undefined : readWrk(said)
}

/** Reads the closing line of `load.lua`. @throws Error where there is none. */
export function readWrk(said: string): Load {
  const last = said.trim().split('\n').at(-1) ?? ''
  if (!last.startsWith('{')) throw new Error(`wrk did not measure:\n${said}`)
  const read = JSON.parse(last) as Record<'requests' | 'microseconds' | 'p50' | 'p99' | 'failed', number>
  const { requests, microseconds, p50, p99, failed } = read
  return { requests, perSecond: requests / (microseconds / 1e6), p50: p50 / 1000, p99: p99 / 1000, failed }
}

async function loadByAutocannon(job: LoadJob): Promise<Load> {
  const said = await run(process.execPath, [join(import.meta.dirname, 'autocannon.ts'), JSON.stringify(job)])
  return JSON.parse(said ?? '') as Load
}

/** What a command wrote; undefined where there is no such command. @throws Error where it fails. */
async function run(command: string, words: readonly string[]): Promise<string | undefined> {
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'close').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  const [written, complaints, end] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  if (end === undefined) return undefined
  if (end[0] !== 0) throw new Error(`${command} ended with ${String(end[0])}:\n${complaints}${written}`)
  return written
}
