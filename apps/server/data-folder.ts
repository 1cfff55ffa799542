/** The data folder: what lies where, whose it is, and how it is emptied without taking anything that is not ours. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import {
  CannotStart,
  findCommandOf,
  hasEmbedded,
  isAlive,
  reasonOfFile,
  removeEmbedded,
} from '@intikhab/kernel/database'

/** Where things lie in the data folder. */
export function placesIn(dataFolder: string) {
  const keys = join(dataFolder, 'keys')
  return {
    database: join(dataFolder, 'postgres'),
    ledger: join(dataFolder, 'ledger'),
    editions: join(dataFolder, 'editions'),
    /** Look-up packs while they are built: beside the editions, which take them over. */
    lookUpWorkshop: join(dataFolder, 'look-up-workshop'),
    /** A copy of the roll while it is looked through for faults; goes with the end of the run, or with the next. */
    qualityWorkshop: join(dataFolder, 'quality-workshop'),
    /** Printed rolls and copies of them, until they are fetched. */
    rollPrints: join(dataFolder, 'roll-prints'),
    evidence: join(dataFolder, 'evidence'),
    /** Photographs of the stations' papers, public. */
    resultsEvidence: join(dataFolder, 'evidence', 'results'),
    /** Papers that come with claims and objections; only those who handle the claim see them. */
    claimsEvidence: join(dataFolder, 'evidence', 'claims'),
    /** Batches of the civil registry, as they came. */
    registryEvidence: join(dataFolder, 'evidence', 'registry-feed'),
    keys,
    /** The civil registry's public keys; written by an operator. */
    registryKeys: join(keys, 'registry.pem'),
    ledgerKey: join(keys, 'ledger.pem'),
    editionsKey: join(keys, 'editions.pem'),
    /** The lists of all keys there were, as they are published. */
    ledgerKeys: join(keys, 'ledger-keys.json'),
    editionsKeys: join(keys, 'editions-keys.json'),
    packSecret: join(keys, 'look-up-pack.secret'),
    /** Seals the secrets of authenticator apps in the database. */
    signInSecret: join(keys, 'sign-in.secret'),
    /** What happened at the door, a file a day. */
    securityLog: join(dataFolder, 'security-log'),
    /** Who witnesses the ledger, and how many of them it needs; written by an operator. */
    witnessPolicy: join(dataFolder, 'witnesses.policy'),
    /** Reports of audits that were asked for on the console. */
    audits: join(dataFolder, 'audits'),
    accounts: join(dataFolder, 'accounts.json'),
    site: join(dataFolder, 'site.json'),
    /** Number of the process that serves from this folder. */
    server: join(dataFolder, 'server.pid'),
    /** There while an empty installation is being filled. */
    filling: join(dataFolder, 'being-filled'),
  }
}

/** Makes the data folder where it is missing, and shuts what is about single people. Throws `CannotStart` where it cannot be written. */
export function makeDataFolder(dataFolder: string): void {
  const { keys, claimsEvidence, registryEvidence } = placesIn(dataFolder)
  const probe = join(keys, `.${process.pid}`)
  try {
    for (const folder of [keys, claimsEvidence, registryEvidence]) {
      mkdirSync(folder, { recursive: true })
      chmodSync(folder, 0o700)
    }
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new CannotStart(`The data folder ${dataFolder} cannot be written: ${reasonOfFile(error)}.`)
  }
}

function findOther(file: string): number | undefined {
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8'))
  if (!Number.isInteger(pid) || pid <= 1 || pid === process.pid || !isAlive(pid)) return undefined
  // A number is used again for other programs once its process is gone.
  const command = findCommandOf(pid)
  return command === undefined || command.some((word) => word.includes('intikhab')) ? pid : undefined
}

/** Takes the folder for this process alone; gives how to let it go. Throws `CannotStart` while another server has it. */
export function claimDataFolder(dataFolder: string): () => void {
  const { server } = placesIn(dataFolder)
  const other = findOther(server)
  if (other !== undefined)
    throw new CannotStart(
      `Another Intikhab (process ${other}) serves from ${dataFolder}. Stop it first, or choose another folder with --data.`,
    )
  writeFileSync(server, `${process.pid}\n`)
  return () => rmSync(server, { force: true })
}

/** Throws `CannotStart` where the folder holds things, and none of them is ours: it may be somebody's home. */
export function assertOurs(dataFolder: string): void {
  const places = placesIn(dataFolder)
  const found = existsSync(dataFolder) ? statSync(dataFolder) : undefined
  const isOurs =
    existsSync(places.ledgerKeys) ||
    existsSync(places.ledgerKey) ||
    existsSync(places.server) ||
    hasEmbedded(places.database)
  if (found?.isDirectory() === true && !isOurs && readdirSync(dataFolder).length > 0)
    throw new CannotStart(`The folder ${dataFolder} holds other things than Intikhab's data; nothing was deleted.`)
}

/** Deletes what Intikhab made in the data folder, its database first, and nothing else. */
export async function emptyDataFolder(dataFolder: string): Promise<void> {
  const places = placesIn(dataFolder)
  const { database, server, keys, witnessPolicy, registryKeys } = places
  const kept = new Set([database, server, keys, witnessPolicy, registryKeys])
  try {
    await removeEmbedded(database)
    for (const path of Object.values(places)) if (!kept.has(path)) rmSync(path, { recursive: true, force: true })
    for (const name of existsSync(keys) ? readdirSync(keys) : [])
      if (/^(?:ledger|editions)-\d+\.pem$|^token-pin\.refused$/.test(name)) rmSync(join(keys, name))
    if (existsSync(keys) && readdirSync(keys).length === 0) rmdirSync(keys)
  } catch (error) {
    throw new CannotStart(`The data folder ${dataFolder} cannot be emptied: ${reasonOfFile(error)}.`)
  }
}
