import type { Kysely } from 'kysely'
import type { Database } from '@intikhab/kernel/database'
import type { LedgerAct } from './act.ts'
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts'
import { encodeKeys, firstKey, type KeyHistory } from './key-history.ts'
import { openLogFolder, type LogFolder } from './log-folder.ts'
import { verifierKey } from './note.ts'
import { consistencyProof, inclusionProof, rootAt, type ReadHashes } from './proof.ts'
import { openPublished, type PublishedCheckpoints } from './published.ts'
import { LedgerForked } from './recovery.ts'
import { createSequencer } from './sequencer.ts'
import { KeyAway, type Signer } from './signer.ts'
import { alone, appendOn, appendThrough, isBehind, readLeaves, readSequenced, type Connection } from './store.ts'
import { tileWidth } from './tile.ts'

/** What a ledger is made of. */
export interface LedgerOptions {
  readonly database: Database
  /** Where checkpoint, tiles, entries and the public key lie; anybody may copy it whole. */
  readonly folder: string
  readonly signer: Signer
  /** All keys that ever signed for this log, with `signer` as the last; where nothing is said, it is the only one. */
  readonly keys?: KeyHistory
  /** First line of every checkpoint: the log's own name, a URL without scheme. */
  readonly origin: string
  /** Told of what went wrong while running; by default it becomes a warning of the process. */
  readonly onProblem?: (problem: Error) => void
  /** The folder's files, if they are to be something else than `openLogFolder(folder)`. */
  readonly files?: LogFolder
  /** Between one published checkpoint and the next while the ledger grows, milliseconds; a minute where nothing is said. */
  readonly publishEvery?: number
}

/** The append-only log of official acts. */
export interface Ledger {
  readonly files: LogFolder
  /** The checkpoints that are kept for good, with the cosignatures of witnesses. */
  readonly published: PublishedCheckpoints
  readonly origin: string
  /** All keys that ever signed for this log. */
  readonly keys: KeyHistory
  /** Verifier key of the checkpoints (`name+hash+key`), and the same key for openssl. */
  readonly verifierKey: string
  readonly publicKeyPem: string
  /** Adds acts in the caller's transaction, one statement for all; entry ids in the order of the acts. */
  append(db: Kysely<never> | Kysely<unknown>, acts: readonly LedgerAct[]): Promise<number[]>
  /** The same on a client of `pg` that is in a transaction. */
  appendOn(client: Connection, acts: readonly LedgerAct[]): Promise<number[]>
  /** Places whatever waits and signs it. Undefined if nothing waited or another process is at it. Throws `LedgerForked`. */
  sequence(): Promise<Checkpoint | undefined>
  /** Recovers, signs the first checkpoint where there is none, then sequences ten times a second. Throws `LedgerForked`. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Calls `listener` after each checkpoint that this process signs; returns how to stop that. */
  onCheckpoint(listener: (checkpoint: Checkpoint) => void): () => void
  /** The checkpoint on the disk, whoever signed it. Throws if the ledger was never started. */
  latest(): Checkpoint
  /** The same, kept among the published ones for good: for whatever names it in a document. */
  publish(): Checkpoint
  /** Which entry stands at leaves `fromLeaf` … `toLeaf` − 1. */
  sequenced(fromLeaf: number, toLeaf: number): Promise<{ leaf: number; entryId: number }[]>
  /** Places of those entries that have one. */
  leafOf(entryIds: readonly number[]): Promise<Map<number, number>>
  /** Bytes of the entry at `leaf`, from the files; undefined if the signed tree has no such leaf. */
  entry(leaf: number): Promise<Buffer | undefined>
  /** Hex hashes from the leaf upwards, from the files. `size`: any tree size up to the latest, by default that. Throws `RangeError`. */
  inclusionProof(leaf: number, size?: number): Promise<string[]>
  /** Hex hashes, from the files. Throws `RangeError` unless `first` ≤ `second` ≤ latest. */
  consistencyProof(first: number, second?: number): Promise<string[]>
  /** Root (hex) the tree had at `size`. */
  rootAt(size: number): Promise<string>
}

const pollEvery = 100
/** Entries are kept while the key is away; a token that was unplugged is not there again within a moment. */
const askTokenAgainAfter = 1000

