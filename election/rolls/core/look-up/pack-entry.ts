/**
 * An entry of the look-up pack: 16 bytes, big endian.
 *
 *     0  8  key of the voter: the first 8 bytes of AES-256 of the CNIC under the secret of the pack
 *     8  8  bits 63–61 state, 60–59 gender, 58–39 block, 38–19 silsila number, 18–0 gharana number
 *
 * State and gender are places in the lists below, block is a place in the list of blocks (`PackDistrict.firstBlock`).
 * There are no names, addresses or CNICs in it, and no station: that follows from the block's parts and the silsila number.
 */

export const entryBytes = 16

/** What an entry of the roll is to its voter; the enquiry answers each in its own words. */
export const packStates = ['active', 'blocked', 'deceased', 'overseas'] as const
export type PackState = (typeof packStates)[number]

export const packGenders = ['male', 'female', 'other'] as const
export type PackGender = (typeof packGenders)[number]

/** One voter in the pack. */
export interface PackEntry {
  readonly state: PackState
  readonly gender: PackGender
  /** Place in the list of blocks. */
  readonly block: number
  readonly serial: number
  readonly household: number
}

/** The largest numbers that fit, for block and serial, and for household. */
const [most20, most19] = [0xf_ffff, 0x7_ffff]

function assertFits(value: number, most: number, what: string): void {
  if (!(value >= 0 && value <= most))
    throw new RangeError(`${what} ${value} does not fit into an entry of the look-up pack`)
}

/** The upper half of an entry's second 8 bytes. Throws `RangeError` for a number that does not fit, which is a bug. */
export function upperWord(state: number, gender: number, block: number, serial: number): number {
  assertFits(block, most20, 'block')
  assertFits(serial, most20, 'serial')
  return ((state << 29) | (gender << 27) | (block << 7) | (serial >>> 13)) >>> 0
}

/** The lower half. Throws `RangeError` for a number that does not fit. */
export function lowerWord(serial: number, household: number): number {
  assertFits(household, most19, 'household')
  return (((serial & 0x1fff) << 19) | household) >>> 0
}

/** Reads both halves. Throws `RangeError` if state or gender are none of ours. */
export function entryOfWords(upper: number, lower: number): PackEntry {
  const state = packStates[upper >>> 29]
  const gender = packGenders[(upper >>> 27) & 3]
  if (state === undefined || gender === undefined) throw new RangeError('the look-up pack is damaged: no such state')
  return {
    state,
    gender,
    block: (upper >>> 7) & most20,
    serial: ((upper & 0x7f) << 13) | (lower >>> 19),
    household: lower & most19,
  }
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (
    (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0
  )
}

/** The first four bytes of a key as a number: by them shard and bucket are found. */
export function leadingWord(key: Uint8Array): number {
  return wordAt(key, 0)
}

/** Finds the entry of `key` among `count` sorted entries at the beginning of `bytes`, by halving. */
export function findEntry(bytes: Uint8Array, count: number, key: Uint8Array): PackEntry | undefined {
  const [first, second] = [wordAt(key, 0), wordAt(key, 4)]
  let [low, high] = [0, count - 1]
  while (low <= high) {
    const middle = (low + high) >>> 1
    const at = middle * entryBytes
    const difference = wordAt(bytes, at) - first || wordAt(bytes, at + 4) - second
    if (difference === 0) return entryOfWords(wordAt(bytes, at + 8), wordAt(bytes, at + 12))
    if (difference < 0) low = middle + 1
    else high = middle - 1
  }
  return undefined
}
