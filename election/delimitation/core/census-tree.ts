/** One printed line of a census table. */
export interface CensusLine {
  readonly line: number
  readonly kind: CensusLineKind
  readonly name: string
  readonly population: number
  readonly households: number
  /** The table, one for each district, in which it is printed. */
  readonly district: string
}

export type CensusLineKind = 'district' | 'tehsil' | 'unit' | 'charge' | 'circle' | 'block'

/** A heading of the census tables: a place that has parts. */
export interface CensusPlace {
  /** Its place in the list of headings, from 0. */
  readonly index: number
  /** Index of the heading that holds it; null for a district. */
  readonly parent: number | null
  readonly printed: CensusLine
  /** What its blocks, and those of its parts, add up to. */
  population: number
  households: number
  /** True where the next line printed under it is a block: the place of the electoral rolls. */
  holdsBlocks: boolean
}

interface CensusBlockLine {
  readonly printed: CensusLine
  /** Index of the heading under which it is printed. */
  readonly place: number
}

export interface CensusTree {
  readonly places: readonly CensusPlace[]
  readonly blocks: readonly CensusBlockLine[]
}

interface Open {
  readonly place: CensusPlace
  population: number
  households: number
}

const isFull = (open: Open) => open.population === 0 && open.households === 0
const holds = (open: Open, line: CensusLine) => line.population <= open.population && line.households <= open.households

/**
 * Rebuilds the tree from the printed lines. Neither the indent (it starts again on every sheet) nor the heading (a tehsil
 * may be printed without the word) says what holds what; the totals do: a heading holds the following lines until they
 * add up to it. A heading that the next one does not fit into stays short of its total, and the check says so.
 */
export function censusTree(lines: Iterable<CensusLine>): CensusTree {
  const places: CensusPlace[] = []
  const blocks: CensusBlockLine[] = []
  let open: Open[] = []
  let district = ''
  const begin = (printed: CensusLine) => {
    const parent = open.at(-1)?.place.index ?? null
    const place: CensusPlace = {
      index: places.length,
      parent,
      printed,
      population: 0,
      households: 0,
      holdsBlocks: false,
    }
    places.push(place)
    open.push({ place, population: printed.population, households: printed.households })
  }
  for (const line of lines) {
    if (line.district !== district) {
      district = line.district
      open = []
    } else if (line.kind !== 'block') close(open, line)
    if (line.kind !== 'block') {
      begin(line)
      continue
    }
    const under = open.at(-1)?.place
    if (under === undefined) continue
    under.holdsBlocks = true
    blocks.push({ printed: line, place: under.index })
    for (const one of open) {
      one.population -= line.population
      one.households -= line.households
      one.place.population += line.population
      one.place.households += line.households
    }
  }
  return { places, blocks }
}

const order: readonly CensusLineKind[] = ['district', 'tehsil', 'unit', 'charge', 'circle', 'block']

/** Ends the headings that `line` cannot be a part of. The district of the table stays open. */
function close(open: Open[], line: CensusLine): void {
  const last = open.at(-1)?.place
  const uninhabited = line.population === 0 && line.households === 0
  while (open.length > 1) {
    const top = open.at(-1)
    if (top === undefined) return
    const ranksAbove = order.indexOf(top.place.printed.kind) < order.indexOf(line.kind)
    if (!isFull(top) && holds(top, line)) return
    if (uninhabited && isFull(top) && !top.place.holdsBlocks && (ranksAbove || last?.parent === top.place.index)) return
    open.pop()
  }
}