/** Makes a ledger on an open database and a folder. Nothing happens until `start` or `sequence`. */
export function createLedger(options: LedgerOptions): Ledger {
  const { database, signer, origin } = options
  const keys = options.keys ?? firstKey(signer)
  const files = options.files ?? openLogFolder(options.folder)
  const published = openPublished(files.folder)
  const publishEvery = options.publishEvery ?? 60_000
  let publishedAt = -Infinity
  const sequencer = createSequencer(files, signer, origin, keys)
  const listeners = new Set<(checkpoint: Checkpoint) => void>()
  const onProblem = options.onProblem ?? ((problem: Error) => process.emitWarning(problem))
  let parsed: Checkpoint | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let loop: { stopped: boolean; wake: () => void; ended: Promise<void> } | undefined

  function findLatest(): Checkpoint | undefined {
    const note = files.checkpoint()
    if (note !== parsed?.note) parsed = note === undefined ? undefined : parseCheckpoint(note, origin, keys)
    return parsed
  }

  function latest(): Checkpoint {
    const found = findLatest()
    if (found === undefined) throw new Error(`There is no checkpoint of ${origin} in ${files.folder} yet.`)
    return found
  }

  function publish(): Checkpoint {
    const checkpoint = latest()
    published.publish(checkpoint)
    publishedAt = performance.now()
    return checkpoint
  }

  /** At most one in so many seconds, so that a copy of the log stays small whatever the traffic. */
  function publishDue(): void {
    const size = findLatest()?.size
    if (size === undefined || performance.now() - publishedAt < publishEvery) return
    if (size > (published.latestSize() ?? -1)) publish()
  }

  async function drain(): Promise<Checkpoint | undefined> {
    return alone(database.pool, async (client) => {
      let last: Checkpoint | undefined
      for (let more = true; more;) {
        const done = await sequencer.step(client)
        more = done.more
        if (done.checkpoint === undefined) continue
        last = done.checkpoint
        for (const listener of listeners) listener(last)
      }
      return last
    })
  }

  function sequence(): Promise<Checkpoint | undefined> {
    const turn = queue.then(drain)
    queue = turn.catch(() => undefined)
    return turn
  }

  async function run(state: { stopped: boolean }, pause: (milliseconds: number) => Promise<void>): Promise<void> {
    let reported: string | undefined
    let wait = pollEvery
    while (!state.stopped) {
      await pause(wait)
      try {
        if (!state.stopped && (await isBehind(database.pool, findLatest()?.size ?? -1))) await sequence()
        publishDue()
        ;[reported, wait] = [undefined, pollEvery]
      } catch (error) {
        const problem = error as Error
        if (problem.message !== reported) onProblem(problem)
        reported = problem.message
        if (problem instanceof LedgerForked) return
        if (problem instanceof KeyAway) wait = askTokenAgainAfter
      }
    }
  }

  /** Hashes as of the latest tree, of which every smaller one is a part. */
  function reader(upTo: number): ReadHashes {
    const { size } = latest()
    if (upTo > size) throw new RangeError(`the tree has ${size} entries, not ${upTo}`)
    return async (level, index) => {
      const hashes = await files.hashes(size, level, index)
      if (hashes === undefined) throw new Error(`tile ${index} of level ${level} is missing in ${files.folder}`)
      return hashes
    }
  }

  return {
    files,
    published,
    origin,
    keys,
    verifierKey: verifierKey(signer),
    publicKeyPem: signer.publicKeyPem,
    append: (db, acts) => appendThrough(db as Kysely<unknown>, acts),
    appendOn,
    sequence,
    async start() {
      if (loop !== undefined) return
      files.keep('key', `${verifierKey(signer)}\n`)
      files.keep('keys', encodeKeys(keys))
      files.keep('key.pem', signer.publicKeyPem)
      await sequence()
      if (findLatest() !== undefined) publish()
      const state = { stopped: false, wake: () => undefined as void }
      const pause = (milliseconds: number) =>
        new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds)
          state.wake = () => (clearTimeout(timer), resolve())
        })
      loop = Object.assign(state, { ended: run(state, pause) })
    },
    async stop() {
      if (loop === undefined) return
      loop.stopped = true
      loop.wake()
      await loop.ended
      loop = undefined
      if (findLatest() !== undefined) publish()
    },
    onCheckpoint(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    latest,
    publish,
    sequenced: (fromLeaf, toLeaf) => readSequenced(database.pool, fromLeaf, toLeaf),
    leafOf: (entryIds) => readLeaves(database.pool, entryIds),
    async entry(leaf) {
      const { size } = latest()
      if (!Number.isSafeInteger(leaf) || leaf < 0 || leaf >= size) return undefined
      return (await files.entries(size, Math.floor(leaf / tileWidth)))?.[leaf % tileWidth]
    },
    inclusionProof: async (leaf, size = latest().size) => inclusionProof(reader(size), leaf, size),
    consistencyProof: async (first, second = latest().size) => consistencyProof(reader(second), first, second),
    rootAt: async (size) => rootAt(reader(size), size),
  }
}
