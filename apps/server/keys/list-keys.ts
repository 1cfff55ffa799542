import { existsSync } from 'node:fs'
import { findCurrent, findKeys, keyFile } from '@intikhab/kernel/keys'
import { fingerprintOf, keysOf, verifierKey, type Mark, type WhyEnded } from '@intikhab/kernel/ledger'
import type { Environment } from '../environment.ts'
import { keyHomesOf, withKeys, type KeyPurpose } from './key-homes.ts'

/** One key as an operator sees it. */
export interface ListedKey {
  readonly purpose: KeyPurpose
  readonly fingerprint: string
  /** `name+hash+key`. */
  readonly key: string
  /** Where its secret lies; null where it is not here any more. Of old keys only their files are looked for. */
  readonly place: string | null
  /** Null for the key that signs now. */
  readonly end: { readonly why: WhyEnded; readonly at: string; readonly last: Readonly<Record<string, Mark>> } | null
}

/** All keys of an installation, oldest first. Throws `CannotStart`, also where a token is configured and away. */
export async function listKeys(environment: Environment): Promise<ListedKey[]> {
  const listed: ListedKey[] = []
  const homes = keyHomesOf(environment)
  for (const purpose of ['ledger', 'editions'] as const) {
    const home = homes[purpose]
    const keys = await withKeys(async () => findKeys(home))
    if (keys === undefined) continue
    const current = await withKeys(() => findCurrent(home, keys))
    for (const [index, key] of keysOf(keys).entries()) {
      const end = keys.ended[index]?.end
      const file = keyFile(home, index + 1)
      const found =
        end === undefined ? current?.place : existsSync(file) ? ({ kind: 'file', file } as const) : undefined
      listed.push({
        purpose,
        fingerprint: fingerprintOf(key),
        key: verifierKey(key),
        place: found === undefined ? null : found.kind === 'file' ? found.file : 'token',
        end: end === undefined ? null : { why: end.why, at: end.at, last: end.last },
      })
    }
  }
  return listed
}
