import type { Database } from '@intikhab/kernel/database'
import {
  editionAct,
  publishEdition,
  readManifest,
  sha256Of,
  type ChangedFile,
  type EditionStore,
} from '@intikhab/kernel/editions'
import {
  firstKey,
  type ActApproval,
  type KeyHistory,
  type Ledger,
  type LedgerAct,
  type Signer,
} from '@intikhab/kernel/ledger'
import type { ElectionFacts } from '../core/facts.ts'
import { openEditionBooks } from './edition-books.ts'
import { readChanges, readRefusals } from './read-changes.ts'

export interface PublisherParts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append' | 'latest' | 'published' | 'sequenced'>
  readonly store: EditionStore
  readonly signer: Signer
  /** All keys of the publisher, with `signer` as the last; where nothing is said, it is the only one. */
  readonly keys?: KeyHistory
  readonly facts: ElectionFacts
  /** The order of two people under which it publishes; null where the program itself opened the election. */
  readonly order?: ActApproval | null
  readonly now: () => Date
}

/** An edition as it was published. */
export interface Published {
  readonly series: string
  readonly number: number
  readonly sha256: string
  readonly ledgerSize: number
  readonly filesWritten: number
  readonly bytesWritten: number
}

/** Publishes the results edition of one election, step by step, from the ledger's checkpoints. */
export interface Publisher {
  /**
   * Takes in what the newest checkpoint holds and publishes an edition if anything differs. `complete` brings every
   * table up to date as well. Undefined where there was nothing to publish.
   */
  step(complete?: boolean): Promise<Published | undefined>
}

/** The series of an election's results. */
export function resultsSeries(electionId: string): string {
  return `results-${electionId}`
}

/** Leaves read from the database at once. */
const leavesAtOnce = 10_000

/**
 * Makes a publisher that begins with nothing in memory and the ledger's first leaf. An edition holds exactly the results
 * up to the checkpoint that its manifest names, so anybody can say which forms must be in it.
 */
export function createPublisher(parts: PublisherParts): Publisher {
  const { database, ledger, store, signer, facts, order = null, now } = parts
  const keys = parts.keys ?? firstKey(signer)
  const series = resultsSeries(facts.id)
  const by = order === null ? undefined : { actor: { kind: 'system', id: 'publisher' } as const, approval: order }
  const books = openEditionBooks(facts)
  /** Paths of the last edition; undefined before the first step of this process. */
  let paths: Set<string> | undefined
  let cursor = 0
  /** Files that were made and are in no edition yet: a full disk must not lose what the books no longer call due. */
  const unpublished = new Map<string, ChangedFile>()
  /** An edition that was published and is not in the ledger yet: the database went away in between. */
  let owed: LedgerAct | undefined

  async function enter(): Promise<void> {
    const act = owed
    if (act === undefined) return
    // It reaches the ledger now, however long ago the edition was made.
    const arrivedAt = now().toISOString()
    await database.transaction((tx) => ledger.append(tx, [{ ...act, arrivedAt }]))
    owed = undefined
  }

  /** Files of an edition that an earlier process published need not be written again where they are the same. */
  async function firstChanges(files: readonly ChangedFile[]): Promise<ChangedFile[]> {
    const number = await store.latest(series)
    if (number === undefined) return [...files]
    const { manifest } = await readManifest(store, series, number, keys)
    const before = new Map(manifest.files.map((file) => [file.path, file.sha256]))
    return files.filter(({ path, bytes }) => before.get(path) !== sha256Of(bytes))
  }

  return {
    async step(complete = false) {
      const checkpoint = ledger.latest()
      const { size, root } = checkpoint
      const at = now()
      while (cursor < size) {
        const to = Math.min(size, cursor + leavesAtOnce)
        for (const change of await readChanges(database, ledger, facts.id, [cursor, to])) books.take(change)
        cursor = to
      }
      await enter()
      if (unpublished.size === 0 && !books.isDue({ now: at.getTime(), complete })) return undefined
      const refusals = await readRefusals(database, facts.id)
      const made = books.makeFiles({ asOf: at.toISOString(), ledgerSize: size, refusals, now: at.getTime(), complete })
      for (const file of made) unpublished.set(file.path, file)
      const due = [...unpublished.values()]
      const changed = paths === undefined ? await firstChanges(due) : due
      const written = new Set(changed.map(({ path }) => path))
      const all = new Set([...(paths ?? []), ...due.map(({ path }) => path)])
      ledger.published.publish(checkpoint)
      const { manifest, sha256 } = await publishEdition({
        store,
        signer,
        keys,
        series,
        madeAt: at.toISOString(),
        subject: {
          election: facts.id,
          stations: [...facts.stations.values()].reduce((sum, list) => sum + list.length, 0),
        },
        ledger: { size, root },
        changed,
        unchanged: [...all].filter((path) => !written.has(path)),
      })
      paths = all
      unpublished.clear()
      owed = editionAct(manifest, sha256, by)
      await enter()
      const bytesWritten = changed.reduce((sum, { bytes }) => sum + bytes.length, 0)
      return { series, number: manifest.number, sha256, ledgerSize: size, filesWritten: changed.length, bytesWritten }
    },
  }
}
