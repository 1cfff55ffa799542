import { seeded, votersOfBlock, type Country, type CountryVoter, type Random } from '@intikhab/rehearsal/country'

/** Which blocks are for what: nobody is met by two at once. */
const parts = { 'all-year': 0, display: 1, registry: 2 } as const

/** Voters of the country to whom something happens, each met once; the same for the same country. */
export interface MetVoters {
  readonly random: Random
  /** Index of a block of this part. */
  block(): number
  /** Somebody on the roll of a block who was not met yet. */
  from(block: number): CountryVoter
}

export function meetVoters(country: Country, part: keyof typeof parts): MetVoters {
  const random = seeded(`${country.seed}/registration/${part}`)
  const blocks = [...country.blocks.keys()].filter((index) => index % 3 === parts[part])
  const met = new Set<string>()
  return {
    random,
    block: () => random.pick(blocks),
    from(block) {
      const free = [...votersOfBlock(country, block)].filter(
        ({ cnic, status }) => status === 'active' && !met.has(cnic),
      )
      const voter = random.pick(free)
      met.add(voter.cnic)
      return voter
    },
  }
}
