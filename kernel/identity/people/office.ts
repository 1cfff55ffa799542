import type { Text } from '@intikhab/kernel/language'
import type { Role, Scope } from '../rights/person.ts'

/** What an office is called after: the role of whoever heads it. */
export const officeKinds = [
  'secretariat',
  'provincial-officer',
  'regional-officer',
  'district-officer',
  'district-returning-officer',
  'returning-officer',
  'agency',
  'tribunal',
] as const satisfies readonly Role[]

export type OfficeKind = (typeof officeKinds)[number]

/** A place of the commission, in the tree that says which place lies in which. */
export interface Office {
  readonly id: string
  readonly kind: OfficeKind
  readonly name: Text
  /** The office above it; null for the secretariat. */
  readonly parent: string | null
  /** Over what it reaches; with `electionId` for an office of one election. */
  readonly scope: Scope
  readonly openedAt: Date
  readonly closedAt: Date | null
}

/** An office that is to be opened. */
export type OfficeRequest = Pick<Office, 'id' | 'kind' | 'name' | 'parent' | 'scope'>
