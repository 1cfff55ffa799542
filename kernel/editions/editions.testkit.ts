import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSigner } from '@intikhab/kernel/ledger'
import { createEditionStore, publishEdition, type EditionStore, type SignedManifest } from './index.ts'

/** A folder of editions with a publisher, for tests. */
export function editionBench(given?: EditionStore) {
  const folder = mkdtempSync(join(tmpdir(), 'intikhab-editions-'))
  const root = join(folder, 'editions')
  const signer = openSigner(join(folder, 'publisher.key'), 'example.org/editions')
  const store = given ?? createEditionStore({ root })
  const series = 'results-demonstration-2026'

  /** Publishes the given texts as changed files, and `unchanged` paths as they are. */
  function publish(
    changed: Readonly<Record<string, string>>,
    unchanged: readonly string[] = [],
  ): Promise<SignedManifest> {
    return publishEdition({
      store,
      signer,
      series,
      madeAt: '2026-02-08T18:00:00.000Z',
      subject: { electionId: 'demonstration-2026' },
      ledger: { size: 3, root: 'ab'.repeat(32) },
      changed: Object.entries(changed).map(([path, text]) => ({
        path,
        mediaType: 'application/json',
        bytes: Buffer.from(text),
      })),
      unchanged,
    })
  }

  return {
    folder,
    root,
    signer,
    store,
    series,
    publish,
    /** Full path of a file of an edition. */
    at: (number: number, path: string) => join(root, series, String(number), path),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
