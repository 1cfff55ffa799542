import type { Suspicion, SuspicionReason } from '../../core/quality/suspicion.ts'
import type { WorkTable } from './work-table.ts'

/** From so many voters on, a house is looked at. */
const crowdedFrom = 30
/** Of so many at least, so large a share: a household of one age. Of a large household it is enough that many agree. */
const oneAge = { least: 4, share: 0.7, many: 8 }

/** A house and who is in it, the CNICs split by spaces. */
interface House {
  readonly block: number
  readonly voters: number
  readonly cnics: string
}

type Household = House & { readonly household: number }

const cnicsOf = ({ cnics }: House): number[] =>
  cnics
    .split(' ')
    .map(Number)
    .sort((a, b) => a - b)

/** Houses with as many voters as no house has, by the number of the household, and by an address that many write. */
export async function findCrowdedHouses(work: WorkTable): Promise<Suspicion[]> {
  const found: Suspicion[] = []
  const add = (house: House, place: number | string, reason: SuspicionReason) =>
    found.push({
      kind: 'crowded-house',
      subject: `${house.block}/${place}`,
      score: 1 - crowdedFrom / 2 / house.voters,
      reasons: [reason],
      cnics: cnicsOf(house),
      blocks: [house.block],
    })
  for await (const house of work.rows<Household>(
    `select block, household, count(*)::integer as voters, string_agg(cnic, ' ') as cnics from card
      group by block, household having count(*) >= ${crowdedFrom}`,
  )) {
    const { voters, household } = house
    add(house, household, { code: 'crowded-household', values: { voters, household } })
  }
  // Where the household is crowded itself, that was said above.
  for await (const house of work.rows<House & { readonly address: string }>(
    `with house as (select permanent_block as block, address, household, count(*) as n, string_agg(cnic, ' ') as cnics
        from card where address <> '' group by all)
      select block, address, sum(n)::integer as voters, string_agg(cnics, ' ') as cnics from house
        group by block, address having sum(n) >= ${crowdedFrom} and max(n) < ${crowdedFrom}`,
  )) {
    const { voters, address } = house
    add(house, address, { code: 'crowded-address', values: { voters, address } })
  }
  return found
}

/** Households in which nearly everybody was born on one day, or on the first of January. */
export async function findOneAge(work: WorkTable): Promise<Suspicion[]> {
  const enough = (same: string) =>
    `(${same} >= ${oneAge.many} or (${same} >= ${oneAge.least} and ${same} >= ${oneAge.share} * voters))`
  const found: Suspicion[] = []
  for await (const house of work.rows<Household & { readonly same: number; readonly january: number }>(`
    with day as (select block, household, birth, count(*) as n, string_agg(cnic, ' ') as cnics from card group by all),
    house as (select block, household, sum(n)::integer as voters, max(n)::integer as same,
      coalesce(sum(n) filter (where birth % 10000 = 101), 0)::integer as january, string_agg(cnics, ' ') as cnics
      from day group by block, household)
    select block, household, voters, cnics, same, january from house
    where voters >= ${oneAge.least + 1} and (${enough('same')} or ${enough('january')})`)) {
    const { block, household, voters, same: sameDay, january } = house
    const isJanuary = january > sameDay
    const same = Math.max(sameDay, january)
    found.push({
      kind: 'one-age',
      subject: `${block}/${household}`,
      score: Math.min(0.99, 0.5 + (0.5 * same) / voters - (isJanuary ? 0.1 : 0)),
      reasons: [{ code: isJanuary ? 'all-first-of-january' : 'one-birth', values: { same, voters, household } }],
      cnics: cnicsOf(house),
      blocks: [block],
    })
  }
  return found
}
