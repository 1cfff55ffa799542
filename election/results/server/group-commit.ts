/** Takes single items and carries them out in groups, one group at a time. */
export interface GroupCommit<T, R> {
  /** Resolves once the item's group is durable; undefined where the queue is full. */
  take(item: T): Promise<R> | undefined
  readonly waiting: number
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>
}

interface Waiting<T, R> {
  readonly item: T
  resolve(result: R): void
  reject(error: unknown): void
}

export interface GroupCommitOptions<T, R> {
  /** Carries out a group, all or nothing; results in the order of the items. */
  flush(items: readonly T[]): Promise<readonly R[]>
  /** Items in one group at most. */
  readonly most: number
  /** Items that may wait; above it nothing more is taken. */
  readonly queue: number
}

/**
 * What arrives while a group is being written makes the next group, so a group is one item on a quiet line and hundreds
 * on a busy one, without a timer. If a group fails, each of its items is tried by itself: one that cannot be stored
 * must not take others with it.
 */
export function createGroupCommit<T, R>({ flush, most, queue }: GroupCommitOptions<T, R>): GroupCommit<T, R> {
  const waiting: Waiting<T, R>[] = []
  let running: Promise<void> | undefined

  async function carryOut(group: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const results = await flush(group.map(({ item }) => item))
      for (const [index, one] of group.entries()) one.resolve(results[index] as R)
    } catch (error) {
      const [only] = group
      if (group.length > 1) for (const one of group) await carryOut([one])
      else only?.reject(error)
    }
  }

  async function run(): Promise<void> {
    // A turn of the event loop lets every request that has already been read join the first group.
    await new Promise((resolve) => setImmediate(resolve))
    while (waiting.length > 0) await carryOut(waiting.splice(0, most))
    running = undefined
  }

  return {
    take(item) {
      if (waiting.length >= queue) return undefined
      return new Promise<R>((resolve, reject) => {
        waiting.push({ item, resolve, reject })
        running ??= run()
      })
    },
    get waiting() {
      return waiting.length
    },
    async idle() {
      // What is taken while this waits is waited for, too.
      for (let last = running; last !== undefined; last = running) await last
    },
  }
}
