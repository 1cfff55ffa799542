/**
 * The look-up pack: what the enquiry needs to know of every voter, without a name, an address or a CNIC in it.
 *
 * A voter is known by a key, the first 16 bytes of HMAC-SHA256(secret of the pack, CNIC). Entries of 32 bytes, big
 * endian, lie sorted by key in 256 shards named by the first byte of the key, `shards/00.bin` … `shards/ff.bin`:
 *
 *     0  16  key
 *    16   1  state and gender: bits 0–2 state, bits 3–4 gender
 *    17   3  block: place in the list of blocks
 *    20   3  silsila number
 *    23   3  gharana number
 *    26   3  station for the first seat of the block: place in the list of stations, ff ff ff where none
 *    29   3  station for the second seat, likewise
 *
 * 128.6 million voters are 256 shards of 16 MB; a reader loads only those it is asked for.
 */

export const entryBytes = 32
export const keyBytes = 16
export const shardCount = 256
const none = 0xffffff

/** What an entry of the roll is to its voter; the enquiry answers each in its own words. */
export const packStates = ['active', 'blocked', 'deceased', 'overseas'] as const
export type PackState = (typeof packStates)[number]

const packGenders = ['male', 'female', 'other'] as const
type PackGender = (typeof packGenders)[number]

/** One voter in the pack. Places are indices into the pack's lists. */
export interface PackEntry {
  readonly state: PackState
  readonly gender: PackGender
  readonly block: number
  readonly serial: number
  readonly household: number
  /** Station for the first and the second seat of the block; undefined while none is assigned. */
  readonly stations: readonly [number | undefined, number | undefined]
}

/** The lists beside the shards (`lists.json`): everything that many voters share. */
export interface PackLists {
  readonly blocks: readonly PackBlock[]
  readonly stations: readonly PackStation[]
  readonly seats: readonly PackSeat[]
  readonly districts: readonly PackDistrict[]
}

export interface PackBlock {
  readonly code: string
  readonly nameEn: string
  readonly nameUr: string
  /** Places in the lists of districts and seats; the National Assembly's seat first, then the provincial one. */
  readonly district: number
  readonly seats: readonly number[]
}

export interface PackStation {
  /** `NA-46/17` */
  readonly id: string
  readonly number: number
  readonly nameEn: string
  readonly nameUr: string
  readonly kind: 'male' | 'female' | 'combined'
  readonly longitude: number | null
  readonly latitude: number | null
}

export interface PackSeat {
  readonly code: string
  readonly nameEn: string
  readonly nameUr: string
}

export interface PackDistrict {
  readonly code: string
  readonly nameEn: string
  readonly nameUr: string
  readonly province: string
  readonly officePhone: string
}

/** `pack.json`: what the pack is. */
export interface PackDescription {
  readonly format: 'intikhab-look-up/1'
  readonly rollId: string
  readonly entries: number
  /** Tells whether a secret fits this pack: the key of the text `intikhab-look-up/1`, in hex. */
  readonly secretCheck: string
  /** The scheme whose stations are in it; null before there is one. */
  readonly scheme: { readonly electionId: string; readonly version: number } | null
  /** When the rolls are frozen (ISO 8601; `until` null before the results), and under which section. */
  readonly frozen: { readonly from: string; readonly until: string | null; readonly section: string } | null
  readonly helpline: string
}

/** What the secret check is the key of. */
export const secretCheckText = 'intikhab-look-up/1'

/** The shard of a key. */
export function shardOf(key: Uint8Array): number {
  return key[0] ?? 0
}

/** Path of a shard in the edition. */
export function shardPath(shard: number): string {
  return `shards/${shard.toString(16).padStart(2, '0')}.bin`
}

function put24(into: Uint8Array, at: number, value: number): void {
  if (!Number.isInteger(value) || value < 0 || value > none) throw new RangeError(`${value} does not fit in 24 bits`)
  into[at] = value >>> 16
  into[at + 1] = value >>> 8
  into[at + 2] = value
}

function take24(from: Uint8Array, at: number): number {
  return ((from[at] ?? 0) << 16) | ((from[at + 1] ?? 0) << 8) | (from[at + 2] ?? 0)
}

