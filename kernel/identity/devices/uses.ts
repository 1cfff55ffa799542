/** When each device was last used, gathered in memory: a form must not cost a second write. */
export interface Uses {
  note(keyId: string): void
  /** Writes down what was gathered, once a minute and at the end; returns how to stop. */
  start(): () => Promise<void>
}

const everyMilliseconds = 60_000
/** Devices in one statement. */
const atOnce = 5000

export function createUses(write: (uses: ReadonlyMap<string, Date>) => Promise<void>, now: () => Date): Uses {
  const waiting = new Map<string, Date>()

  async function flush(): Promise<void> {
    const all = [...waiting]
    for (let i = 0; i < all.length; i += atOnce) {
      const part = all.slice(i, i + atOnce)
      await write(new Map(part))
      for (const [keyId, at] of part) if (waiting.get(keyId) === at) waiting.delete(keyId)
    }
  }

  return {
    note: (keyId) => void waiting.set(keyId, now()),
    start() {
      // What cannot be written stays for the next time: it is a convenience of the list, not evidence.
      const timer = setInterval(() => void flush().catch(() => undefined), everyMilliseconds)
      timer.unref()
      return async () => {
        clearInterval(timer)
        await flush().catch(() => undefined)
      }
    },
  }
}
