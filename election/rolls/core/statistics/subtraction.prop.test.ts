import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countAt, countColumns, readSums, type Sums } from './block-counts.ts'
import { breakdowns, isPublishable } from './breakdowns.ts'
import { openSums } from './closes.ts'
import { facts, madeUpCountry, type MadeUpBlock } from './made-up-country.testkit.ts'
import { levels, noSeat, type TableLevel } from './published-table.ts'
import { rollStatistics } from './statistics.ts'

/**
 * The attacker takes everything that is published as linear equations over what is not: how many people of each kind live
 * in each block. Whatever follows by adding and subtracting, in any number of steps, lies in the space of the equations.
 */

const prime = 32_749
const mod = (n: number) => ((n % prime) + prime) % prime

function inverse(n: number): number {
  let [result, base, power] = [1, mod(n), prime - 2]
  for (; power > 0; power >>= 1) {
    if (power & 1) result = (result * base) % prime
    base = (base * base) % prime
  }
  return result
}

/** The space of some equations over a prime field. */
class Knowledge {
  readonly #rows = new Map<number, Int32Array>()

  /** What is left of a sum after everything known has been subtracted; undefined where nothing is. */
  #reduce(sum: Iterable<readonly [number, number]>, width: number): Int32Array | undefined {
    const left = new Int32Array(width)
    for (const [at, factor] of sum) left[at] = mod((left[at] ?? 0) + factor)
    for (let i = 0; i < width; i++) {
      const factor = left[i] ?? 0
      const row = this.#rows.get(i)
      if (factor === 0 || row === undefined) continue
      for (let j = i; j < width; j++) left[j] = mod((left[j] ?? 0) - factor * (row[j] ?? 0))
    }
    return left.some((each) => each !== 0) ? left : undefined
  }

  learn(sum: Iterable<readonly [number, number]>, width: number): void {
    const left = this.#reduce(sum, width)
    if (left === undefined) return
    const pivot = left.findIndex((each) => each !== 0)
    const scale = inverse(left[pivot] ?? 1)
    this.#rows.set(
      pivot,
      left.map((each) => (each * scale) % prime),
    )
  }

  follows(sum: Iterable<readonly [number, number]>, width: number): boolean {
    return this.#reduce(sum, width) === undefined
  }
}

/** Which columns of a row make up a published number, found out by asking for each alone. */
function partsOf(number: (sums: Sums) => number): readonly (readonly [column: number, factor: number])[] {
  return Array.from({ length: countColumns }, (_, column) => {
    const only = Array.from({ length: countColumns }, (__, i) => (i === column ? 1 : 0))
    return [column, number(only)] as const
  }).filter(([, factor]) => factor !== 0)
}

const provinces = { a: 'punjab', b: 'punjab', c: 'sindh', d: 'sindh' }
const nationalSeats = ['NA-1', 'NA-2', 'NA-3']
const provincialSeats = ['PP-1', 'PP-2', 'PP-3', 'PP-4']

const few = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 14 }) },
  { weight: 2, arbitrary: fc.integer({ min: 30, max: 3000 }) },
)
const block: fc.Arbitrary<MadeUpBlock> = fc
  .record({
    district: fc.constantFrom('a', 'b', 'c', 'd'),
    national: fc.constantFrom(...nationalSeats),
    provincial: fc.constantFrom(...provincialSeats, undefined),
    ages: fc.array(few, { minLength: 4, maxLength: 4 }),
    others: few,
    marked: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ district, national, provincial, ages, others, marked }) => {
    const [young = 0, old = 0, youngMen = 0, oldMen = 0] = ages
    const [women, men] = [young + old, youngMen + oldMen + others]
    const voters = women + men
    return {
      district,
      seats: provincial === undefined ? [national] : [national, provincial],
      counts: {
        [countAt.women]: young,
        [countAt.women + 5]: old,
        [countAt.men]: youngMen,
        [countAt.men + 5]: oldMen,
        [countAt.others + 1]: others,
        [countAt.disabledWomen]: Math.min(marked[0] ?? 0, women),
        [countAt.disabledMenAndOthers]: Math.min(marked[1] ?? 0, men),
        [countAt.blocked]: Math.min(marked[2] ?? 0, voters),
        [countAt.overseas]: Math.min(marked[3] ?? 0, Math.max(0, voters - (marked[2] ?? 0))),
      },
    }
  })