/** Writes an entry at byte `at`. Throws `RangeError` for a number that does not fit, which is a bug. */
export function writeEntry(into: Uint8Array, at: number, key: Uint8Array, entry: PackEntry): void {
  into.set(key.length === keyBytes ? key : key.subarray(0, keyBytes), at)
  into[at + 16] = packStates.indexOf(entry.state) | (packGenders.indexOf(entry.gender) << 3)
  put24(into, at + 17, entry.block)
  put24(into, at + 20, entry.serial)
  put24(into, at + 23, entry.household)
  put24(into, at + 26, entry.stations[0] ?? none)
  put24(into, at + 29, entry.stations[1] ?? none)
}

/** Reads the entry at byte `at`. Throws `RangeError` if a state or gender is none of ours. */
export function readEntry(from: Uint8Array, at: number): PackEntry {
  const flags = from[at + 16] ?? 0
  const state = packStates[flags & 7]
  const gender = packGenders[(flags >> 3) & 3]
  if (state === undefined || gender === undefined) throw new RangeError('the shard is damaged: no such state')
  const station = (offset: number) => {
    const place = take24(from, at + offset)
    return place === none ? undefined : place
  }
  return {
    state,
    gender,
    block: take24(from, at + 17),
    serial: take24(from, at + 20),
    household: take24(from, at + 23),
    stations: [station(26), station(29)],
  }
}

/** A shard's bytes sorted by key. Throws `RangeError` if a key comes twice: one CNIC, one vote. */
export function sortShard(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const count = bytes.length / entryBytes
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // The first byte is the same in a whole shard; the next 48 bits fit a double and decide nearly always.
  const leading = Float64Array.from({ length: count }, (_, i) => {
    const at = i * entryBytes
    return view.getUint16(at + 1) * 0x1_0000_0000 + view.getUint32(at + 3)
  })
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  order.sort(
    (a, b) => (leading[a] ?? 0) - (leading[b] ?? 0) || compareKeys(bytes, a * entryBytes, bytes, b * entryBytes),
  )
  const sorted = new Uint8Array(bytes.length)
  for (const [to, from] of order.entries()) {
    sorted.set(bytes.subarray(from * entryBytes, (from + 1) * entryBytes), to * entryBytes)
    if (to > 0 && compareKeys(sorted, (to - 1) * entryBytes, sorted, to * entryBytes) === 0)
      throw new RangeError('the same CNIC stands in the look-up pack twice')
  }
  return sorted
}

function compareKeys(a: Uint8Array, atA: number, b: Uint8Array, atB: number): number {
  for (let i = 0; i < keyBytes; i++) {
    const difference = (a[atA + i] ?? 0) - (b[atB + i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Bits 8 to 40 of a key as a number in [0, 1): keys of a hash are spread evenly, so this tells where in the shard it lies. */
function position(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at + 1] ?? 0) * 0x1000000 +
      ((bytes[at + 2] ?? 0) << 16) +
      ((bytes[at + 3] ?? 0) << 8) +
      (bytes[at + 4] ?? 0)) /
    0x1_0000_0000
  )
}

/** Finds the entry of `key` in a sorted shard; first guessing by its value, then halving. Undefined if it is not there. */
export function findEntry(shard: Uint8Array, key: Uint8Array): PackEntry | undefined {
  let low = 0
  let high = shard.length / entryBytes - 1
  // About two square roots of the size around the guess: the key is nearly always there.
  const guess = Math.floor(position(key, 0) * (high + 1))
  const around = 2 * Math.ceil(Math.sqrt(high + 1))
  const from = Math.max(0, guess - around)
  const to = Math.min(high, guess + around)
  if (from <= to) {
    if (compareKeys(shard, from * entryBytes, key, 0) <= 0) low = from
    if (compareKeys(shard, to * entryBytes, key, 0) >= 0) high = to
  }
  while (low <= high) {
    const middle = (low + high) >>> 1
    const order = compareKeys(shard, middle * entryBytes, key, 0)
    if (order === 0) return readEntry(shard, middle * entryBytes)
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return undefined
}
