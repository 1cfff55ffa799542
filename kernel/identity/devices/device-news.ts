import type { Database } from '@intikhab/kernel/database'
import pg from 'pg'
import { deviceChannel } from './device-store.ts'

/** After a lost connection the next one is tried this much later. */
const againMilliseconds = 1000

/**
 * Calls `onNews` whenever another process has enrolled or revoked devices, and after every gap in listening. A
 * connection of its own: one of the pool would never come back. Returns how to stop.
 */
export function followDevices(database: Database, self: string, onNews: () => Promise<void>): () => Promise<void> {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let running: Promise<void> = Promise.resolve()
  let isWaiting = false

  /** One reading at a time; news that come meanwhile are one more. */
  function read(): void {
    if (isWaiting) return
    isWaiting = true
    running = running.then(() => {
      isWaiting = false
      return isStopped ? undefined : onNews()
    })
    // A database that is away is found again by the next connection, which reads anew.
    running = running.catch(() => undefined)
  }

  function again(lost: pg.Client): void {
    if (client !== lost || isStopped) return
    client = undefined
    timer = setTimeout(() => void listen(), againMilliseconds)
    timer.unref()
  }

  async function listen(): Promise<void> {
    const opened = new pg.Client({ connectionString: database.url })
    client = opened
    opened.on('error', () => again(opened))
    opened.on('end', () => again(opened))
    opened.on('notification', ({ payload }) => {
      if (payload !== self) read()
    })
    try {
      await opened.connect()
      await opened.query(`listen ${deviceChannel}`)
      read()
    } catch {
      again(opened)
    }
  }

  void listen()
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await client?.end().catch(() => undefined)
    await running
  }
}
