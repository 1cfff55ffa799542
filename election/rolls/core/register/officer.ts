import type { Text } from '@intikhab/kernel/language'

/** Who an account is to whoever reads: both null where the reader may not know, or the account is gone. */
export interface ShownOfficer {
  readonly name: string | null
  readonly office: Text | null
}
