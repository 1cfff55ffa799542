import type { Database } from '@intikhab/kernel/database'
import { parseAct, type Ledger } from '@intikhab/kernel/ledger'
import { keysOf } from './keys.ts'
import { addMentions, findLeaves, forgetAll, readFollowed, type Mention } from './store.ts'

/** Finds the entries of the ledger by what they are about. */
export interface IndexOfActs {
  /** Leaves of entries about `key` or anything below it, before `before`, the newest first. Follows the ledger first. */
  find(key: string, before: number, limit: number): Promise<readonly number[]>
  /** Takes in every entry that is signed by now. */
  follow(): Promise<void>
  /** Follows the ledger by itself from now on, soon after each checkpoint. */
  start(): void
  stop(): Promise<void>
}

/** Entries in a full bundle (C2SP tlog-tiles). */
const entriesInBundle = 256
/** Entries taken in by one statement. */
const atOnce = 2000
/** The index may lag while nobody asks: acts have the machine first. */
const rest = 2000

/**
 * An index over the signed entries, read from the ledger's files and not from the acts as they happen: a row more for
 * every act would halve what the ledger can take (docs/decisions).
 */
export function createIndexOfActs(parts: {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'latest' | 'files' | 'onCheckpoint' | 'sequence'>
  readonly onProblem: (problem: unknown) => void
}): IndexOfActs {
  const { database, ledger, onProblem } = parts
  let followed = -1
  let turn: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let unsubscribe: () => void = () => undefined

  async function mentionsOf(from: number, to: number, size: number): Promise<Mention[]> {
    const mentions: Mention[] = []
    for (let leaf = from; leaf < to;) {
      const first = leaf - (leaf % entriesInBundle)
      const entries = await ledger.files.entries(size, first / entriesInBundle)
      if (entries === undefined) throw new Error(`the bundle with entry ${leaf} is missing in ${ledger.files.folder}`)
      for (const entry of entries.slice(leaf - first, to - first)) {
        for (const key of keysOf(parseAct(entry))) mentions.push([key, leaf])
        leaf++
      }
    }
    return mentions
  }

  async function followNow(): Promise<void> {
    while (followed !== ledger.latest().size)
      followed = await database.transaction(async (tx) => {
        const from = await readFollowed(tx)
        // Read only now: whoever followed before this process did has seen no newer checkpoint than this one.
        const { size } = ledger.latest()
        if (from > size) {
          await forgetAll(tx)
          return 0
        }
        const to = Math.min(size, from + atOnce)
        if (to > from) await addMentions(tx, await mentionsOf(from, to, size), to)
        return to
      })
  }

  function follow(): Promise<void> {
    const next = turn.then(followNow)
    turn = next.catch(() => undefined)
    return next
  }

  function soon(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      follow().catch(onProblem)
    }, rest).unref()
  }

  return {
    async find(key, before, limit) {
      // Whoever has just acted looks for that act. Where the key is away, the act is found once it is signed.
      await ledger.sequence().catch(() => undefined)
      await follow()
      return findLeaves(database.tables(), key, before, limit)
    },
    follow,
    start() {
      unsubscribe = ledger.onCheckpoint(soon)
      soon()
    },
    async stop() {
      unsubscribe()
      clearTimeout(timer)
      timer = undefined
      await turn
    },
  }
}
