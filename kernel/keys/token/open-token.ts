import {
  attribute,
  attributes,
  CryptokiError,
  edwards25519,
  edwardsKey,
  loadCryptoki,
  mechanism,
  mechanismOf,
  objectClass,
  returned,
  ulong,
  type Cryptoki,
  type Template,
} from './cryptoki.ts'
import { TokenFailure, type FoundKey, type TokenToOpen } from './messages.ts'

/** A token with the user logged in. Every call blocks for as long as the token takes. */
export interface OpenToken {
  /** Private Ed25519 keys with their public halves. */
  keys(): FoundKey[]
  /** Makes a pair inside the token; its secret never leaves it. Gives the 32 raw bytes of the public key. */
  make(label: string): Buffer
  /** Raw 64-byte signature by the private key that belongs to `publicKey`. */
  sign(publicKey: Buffer, bytes: Buffer): Buffer
}

/** The ways in which a login fails that trying again would make worse. */
const refusedPin = new Set<number>([
  returned.pinIncorrect,
  returned.pinInvalid,
  returned.pinLenRange,
  returned.pinExpired,
])
/** CKF_USER_PIN_FINAL_TRY and CKF_USER_PIN_LOCKED; CKF_SERIAL_SESSION with CKF_RW_SESSION; CKU_USER. */
const [finalTry, locked, session, user] = [0x2_0000, 0x4_0000, 0x6, 1]

function load(file: string): Cryptoki {
  let cryptoki: Cryptoki
  try {
    cryptoki = loadCryptoki(file)
  } catch (error) {
    throw new TokenFailure('module', (error as Error).message)
  }
  try {
    cryptoki.Initialize(null)
  } catch (error) {
    if (!(error instanceof CryptokiError && error.code === returned.alreadyInitialized)) throw error
  }
  return cryptoki
}

function findSlot(cryptoki: Cryptoki, token: TokenToOpen['token']): { slot: bigint; flags: number } {
  const count = ulong()
  cryptoki.GetSlotList(1, null, count)
  const list = Buffer.alloc(Number(count.readBigUInt64LE()) * 8)
  if (list.length > 0) cryptoki.GetSlotList(1, list, count)
  for (let at = 0; at < list.length; at += 8) {
    const slot = list.readBigUInt64LE(at)
    // CK_TOKEN_INFO: label of 32 bytes at the start, flags behind maker, model and serial number.
    const info = Buffer.alloc(208)
    cryptoki.GetTokenInfo(slot, info)
    const label = info.subarray(0, 32).toString().trimEnd()
    if ('slot' in token ? BigInt(token.slot) === slot : token.label === label)
      return { slot, flags: Number(info.readBigUInt64LE(96)) }
  }
  throw new TokenFailure('no-token')
}

/** 32 raw bytes, bare or wrapped as OCTET STRING or BIT STRING. */
function rawPoint(point: Buffer): Buffer | undefined {
  return [32, 34, 35].includes(point.length) ? point.subarray(-32) : undefined
}

/** Opens the module, finds the token and logs in once. Throws `TokenFailure`, or `CryptokiError` for all else. */
export function openToken({ module, token, pin }: TokenToOpen): OpenToken {
  const cryptoki = load(module)
  const { slot, flags } = findSlot(cryptoki, token)
  if ((flags & (finalTry | locked)) !== 0) throw new TokenFailure('pin-locked')
  const handle = ulong()
  cryptoki.OpenSession(slot, session, null, null, handle)
  const at = handle.readBigUInt64LE()
  const secret = Buffer.from(pin)
  try {
    cryptoki.Login(at, user, secret, secret.length)
  } catch (error) {
    if (!(error instanceof CryptokiError) || error.code !== returned.alreadyLoggedIn) {
      const code = error instanceof CryptokiError ? error.code : -1
      throw refusedPin.has(code)
        ? new TokenFailure('pin-refused')
        : code === returned.pinLocked
          ? new TokenFailure('pin-locked')
          : error
    }
  } finally {
    secret.fill(0)
  }

  function find(template: Template): bigint[] {
    const { bytes, count, kept } = attributes(template)
    cryptoki.FindObjectsInit(at, bytes, count)
    const [found, number] = [Buffer.alloc(64 * 8), ulong()]
    cryptoki.FindObjects(at, found, 64, number)
    cryptoki.FindObjectsFinal(at)
    kept.length = 0
    return Array.from({ length: Number(number.readBigUInt64LE()) }, (_, i) => found.readBigUInt64LE(i * 8))
  }

  function read(object: bigint, type: number): Buffer {
    const value = Buffer.alloc(256)
    const { bytes, count } = attributes([[type, value]])
    cryptoki.GetAttributeValue(at, object, bytes, count)
    const length = bytes.readBigUInt64LE(16)
    return length > 256n ? Buffer.alloc(0) : Buffer.from(value.subarray(0, Number(length)))
  }

  const pairs = () =>
    find([
      [attribute.class, objectClass.publicKey],
      [attribute.keyType, edwardsKey],
      [attribute.token, true],
    ]).flatMap((object) => {
      const publicKey = rawPoint(read(object, attribute.ecPoint))
      const [id, label] = [read(object, attribute.id), read(object, attribute.label).toString()]
      const secrets = find([
        [attribute.class, objectClass.privateKey],
        [attribute.keyType, edwardsKey],
        [attribute.id, id],
      ])
      const [privateKey] = secrets
      return publicKey === undefined || privateKey === undefined ? [] : [{ label, publicKey, privateKey }]
    })

  const known = new Map<string, bigint>()
  return {
    keys: () => pairs().map(({ label, publicKey }) => ({ label, publicKey })),
    make(label) {
      const name = Buffer.from(label)
      // The two halves are tied by CKA_ID, which is their label: names of ours are given once (`-2`, `-3`, …).
      const shared = [
        [attribute.token, true],
        [attribute.label, name],
        [attribute.id, name],
      ] as const
      const open = attributes([...shared, [attribute.verify, true], [attribute.ecParams, edwards25519]])
      const secret = attributes([
        ...shared,
        [attribute.private, true],
        [attribute.sensitive, true],
        [attribute.extractable, false],
        [attribute.sign, true],
      ])
      const [how, publicHandle, privateHandle] = [mechanismOf(mechanism.edwardsKeyPair), ulong(), ulong()]
      cryptoki.GenerateKeyPair(at, how, open.bytes, open.count, secret.bytes, secret.count, publicHandle, privateHandle)
      const raw = rawPoint(read(publicHandle.readBigUInt64LE(), attribute.ecPoint))
      open.kept.length = secret.kept.length = 0
      if (raw === undefined) throw new TokenFailure('module', 'the public key has no 32 bytes')
      return raw
    },
    sign(publicKey, bytes) {
      const name = publicKey.toString('hex')
      const privateKey = known.get(name) ?? pairs().find((pair) => pair.publicKey.equals(publicKey))?.privateKey
      if (privateKey === undefined) throw new TokenFailure('no-key')
      known.set(name, privateKey)
      cryptoki.SignInit(at, mechanismOf(mechanism.eddsa), privateKey)
      const [signature, length] = [Buffer.alloc(64), ulong(64)]
      cryptoki.Sign(at, bytes, bytes.length, signature, length)
      return signature
    },
  }
}
