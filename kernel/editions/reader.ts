import type { FileHandle } from 'node:fs/promises'
import { LRUCache } from 'lru-cache'
import type { KeyHistory } from '@intikhab/kernel/ledger'
import { sha256Of, type EditionFile, type Manifest } from './manifest.ts'
import { hashOfFile } from './new-file.ts'
import { DamagedEdition, readManifest, type SignedManifest } from './opened.ts'
import type { EditionStore } from './store.ts'

/** A whole edition, open for reading. */
export interface OpenEdition {
  readonly manifest: Manifest
  /** SHA-256 of its manifest. */
  readonly id: string
  /** What the manifest says of a path; undefined if the edition has no such file. */
  find(path: string): EditionFile | undefined
  /** Verified bytes; undefined if the edition has no such file. Throws `DamagedEdition` if they are not what was signed. */
  bytes(path: string): Promise<Buffer | undefined>
  /**
   * A file opened for reading at any position, for one that is too large to be held in memory; read once to be verified.
   * Undefined and throws as for `bytes`. Whoever asked closes it.
   */
  open(path: string): Promise<FileHandle | undefined>
  /** The same as `bytes`, parsed; the value is shared between all who ask and must not be changed. */
  json<T>(path: string): Promise<T | undefined>
}

/** Reads editions from memory, and notices newer ones. */
export interface EditionReader {
  readonly store: EditionStore
  /** The newest whole edition of a series; undefined if it has none. */
  latest(series: string): Promise<OpenEdition | undefined>
  /** One certain edition; undefined if there is none, or it is damaged. */
  edition(series: string, number: number): Promise<OpenEdition | undefined>
  /** Names of all series. */
  series(): Promise<string[]>
  /** Looks for a newer edition now: for a publisher in the same process. Resolves when `latest` gives it. */
  notify(series: string): Promise<void>
  /** Calls `listener` whenever `latest` begins to give another edition; returns how to stop that. */
  onNewer(listener: (edition: OpenEdition) => void): () => void
  /** Stops watching. */
  close(): void
}

/** How a reader is set up. */
export interface ReaderOptions {
  /** Memory for file bytes, and as much again for parsed files; 192 MiB where nothing is said. */
  readonly cacheBytes?: number
  /** How often to look for newer editions where the store cannot tell; 400 ms where nothing is said. */
  readonly pollMilliseconds?: number
  /** The keys of the one publisher believed; without them each edition is held to its own `publisher.pem`. */
  readonly keys?: KeyHistory
  /** Told of damaged editions; by default it becomes a warning of the process. */
  readonly onProblem?: (problem: Error) => void
}

interface Watched {
  current: OpenEdition | undefined
  /** Numbers found damaged; looked at again when told to. */
  readonly refused: Set<number>
  checking: Promise<void> | undefined
  stop: () => void
}

/** How far back to look for a whole edition. */
const deepest = 20

