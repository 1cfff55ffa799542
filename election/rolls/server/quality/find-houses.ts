import type { DuckDBDataChunk } from '@duckdb/node-api'
import type { Suspicion, SuspicionReason } from '../../core/quality/suspicion.ts'
import { numbers, texts, type WorkTable } from './work-table.ts'

/** From so many voters on, a house is looked at. */
const crowdedFrom = 30
/** Of so many at least, so large a share: a household of one age. Of a large household it is enough that many agree. */
const oneAge = { least: 4, share: 0.7, many: 8 }

const cnicsOf = (text: string): number[] =>
  text
    .split(' ')
    .map(Number)
    .sort((a, b) => a - b)

/** Houses with as many voters as no house has, by the number of the household, and by an address that many write. */
export async function findCrowdedHouses(work: WorkTable): Promise<Suspicion[]> {
  const byHousehold = await houses(
    work,
    `select block, household, count(*)::integer, string_agg(cnic, ' '), '' from card
      group by block, household having count(*) >= ${crowdedFrom}`,
    ([block, household, voters]) => ({
      subject: `${block}/${household}`,
      reason: { code: 'crowded-household', values: { voters, household } },
    }),
  )
  // Where the household is crowded itself, that was said above.
  const byAddress = await houses(
    work,
    `with house as (select permanent_block, address, household, count(*) as n, string_agg(cnic, ' ') as cnics
        from card where address <> '' group by all)
      select permanent_block, count(*)::integer, sum(n)::integer, string_agg(cnics, ' '), address from house
        group by permanent_block, address having sum(n) >= ${crowdedFrom} and max(n) < ${crowdedFrom}`,
    ([block, , voters], address) => ({
      subject: `${block}/${address}`,
      reason: { code: 'crowded-address', values: { voters, address } },
    }),
  )
  return [...byHousehold, ...byAddress].map(({ at, reason, subject, cnics }) => ({
    kind: 'crowded-house',
    subject,
    score: 1 - crowdedFrom / 2 / at[2],
    reasons: [reason],
    cnics,
    blocks: [at[0]],
  }))
}

type Counted = readonly [number, number, number]

async function houses(
  work: WorkTable,
  query: string,
  about: (at: Counted, address: string) => { readonly subject: string; readonly reason: SuspicionReason },
) {
  const found: {
    readonly at: Counted
    readonly subject: string
    readonly reason: SuspicionReason
    readonly cnics: number[]
  }[] = []
  for await (const chunk of work.chunks(query)) {
    const read = columnsOf(chunk)
    for (const [i, list] of texts(chunk, 3).entries()) {
      const at = read(i)
      found.push({ at, cnics: cnicsOf(list), ...about(at, texts(chunk, 4)[i] ?? '') })
    }
  }
  return found
}

function columnsOf(chunk: DuckDBDataChunk): (row: number) => Counted {
  const [a, b, c] = [numbers(chunk, 0), numbers(chunk, 1), numbers(chunk, 2)]
  return (row) => [a[row] ?? 0, b[row] ?? 0, c[row] ?? 0]
}

/** Households in which nearly everybody was born on one day, or on the first of January. */
export async function findOneAge(work: WorkTable): Promise<Suspicion[]> {
  const enough = (same: string) =>
    `(${same} >= ${oneAge.many} or (${same} >= ${oneAge.least} and ${same} >= ${oneAge.share} * voters))`
  const found: Suspicion[] = []
  for await (const chunk of work.chunks(`
    with day as (select block, household, birth, count(*) as n, string_agg(cnic, ' ') as cnics from card group by all),
    house as (select block, household, sum(n)::integer as voters, max(n)::integer as same,
      coalesce(sum(n) filter (where birth % 10000 = 101), 0)::integer as january, string_agg(cnics, ' ') as cnics
      from day group by block, household)
    select block, household, voters, cnics, same, january from house
    where voters >= ${oneAge.least + 1} and (${enough('same')} or ${enough('january')})`)) {
    const read = columnsOf(chunk)
    const [same, january] = [numbers(chunk, 4), numbers(chunk, 5)]
    for (const [i, list] of texts(chunk, 3).entries()) {
      const [block, household, voters] = read(i)
      const [sameDay, onJanuary] = [same[i] ?? 0, january[i] ?? 0]
      const isJanuary = onJanuary > sameDay
      const most = Math.max(sameDay, onJanuary)
      found.push({
        kind: 'one-age',
        subject: `${block}/${household}`,
        score: Math.min(0.99, 0.5 + (0.5 * most) / voters - (isJanuary ? 0.1 : 0)),
        reasons: [
          { code: isJanuary ? 'all-first-of-january' : 'one-birth', values: { same: most, voters, household } },
        ],
        cnics: cnicsOf(list),
        blocks: [block],
      })
    }
  }
  return found
}
