import { fold } from '@intikhab/kernel/language'
import type { Suspicion, SuspicionKind, SuspicionReason } from '../../core/quality/suspicion.ts'
import { bigNumbers, numbers, texts, type WorkTable } from './work-table.ts'

/** Above this age nobody on the roll is taken to be alive; the oldest known person of the country was younger. */
const oldest = 110

/** An electoral area, as the finders need it. */
export interface FinderArea {
  readonly block: number
  readonly nameUr: string
  readonly district: string
}

/** The dead who are enrolled: whose death is noted, and whose age is no age. `asOf`: `YYYY-MM-DD`. */
export async function findDead(work: WorkTable, asOf: string): Promise<Suspicion[]> {
  const today = Number(asOf.replaceAll('-', ''))
  return [
    ...(await singles(work, 'dead', `select cnic, block, 0, '' from card where status = 'd'`, () => ({
      score: 0.95,
      reason: { code: 'death-noted' },
    }))),
    ...(await singles(
      work,
      'dead',
      `select cnic, block, ((${today} - birth) // 10000)::integer, '' from card
        where ${today} - birth >= ${oldest + 1} * 10000 and status <> 'd'`,
      (age) => ({ score: age >= 120 ? 0.99 : 0.8, reason: { code: 'impossible-age', values: { age } } }),
    )),
  ]
}

/** Cards whose last digit says another gender than the register: odd for men, even for women. */
export function findGenders(work: WorkTable): Promise<Suspicion[]> {
  return singles(
    work,
    'gender',
    `select cnic, block, (cnic % 10)::integer, '' from card
      where card = 'c' and ((gender = 'm' and cnic % 2 = 0) or (gender = 'f' and cnic % 2 = 1))`,
    (digit) => ({ score: 0.9, reason: { code: 'digit-of-gender', values: { digit } } }),
  )
}

/** Addresses in a block that there is not, and permanent addresses that name another area than their block's. */
export async function findAddresses(work: WorkTable, areas: readonly FinderArea[]): Promise<Suspicion[]> {
  const unknown = await singles(
    work,
    'address',
    `select cnic, block, case when permanent_block not in (select block from area) then permanent_block
        when temporary_block not in (select block from area) then temporary_block else posting_block end, '' from card
      where permanent_block not in (select block from area) or temporary_block not in (select block from area)
        or posting_block not in (select block from area)`,
    (block) => ({ score: 0.9, reason: { code: 'unknown-block', values: { block: String(block).padStart(9, '0') } } }),
  )
  const names = await namePlaces(work, areas)
  const elsewhere = await singles(
    work,
    'address',
    `with named as (select c.cnic, any_value(c.block) as block, any_value(own.place) as own, min(p.place) as place,
        bool_or(p.place = own.place) as fits
      from (select cnic, block, permanent_block, trim(unnest(string_split(address, '،'))) as part from card) c
        join place p using (part) join area own on own.block = c.permanent_block
      group by c.cnic)
      select cnic, block, place, own::varchar from named where not fits`,
    (place, own) => ({
      score: 0.7,
      reason: { code: 'other-place', values: { named: names[place] ?? '', own: names[Number(own)] ?? '' } },
    }),
  )
  return [...unknown, ...elsewhere]
}

/**
 * Makes the table `place`: which parts of addresses (between commas; with digits only as an area is written, since houses have numbers) are the name of an area; several
 * areas of one name are one place. Gives the names by their numbers, which stand in `area.place` too.
 */
async function namePlaces(work: WorkTable, areas: readonly FinderArea[]): Promise<readonly string[]> {
  const numbered = new Map<string, number>()
  const names: string[] = []
  await work.run('create table placed (block integer, place integer, name varchar)')
  const appender = await work.connection.createAppender('placed')
  for (const { block, nameUr } of areas) {
    const folded = fold(nameUr)
    if (!numbered.has(folded)) numbered.set(folded, names.push(nameUr) - 1)
    appender.appendInteger(block)
    appender.appendInteger(numbered.get(folded) ?? 0)
    appender.appendVarchar(nameUr)
    appender.endRow()
  }
  appender.closeSync()
  await work.run(
    'create or replace table area as select a.block, a.number, p.place from area a join placed p using (block)',
  )
  const parts: (readonly [string, number])[] = []
  for await (const chunk of work.chunks(`select distinct part from (
      select trim(unnest(string_split(address, '،'))) as part from card)
      where not regexp_matches(part, '[0-9۰-۹]') or part in (select name from placed)`))
    for (const part of texts(chunk, 0)) {
      const place = numbered.get(fold(part))
      if (place !== undefined) parts.push([part, place])
    }
  await work.run('create table place (part varchar, place integer)')
  const places = await work.connection.createAppender('place')
  for (const [part, place] of parts) {
    places.appendVarchar(part)
    places.appendInteger(place)
    places.endRow()
  }
  places.closeSync()
  return names
}

/** Suspicions about one card each, of a query that gives CNIC, block of the entry, a number and a text. */
async function singles(
  work: WorkTable,
  kind: SuspicionKind,
  query: string,
  say: (number: number, text: string) => { readonly score: number; readonly reason: SuspicionReason },
): Promise<Suspicion[]> {
  const found: Suspicion[] = []
  for await (const chunk of work.chunks(query)) {
    const [cnics, blocks, values, words] = [bigNumbers(chunk, 0), numbers(chunk, 1), numbers(chunk, 2), texts(chunk, 3)]
    for (let row = 0; row < chunk.rowCount; row++) {
      const { score, reason } = say(values[row] ?? 0, words[row] ?? '')
      const subject = String(cnics[row])
      found.push({ kind, subject, score, reasons: [reason], cnics: [Number(subject)], blocks: [blocks[row] ?? 0] })
    }
  }
  return found
}