/** Opens a reader on a store. */
export function openEditionReader(store: EditionStore, options: ReaderOptions = {}): EditionReader {
  const cacheBytes = options.cacheBytes ?? 192 * 1024 * 1024
  const onProblem = options.onProblem ?? ((problem: Error) => process.emitWarning(problem))
  const contents = new LRUCache<string, Buffer>({ maxSize: cacheBytes, sizeCalculation: (bytes) => bytes.length + 1 })
  // Parsed values weigh more than their text; the weight of the text keeps them in proportion.
  const values = new LRUCache<string, { value: unknown; weight: number }>({
    maxSize: cacheBytes,
    sizeCalculation: ({ weight }) => weight + 1,
  })
  const older = new LRUCache<string, OpenEdition>({ max: 64 })
  const reading = new Map<string, Promise<Buffer>>()
  const watched = new Map<string, Watched>()
  const listeners = new Set<(edition: OpenEdition) => void>()

  async function readVerified(manifest: Manifest, file: EditionFile): Promise<Buffer> {
    const bytes = await store.read(manifest.series, manifest.number, file.path)
    if (bytes !== undefined && sha256Of(bytes) === file.sha256) {
      contents.set(file.sha256, bytes)
      return bytes
    }
    throw damaged(manifest, file, bytes === undefined ? 'missing' : 'altered')
  }

  async function openVerified(manifest: Manifest, file: EditionFile): Promise<FileHandle> {
    const handle = await store.open(manifest.series, manifest.number, file.path)
    if (handle === undefined) throw damaged(manifest, file, 'missing')
    try {
      if ((await hashOfFile(handle)).sha256 === file.sha256) return handle
      throw damaged(manifest, file, 'altered')
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  function damaged(manifest: Manifest, { path }: EditionFile, how: 'missing' | 'altered'): DamagedEdition {
    const problem = new DamagedEdition(`${path} of edition ${manifest.number} of ${manifest.series} is ${how}.`)
    withdraw(manifest, problem)
    return problem
  }

  function bytesOf(manifest: Manifest, file: EditionFile): Promise<Buffer> {
    const known = contents.get(file.sha256)
    if (known !== undefined) return Promise.resolve(known)
    const running = reading.get(file.sha256)
    if (running !== undefined) return running
    const started = readVerified(manifest, file).finally(() => reading.delete(file.sha256))
    reading.set(file.sha256, started)
    return started
  }

  function openedAs({ manifest, sha256 }: SignedManifest): OpenEdition {
    const files = new Map(manifest.files.map((file) => [file.path, file]))
    return {
      manifest,
      id: sha256,
      find: (path) => files.get(path),
      async bytes(path) {
        const file = files.get(path)
        return file === undefined ? undefined : bytesOf(manifest, file)
      },
      async open(path) {
        const file = files.get(path)
        return file === undefined ? undefined : openVerified(manifest, file)
      },
      async json<T>(path: string) {
        const file = files.get(path)
        if (file === undefined) return undefined
        const known = values.get(file.sha256)
        if (known !== undefined) return known.value as T
        const value = JSON.parse((await bytesOf(manifest, file)).toString()) as T
        values.set(file.sha256, { value, weight: file.size })
        return value
      },
    }
  }

  async function openWhole(series: string, number: number): Promise<OpenEdition> {
    const signed = await readManifest(store, series, number, options.keys)
    if (!(await store.holds(series, number, signed.manifest.files)))
      throw new DamagedEdition(`Edition ${number} of ${series} has a file that is missing or of a wrong length.`)
    return openedAs(signed)
  }

  async function findWhole(
    series: string,
    from: number,
    refused: Set<number>,
    held: OpenEdition | undefined,
  ): Promise<OpenEdition | undefined> {
    for (let number = from; number > Math.max(0, from - deepest); number--) {
      if (number === held?.manifest.number) return held
      if (refused.has(number)) continue
      try {
        return await openWhole(series, number)
      } catch (error) {
        if (error instanceof DamagedEdition) refused.add(number)
        onProblem(error as Error)
        if (!(error instanceof DamagedEdition)) return held
      }
    }
    return held
  }

  async function look(series: string, state: Watched): Promise<void> {
    const number = await store.latest(series)
    if (number === undefined || number === state.current?.manifest.number) return
    const found = await findWhole(series, number, state.refused, state.current)
    if (found === undefined || found === state.current) return
    state.current = found
    for (const listener of listeners) listener(found)
  }

  /** One look at a time; whoever asks during one waits for another, which sees what was announced meanwhile. */
  function check(series: string, state: Watched): Promise<void> {
    const before = state.checking ?? Promise.resolve()
    const mine = before.then(() => look(series, state)).catch((error: Error) => onProblem(error))
    state.checking = mine
    return mine.finally(() => {
      if (state.checking === mine) state.checking = undefined
    })
  }

  /** A file of the current edition turned out damaged: go back to the newest one that is whole. */
  function withdraw({ series, number }: Manifest, problem: Error): void {
    const state = watched.get(series)
    older.delete(`${series}/${number}`)
    if (state === undefined || state.current?.manifest.number !== number) return
    state.refused.add(number)
    state.current = undefined
    onProblem(problem)
  }

  function stateOf(series: string): Watched {
    const known = watched.get(series)
    if (known !== undefined) return known
    const state: Watched = { current: undefined, refused: new Set(), checking: undefined, stop: () => undefined }
    state.stop = store.watch(series, () => void check(series, state))
    watched.set(series, state)
    return state
  }

  const timer = setInterval(() => {
    for (const [series, state] of watched) if (state.checking === undefined) void check(series, state)
  }, options.pollMilliseconds ?? 400)
  timer.unref()

  return {
    store,
    async latest(series) {
      const state = watched.get(series)
      if (state?.current !== undefined) return state.current
      if (state === undefined && (await store.latest(series)) === undefined) return undefined
      const asked = stateOf(series)
      await check(series, asked)
      return asked.current
    },
    async edition(series, number) {
      const current = watched.get(series)?.current
      if (current?.manifest.number === number) return current
      const key = `${series}/${number}`
      const known = older.get(key)
      if (known !== undefined) return known
      try {
        const opened = openedAs(await readManifest(store, series, number, options.keys))
        older.set(key, opened)
        return opened
      } catch (error) {
        if (error instanceof DamagedEdition) return undefined
        throw error
      }
    },
    series: () => store.series(),
    async notify(series) {
      const state = stateOf(series)
      state.refused.clear()
      await check(series, state)
    },
    onNewer(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      clearInterval(timer)
      for (const { stop } of watched.values()) stop()
    },
  }
}
