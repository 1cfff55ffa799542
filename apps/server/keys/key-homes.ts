/** Where the keys of the ledger and of the editions lie, by the environment. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '@intikhab/kernel/database'
import { connectToken, openKeys, type KeyHome, type OpenKeys } from '@intikhab/kernel/keys'
import { KeyAway, UnsafeKeyFile } from '@intikhab/kernel/ledger'
import { placesIn } from '../data-folder.ts'
import type { Environment } from '../environment.ts'

/** What a key of ours signs. */
export type KeyPurpose = 'ledger' | 'editions'

/** Name under which editions are signed. */
const publisherName = (origin: string) => `${origin}/editions`

/** The two homes; they share one connection to the token. */
export function keyHomesOf({ dataFolder, origin, token: set }: Environment): Readonly<Record<KeyPurpose, KeyHome>> {
  const places = placesIn(dataFolder)
  const token =
    set === undefined ? undefined : connectToken({ ...set, refusedPin: join(places.keys, 'token-pin.refused') })
  const inToken = (label: string | undefined) =>
    token === undefined || label === undefined ? {} : { token: { token, label } }
  return {
    ledger: {
      name: origin,
      list: places.ledgerKeys,
      file: places.ledgerKey,
      ...inToken(set?.labels.ledger),
    },
    editions: {
      name: publisherName(origin),
      list: places.editionsKeys,
      file: places.editionsKey,
      ...inToken(set?.labels.editions),
    },
  }
}

/** Runs what uses a key; what an operator can mend becomes `CannotStart`. */
export async function withKeys<T>(use: () => Promise<T>): Promise<T> {
  try {
    return await use()
  } catch (error) {
    if (error instanceof UnsafeKeyFile) throw new CannotStart(error.message)
    if (error instanceof KeyAway) throw new CannotStart(`${error.message}.`)
    throw error
  }
}

/** Opens both. Throws `CannotStart`. */
export async function openAllKeys(environment: Environment): Promise<Readonly<Record<KeyPurpose, OpenKeys>>> {
  const homes = keyHomesOf(environment)
  const isNew = !existsSync(join(placesIn(environment.dataFolder).ledger, 'checkpoint'))
  return withKeys(async () => ({
    ledger: await openKeys(homes.ledger, isNew),
    editions: await openKeys(homes.editions, isNew),
  }))
}
