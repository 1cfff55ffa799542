import type { BlockCode } from '@intikhab/delimitation'
import type { Cnic } from '../identifiers.ts'

/** The lists of an electoral area, in the order in which they are told. */
export const genders = ['male', 'female', 'other'] as const
export type Gender = (typeof genders)[number]

/** The roll names a voter's father or husband: son, daughter or wife (or widow) of. */
export const relations = ['son', 'daughter', 'wife'] as const
export type Relation = (typeof relations)[number]

/** The card of the registry: a CNIC, a NICOP (overseas Pakistanis) or a POC (Pakistan origin). */
export type CardKind = 'cnic' | 'nicop' | 'poc'

/** The list in which a voter is printed: the general one, or the separate supplementary one. */
export type RollList = 'general' | 'supplementary'

/** A voter is deemed to reside at one of the addresses on the card, or at the place of posting (s.27). There is no fourth. */
export const addressKinds = ['permanent', 'temporary', 'posting'] as const
export type AddressKind = (typeof addressKinds)[number]

/** An address, and the census block in which it lies. */
export interface Address {
  readonly textUr: string
  readonly block: BlockCode
}

export interface Addresses {
  readonly permanent: Address
  readonly temporary: Address | null
  /** Of a government servant, or of the family (s.27). */
  readonly posting: Address | null
}

/** Who somebody is, as the civil registry says. It stays in the register when the entry ends. */
export interface Identity {
  readonly cnic: Cnic
  readonly card: CardKind
  readonly nameUr: string
  /** Empty where the registry gives none. */
  readonly nameEn: string
  readonly relation: Relation
  readonly relationNameUr: string
  readonly gender: Gender
  /** `YYYY-MM-DD` */
  readonly dateOfBirth: string
  /** The card bears the mark of disability (s.93: postal ballot). */
  readonly disabled: boolean
  readonly list: RollList
  readonly addresses: Addresses
  /** SHA-256 of the photograph in hex; null where there is none. */
  readonly photo: string | null
}

/** A place in the roll of one electoral area. */
export interface RollEntry {
  /** The electoral area: the census block of the chosen address. */
  readonly block: BlockCode
  /** Gharana: number of the household in the block. */
  readonly household: number
  /** Silsila: running number in the block's list of that gender; never given to another. */
  readonly serial: number
}

/**
 * Where somebody stands. The first four are on the roll; `removed` were, and `to-verify` wait until somebody has been at
 * the door.
 */
export const voterStatuses = ['active', 'blocked', 'deceased', 'overseas', 'removed', 'to-verify'] as const
export type VoterStatus = (typeof voterStatuses)[number]

/** Somebody whom the register knows. */
export interface Voter extends Identity {
  /** Which of the addresses decides the electoral area. */
  readonly chosen: AddressKind
  readonly status: VoterStatus
  /** Null while not on the roll. */
  readonly entry: RollEntry | null
}

/** Somebody on the roll. */
export interface EnrolledVoter extends Voter {
  readonly entry: RollEntry
}

export function isEnrolled(voter: Voter): voter is EnrolledVoter {
  return voter.entry !== null
}

/** The address by which a voter is enrolled; undefined where the voter has none of that kind. */
export function chosenAddress({ addresses, chosen }: Pick<Voter, 'addresses' | 'chosen'>): Address | undefined {
  return addresses[chosen] ?? undefined
}

/** The block by which a voter belongs to a district: that of the entry, else of the chosen address. */
export function placeOf({ entry, addresses, chosen }: Voter): BlockCode {
  return entry?.block ?? addresses[chosen]?.block ?? addresses.permanent.block
}

/** A district as the rolls need it: whose registration officer answers for it. */
export interface RollDistrict {
  readonly code: string
  readonly nameEn: string
  readonly nameUr: string
  /** `punjab`, `sindh`, `khyber-pakhtunkhwa`, `balochistan`, `islamabad`, `fata` */
  readonly province: string
  /** The District Election Commissioner's office (registration officer). */
  readonly officePhone: string
}

/** An electoral area: a census block, by the name under which its roll is printed. */
export interface ElectoralArea {
  readonly block: BlockCode
  readonly nameEn: string
  readonly nameUr: string
  /** Code of a district that is already there. */
  readonly district: string
}

/** Part of a polling station's list: voters of one gender of one block, or a range of their serials. */
export interface RollPart {
  readonly block: BlockCode
  readonly gender: Gender
  /** Both included. */
  readonly fromSerial: number
  readonly toSerial: number
}