test('nothing that follows from the published tables by addition and subtraction counts one to nine people of a kind', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 9 }), (blocks) => {
      const { count, places } = madeUpCountry(blocks, provinces)
      const { statistics, blocks: lines } = rollStatistics(facts, count, places, { changes: null, registry: null })
      expect(openSums(statistics)).toEqual([])
      // How many there are in all is told of any country.
      fc.pre(isPublishable(statistics.total))

      const width = blocks.length * countColumns
      const over = (members: readonly number[], parts: readonly (readonly [number, number])[]) =>
        members.flatMap((member) => parts.map(([column, factor]) => [member * countColumns + column, factor] as const))
      const everywhere = blocks.map((_, i) => i)
      const inAreas = (level: TableLevel, areas: readonly string[]) =>
        everywhere.filter((i) => {
          const { district = '', seats = [] } = blocks[i] ?? {}
          if (level === 'districts') return areas.includes(district)
          if (level === 'provinces') return areas.includes(provinces[district as keyof typeof provinces])
          const own = seats.find((seat) => seat.startsWith('NA-') === (level === 'nationalSeats'))
          return areas.includes(own ?? noSeat)
        })
      const knows = new Knowledge()
      const learn = (members: readonly number[], number: (sums: Sums) => number) =>
        knows.learn(over(members, partsOf(number)), width)
      for (const [name, breakdown] of Object.entries(breakdowns)) {
        const table = statistics.tables[name as keyof typeof breakdowns]
        if (table === null) continue
        for (const column of breakdown.columns.keys()) {
          const number = (sums: Sums) => breakdown.publish(sums)[column] ?? 0
          learn(everywhere, number)
          for (const level of levels) for (const { areas } of table[level]) learn(inAreas(level, areas), number)
        }
      }
      learn(everywhere, (sums) => readSums(sums).voters)
      if (statistics.agesOfOthers !== null)
        for (const band of statistics.agesOfOthers.men.keys()) {
          learn(everywhere, (sums) => readSums(sums).menByAge[band] ?? 0)
          learn(everywhere, (sums) => readSums(sums).othersByAge[band] ?? 0)
        }
      for (const { block: of, counts } of lines) {
        if (counts === null) continue
        const members = everywhere.filter((i) => lines[i]?.countedWith === of)
        for (const column of counts.keys()) learn(members, (sums) => breakdowns.gender.publish(sums)[column] ?? 0)
      }

      // Every block, every set of blocks of one district, seat or province, and every crossing of two of them.
      const byPlace = new Map<string, number[]>()
      const note = (key: string, i: number) => byPlace.set(key, [...(byPlace.get(key) ?? []), i])
      for (const i of everywhere) {
        const { district = '', seats = [] } = blocks[i] ?? {}
        const own = [district, provinces[district as keyof typeof provinces], ...seats]
        note(`block ${i}`, i)
        for (const [at, one] of own.entries()) {
          note(one, i)
          for (const other of own.slice(at + 1)) note(`${one} ${other}`, i)
        }
      }
      const told: string[] = []
      for (const [key, members] of byPlace)
        for (const breakdown of Object.values(breakdowns))
          for (const at of breakdown.guard(Array.from({ length: countColumns }, () => 0)).keys()) {
            const number = (sums: Sums) => breakdown.guard(sums)[at] ?? 0
            const truth = members.reduce(
              (sum, i) => sum + number([...count.counts.subarray(i * countColumns, (i + 1) * countColumns)]),
              0,
            )
            if (!isPublishable(truth) && knows.follows(over(members, partsOf(number)), width))
              told.push(`${key}: ${truth}`)
          }
      expect(told).toEqual([])
    }),
    { numRuns: 60 },
  )
})
