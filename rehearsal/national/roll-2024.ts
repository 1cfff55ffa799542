import { apportion, runningTotals } from './apportion.ts'
import { regions, type Region } from './districts.ts'

/** Voters of the general election of 8 February 2024, by region (Election Commission of Pakistan): 128,585,760. */
export const votersOf2024: Readonly<Record<Region, number>> = {
  punjab: 73_207_896,
  sindh: 26_994_769,
  'khyber-pakhtunkhwa': 21_928_119,
  balochistan: 5_371_947,
  islamabad: 1_083_029,
}

export const nationalTotal = regions.reduce((sum, region) => sum + votersOf2024[region], 0)

/** The day by which ages are told: the last on which the roll of 2024 could be changed (s.39). */
export const qualifyingDate = '2023-10-28'

/**
 * Men and women of 30 June 2023, in ten thousands as the Commission gave them out; of Islamabad, which it left out, those
 * of 2018 in single voters. Together they make 54.02 % and 45.98 %.
 */
const genders: Readonly<Record<Region, readonly [men: number, women: number]>> = {
  punjab: [3841, 3319],
  sindh: [1438, 1214],
  'khyber-pakhtunkhwa': [1179, 982],
  balochistan: [296, 231],
  islamabad: [407_463, 357_885],
}

/** Voters with the gender mark X in a million; the Commission counts some thousands. */
const othersInAMillion = 25

/** Bands of age of July and September 2023, in ten thousands (126.71 million of 126.98: the first is a round figure). */
export const ageBands = [
  { from: 18, to: 35, voters: 5700 },
  { from: 36, to: 45, voters: 2779 },
  { from: 46, to: 55, voters: 1812 },
  { from: 56, to: 65, voters: 1180 },
  { from: 66, to: 99, voters: 1200 },
] as const

/** Nobody is older here. */
const youngest = ageBands[0].from
const oldest = 99

/** The voters of one region. */
export interface RegionTotals {
  readonly region: Region
  readonly voters: number
  readonly men: number
  readonly women: number
  readonly others: number
}

/** The regions' voters of a roll of `total`, in the proportions of 2024; at `nationalTotal` those of 2024 themselves. */
export function regionTotals(total: number): RegionTotals[] {
  const voters = apportion(
    total,
    regions.map((region) => votersOf2024[region]),
  )
  return regions.map((region, i) => {
    const all = voters[i] ?? 0
    const others = Math.round((all * othersInAMillion) / 1_000_000)
    const [men = 0, women = 0] = all === 0 ? [] : apportion(all - others, genders[region])
    return { region, voters: all, men, women, others }
  })
}

/** How the years of a band share it: the young a little more, and few above 80. */
function weightOfAge(age: number): number {
  return age <= 65 ? 10_000 - 60 * age : Math.round(10_000 * Math.exp(-(age - 66) / 10)) + 1
}

/** How many of `total` are of each age from 18 on, added up: entry n counts those younger than 18 + n. */
export function agesAddedUp(total: number): Int32Array {
  const bands = apportion(
    total,
    ageBands.map(({ voters }) => voters),
  )
  const years: number[] = []
  for (const [i, { from, to }] of ageBands.entries()) {
    const weights = Array.from({ length: to - from + 1 }, (_, year) => weightOfAge(from + year))
    years.push(...apportion(bands[i] ?? 0, weights))
  }
  return runningTotals(years)
}

export const ages = { youngest, oldest } as const

/** Shares that no publication gives; chosen here so that every kind of entry is found. In ten thousand voters. */
export const shares = {
  /** Cards with the mark of disability. */
  disabled: 20,
  /** National identity cards for overseas Pakistanis. */
  nicop: 250,
  /** Enrolled at the temporary address on the card, and at a place of posting (s.27). */
  temporary: 500,
  posting: 50,
  /** Those enrolled at the permanent address whose card has a temporary one besides. */
  unusedTemporary: 800,
  /** Entries under a mark: card blocked, death noted, opted for voting overseas. */
  blocked: 5,
  deathNoted: 15,
  overseas: 20,
} as const
