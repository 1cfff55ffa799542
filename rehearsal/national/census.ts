import type { BlockCode } from '@intikhab/delimitation'

/** The blocks of a census, district after district in the order of `censusDistricts`, each district's by their codes. */
export interface CensusBlocks {
  /** Where they come from, as reports say it. */
  readonly source: string
  /** Nine digits as a number. */
  readonly code: Int32Array
  /** Number of the district in `censusDistricts`. */
  readonly district: Uint8Array
  readonly population: Int32Array
  /** 1 where the unit is a town. */
  readonly urban: Uint8Array
}

/** A block on its way into `CensusBlocks`. */
export interface CensusBlock {
  readonly code: number
  readonly district: number
  readonly population: number
  readonly isUrban: boolean
}

export function inCensusOrder(source: string, blocks: CensusBlock[]): CensusBlocks {
  blocks.sort((a, b) => a.district - b.district || a.code - b.code)
  return {
    source,
    code: Int32Array.from(blocks, ({ code }) => code),
    district: Uint8Array.from(blocks, ({ district }) => district),
    population: Int32Array.from(blocks, ({ population }) => population),
    urban: Uint8Array.from(blocks, ({ isUrban }) => Number(isUrban)),
  }
}

/** The code of a block as the register has it: nine digits. */
export const blockCode = (code = 0): BlockCode => String(code).padStart(9, '0') as BlockCode
