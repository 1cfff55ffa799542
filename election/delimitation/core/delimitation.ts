import type { Text } from '@intikhab/kernel/language'
import type { ConstituencyCode } from './identifiers.ts'
import type { Level } from './level.ts'
import type { Province } from './province.ts'

/** A constituency of a named delimitation. */
export interface Constituency {
  readonly code: ConstituencyCode
  readonly name: Text
  readonly province: Province
  /** Members that it elects: one, so far as the Act goes today. */
  readonly seats: number
}

/** A delimitation: the seats of all assemblies as the commission last drew them, with a name: `2018`, `2023`. */
export interface Delimitation {
  readonly id: string
  readonly name: Text
  /** The census by which it was drawn; null where that is not held here. */
  readonly censusId: string | null
  readonly constituencies: readonly Constituency[]
}

/** A place of a census and what it holds. */
export interface Place {
  readonly id: number
  readonly parent: number | null
  readonly level: Level
  readonly name: Text
  readonly province: Province
  readonly population: number
  readonly households: number
}

/** Which seat a census block belongs to. */
export interface BlockAssignment {
  readonly block: string
  readonly constituency: ConstituencyCode
}
