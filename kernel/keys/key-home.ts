import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import {
  encodeKeys,
  fingerprintOf,
  firstKey,
  openSigner,
  parseKeys,
  readSigner,
  replaceDurably,
  succeedKey,
  UnsafeKeyFile,
  writeNewDurably,
  type KeyEndFacts,
  type KeyHistory,
  type Signer,
} from '@intikhab/kernel/ledger'
import { connectToken, nameOfToken, type Token, type TokenPlace } from './token/connect-token.ts'
import { keyOfToken, keysInToken, tokenSigner } from './token/token-signer.ts'

/** The keys of one purpose (the ledger, the editions), one after the other, and where an operator has them lie. */
export interface KeyHome {
  /** Their name in signed notes. */
  readonly name: string
  /** File with the list of the keys, as it is published. */
  readonly list: string
  /** File of the first key; the second lies in `…-2.pem`, and so on. */
  readonly file: string
  /** Where new keys are made if not in a file; the first is called `label`, the second `label-2`. */
  readonly token?: { readonly token: Token; readonly label: string }
}

/** Where one key lies; can be handed to a thread. */
export type KeyPlace =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'token'; readonly token: TokenPlace; readonly publicKey: Uint8Array }

/** A key that is ready to sign. */
export interface PlacedKey {
  readonly signer: Signer
  readonly place: KeyPlace
}

/** The keys of one purpose, the last of them ready to sign. */
export interface OpenKeys extends PlacedKey {
  readonly keys: KeyHistory
}

/** File of the key that is number `n` of its purpose. */
export function keyFile({ file }: KeyHome, n: number): string {
  return n === 1 ? file : file.replace(/\.pem$/, `-${n}.pem`)
}

function keyLabel(label: string, n: number): string {
  return n === 1 ? label : `${label}-${n}`
}

/** The list of the keys; undefined where there is none yet. Throws `UnsafeKeyFile` if it has been damaged. */
export function findKeys({ list }: KeyHome): KeyHistory | undefined {
  if (!existsSync(list)) return undefined
  const keys = parseKeys(readFileSync(list, 'utf8'))
  if (keys === undefined)
    throw new UnsafeKeyFile(`The list of keys in ${list} is damaged: put back the one that was published or backed up.`)
  return keys
}

/** The key that is number `n`, made where new ones are made if it does not exist. Throws `UnsafeKeyFile`, `KeyAway`. */
async function openNumbered(home: KeyHome, n: number): Promise<PlacedKey> {
  if (home.token === undefined) {
    const file = keyFile(home, n)
    return { signer: openSigner(file, home.name), place: { kind: 'file', file } }
  }
  const { token, label } = home.token
  const publicKey = await keyOfToken(token, keyLabel(label, n))
  return { signer: tokenSigner(token, home.name, publicKey), place: { kind: 'token', token: token.place, publicKey } }
}

/** Where the key of now lies, in the token or in its file; undefined if it is in neither. Throws `KeyAway`. */
export async function findCurrent(home: KeyHome, keys: KeyHistory): Promise<PlacedKey | undefined> {
  const { publicKey } = keys.current
  const token = home.token?.token
  if (token !== undefined && (await keysInToken(token)).some((key) => key.publicKey.equals(publicKey)))
    return {
      signer: tokenSigner(token, home.name, publicKey),
      place: { kind: 'token', token: token.place, publicKey },
    }
  const file = keyFile(home, keys.ended.length + 1)
  if (!existsSync(file)) return undefined
  const signer = readSigner(file, home.name)
  return signer.publicKey.equals(publicKey) ? { signer, place: { kind: 'file', file } } : undefined
}

/**
 * Opens the keys of a purpose; the first is made where there has been none and `isNew` says that nothing was signed yet.
 * Throws `UnsafeKeyFile` where the key of now is gone or lies elsewhere than configured, `KeyAway` where the token is.
 */
export async function openKeys(home: KeyHome, isNew: boolean): Promise<OpenKeys> {
  const known = findKeys(home)
  if (known === undefined) {
    if (!isNew && !existsSync(home.file) && home.token === undefined)
      throw new UnsafeKeyFile(
        `The key ${home.file} and the list of keys ${home.list} are gone: put them back from the backup, or follow docs/keys.md.`,
      )
    // A key file from before there was a list is the first key, wherever new ones are to be made.
    const { token: _configured, ...inFiles } = home
    const first = await openNumbered(existsSync(home.file) ? inFiles : home, 1)
    keepKeys(home, firstKey(first.signer))
    return openKeys(home, isNew)
  }
  const found = await findCurrent(home, known)
  const wanted = home.token === undefined ? 'file' : 'token'
  const which = `The key ${home.name} that signs now (${fingerprintOf(known.current).slice(0, 16)}…)`
  if (found === undefined)
    throw new UnsafeKeyFile(
      `${which} is not in ${home.token === undefined ? keyFile(home, known.ended.length + 1) : nameOfToken(home.token.token.place)}: put it back, or follow docs/keys.md.`,
    )
  if (found.place.kind !== wanted)
    throw new UnsafeKeyFile(
      `${which} lies in a file, and a token is configured: \`intikhab keys rotate\` makes its successor in the token.`,
    )
  return { keys: known, ...found }
}

/** Writes the list of the keys. */
function keepKeys({ list }: KeyHome, keys: KeyHistory): void {
  mkdirSync(dirname(list), { recursive: true, mode: 0o700 })
  if (existsSync(list)) replaceDurably(list, encodeKeys(keys))
  else writeNewDurably(list, encodeKeys(keys))
}

/** The key that will follow the one of now, made where new keys are made if it does not exist yet. */
export function openNext(home: KeyHome, keys: KeyHistory): Promise<PlacedKey> {
  return openNumbered(home, keys.ended.length + 2)
}

/**
 * Ends the key of now and begins `next`. `predecessor` signs the statement too, and must where it is only rotated. When
 * this returns, the next start signs with the new key.
 */
export async function changeKey(
  home: KeyHome,
  keys: KeyHistory,
  facts: KeyEndFacts,
  next: PlacedKey,
  predecessor?: Signer,
): Promise<OpenKeys> {
  const after = await succeedKey(keys, facts, next.signer, predecessor)
  keepKeys(home, after)
  return { keys: after, ...next }
}

/** The signer of a key that is known to lie at `place`: for a thread. The token is asked when something is signed. */
export function signerAt(place: KeyPlace, name: string): Signer {
  return place.kind === 'file'
    ? readSigner(place.file, name)
    : tokenSigner(connectToken(place.token), name, Buffer.from(place.publicKey))
}
