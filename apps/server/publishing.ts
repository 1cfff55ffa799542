import type { Database } from '@intikhab/kernel/database'
import {
  describeFile,
  editionAct,
  publishEdition,
  type EditionReader,
  type EditionStore,
  type Manifest,
  type NewFile,
} from '@intikhab/kernel/editions'
import type { ActBy, JsonValue, KeyHistory, Ledger, LedgerAct, Signer } from '@intikhab/kernel/ledger'

/** Publishes whole sets of files as editions, one series at a time. */
export interface Publishing {
  /**
   * Makes the next edition of `series` out of `files` and enters its hash in the ledger. Files that are the same as in
   * the last edition are taken over; if nothing changed at all, nothing is published and the last edition is given.
   * `by`: whose act it is; the publisher's own where nothing is said.
   */
  publish(
    series: string,
    subject: Readonly<Record<string, JsonValue>>,
    files: readonly NewFile[],
    by?: ActBy,
  ): Promise<{ readonly manifest: Manifest; readonly sha256: string; readonly isNew: boolean }>
}

/** Puts publishing together; `now` stamps the manifest. */
export function createPublishing(parts: {
  readonly database: Database
  readonly ledger: Ledger
  readonly store: EditionStore
  readonly reader: EditionReader
  readonly signer: Signer
  /** All keys of the publisher, with `signer` as the last. */
  readonly keys: KeyHistory
  readonly now: () => Date
}): Publishing {
  const { database, ledger, store, reader, signer, keys, now } = parts
  const turns = new Map<string, Promise<unknown>>()
  /** Editions that were published and are not in the ledger yet: the database went away in between. */
  const owed = new Map<string, LedgerAct>()

  async function enter(series: string): Promise<void> {
    const act = owed.get(series)
    if (act === undefined) return
    // It reaches the ledger now, however long ago the edition was made.
    const arrivedAt = now().toISOString()
    await database.transaction((tx) => ledger.append(tx, [{ ...act, arrivedAt }]))
    owed.delete(series)
  }

  async function publishNow(
    series: string,
    subject: Readonly<Record<string, JsonValue>>,
    files: readonly NewFile[],
    by: ActBy | undefined,
  ) {
    await enter(series)
    const before = await reader.latest(series)
    const known = new Map(before?.manifest.files.map((file) => [file.path, file.sha256]))
    const same = new Set(files.filter((file) => known.get(file.path) === describeFile(file).sha256))
    const changed = files.filter((file) => !same.has(file))
    const unchanged = [...same].map(({ path }) => path)
    if (before !== undefined && changed.length === 0 && unchanged.length === before.manifest.files.length)
      return { manifest: before.manifest, sha256: before.id, isNew: false }
    const { size, root } = ledger.publish()
    const signed = await publishEdition({
      store,
      signer,
      keys,
      series,
      madeAt: now().toISOString(),
      subject,
      ledger: { size, root },
      changed,
      unchanged,
    })
    owed.set(series, editionAct(signed.manifest, signed.sha256, by))
    await reader.notify(series)
    await enter(series)
    return { ...signed, isNew: true }
  }

  return {
    publish(series, subject, files, by) {
      const turn = (turns.get(series) ?? Promise.resolve()).then(() => publishNow(series, subject, files, by))
      turns.set(
        series,
        turn.catch(() => undefined),
      )
      return turn
    },
  }
}
