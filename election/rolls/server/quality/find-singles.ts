import { fold } from '@intikhab/kernel/language'
import type { Suspicion, SuspicionKind, SuspicionReason } from '../../core/quality/suspicion.ts'
import { blockCode } from '../register/voter-row.ts'
import type { WorkTable } from './work-table.ts'

/** Above this age nobody on the roll is taken to be alive; the oldest known person of the country was younger. */
const oldest = 110

/** An electoral area, as the finders need it. */
export interface FinderArea {
  readonly block: number
  readonly nameUr: string
  readonly district: string
}

/** A card of which something is suspected. */
interface SuspectedCard {
  readonly cnic: bigint
  /** Block of the entry. */
  readonly block: number
}

/** The dead who are enrolled: whose death is noted, and whose age is no age. `asOf`: `YYYY-MM-DD`. */
export async function findDead(work: WorkTable, asOf: string): Promise<Suspicion[]> {
  const today = Number(asOf.replaceAll('-', ''))
  const noted = work.rows<SuspectedCard>(`select cnic, block from card where status = 'd'`)
  const old = work.rows<SuspectedCard & { age: number }>(
    `select cnic, block, ((${today} - birth) // 10000)::integer as age from card
      where ${today} - birth >= ${oldest + 1} * 10000 and status <> 'd'`,
  )
  return [
    ...(await singles('dead', noted, () => ({ score: 0.95, reason: { code: 'death-noted' } }))),
    ...(await singles('dead', old, ({ age }) => ({
      score: age >= 120 ? 0.99 : 0.8,
      reason: { code: 'impossible-age', values: { age } },
    }))),
  ]
}

/** Cards whose last digit says another gender than the register: odd for men, even for women. */
export function findGenders(work: WorkTable): Promise<Suspicion[]> {
  const wrong = work.rows<SuspectedCard & { digit: number }>(
    `select cnic, block, (cnic % 10)::integer as digit from card
      where card = 'c' and ((gender = 'm' and cnic % 2 = 0) or (gender = 'f' and cnic % 2 = 1))`,
  )
  return singles('gender', wrong, ({ digit }) => ({
    score: 0.9,
    reason: { code: 'digit-of-gender', values: { digit } },
  }))
}

/** Addresses in a block that there is not, and permanent addresses that name another area than their block's. */
export async function findAddresses(work: WorkTable, areas: readonly FinderArea[]): Promise<Suspicion[]> {
  const nowhere = work.rows<SuspectedCard & { other: number }>(
    `select cnic, block, case when permanent_block not in (select block from area) then permanent_block
        when temporary_block not in (select block from area) then temporary_block else posting_block end as other from card
      where permanent_block not in (select block from area) or temporary_block not in (select block from area)
        or posting_block not in (select block from area)`,
  )
  const unknown = await singles('address', nowhere, ({ other }) => ({
    score: 0.9,
    reason: { code: 'unknown-block', values: { block: blockCode(other) } },
  }))
  const names = await namePlaces(work, areas)
  const elsewhere = work.rows<SuspectedCard & { place: number; own: number }>(
    `with named as (select c.cnic, any_value(c.block) as block, any_value(own.place) as own, min(p.place) as place,
        bool_or(p.place = own.place) as fits
      from (select cnic, block, permanent_block, trim(unnest(string_split(address, '،'))) as part from card) c
        join place p using (part) join area own on own.block = c.permanent_block
      group by c.cnic)
      select cnic, block, place, own from named where not fits`,
  )
  const stray = await singles('address', elsewhere, ({ place, own }) => ({
    score: 0.7,
    reason: { code: 'other-place', values: { named: names[place] ?? '', own: names[own] ?? '' } },
  }))
  return [...unknown, ...stray]
}

/**
 * Makes the table `place`: which parts of addresses (between commas) are the name of an area, those with digits only where
 * an area is written so, since houses have numbers; several areas of one name are one place. Gives the names by their
 * numbers, which stand in `area.place` too.
 */
async function namePlaces(work: WorkTable, areas: readonly FinderArea[]): Promise<readonly string[]> {
  const numbered = new Map<string, number>()
  const names: string[] = []
  await work.run('create table placed (block integer, place integer, name varchar)')
  await work.fill(
    'placed',
    areas.map(({ block, nameUr }) => {
      const folded = fold(nameUr)
      const place = numbered.get(folded) ?? names.push(nameUr) - 1
      numbered.set(folded, place)
      return [block, place, nameUr]
    }),
  )
  await work.run(
    'create or replace table area as select a.block, a.number, p.place from area a join placed p using (block)',
  )
  const parts: (readonly [string, number])[] = []
  for await (const { part } of work.rows<{ part: string }>(`select distinct part from (
      select trim(unnest(string_split(address, '،'))) as part from card)
      where not regexp_matches(part, '[0-9۰-۹]') or part in (select name from placed)`)) {
    const place = numbered.get(fold(part))
    if (place !== undefined) parts.push([part, place])
  }
  await work.run('create table place (part varchar, place integer)')
  await work.fill('place', parts)
  return names
}

/** Suspicions about one card each. */
async function singles<Card extends SuspectedCard>(
  kind: SuspicionKind,
  cards: AsyncIterable<Card>,
  say: (card: Card) => { readonly score: number; readonly reason: SuspicionReason },
): Promise<Suspicion[]> {
  const found: Suspicion[] = []
  for await (const card of cards) {
    const { score, reason } = say(card)
    const { cnic, block } = card
    found.push({ kind, subject: String(cnic), score, reasons: [reason], cnics: [Number(cnic)], blocks: [block] })
  }
  return found
}
