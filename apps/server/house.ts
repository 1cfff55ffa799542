/**
 * The house put together: every room once, over one database and one data folder. The server serves it; commands open it
 * for the time of one job.
 */
import { createDelimitations, delimitationMigrations, type Delimitations } from '@intikhab/delimitation'
import { approvalsMigrations, createApprovals, type Approvals } from '@intikhab/kernel/approvals'
import {
  startDatabase,
  type Database,
  type RunningDatabase,
  type StartOptions,
  type SystemMigrations,
} from '@intikhab/kernel/database'
import {
  createEditionStore,
  openEditionReader,
  createS3EditionStore,
  type EditionReader,
  type EditionStore,
} from '@intikhab/kernel/editions'
import { openSecretFile } from '@intikhab/kernel/files'
import { historyMigrations } from '@intikhab/kernel/history'
import { httpMigrations } from '@intikhab/kernel/http'
import type { OpenKeys } from '@intikhab/kernel/keys'
import { createIdentity, identityMigrations, type Identity } from '@intikhab/kernel/identity'
import { createLedger, createWitnesses, ledgerMigrations, type Ledger, type Witnesses } from '@intikhab/kernel/ledger'
import { createNominationsStore, nominationsMigrations, type NominationsStore } from '@intikhab/nominations'
import { createPollingSchemes, pollingSchemeMigrations, type PollingSchemes } from '@intikhab/polling-scheme'
import { createProgramme, programmeMigrations, type Programme } from '@intikhab/programme'
import { resultsMigrations } from '@intikhab/results'
import { createRolls, openPackSecret, rollsMigrations, type PackSecret, type Rolls } from '@intikhab/rolls'
import { makeDataFolder, placesIn } from './data-folder.ts'
import type { Environment } from './environment.ts'
import { openOfficeTerms } from './office-terms.ts'
import { openAllKeys } from './keys/key-homes.ts'
import { createPublishing, type Publishing } from './publishing.ts'
import { readWitnessPolicy } from './witness-policy.ts'

/** The schemas of all rooms, in the order in which they may refer to each other. */
export const allMigrations: readonly SystemMigrations[] = [
  ledgerMigrations,
  historyMigrations,
  httpMigrations,
  identityMigrations,
  approvalsMigrations,
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
  /** Folder of the embedded database; undefined where somebody else runs it. */
  readonly databaseFolder: string | undefined
  /** Process of the embedded database at this moment; undefined where somebody else runs it. */
  readonly databasePid: number | undefined
  readonly ledger: Ledger
  /** Who cosigns the ledger's checkpoints; sent nothing before `start`. */
  readonly witnesses: Witnesses
  readonly editions: OpenKeys & { readonly store: EditionStore; readonly reader: EditionReader }
  readonly publishing: Publishing
  readonly identity: Identity
  readonly approvals: Approvals
  readonly programme: Programme
  readonly delimitations: Delimitations
  readonly rolls: Rolls
  readonly packSecret: PackSecret
  readonly schemes: PollingSchemes
  readonly nominations: NominationsStore
  close(): Promise<void>
}

/** Opens the house. With `borrow`, a database that already runs is left running at the end. Throws `CannotStart`. */
export async function openHouse(environment: Environment, options: StartOptions = {}): Promise<House> {
  const { dataFolder, databaseUrl } = environment
  const places = placesIn(dataFolder)
  makeDataFolder(dataFolder)
  const keys = {
    ...(await openAllKeys(environment)),
    pack: openPackSecret(places.packSecret),
    signIn: openSecretFile(places.signInSecret, 'the secret of sign-in'),
  }
  const running = await startDatabase({ url: databaseUrl, folder: places.database }, allMigrations, options)
  try {
    return await furnish(environment, running, keys, options.onNotice)
  } catch (error) {
    await running.stop()
    throw error
  }
}

async function furnish(
  environment: Environment,
  running: RunningDatabase,
  keys: {
    readonly ledger: OpenKeys
    readonly editions: OpenKeys
    readonly pack: PackSecret
    readonly signIn: Buffer
  },
  onNotice: StartOptions['onNotice'],
): Promise<House> {
  const { dataFolder, origin, s3 } = environment
  const places = placesIn(dataFolder)
  const now = () => new Date()
  const { database } = running
  const store = s3 === undefined ? createEditionStore({ root: places.editions }) : await createS3EditionStore(s3)
  const ledger = createLedger({
    database,
    folder: places.ledger,
    signer: keys.ledger.signer,
    keys: keys.ledger.keys,
    origin,
    ...(onNotice === undefined ? {} : { onProblem: ({ message }) => onNotice(`The ledger waits: ${message}.`) }),
  })
  await ledger.start()
  const policy = readWitnessPolicy(
    environment.witnessPolicy ?? places.witnessPolicy,
    environment.witnessPolicy !== undefined,
  )
  const witnesses = createWitnesses({ ledger, policy, now, onRefused: (sentence) => onNotice?.(sentence) })
  const reader = openEditionReader(store, { keys: keys.editions.keys })
  const base = { database, ledger, now }
  const programme = createProgramme(base)
  const terms = openOfficeTerms(programme)
  await terms.refresh()
  programme.onChange(() => void terms.refresh().catch((error) => onNotice?.(`Terms of office wait: ${String(error)}.`)))
  const identity = createIdentity({
    database,
    now,
    secure: environment.secure,
    record: (tx, acts) => ledger.append(tx, acts),
    termOf: terms.termOf,
    signIn: { sealKey: keys.signIn, site: environment.site, directory: environment.directory },
  })
  await identity.signIn.start()
  await identity.offices.start()
  const approvals = createApprovals({
    ...base,
    gate: identity,
    ...(onNotice === undefined
      ? {}
      : { onProblem: (problem) => onNotice(`An approved act waits to be carried out: ${String(problem)}.`) }),
  })
  approvals.define(identity.grantAbove)
  return {
    environment,
    now,
    database,
    databaseOwnerUrl: running.ownerUrl,
    databaseFolder: running.embeddedFolder,
    get databasePid() {
      return running.serverPid
    },
    ledger,
    witnesses,
    editions: { store, reader, ...keys.editions },
    publishing: createPublishing({ ...base, store, reader, ...keys.editions }),
    identity,
    approvals,
    programme,
    delimitations: createDelimitations(base),
    rolls: createRolls(base),
    packSecret: keys.pack,
    schemes: createPollingSchemes(base),
    nominations: createNominationsStore(database.tables()),
    async close() {
      reader.close()
      await witnesses.stop()
      await ledger.stop()
      await running.stop()
    },
  }
}
