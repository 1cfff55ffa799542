import type { Database } from '@intikhab/kernel/database'
import { hashReason, hashRecord, type AuditedRecords, type RecordChange } from '@intikhab/kernel/ledger'
import type { Election } from '../core/election.ts'
import type { ProgrammeVersion } from '../core/programme-version.ts'
import { createProgrammeStore } from './store.ts'

const [elections, versions] = ['programme.election', 'programme.version'] as const

/** What the announcement of an election adds to the register. The day of the poll is its programme's. */
export function addedElection({ id, nameEn, nameUr, kind, packId, assemblies }: Election): RecordChange {
  const after = hashRecord({ id, nameEn, nameUr, kind, packId, assemblies })
  return { record: `${elections}:${id}`, before: null, after }
}

/** What a version adds. The words of its reason are in the register, with the salt of their fingerprint. */
export function addedVersion(version: ProgrammeVersion, reasonSalt: Uint8Array): RecordChange {
  const { reason, madeAt, ...fields } = version
  const hashed = { ...fields, madeAt: madeAt.toISOString(), reasonHash: hashReason(reason, reasonSalt) }
  return { record: `${versions}:${version.electionId}/${version.version}`, before: null, after: hashRecord(hashed) }
}

/** The elections and the versions of their programme as the register has them now. */
export function auditedProgramme(database: Pick<Database, 'tables'>): readonly AuditedRecords[] {
  const store = createProgrammeStore(database.tables())
  return [
    {
      kind: elections,
      async *read() {
        for (const election of await store.listElections()) yield standing(addedElection(election))
      },
    },
    {
      kind: versions,
      async *read() {
        for (const { version, reasonSalt } of await store.listSaltedVersions())
          yield standing(addedVersion(version, reasonSalt))
      },
    },
  ]
}

function standing({ record, after }: RecordChange) {
  return { record, hash: after ?? '' }
}
