import type { Cnic } from '../identifiers.ts'
import type { ChangeKind } from './change.ts'
import type { Voter } from './voter.ts'

/** On whose authority the feed of the civil registry acts (s.25). */
export const registryAuthority = 'civil-registry'

/** A past action, as it is told. */
export interface PastAction {
  readonly actionId: number
  readonly cnic: Cnic
  readonly kind: ChangeKind
  readonly actedAt: Date
  readonly authority: string
  readonly cause: string
  readonly form: string | null
  readonly section: string | null
  readonly before: Voter | null
  readonly after: Voter | null
}
