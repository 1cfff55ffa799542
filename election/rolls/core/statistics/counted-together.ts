import { addUp, type Sums } from './block-counts.ts'
import { isPublishable } from './breakdowns.ts'

/**
 * Which places a breakdown counts together, so that no subtraction tells of a few people.
 *
 * Districts, seats of the National Assembly and seats of the provincial assemblies cut the country three ways. Whoever
 * has all three tables can work out, at most, the counts of *overlaps*: the blocks of one district, one national and one
 * provincial seat. So a place whose overlap would tell of a few is counted together with a neighbour, until every overlap
 * of what is published counts nobody or enough. Everything else that anybody can add or subtract is a sum of overlaps.
 */

/** Blocks that lie in the same district and the same seats, and their counts. */
export interface Overlap {
  /** Numbers of its district and seats. */
  readonly places: readonly [district: number, national: number, provincial: number]
  readonly counts: Sums
}

/** By level and place: the lowest number of the places with which it is counted together; its own where with none. */
export type Together = readonly [
  districts: readonly number[],
  national: readonly number[],
  provincial: readonly number[],
]

/** Every place by itself. */
export function eachAlone(sizes: readonly [districts: number, national: number, provincial: number]): Together {
  const alone = (size: number) => Array.from({ length: size }, (_, i) => i)
  return [alone(sizes[0]), alone(sizes[1]), alone(sizes[2])]
}

/** How the counts of a breakdown are judged. */
export interface Judged {
  /** What must be none or enough. */
  readonly guard: (counts: Sums) => readonly number[]
  /** Province of a district: districts of one are counted together before those of two. */
  readonly provinceOf: (district: number) => string
}

interface Group {
  readonly places: readonly [number, number, number]
  readonly counts: Sums
  readonly size: number
  readonly isSafe: boolean
}

type Level = 0 | 1 | 2

/**
 * Counts places together, beginning with `start`, until every overlap is safe; undefined where not even the whole country
 * is. What `start` counts together stays together: so breakdowns that begin with that of gender tell nothing beside it.
 */
export function countTogether(overlaps: readonly Overlap[], start: Together, judged: Judged): Together | undefined {
  const together = start.map((places) => [...places]) as [number[], number[], number[]]
  for (;;) {
    const groups = group(overlaps, together, judged)
    const unsafe = groups.filter(({ isSafe }) => !isSafe).sort((a, b) => a.size - b.size)[0]
    if (unsafe === undefined) return together
    const step = neighbourOf(unsafe, groups, judged.provinceOf)
    if (step === undefined) return undefined
    const [level, other] = step
    merge(together[level], unsafe.places[level], other.places[level])
  }
}

function group(overlaps: readonly Overlap[], together: Together, { guard }: Judged): Group[] {
  const found = new Map<string, { places: [number, number, number]; members: Sums[] }>()
  for (const { places, counts } of overlaps) {
    const own = places.map((place, level) => together[level]?.[place] ?? place) as [number, number, number]
    const known = found.get(own.join())
    if (known === undefined) found.set(own.join(), { places: own, members: [counts] })
    else known.members.push(counts)
  }
  return [...found.values()].map(({ places, members }) => {
    const counts = addUp(members)
    const guarded = guard(counts)
    return {
      places,
      counts,
      size: guarded.reduce((sum, count) => sum + count, 0),
      isSafe: guarded.every(isPublishable),
    }
  })
}

/** The level on which to count an unsafe overlap together, and with what: first what loses least. */
function neighbourOf(
  { places: [district, national, provincial] }: Group,
  groups: readonly Group[],
  provinceOf: (district: number) => string,
): readonly [Level, Group] | undefined {
  const steps: readonly (readonly [Level, (places: Group['places']) => boolean])[] = [
    [2, ([d, n, p]) => d === district && n === national && p !== provincial],
    [1, ([d, n, p]) => d === district && n !== national && p === provincial],
    [1, ([d, n]) => d === district && n !== national],
    [0, ([d, n]) => d !== district && n === national && provinceOf(d) === provinceOf(district)],
    [0, ([d]) => d !== district && provinceOf(d) === provinceOf(district)],
    [0, ([d]) => d !== district],
  ]
  for (const [level, fits] of steps) {
    const [smallest] = groups.filter(({ places }) => fits(places)).sort((a, b) => a.size - b.size)
    if (smallest !== undefined) return [level, smallest]
  }
  return undefined
}

function merge(places: number[], one: number, other: number): void {
  const [kept, gone] = one < other ? [one, other] : [other, one]
  for (const [i, place] of places.entries()) if (place === gone) places[i] = kept
}
