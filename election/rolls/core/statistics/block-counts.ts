import type { BlockCode } from '@intikhab/delimitation'

export const ageBands = ['18-25', '26-35', '36-45', '46-55', '56-65', '66+'] as const

/** First year of age of every band but the first. */
export const bandsFrom = [26, 36, 46, 56, 66] as const

/**
 * What is counted in a block, as places in its row: women, men and others by age band, then marks. A row has
 * `countColumns` numbers.
 */
export const countAt = {
  women: 0,
  men: 6,
  others: 12,
  disabledWomen: 18,
  disabledMenAndOthers: 19,
  blocked: 20,
  deathNoted: 21,
  overseas: 22,
} as const
export const countColumns = 23

/** Everybody on the roll, counted by block in the order of the blocks' codes; blocks without voters included. */
export interface BlockCounts {
  readonly blocks: readonly BlockCode[]
  /** A row of `countColumns` a block, one after the other. */
  readonly counts: Int32Array
}

/** Counts of any set of blocks: the sum of their rows. */
export type Sums = readonly number[]

/** Sums the blocks up by a number that each is given, 0 to `groups` − 1. */
export function sumBlocks({ counts }: BlockCounts, groupOf: ArrayLike<number>, groups: number): number[][] {
  const sums = Array.from({ length: groups }, () => Array.from({ length: countColumns }, () => 0))
  for (let block = 0; block < groupOf.length; block++) {
    const row = sums[groupOf[block] ?? -1]
    if (row === undefined) throw new RangeError(`block ${block} of the count belongs to none of ${groups} groups`)
    for (let column = 0; column < countColumns; column++)
      row[column] = (row[column] ?? 0) + (counts[block * countColumns + column] ?? 0)
  }
  return sums
}

/** The sum of some rows, column by column. */
export function addUp(rows: readonly Sums[]): number[] {
  const sum = (rows[0] ?? []).map(() => 0)
  for (const row of rows)
    for (let column = 0; column < sum.length; column++) sum[column] = (sum[column] ?? 0) + (row[column] ?? 0)
  return sum
}

const bandsAt = (sums: Sums, from: number): number[] => ageBands.map((_, band) => sums[from + band] ?? 0)

/** Voters, women, men and others of a row. */
export function genderCounts(row: ArrayLike<number>): [voters: number, women: number, menAndOthers: number] {
  const women = total(row, countAt.women, ageBands.length)
  const menAndOthers = total(row, countAt.men, 2 * ageBands.length)
  return [women + menAndOthers, women, menAndOthers]
}

/** The sum of some columns of a row, one after the other. */
function total(sums: ArrayLike<number>, from: number, columns: number): number {
  let sum = 0
  for (let column = from; column < from + columns; column++) sum += sums[column] ?? 0
  return sum
}

/** What a row says, by the names under which it is published. */
export function readSums(sums: Sums) {
  const women = bandsAt(sums, countAt.women)
  const men = bandsAt(sums, countAt.men)
  const others = bandsAt(sums, countAt.others)
  const at = (column: number) => sums[column] ?? 0
  return {
    womenByAge: women,
    menAndOthersByAge: men.map((count, band) => count + (others[band] ?? 0)),
    menByAge: men,
    othersByAge: others,
    women: total(women, 0, 6),
    men: total(men, 0, 6),
    others: total(others, 0, 6),
    menAndOthers: total(sums, countAt.men, 12),
    voters: total(sums, countAt.women, 18),
    disabledWomen: at(countAt.disabledWomen),
    disabledMenAndOthers: at(countAt.disabledMenAndOthers),
    blocked: at(countAt.blocked),
    deathNoted: at(countAt.deathNoted),
    overseas: at(countAt.overseas),
  }
}
