import type { BlockCode } from '@intikhab/delimitation'
import { countColumns, type BlockCounts } from './block-counts.ts'
import type { CountedPlaces } from './cut-country.ts'
import type { RollFacts } from './statistics.ts'

export const facts: RollFacts = {
  rollId: 'test-2026',
  nameEn: 'Test roll',
  nameUr: 'آزمائشی فہرست',
  qualifyingDate: '2026-01-01',
  asOf: '2026-02-01T00:00:00.000Z',
  edition: 4,
  blocks: 4,
  stations: null,
  delimitationId: '2023',
  genderGap: { percent: 10, section: 's.47' },
  counted: { lastAction: 0, gaps: [], imports: 1 },
}

/** A block of a made-up country: where it lies and its row of counts, by their places in the row. */
export interface MadeUpBlock {
  readonly district: string
  readonly seats: readonly string[]
  readonly counts: Readonly<Record<number, number>>
}

/** A country of these blocks. `provinces`: of each district. */
export function madeUpCountry(
  blocks: readonly MadeUpBlock[],
  provinces: Readonly<Record<string, string>>,
): { count: BlockCounts; places: CountedPlaces } {
  const codes = blocks.map((_, i) => String(901_010_101 + i) as BlockCode)
  const counts = new Int32Array(blocks.length * countColumns)
  for (const [i, block] of blocks.entries())
    for (const [column, n] of Object.entries(block.counts)) counts[i * countColumns + Number(column)] = n
  const seats = [...new Set(blocks.flatMap((block) => block.seats))].sort()
  return {
    count: { blocks: codes, counts },
    places: {
      districts: Object.entries(provinces).map(([code, province]) => ({
        code,
        nameEn: code,
        nameUr: code,
        province,
        officePhone: '',
      })),
      areas: blocks.map(({ district }, i) => ({ block: codes[i] as BlockCode, nameEn: '', nameUr: '', district })),
      seats: seats.map((code) => ({ code, nameEn: code, nameUr: code, province: 'punjab' })),
      seatsOf: (block) => blocks[Number(block) - 901_010_101]?.seats ?? [],
    },
  }
}
