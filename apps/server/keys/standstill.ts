/** What the changes of keys have in common: the server stands still, the database runs, the act is entered. */
import { CannotStart, startDatabase, type Database } from '@intikhab/kernel/database'
import { createEditionStore, createS3EditionStore, type EditionStore } from '@intikhab/kernel/editions'
import type { OpenKeys } from '@intikhab/kernel/keys'
import {
  createLedger,
  fingerprintOf,
  verifierKey,
  type KeyEndFacts,
  type KeyHistory,
  type Ledger,
  type LedgerAct,
  type Mark,
  type Signer,
} from '@intikhab/kernel/ledger'
import { claimDataFolder, makeDataFolder, placesIn } from '../data-folder.ts'
import type { Environment } from '../environment.ts'
import { allMigrations } from '../house.ts'
import { withKeys, type KeyPurpose } from './key-homes.ts'

/** What came of a change. */
export interface ChangedKey {
  readonly purpose: KeyPurpose
  /** Verifier keys (`name+hash+key`) and fingerprints for print. */
  readonly ended: { readonly key: string; readonly fingerprint: string }
  readonly begun: { readonly key: string; readonly fingerprint: string; readonly place: 'file' | 'token' }
  /** The last that the old key is believed for, by series. */
  readonly last: Readonly<Record<string, Mark>>
  /** Entries of the witnessed checkpoint that the end rests on; null without witnesses. */
  readonly anchor: number | null
}

/** Where a key is changed. */
export interface Workshop {
  readonly environment: Environment
  readonly database: Database
  readonly store: EditionStore
  /** ISO 8601 in UTC. */
  readonly at: string
}

/** Runs `work` while no server does. Throws `CannotStart` where one runs. */
export async function atStandstill<T>(environment: Environment, work: (workshop: Workshop) => Promise<T>): Promise<T> {
  const { dataFolder, databaseUrl, s3 } = environment
  const places = placesIn(dataFolder)
  makeDataFolder(dataFolder)
  const release = claimDataFolder(dataFolder)
  try {
    const running = await startDatabase({ url: databaseUrl, folder: places.database }, allMigrations)
    try {
      const store = s3 === undefined ? createEditionStore({ root: places.editions }) : await createS3EditionStore(s3)
      const at = new Date().toISOString()
      return await withKeys(() => work({ environment, database: running.database, store, at }))
    } finally {
      await running.stop()
    }
  } finally {
    release()
  }
}

/** The ledger under certain keys; not started. */
export function ledgerOf({ environment, database }: Workshop, signer: Signer, keys: KeyHistory): Ledger {
  const { dataFolder, origin } = environment
  return createLedger({ database, folder: placesIn(dataFolder).ledger, origin, signer, keys })
}

/** Opens and closes the ledger once: whatever waits is signed, and the lists beside it are those of now. */
export async function signWhatWaits(ledger: Ledger): Promise<void> {
  await ledger.start()
  await ledger.stop()
}

/** The keys there are. Throws `CannotStart` where there is none. */
export function someKeys(keys: KeyHistory | undefined, purpose: KeyPurpose): KeyHistory {
  if (keys === undefined) throw new CannotStart(`There has been no key of the ${purpose} yet: nothing can be changed.`)
  return keys
}

/** The ledger entry of a change. */
export function actOf(
  { at }: Workshop,
  of: KeyPurpose,
  why: KeyEndFacts['why'],
  [ended, begun]: readonly [string, string],
  detail: LedgerAct['detail'],
): LedgerAct {
  return {
    system: 'keys',
    act: why === 'rotated' ? 'key-rotated' : 'key-retired',
    subject: of,
    actor: { kind: 'system', id: 'operator' },
    madeAt: at,
    arrivedAt: at,
    detail: { of, why, ended, begun, ...detail },
  }
}

/** What to tell of a change. */
export function changedKey(
  purpose: KeyPurpose,
  { ended: periods, current }: KeyHistory,
  { place }: OpenKeys,
): ChangedKey {
  const last = periods.at(-1)
  if (last === undefined) throw new Error('a key was changed and none has ended')
  const { key, end } = last
  return {
    purpose,
    ended: { key: verifierKey(key), fingerprint: fingerprintOf(key) },
    begun: { key: verifierKey(current), fingerprint: fingerprintOf(current), place: place.kind },
    last: end.last,
    anchor: end.anchor === null ? null : Number(end.anchor.split('\n')[1]),
  }
}
