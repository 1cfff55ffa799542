import { setTimeout as wait } from 'node:timers/promises'
import { endPostgres, isAlive } from './processes.ts'

/** A server that is started again whenever it ends by itself. */
export interface Watched {
  /** Its process at this moment. */
  readonly pid: number
  /** Stops watching, then the server. Resolves when its process is gone. */
  stop(): Promise<void>
}

const lookEvery = 100
const longestPause = 10_000
/** A server that ran this long ended by accident; one that ended sooner may be unable to run, and is tried more rarely. */
const ranWell = 1000

/**
 * Looks after the process `first`: when it ends although nobody asked, `again` brings it back, at once the first time
 * and with doubling pauses, ten seconds at most, while that fails. It never gives up: whoever waits can end the program.
 */
export function watchOver(
  first: number,
  again: () => Promise<{ readonly pid: number }>,
  onNotice: (sentence: string) => void,
): Watched {
  let pid = first
  const stopping = new AbortController()
  const { signal } = stopping

  /** Waits; false when it is time to stop. */
  const paused = (milliseconds: number) =>
    wait(milliseconds, undefined, { signal, ref: false }).then(
      () => true,
      () => false,
    )

  async function bringBack(failures: number): Promise<void> {
    for (let failed = failures; !signal.aborted; failed++) {
      if (failed > 0 && !(await paused(Math.min(longestPause, 100 * 2 ** failed)))) return
      try {
        ;({ pid } = await again())
        onNotice('The database runs again.')
        return
      } catch (error) {
        if (failed === failures) onNotice(`${(error as Error).message} It is tried again until it does.`)
      }
    }
  }

  async function watch(): Promise<void> {
    let since = performance.now()
    let shortLives = 0
    while (await paused(lookEvery)) {
      if (isAlive(pid)) continue
      shortLives = performance.now() - since < ranWell ? shortLives + 1 : 0
      onNotice('The database ended by itself; it is started again.')
      await bringBack(shortLives)
      since = performance.now()
    }
  }

  const watching = watch()
  return {
    get pid() {
      return pid
    },
    async stop() {
      stopping.abort()
      await watching
      await endPostgres(pid)
    },
  }
}
