/** How a key is withdrawn without it: because it is lost, or because somebody else may have it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeKey, findKeys, openKeys, openNext } from '@intikhab/kernel/keys'
import {
  fingerprintOf,
  parseKeys,
  signCheckpoint,
  withoutSecret,
  type Ledger,
  type Signer,
} from '@intikhab/kernel/ledger'
import { placesIn } from '../data-folder.ts'
import type { Environment } from '../environment.ts'
import { keyHomesOf, type KeyPurpose } from './key-homes.ts'
import { lastEditions, publishedKeys } from './last-editions.ts'
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
import { chooseAnchor, type AnchorChoice } from './witnessed-anchor.ts'

/** Why a key is withdrawn, and what its end rests on. */
export interface Withdrawal {
  readonly why: 'lost' | 'stolen'
  /** From when on a stolen key may have been in other hands, ISO 8601 in UTC. */
  readonly since: string | null
  readonly anchor: AnchorChoice
}

/** Beyond the anchor the stolen key counts for nothing: what it published there is signed again, once found to be ours. */
async function signPublishedAgain(ledger: Ledger, signer: Signer, from: number): Promise<void> {
  for (const size of ledger.published.walk().filter((size) => size > from)) {
    const { note } = await signCheckpoint(ledger.origin, size, await ledger.rootAt(size), signer)
    ledger.published.addCosignature(size, note.split('\n').at(-2) ?? '')
  }
}

async function retireLedger(workshop: Workshop, { why, since, anchor: choice }: Withdrawal): Promise<ChangedKey> {
  const { environment, database, at } = workshop
  const home = keyHomesOf(environment).ledger
  const copy = join(placesIn(environment.dataFolder).ledger, 'keys')
  const published = existsSync(copy) ? parseKeys(readFileSync(copy, 'utf8')) : undefined
  const keys = someKeys(findKeys(home) ?? published, 'ledger')
  const before = ledgerOf(workshop, withoutSecret(keys.current), keys)
  const anchor = await chooseAnchor(environment, before, choice)
  const { size, root } = why === 'stolen' && anchor !== null ? anchor : before.latest()
  const next = await openNext(home, keys)
  const pair = [fingerprintOf(keys.current), fingerprintOf(next.signer)] as const
  const act = actOf(workshop, 'ledger', why, pair, { since, anchor: anchor?.size ?? null })
  await database.transaction((tx) => before.append(tx, [act]))
  const last = { [environment.origin]: { number: size, sha256: root } }
  const after = await changeKey(home, keys, { why, at, since, last, anchor: anchor?.note ?? null }, next)
  const ledger = ledgerOf(workshop, after.signer, after.keys)
  await signWhatWaits(ledger)
  if (why === 'stolen') await signPublishedAgain(ledger, after.signer, size)
  return changedKey('ledger', after.keys, after)
}

async function retireEditions(workshop: Workshop, { why, since, anchor: choice }: Withdrawal): Promise<ChangedKey> {
  const { environment, database, store, at } = workshop
  const home = keyHomesOf(environment).editions
  const log = await openKeys(keyHomesOf(environment).ledger, false)
  const keys = someKeys(findKeys(home) ?? (await publishedKeys(store)), 'editions')
  const ledger = ledgerOf(workshop, log.signer, log.keys)
  await ledger.sequence()
  const anchor = await chooseAnchor(environment, ledger, choice)
  const last = await lastEditions(store, why === 'stolen' ? ledger : undefined)
  const next = await openNext(home, keys)
  const pair = [fingerprintOf(keys.current), fingerprintOf(next.signer)] as const
  const act = actOf(workshop, 'editions', why, pair, { since, anchor: anchor?.size ?? null, last })
  await database.transaction((tx) => ledger.append(tx, [act]))
  const after = await changeKey(home, keys, { why, at, since, last, anchor: anchor?.note ?? null }, next)
  await signWhatWaits(ledger)
  return changedKey('editions', after.keys, after)
}

/**
 * Ends a key that is lost or stolen, without it, and begins the next. The end rests on the newest checkpoint that
 * witnesses have cosigned. Throws `CannotStart`, also while the server runs, and where the anchor is not of this ledger.
 */
export function retireKey(environment: Environment, purpose: KeyPurpose, withdrawal: Withdrawal): Promise<ChangedKey> {
  const retire = purpose === 'ledger' ? retireLedger : retireEditions
  return atStandstill(environment, (workshop) => retire(workshop, withdrawal))
}
