import { ageBands, genderCounts, readSums, type Sums } from './block-counts.ts'

/** Cells below this many people are not published. */
export const leastPublished = 10

/**
 * A breakdown: the columns that it publishes and what must never be small in them. Gender is the finest: every other
 * breakdown counts at least as many places together.
 */
export interface Breakdown {
  /** Names of the columns, in their order. */
  readonly columns: readonly string[]
  /** The published counts, in the order of the columns. */
  readonly publish: (sums: Sums) => readonly number[]
  /** Numbers that follow from the published ones and must be none or at least `leastPublished`. */
  readonly guard: (sums: Sums) => readonly number[]
  /** Published of seats, and not of districts alone. */
  readonly ofSeats: boolean
}

const guardedBy = (publish: Breakdown['publish']) => ({ publish, guard: publish })

/** Voters, and how many of them are women. Others stand with the men: so few are nearly everywhere too few to be told. */
const gender: Breakdown = {
  columns: ['voters', 'women', 'menAndOthers'],
  ofSeats: true,
  ...guardedBy(genderCounts),
}

/** Men and others told apart, where there are enough others. */
const others: Breakdown = {
  columns: ['men', 'others'],
  ofSeats: false,
  ...guardedBy((sums) => {
    const { men, others: few } = readSums(sums)
    return [men, few]
  }),
}

const ages: Breakdown = {
  columns: [...ageBands.map((band) => `women ${band}`), ...ageBands.map((band) => `menAndOthers ${band}`)],
  ofSeats: true,
  ...guardedBy((sums) => {
    const { womenByAge, menAndOthersByAge } = readSums(sums)
    return [...womenByAge, ...menAndOthersByAge]
  }),
}

/** Cards with the mark of disability (s.93: postal ballot). */
const disability: Breakdown = {
  columns: ['disabledWomen', 'disabledMenAndOthers'],
  ofSeats: true,
  publish(sums) {
    const { disabledWomen, disabledMenAndOthers } = readSums(sums)
    return [disabledWomen, disabledMenAndOthers]
  },
  guard(sums) {
    const { disabledWomen, disabledMenAndOthers, women, menAndOthers } = readSums(sums)
    return [disabledWomen, disabledMenAndOthers, women - disabledWomen, menAndOthers - disabledMenAndOthers]
  },
}

/** How entries stand: active, card blocked, death noted and not yet struck off, opted for voting overseas. */
const status: Breakdown = {
  columns: ['active', 'blocked', 'deathNoted', 'overseas'],
  ofSeats: false,
  ...guardedBy((sums) => {
    const { voters, blocked, deathNoted, overseas } = readSums(sums)
    return [voters - blocked - deathNoted - overseas, blocked, deathNoted, overseas]
  }),
}

export const breakdowns = { gender, others, ages, disability, status } as const
export type BreakdownName = keyof typeof breakdowns

/** Whether a number tells of nobody in particular. */
export const isPublishable = (count: number): boolean => count === 0 || count >= leastPublished
