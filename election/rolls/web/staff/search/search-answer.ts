import type { Text } from '@intikhab/kernel/language'

export interface SearchAnswer {
  readonly matches: readonly {
    readonly handle: string
    readonly district: string
    /** Masked. */
    readonly cnic: string
    readonly nameUr: string
    readonly nameEn: string
    readonly relation: 'son' | 'daughter' | 'wife'
    readonly relationNameUr: string
    readonly gender: 'male' | 'female' | 'other'
    readonly dateOfBirth: string
    readonly area: Text
    readonly block: string
    readonly serial: number | null
    readonly household: number | null
    readonly status: 'active' | 'blocked' | 'deceased' | 'overseas' | 'removed' | 'to-verify'
    readonly how: 'exact' | 'same' | 'reordered' | 'part' | 'near'
  }[]
  readonly isMore: boolean
}
