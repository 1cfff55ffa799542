import type { FindingList } from '@intikhab/kernel/tables/findings'
import type { CensusBlockRow } from './census-check.ts'
import type { censusFindings } from './census-findings.ts'
import type { CensusPlace, CensusTree } from './census-tree.ts'

interface Sum {
  population: number
  households: number
  blocks: number
  firstLine: number
  /** People by the heading that really holds them, where it is not the tehsil of the column. */
  readonly elsewhere: Map<string, number>
}

/**
 * Compares the tehsil column of the table of blocks with the printed totals of the tehsils. Where they differ it names
 * the headings whose blocks the column files under the tehsil, or keeps from it, and how many people live there.
 */
export function checkTehsilColumn(
  tree: CensusTree,
  listed: ReadonlyMap<string, CensusBlockRow>,
  findings: FindingList<keyof typeof censusFindings>,
): void {
  const sums = sumsByColumn(tree, listed)
  const printed = tree.places.filter((place) => place.printed.kind === 'tehsil')
  for (const place of printed) {
    const { district, name, population, households, line } = place.printed
    const sum = sums.get(keyOf(district, name))
    const subject = `${district} / ${name}`
    if (sum === undefined) {
      findings.add('tehsil-not-in-column', subject, [line], { printed: population })
      continue
    }
    if (sum.population === population && sum.households === households) continue
    findings.add('tehsil-column-differs', subject, [line], {
      printed: population,
      column: sum.population,
      difference: sum.population - population,
      householdsDifference: sum.households - households,
      wronglyIn: listing(sum.elsewhere),
      missing: listing(missingParts(tree, place, listed)),
    })
  }
  for (const [key, sum] of sums) {
    const [district = '', tehsil] = key.split('\t')
    if (tehsil === '')
      findings.add('blocks-without-tehsil', district, [sum.firstLine], {
        blocks: sum.blocks,
        population: sum.population,
      })
  }
}

const keyOf = (district: string, tehsil: string) => `${district}\t${tehsil}`

function sumsByColumn(tree: CensusTree, listed: ReadonlyMap<string, CensusBlockRow>): Map<string, Sum> {
  const sums = new Map<string, Sum>()
  for (const { printed, place } of tree.blocks) {
    const row = listed.get(printed.name)
    if (row === undefined) continue
    const key = keyOf(row.district, row.tehsil)
    let sum = sums.get(key)
    if (sum === undefined) {
      sum = { population: 0, households: 0, blocks: 0, firstLine: row.line, elsewhere: new Map() }
      sums.set(key, sum)
    }
    sum.blocks++
    sum.population += row.population
    sum.households += row.households
    const holder = belowDistrict(tree, place)
    const isInside = chainOf(tree, place).some((one) => one.printed.name === row.tehsil)
    if (!isInside) sum.elsewhere.set(holder, (sum.elsewhere.get(holder) ?? 0) + row.population)
  }
  return sums
}

/** People that the tables print under a tehsil and the column files under another, by the tehsil it names. */
function missingParts(
  tree: CensusTree,
  tehsil: CensusPlace,
  listed: ReadonlyMap<string, CensusBlockRow>,
): Map<string, number> {
  const parts = new Map<string, number>()
  for (const { printed, place } of tree.blocks) {
    const row = listed.get(printed.name)
    if (row === undefined || row.tehsil === tehsil.printed.name) continue
    if (printed.district !== tehsil.printed.district || !chainOf(tree, place).includes(tehsil)) continue
    parts.set(row.tehsil, (parts.get(row.tehsil) ?? 0) + row.population)
  }
  return parts
}

function chainOf(tree: CensusTree, from: number): CensusPlace[] {
  const chain: CensusPlace[] = []
  for (let at: number | null = from; at !== null;) {
    const place: CensusPlace | undefined = tree.places[at]
    if (place === undefined) break
    chain.push(place)
    at = place.parent
  }
  return chain
}

/** The heading under which a district (or a sub-division) prints these blocks. */
function belowDistrict(tree: CensusTree, from: number): string {
  const chain = chainOf(tree, from)
  const first = chain.at(-2)
  const second = chain.at(-3)
  return (first?.printed.name.endsWith('SUB-DIVISION') ? second : first)?.printed.name ?? ''
}

function listing(parts: ReadonlyMap<string, number>): string {
  return [...parts].map(([name, population]) => `${name}: ${population}`).join('; ')
}
