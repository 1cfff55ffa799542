import { hash } from 'node:crypto'
import { join } from 'node:path'
import type { Database } from '@intikhab/kernel/database'
import { CorruptEvidence, openEvidence, type EvidenceStore } from '@intikhab/kernel/files'
import type { Ledger } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { evidenceTypeOf, type EvidenceType } from '@intikhab/kernel/files/evidence-type'
import type { EvidenceReceipt } from '../core/evidence.ts'
import { resultsRefusals } from '../core/refusals.ts'
import { findPromising, registerEvidence } from './evidence-store.ts'

export interface EvidenceOptions {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append'>
  /** Photographs lie here, a folder for each election; everything below it is served to the public. */
  readonly folder: string
  readonly now: () => Date
}

/** A photograph of a signed paper. */
interface StoredPhotograph {
  readonly bytes: Buffer
  readonly mediaType: EvidenceType
}

/** Photographs of the signed papers of all open elections. */
export interface Evidence {
  /** Begins to take and to serve photographs of an election. */
  open(electionId: string): Promise<void>
  /**
   * Takes a photograph that an accepted form names by its SHA-256, and nothing else: nobody can fill the disk. When it
   * answers, bytes, register and ledger entry are durable.
   */
  take(electionId: string, announced: string, bytes: Buffer): Promise<Outcome<EvidenceReceipt>>
  /** A photograph by its SHA-256, from the folder alone: it is found also while the database is away. */
  find(electionId: string, sha256: string): Promise<Outcome<StoredPhotograph>>
}

/** Largest photograph, in bytes. */
export const largestPhotograph = 5 * 1024 * 1024

/** Puts the evidence of the results together. */
export function createEvidence({ database, ledger, folder, now }: EvidenceOptions): Evidence {
  const stores = new Map<string, EvidenceStore>()

  return {
    async open(electionId) {
      stores.set(
        electionId,
        await openEvidence({ folder: join(folder, electionId), limitBytes: largestPhotograph, now }),
      )
    },

    async take(electionId, announced, bytes) {
      const store = stores.get(electionId)
      if (store === undefined) return refuse(resultsRefusals['unknown-election'], { field: '/election' })
      const mediaType = evidenceTypeOf(bytes)
      if (mediaType === undefined || mediaType !== announced) return refuse(resultsRefusals['evidence-type'])
      const sha256 = hash('sha256', bytes, 'hex')
      const promising = await findPromising(database, electionId, sha256)
      if (promising === undefined) return refuse(resultsRefusals['evidence-not-promised'])
      // The bytes first: what the register names must be there. Bytes without a register row are sent again.
      const kept = await sound(() => store.put(bytes))
      if (!kept.ok) return kept
      const arrived = { electionId, sha256, size: bytes.length, mediaType, arrivedAt: now().toISOString() }
      return accept(await registerEvidence({ database, ledger }, arrived, promising))
    },

    async find(electionId, sha256) {
      const store = stores.get(electionId)
      if (store === undefined) return refuse(resultsRefusals['unknown-election'], { field: '/election' })
      const found = await sound(async () => accept(await store.get(sha256)))
      if (!found.ok) return found
      const bytes = found.value
      const mediaType = bytes === undefined ? undefined : evidenceTypeOf(bytes)
      if (bytes === undefined || mediaType === undefined) return refuse(resultsRefusals['no-such-evidence'])
      return accept({ bytes, mediaType })
    },
  }
}

/** What a disk has changed is refused and never shown. */
async function sound<T>(act: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof CorruptEvidence) return refuse(resultsRefusals['evidence-damaged'])
    throw error
  }
}
