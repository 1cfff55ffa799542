/** How many more men than women are on a roll. */
export interface GenderGap {
  /** Men less women; below 0 where there are more women. Others, who are few, stand with the men. */
  readonly difference: number
  readonly voters: number
  /** More than the share of the law, which calls for special measures (s.47). */
  readonly isAbove: boolean
}

/** The gap of a line of the breakdown by gender: its `voters`, `women` and `menAndOthers`. `percent`: of s.47. */
export function genderGap([voters = 0, women = 0, menAndOthers = 0]: readonly number[], percent: number): GenderGap {
  const difference = menAndOthers - women
  return { difference, voters, isAbove: difference * 100 > percent * voters }
}
