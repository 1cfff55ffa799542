import type { AuditedRecord, AuditedRecords } from '@intikhab/kernel/ledger'
import { sha256Of } from './manifest.ts'
import type { EditionStore } from './store.ts'

const kind = 'editions.edition'

/** Name of an edition's record. */
export function editionRecord(series: string, number: number): string {
  return `${kind}:${series}/${number}`
}

/** Every edition that was announced, by the SHA-256 of its `manifest.json` as it lies in the store now. */
export function auditedEditions(store: EditionStore): AuditedRecords {
  async function* read(): AsyncGenerator<AuditedRecord> {
    for (const series of await store.series()) {
      const latest = (await store.latest(series)) ?? 0
      for (let number = 1; number <= latest; number++) {
        const manifest = await store.read(series, number, 'manifest.json')
        if (manifest !== undefined) yield { record: editionRecord(series, number), hash: sha256Of(manifest) }
      }
    }
  }
  return { kind, read }
}
