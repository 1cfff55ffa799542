/** The audit of an installation, or of a copy of its ledger: what it is given, gathered from where it lies. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart, startDatabase, type Database } from '@intikhab/kernel/database'
import { createEditionStore, createS3EditionStore } from '@intikhab/kernel/editions'
import { tellAct } from '@intikhab/kernel/history'
import { findKeys } from '@intikhab/kernel/keys'
import {
  audit,
  firstKey,
  NothingToAudit,
  parseKeys,
  parseVerifierKey,
  trustFrom,
  type AuditReport,
  type AuditStage,
  type KeyHistory,
  type WitnessMemoryGiven,
  type WitnessPolicy,
} from '@intikhab/kernel/ledger'
import { actSentences } from '../act-sentences.ts'
import { placesIn } from '../data-folder.ts'
import type { Environment } from '../environment.ts'
import { allMigrations } from '../house.ts'
import { keyHomesOf, withKeys } from '../keys/key-homes.ts'
import { readWitnessPolicy } from '../witness-policy.ts'
import { auditedRecords, correctingActs, weightyActs } from './audited.ts'
import { readWitnessState } from './witness-states.ts'

/** What is asked of an audit besides where the installation lies. */
export interface AuditOrder {
  /** Folders, files or addresses of witnesses' memories. */
  readonly witnessStates?: readonly string[]
  readonly toleranceMinutes?: number
  onProgress?(stage: AuditStage, done: number, total: number): void
}

const now = () => new Date()
const words = (act: Parameters<typeof tellAct>[0]) =>
  tellAct(
    act,
    actSentences((kind) => ({ en: kind, ur: kind })),
  )

/** Audits an installation whose database is open. Throws `CannotStart`. */
export async function auditWith(environment: Environment, database: Database, order: AuditOrder): Promise<AuditReport> {
  const { origin, s3 } = environment
  const places = placesIn(environment.dataFolder)
  const keys = await withKeys(async () => findKeys(keyHomesOf(environment).ledger))
  if (keys === undefined) throw new CannotStart(`There is no list of keys ${places.ledgerKeys}.`)
  const store = s3 === undefined ? createEditionStore({ root: places.editions }) : await createS3EditionStore(s3)
  return run(order, {
    folder: places.ledger,
    origin,
    keys,
    policyFile: environment.witnessPolicy ?? places.witnessPolicy,
    isPolicyNamed: environment.witnessPolicy !== undefined,
    registers: { client: database.pool, audited: auditedRecords(database, store) },
  })
}

/** Audits an installation: reaches its database, beside a running server or without one. Throws `CannotStart`. */
export async function auditInstallation(environment: Environment, order: AuditOrder): Promise<AuditReport> {
  const { dataFolder, databaseUrl } = environment
  const places = placesIn(dataFolder)
  if (!existsSync(join(places.ledger, 'checkpoint')))
    throw new CannotStart(`There is no ledger in ${dataFolder}: nothing was ever entered there.`)
  const running = await startDatabase({ url: databaseUrl, folder: places.database }, allMigrations, { borrow: true })
  try {
    return await auditWith(environment, running.database, order)
  } finally {
    await running.stop()
  }
}

/** Audits a copy of a ledger's files. `key`: a verifier key of the log that is trusted; `policyFile`: its witnesses. */
export async function auditCopy(
  folder: string,
  key: string,
  policyFile: string | undefined,
  order: AuditOrder,
): Promise<AuditReport> {
  const trusted = parseVerifierKey(key)
  if (trusted === undefined) throw new CannotStart(`${key} is no verifier key (name+hash+key).`)
  const list = join(folder, 'keys')
  const keys = existsSync(list) ? parseKeys(readFileSync(list, 'utf8')) : firstKey(trusted)
  if (keys === undefined) throw new CannotStart(`The list of keys ${list} is damaged.`)
  assertTrusted(keys, trusted.publicKey)
  return run(order, {
    folder,
    origin: trusted.name,
    keys,
    policyFile: policyFile ?? join(folder, 'witnesses.policy'),
    isPolicyNamed: policyFile !== undefined,
  })
}

function assertTrusted(keys: KeyHistory, publicKey: Buffer): void {
  const { isKnown, unvouched } = trustFrom(keys, publicKey)
  if (!isKnown) throw new CannotStart('The key that was given is none of the keys of this ledger.')
  if (unvouched !== undefined)
    throw new CannotStart(
      `A later key is not vouched for by the one that was given (${unvouched.why}): give the newest.`,
    )
}

/** The memories of those witnesses that answer; the report says of whom there is none. */
async function askWitnesses(
  policy: WitnessPolicy,
  given: readonly WitnessMemoryGiven[],
): Promise<readonly WitnessMemoryGiven[]> {
  const others = policy.witnesses.filter(({ key }) =>
    given.every(({ witness }) => !witness.publicKey.equals(key.publicKey)),
  )
  const asked = others.map(async ({ key, url }) =>
    url === undefined ? undefined : readWitnessState(url, [key]).catch(() => undefined),
  )
  return (await Promise.all(asked)).filter((each) => each !== undefined)
}

interface Gathered {
  readonly folder: string
  readonly origin: string
  readonly keys: KeyHistory
  readonly policyFile: string
  readonly isPolicyNamed: boolean
  readonly registers?: Pick<Parameters<typeof audit>[0], 'client' | 'audited'>
}

async function run(order: AuditOrder, gathered: Gathered): Promise<AuditReport> {
  const { folder, origin, keys, registers = {} } = gathered
  const policy = readWitnessPolicy(gathered.policyFile, gathered.isPolicyNamed)
  const witnesses = policy.witnesses.map(({ key }) => key)
  const given = await Promise.all((order.witnessStates ?? []).map((place) => readWitnessState(place, witnesses)))
  const memories = [...given, ...(await askWitnesses(policy, given))]
  const { toleranceMinutes, onProgress } = order
  try {
    return await audit({
      folder,
      origin,
      keys,
      witnesses,
      memories,
      weighty: weightyActs,
      corrections: correctingActs,
      words,
      now,
      ...registers,
      ...(toleranceMinutes === undefined ? {} : { toleranceMinutes }),
      ...(onProgress === undefined ? {} : { onProgress }),
    })
  } catch (error) {
    if (error instanceof NothingToAudit) throw new CannotStart(error.message)
    throw error
  }
}
