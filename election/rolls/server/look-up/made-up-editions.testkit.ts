import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEditionStore, openEditionReader, publishEdition, type NewFile } from '@intikhab/kernel/editions'
import { openSigner } from '@intikhab/kernel/ledger'
import { openPackSecret } from './pack-secret.ts'

/** A folder of editions with a publisher and the secret of a pack, for tests. */
export function packBench() {
  const folder = mkdtempSync(join(tmpdir(), 'intikhab-pack-'))
  const root = join(folder, 'editions')
  const store = createEditionStore({ root })
  const signer = openSigner(join(folder, 'publisher.pem'), 'test')
  const secretFile = join(folder, 'enquiry.secret')
  const reader = openEditionReader(store)
  return {
    folder,
    workshop: join(folder, 'workshop'),
    secretFile,
    secret: openPackSecret(secretFile),
    reader,
    /** Folder of an edition. */
    at: (series: string, number: number) => join(root, series, String(number)),
    async publish(series: string, files: readonly NewFile[]): Promise<void> {
      const madeAt = '2024-03-01T00:00:00.000Z'
      await publishEdition({
        store,
        signer,
        series,
        madeAt,
        subject: {},
        ledger: null,
        changed: files,
        unchanged: [],
      })
      await reader.notify(series)
    },
    remove(): void {
      reader.close()
      rmSync(folder, { recursive: true })
    },
  }
}
