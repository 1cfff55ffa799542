import type { FileHandle } from 'node:fs/promises'
import type { EditionFile } from './manifest.ts'
import type { NewFile } from './new-file.ts'

/** An edition on its way into a store. */
export interface EditionToStore {
  readonly series: string
  readonly number: number
  /** Every file whose bytes are new, those of the manifest among them; `manifest.sig` is last. */
  readonly files: readonly NewFile[]
  /** Files taken over as they are from edition `from`. */
  readonly unchanged: readonly string[]
  readonly from: number | undefined
}

/** Where editions lie: a folder, or a bucket. Both have the same names: `<series>/<number>/<path>` and `<series>/latest`. */
export interface EditionStore {
  /** Names of the series that have an edition. */
  series(): Promise<string[]>
  /** The number in `latest`; undefined if the series has none. */
  latest(series: string): Promise<number | undefined>
  /** A file's bytes; undefined if there is none. */
  read(series: string, number: number, path: string): Promise<Buffer | undefined>
  /**
   * A file opened for reading at any position, for one that is too large to be held in memory; undefined if there is none.
   * The bytes lie on a local disk and cannot be taken away while it is open. Whoever asked closes it.
   */
  open(series: string, number: number, path: string): Promise<FileHandle | undefined>
  /** True if every file is there with its length, as far as that is cheap to know. */
  holds(series: string, number: number, files: readonly EditionFile[]): Promise<boolean>
  /** Stores a whole edition, which nobody sees before `announce`. Rejects if the number is taken. */
  put(edition: EditionToStore): Promise<void>
  /** Makes `number` the latest. */
  announce(series: string, number: number): Promise<void>
  /** Calls `wake` soon after another process announces an edition, as far as the store can tell; returns how to stop that. */
  watch(series: string, wake: () => void): () => void
}
