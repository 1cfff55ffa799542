/**
 * The house put together: every room once, over one database and one data folder. The server serves it; commands open it
 * for the time of one job.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createDelimitations, delimitationMigrations, type Delimitations } from '@intikhab/delimitation'
import { CannotStart, startDatabase, type Database, type SystemMigrations } from '@intikhab/kernel/database'
import {
  createEditionStore,
  openEditionReader,
  createS3EditionStore,
  type EditionReader,
  type EditionStore,
} from '@intikhab/kernel/editions'
import { httpMigrations } from '@intikhab/kernel/http'
import { createIdentity, identityMigrations, type Identity } from '@intikhab/kernel/identity'
import {
  createLedger,
  ledgerMigrations,
  openSigner,
  UnsafeKeyFile,
  type Ledger,
  type Signer,
} from '@intikhab/kernel/ledger'
import { createNominationsStore, nominationsMigrations, type NominationsStore } from '@intikhab/nominations'
import { createPollingSchemes, pollingSchemeMigrations, type PollingSchemes } from '@intikhab/polling-scheme'
import { createProgramme, programmeMigrations, type Programme } from '@intikhab/programme'
import { resultsMigrations } from '@intikhab/results'
import { createRolls, openPackSecret, rollsMigrations, type PackSecret, type Rolls } from '@intikhab/rolls'
import type { Environment } from './environment.ts'
import { createPublishing, type Publishing } from './publishing.ts'

/** The schemas of all rooms, in the order in which they may refer to each other. */
export const allMigrations: readonly SystemMigrations[] = [
  ledgerMigrations,
  httpMigrations,
  identityMigrations,
  programmeMigrations,
  delimitationMigrations,
  rollsMigrations,
  pollingSchemeMigrations,
  nominationsMigrations,
  resultsMigrations,
]

/** Everything that stands between the database and the doors. */
export interface House {
  readonly environment: Environment
  readonly now: () => Date
  readonly database: Database
  /** The database as its owner, for what has migrations of its own. */
  readonly databaseOwnerUrl: string
  /** Process of the embedded database at this moment; undefined where somebody else runs it. */
  readonly databasePid: number | undefined
  readonly ledger: Ledger
  readonly editions: { readonly store: EditionStore; readonly reader: EditionReader; readonly signer: Signer }
  readonly publishing: Publishing
  readonly identity: Identity
  readonly programme: Programme
  readonly delimitations: Delimitations
  readonly rolls: Rolls
  readonly packSecret: PackSecret
  readonly schemes: PollingSchemes
  readonly nominations: NominationsStore
  close(): Promise<void>
}

/** Where things lie in the data folder. */
export function placesIn(dataFolder: string) {
  return {
    database: join(dataFolder, 'postgres'),
    ledger: join(dataFolder, 'ledger'),
    editions: join(dataFolder, 'editions'),
    /** Photographs of the stations' papers, public. */
    resultsEvidence: join(dataFolder, 'evidence', 'results'),
    ledgerKey: join(dataFolder, 'keys', 'ledger.pem'),
    editionsKey: join(dataFolder, 'keys', 'editions.pem'),
    packSecret: join(dataFolder, 'keys', 'look-up-pack.secret'),
    accounts: join(dataFolder, 'accounts.json'),
  }
}

/** Name under which editions are signed. */
export const publisherName = (origin: string) => `${origin}/editions`

function openKey(file: string, name: string): Signer {
  try {
    return openSigner(file, name)
  } catch (error) {
    if (error instanceof UnsafeKeyFile) throw new CannotStart(error.message)
    throw error
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(join(folder, 'keys'), { recursive: true })
  } catch (error) {
    throw new CannotStart(`The data folder ${folder} cannot be written: ${(error as Error).message}.`)
  }
}

/** Opens the house. With `borrow`, a database that already runs is left running at the end. Throws `CannotStart`. */
export async function openHouse(environment: Environment, options: { readonly borrow?: boolean } = {}): Promise<House> {
  const { dataFolder, databaseUrl, origin, s3 } = environment
  const places = placesIn(dataFolder)
  makeFolder(dataFolder)
  const now = () => new Date()
  const logKey = openKey(places.ledgerKey, origin)
  const signer = openKey(places.editionsKey, publisherName(origin))
  const running = await startDatabase({ url: databaseUrl, folder: places.database }, allMigrations, options)
  const { database } = running
  const ledger = createLedger({ database, folder: places.ledger, signer: logKey, origin })
  await ledger.start()
  const store = s3 === undefined ? createEditionStore({ root: places.editions }) : await createS3EditionStore(s3)
  const reader = openEditionReader(store, { publicKeyPem: signer.publicKeyPem })
  const base = { database, ledger, now }
  return {
    environment,
    now,
    database,
    databaseOwnerUrl: running.ownerUrl,
    get databasePid() {
      return running.serverPid
    },
    ledger,
    editions: { store, reader, signer },
    publishing: createPublishing({ ...base, store, reader, signer }),
    identity: createIdentity({
      database,
      now,
      secure: environment.secure,
      record: (tx, acts) => ledger.append(tx, acts),
    }),
    programme: createProgramme(base),
    delimitations: createDelimitations(base),
    rolls: createRolls(base),
    packSecret: openPackSecret(places.packSecret),
    schemes: createPollingSchemes(base),
    nominations: createNominationsStore(database.tables()),
    async close() {
      reader.close()
      await ledger.stop()
      await running.stop()
    },
  }
}
