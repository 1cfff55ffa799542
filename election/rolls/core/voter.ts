import type { BlockCode } from '@intikhab/delimitation'
import type { Cnic } from './identifiers.ts'

export type Gender = 'male' | 'female' | 'other'

/** The roll names a voter's father or husband: son, daughter or wife (or widow) of. */
export type Relation = 'son' | 'daughter' | 'wife'

/**
 * Where an entry stands. The first four are on the roll and keep their CNIC from being enrolled again; `removed`
 * entries stay in the register as history.
 */
export type VoterStatus = 'active' | 'blocked' | 'deceased' | 'overseas' | 'removed'

/** An entry of the electoral roll. */
export interface VoterEntry {
  readonly cnic: Cnic
  readonly nameUr: string
  /** Empty where the registry gives none. */
  readonly nameEn: string
  readonly relation: Relation
  readonly relationNameUr: string
  readonly gender: Gender
  /** `YYYY-MM-DD` */
  readonly dateOfBirth: string
  /** The address that the voter chose among those on the CNIC (s.27). */
  readonly addressUr: string
  readonly block: BlockCode
  /** Gharana: number of the household in the block. */
  readonly household: number
  /** Silsila: running number in the block's list of that gender. */
  readonly serial: number
  readonly status: VoterStatus
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
