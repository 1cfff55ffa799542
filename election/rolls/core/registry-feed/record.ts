import type { Cnic } from '../identifiers.ts'
import type { AddressKind, Identity } from '../register/voter.ts'

/** A card that was issued or re-issued: everything that is on it. */
export interface CardRecord {
  readonly kind: 'new-card' | 'modified-card'
  readonly number: number
  readonly cnic: Cnic
  readonly identity: Identity
  /** The address chosen with the card (s.27); null where nothing was said. */
  readonly chosen: AddressKind | null
  /** CNIC of the head of the family: whoever is enrolled in the same block joins that household. */
  readonly headOfFamily: Cnic | null
}

interface CancelledRecord {
  readonly kind: 'cancelled-card'
  readonly number: number
  readonly cnic: Cnic
}

export interface DeathRecord {
  readonly kind: 'death'
  readonly number: number
  readonly cnic: Cnic
  /** `YYYY-MM-DD`, of the dead. */
  readonly dateOfBirth: string
  readonly diedOn: string
  /** Number of the registered death certificate; null where the death was only reported. */
  readonly certificate: string | null
}

/** One record of the civil registry (s.25), as far as it could be read. */
export type RegistryRecord = CardRecord | CancelledRecord | DeathRecord
