/** How a key gives way to the next as planned. */
import { CannotStart } from '@intikhab/kernel/database'
import { changeKey, findCurrent, findKeys, openKeys, openNext } from '@intikhab/kernel/keys'
import { fingerprintOf, signCheckpoint, verifierKey } from '@intikhab/kernel/ledger'
import { makeDataFolder } from '../data-folder.ts'
import type { Environment } from '../environment.ts'
import { keyHomesOf, withKeys, type KeyPurpose } from './key-homes.ts'
import { lastEditions } from './last-editions.ts'
import {
  actOf,
  atStandstill,
  changedKey,
  ledgerOf,
  signWhatWaits,
  someKeys,
  type ChangedKey,
  type Workshop,
} from './standstill.ts'

async function rotateLedger(workshop: Workshop): Promise<ChangedKey> {
  const { environment, database, at } = workshop
  const home = keyHomesOf(environment).ledger
  const keys = someKeys(findKeys(home), 'ledger')
  const old = await findCurrent(home, keys)
  if (old === undefined)
    throw new CannotStart(
      'The key of the ledger is not there to name its successor: put it back, or follow “A key is lost” in docs/keys.md.',
    )
  const next = await openNext(home, keys)
  const before = ledgerOf(workshop, old.signer, keys)
  const pair = [fingerprintOf(keys.current), fingerprintOf(next.signer)] as const
  await database.transaction((tx) => before.append(tx, [actOf(workshop, 'ledger', 'rotated', pair, {})]))
  await before.sequence()
  const { size, root } = before.latest()
  const last = { [environment.origin]: { number: size, sha256: root } }
  const facts = { why: 'rotated', at, since: null, last, anchor: null } as const
  const after = await changeKey(home, keys, facts, next, old.signer)
  const both = await signCheckpoint(environment.origin, size, root, after.signer, old.signer)
  before.files.writeCheckpoint(both.note)
  await signWhatWaits(ledgerOf(workshop, after.signer, after.keys))
  return changedKey('ledger', after.keys, after)
}

async function rotateEditions(workshop: Workshop): Promise<ChangedKey> {
  const { environment, database, store, at } = workshop
  const home = keyHomesOf(environment).editions
  const log = await openKeys(keyHomesOf(environment).ledger, false)
  const keys = someKeys(findKeys(home), 'editions')
  const old = await findCurrent(home, keys)
  if (old === undefined)
    throw new CannotStart(
      'The key of the editions is not there to name its successor: put it back, or follow “A key is lost” in docs/keys.md.',
    )
  const next = await openNext(home, keys)
  const last = await lastEditions(store)
  const ledger = ledgerOf(workshop, log.signer, log.keys)
  const pair = [fingerprintOf(keys.current), fingerprintOf(next.signer)] as const
  await database.transaction((tx) => ledger.append(tx, [actOf(workshop, 'editions', 'rotated', pair, { last })]))
  const after = await changeKey(home, keys, { why: 'rotated', at, since: null, last, anchor: null }, next, old.signer)
  await signWhatWaits(ledger)
  return changedKey('editions', after.keys, after)
}

/**
 * Ends the key of now as planned and begins the next, made where the environment says that keys are made: so keys move
 * into a token as well. The old key signs who follows it. Throws `CannotStart`, also while the server runs.
 */
export function rotateKey(environment: Environment, purpose: KeyPurpose): Promise<ChangedKey> {
  return atStandstill(environment, purpose === 'ledger' ? rotateLedger : rotateEditions)
}

/** Makes the key that will follow, ahead of the day, so that it can be printed and told to the witnesses. */
export async function makeNextKey(environment: Environment, purpose: KeyPurpose) {
  const home = keyHomesOf(environment)[purpose]
  makeDataFolder(environment.dataFolder)
  return withKeys(async () => {
    const known = findKeys(home)
    const { signer, place } = known === undefined ? await openKeys(home, true) : await openNext(home, known)
    return { key: verifierKey(signer), fingerprint: fingerprintOf(signer), place: place.kind }
  })
}
