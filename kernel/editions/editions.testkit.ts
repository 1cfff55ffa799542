import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstKey, openSigner, succeedKey, type Mark, type WhyEnded } from '@intikhab/kernel/ledger'
import { createEditionStore, publishEdition, type EditionStore, type NewFile, type SignedManifest } from './index.ts'

/** A folder of editions with a publisher, for tests. */
export function editionBench(given?: EditionStore) {
  const folder = mkdtempSync(join(tmpdir(), 'intikhab-editions-'))
  const root = join(folder, 'editions')
  const first = openSigner(join(folder, 'publisher.key'), 'example.org/editions')
  let [signer, keys] = [first, firstKey(first)]
  const store = given ?? createEditionStore({ root })
  const series = 'results-demonstration-2026'

  /** Publishes the given texts as changed files, and `unchanged` paths as they are. */
  function publish(
    changed: Readonly<Record<string, string>>,
    unchanged: readonly string[] = [],
  ): Promise<SignedManifest> {
    return publishFiles(
      Object.entries(changed).map(([path, text]) => ({
        path,
        mediaType: 'application/json',
        bytes: Buffer.from(text),
      })),
      unchanged,
    )
  }

  function publishFiles(changed: readonly NewFile[], unchanged: readonly string[] = []): Promise<SignedManifest> {
    return publishEdition({
      store,
      signer,
      keys,
      series,
      madeAt: '2026-02-08T18:00:00.000Z',
      subject: { electionId: 'demonstration-2026' },
      ledger: { size: 3, root: 'ab'.repeat(32) },
      changed,
      unchanged,
    })
  }

  /** The next key begins; the last edition of the one before is `last`. */
  async function changeKey(why: WhyEnded, last: Mark): Promise<void> {
    const next = openSigner(join(folder, `publisher-${keys.ended.length + 2}.key`), first.name)
    const [at, since] = ['2026-03-01T00:00:00.000Z', why === 'stolen' ? '2026-02-20T00:00:00.000Z' : null]
    const facts = { why, at, since, last: { [series]: last }, anchor: null }
    keys = await succeedKey(keys, facts, next, why === 'rotated' ? signer : undefined)
    signer = next
  }

  return {
    folder,
    root,
    /** The key that signs now, and all that ever did. */
    get signer() {
      return signer
    },
    get keys() {
      return keys
    },
    changeKey,
    store,
    series,
    publish,
    publishFiles,
    /** Full path of a file of an edition. */
    at: (number: number, path: string) => join(root, series, String(number), path),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
