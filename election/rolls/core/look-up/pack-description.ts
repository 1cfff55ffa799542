import type { PackGender } from './pack-entry.ts'

/**
 * The files of a look-up pack:
 *
 *     pack.json            what it is (`PackDescription`)
 *     directory.bin        how many entries stand before each bucket: 32 bits each, big endian
 *     shards/00.bin … ff   the entries (`pack-entry.ts`) by the first byte of the key, sorted
 *     districts/0.json …   what the voters of a district share (`PackDistrictLists`)
 *
 * A bucket is all keys with the same first `directoryBits` bits, so a look-up is one read of some two kilobytes.
 */
export const packFormat = 'intikhab-look-up/2'

export const shardCount = 256

/** `pack.json`. */
export interface PackDescription {
  readonly format: typeof packFormat
  readonly rollId: string
  /** The roll's newest public edition when the pack was built: `manifest` is the SHA-256 of its manifest. */
  readonly rollEdition: { readonly series: string; readonly number: number; readonly manifest: string } | null
  /** Code of the district whose voters alone are in it; null for all. */
  readonly onlyDistrict: string | null
  readonly entries: number
  /** 0 to 99, part of what keys are made of: raised where two voters had the same key. */
  readonly salt: number
  /** Tells whether a secret fits this pack: AES-256 of the text `intikhab-look-up` under it, in hex. */
  readonly secretCheck: string
  readonly directoryBits: number
  /** The scheme whose stations are in it; null before there is one. */
  readonly scheme: { readonly electionId: string; readonly version: number } | null
  readonly freezes: readonly PackFreeze[]
  readonly helpline: string
  readonly seats: readonly PackSeat[]
  readonly districts: readonly PackDistrict[]
}

/** When the rolls are frozen (ISO 8601; `until` null before the results), and under which section. */
export interface PackFreeze {
  readonly from: string
  readonly until: string | null
  readonly section: string
  /** False where only some blocks are frozen: they name it in `frozenBy`. */
  readonly everywhere: boolean
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
  /** Entries number the blocks of all districts on end: the number of this one's first. */
  readonly firstBlock: number
}

/** `districts/<place in the list of districts>.json`. */
export interface PackDistrictLists {
  readonly blocks: readonly PackBlock[]
  readonly stations: readonly PackStation[]
}

export interface PackBlock {
  readonly code: string
  readonly nameEn: string
  readonly nameUr: string
  /** Places in the list of seats; the National Assembly's seat first, then the provincial one. */
  readonly seats: readonly number[]
  /** Places in the list of freezes, of those that hold only here and there. */
  readonly frozenBy: readonly number[]
  readonly parts: readonly PackPart[]
}

/** Who votes at a station: place among the block's seats, gender, first and last silsila number, place in the list of stations. */
export type PackPart = readonly [slot: number, gender: PackGender, from: number, to: number, station: number]

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

export const descriptionPath = 'pack.json'
export const directoryPath = 'directory.bin'

/** Path of a shard in the edition. */
export function shardPath(shard: number): string {
  return `shards/${shard.toString(16).padStart(2, '0')}.bin`
}

/** Path of a district's lists, by its place in the list of districts. */
export function districtPath(place: number): string {
  return `districts/${place}.json`
}

/** About how many entries a bucket shall have: they are read together. */
const bucketEntries = 100

/** How many bits of a key tell its bucket, in a pack of so many entries: at least those of the shard. */
export function directoryBitsFor(entries: number): number {
  return Math.min(24, Math.max(8, Math.ceil(Math.log2(Math.max(1, entries) / bucketEntries))))
}

/** The text of 16 characters whose AES-256 is the key of a CNIC. */
export function keyText(cnic: string, salt: number): string {
  return `${cnic}-${String(salt).padStart(2, '0')}`
}

/** The text whose AES-256 is the secret check. */
export const secretCheckText = 'intikhab-look-up'

/** A voter's station at each of the block's seats, undefined where none is assigned: never guessed, the number decides. */
export function stationsOfVoter(block: PackBlock, gender: PackGender, serial: number): (number | undefined)[] {
  const found: (number | undefined)[] = block.seats.map(() => undefined)
  for (const [slot, served, from, to, station] of block.parts)
    if (served === gender && serial >= from && serial <= to) found[slot] = station
  return found
}
