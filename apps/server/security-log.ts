/**
 * What happened at the door, one JSON object a line, one file a day. It names accounts by their number and callers by a
 * keyed hash whose key is drawn anew each day and never stored: one caller's tries can be told from another's, and
 * nobody can be found by them later. Who did what officially stands in the ledger, not here.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { appendFile, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DoorEvent } from '@intikhab/kernel/http'

/** How long a day's file is kept. */
const keptDays = 90
const dayMilliseconds = 86_400_000

const fileOf = (day: string) => `${day}.jsonl`

export interface SecurityLog {
  write(event: DoorEvent): void
  /** Everything written so far is in its file. */
  flushed(): Promise<void>
}

/** Opens the log in `folder`. A full disk loses lines and is told to `onProblem`; it never stops the server. */
export function openSecurityLog(folder: string, now: () => Date, onProblem: (problem: unknown) => void): SecurityLog {
  let today = { day: '', key: Buffer.alloc(0) }
  let waiting: string[] = []
  let begun = ''
  let written: Promise<void> = Promise.resolve()

  async function begin(day: string): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const oldest = fileOf(new Date(Date.parse(day) - keptDays * dayMilliseconds).toISOString().slice(0, 10))
    const old = (await readdir(folder)).filter((name) => /^\d{4}-\d\d-\d\d\.jsonl$/.test(name) && name < oldest)
    await Promise.all(old.map((name) => rm(join(folder, name))))
  }

  async function drain(): Promise<void> {
    const lines = waiting
    if (lines.length === 0) return
    waiting = []
    const { day } = today
    if (begun !== day) await begin(day)
    begun = day
    await appendFile(join(folder, fileOf(day)), lines.join(''), { mode: 0o600 })
  }

  return {
    write({ ip, ...event }) {
      const at = now().toISOString()
      const day = at.slice(0, 10)
      if (today.day !== day) today = { day, key: randomBytes(32) }
      const caller = createHmac('sha256', today.key).update(ip).digest('hex').slice(0, 16)
      waiting.push(`${JSON.stringify({ at, ...event, caller })}\n`)
      written = written.then(drain).catch(onProblem)
    },
    flushed: () => written,
  }
}
