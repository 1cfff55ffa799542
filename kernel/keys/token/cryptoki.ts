import koffi, { type TypeObject } from 'koffi'

/**
 * The few functions of a PKCS#11 module that signing needs (OASIS PKCS#11 3.0), called through the module's own table of
 * functions. Sizes are those of 64-bit Linux and macOS: CK_ULONG and pointers of 8 bytes, structures aligned to them.
 * Runs only in the token's own process (process.ts): what a vendor's module does to it, it does to nothing else.
 */

/** A return value other than CKR_OK. */
export class CryptokiError extends Error {
  override readonly name = 'CryptokiError'
  readonly code: number
  constructor(step: string, code: number) {
    super(`${step}: 0x${code.toString(16)}`)
    this.code = code
  }
}

/** Return values that mean something to us. */
export const returned = {
  pinIncorrect: 0xa0,
  pinInvalid: 0xa1,
  pinLenRange: 0xa2,
  pinExpired: 0xa3,
  pinLocked: 0xa4,
  alreadyLoggedIn: 0x100,
  alreadyInitialized: 0x191,
} as const

/** Attributes of objects, and the values that our keys have. */
export const attribute = {
  class: 0x0,
  token: 0x1,
  private: 0x2,
  label: 0x3,
  keyType: 0x100,
  id: 0x102,
  sensitive: 0x103,
  sign: 0x108,
  verify: 0x10a,
  extractable: 0x162,
  ecParams: 0x180,
  ecPoint: 0x181,
} as const
export const objectClass = { publicKey: 2, privateKey: 3 } as const
export const edwardsKey = 0x40
export const mechanism = { edwardsKeyPair: 0x1055, eddsa: 0x1057 } as const
/** PrintableString "edwards25519" (PKCS#11 3.0 §2.3.10). */
export const edwards25519 = Buffer.from('\u0013\u000cedwards25519')

export type Template = readonly (readonly [type: number, value: Buffer | number | boolean])[]

// The order of CK_FUNCTION_LIST up to the last that is used; each is a pointer behind CK_VERSION and its padding.
const order =
  'Initialize Finalize GetInfo GetFunctionList GetSlotList GetSlotInfo GetTokenInfo GetMechanismList GetMechanismInfo InitToken InitPIN SetPIN OpenSession CloseSession CloseAllSessions GetSessionInfo GetOperationState SetOperationState Login Logout CreateObject CopyObject DestroyObject GetObjectSize GetAttributeValue SetAttributeValue FindObjectsInit FindObjects FindObjectsFinal EncryptInit Encrypt EncryptUpdate EncryptFinal DecryptInit Decrypt DecryptUpdate DecryptFinal DigestInit Digest DigestUpdate DigestKey DigestFinal SignInit Sign SignUpdate SignFinal SignRecoverInit SignRecover VerifyInit Verify VerifyUpdate VerifyFinal VerifyRecoverInit VerifyRecover DigestEncryptUpdate DecryptDigestUpdate SignEncryptUpdate DecryptVerifyUpdate GenerateKey GenerateKeyPair'.split(
    ' ',
  )
/** `n`: CK_ULONG, `p`: a pointer. */
const functions = {
  Initialize: 'p',
  GetSlotList: 'npp',
  GetTokenInfo: 'np',
  OpenSession: 'nnppp',
  Login: 'nnpn',
  GetAttributeValue: 'nnpn',
  FindObjectsInit: 'npn',
  FindObjects: 'npnp',
  FindObjectsFinal: 'n',
  SignInit: 'npn',
  Sign: 'npnpp',
  GenerateKeyPair: 'nppnpnpp',
} as const
type Name = keyof typeof functions
type Value = number | bigint | Buffer | null

/** A loaded module: its functions, each of which throws `CryptokiError` unless it answers CKR_OK. */
export type Cryptoki = Readonly<Record<Name, (...values: Value[]) => void>>

/** CK_ULONG in memory. */
export function ulong(value: number | bigint = 0): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

/** Loads a module. Throws if the file cannot be loaded or is no PKCS#11 module. */
export function loadCryptoki(file: string): Cryptoki {
  const getFunctionList = koffi.load(file).func('C_GetFunctionList', 'ulong', ['void *'])
  const table = ulong()
  const code = Number(getFunctionList(table))
  if (code !== 0) throw new CryptokiError('C_GetFunctionList', code)
  const pointers = Buffer.from(koffi.view(table.readBigUInt64LE(), 8 + order.length * 8))
  const one = (name: Name) => {
    const at = pointers.readBigUInt64LE(8 + order.indexOf(name) * 8)
    const type: TypeObject = koffi.proto(
      'ulong',
      Array.from(functions[name], (letter) => (letter === 'n' ? 'ulong' : 'void *')),
    )
    return (...values: Value[]) => {
      const code = Number(koffi.call(at, type, ...values))
      if (code !== 0) throw new CryptokiError(`C_${name}`, code)
    }
  }
  return Object.fromEntries(Object.keys(functions).map((name) => [name, one(name as Name)])) as Cryptoki
}

/** A template as CK_ATTRIBUTE[]; `kept` are the values it points to, which must live as long. */
export function attributes(template: Template): { bytes: Buffer; count: number; kept: Buffer[] } {
  const bytes = Buffer.alloc(template.length * 24)
  const kept = template.map(([, value]) =>
    typeof value === 'boolean' ? Buffer.from([value ? 1 : 0]) : typeof value === 'number' ? ulong(value) : value,
  )
  for (const [i, [type]] of template.entries()) {
    const value = kept[i] ?? Buffer.alloc(0)
    bytes.writeBigUInt64LE(BigInt(type), i * 24)
    bytes.writeBigUInt64LE(value.length === 0 ? 0n : koffi.address(value), i * 24 + 8)
    bytes.writeBigUInt64LE(BigInt(value.length), i * 24 + 16)
  }
  return { bytes, count: template.length, kept }
}

/** CK_MECHANISM without a parameter. */
export function mechanismOf(type: number): Buffer {
  return Buffer.concat([ulong(type), ulong(), ulong()])
}
