import { addUp, type Sums } from './block-counts.ts'
import type { Breakdown } from './breakdowns.ts'
import type { Overlap, Together } from './counted-together.ts'

/** Where no seat of an assembly is known for some blocks, their voters stand under this. */
export const noSeat = 'none'

/** Counts of a place, or of several that are counted together. */
export interface Line {
  /** Codes of the places. */
  readonly areas: readonly string[]
  /** In the order of the table's columns. */
  readonly counts: readonly number[]
}

/** Whether a line is of places, and not of the voters without a seat alone. */
export const isOfPlaces = ({ areas }: Line): boolean => areas.join() !== noSeat

export const levels = ['provinces', 'districts', 'nationalSeats', 'provincialSeats'] as const
export type TableLevel = (typeof levels)[number]

/** A breakdown as it is published. The lines of every level add up to the country, column by column. */
export type PublishedTable = { readonly columns: readonly string[]; readonly country: readonly number[] } & {
  readonly [L in TableLevel]: readonly Line[]
}

/** The places of the country by their numbers. */
export interface PlaceCodes {
  readonly districts: readonly { readonly code: string; readonly province: string }[]
  /** `noSeat` among them. */
  readonly nationalSeats: readonly string[]
  readonly provincialSeats: readonly string[]
}

/** The lines of a breakdown on every level. */
export function publishTable(
  { columns, publish, ofSeats }: Breakdown,
  overlaps: readonly Overlap[],
  together: Together,
  codes: PlaceCodes,
): PublishedTable {
  const seats = (level: 1 | 2, names: readonly string[]) =>
    ofSeats ? linesOf(overlaps, ({ places }) => places[level], together[level], names, publish) : []
  const districtCodes = codes.districts.map(({ code }) => code)
  const { provinces, togetherIn } = provincesTogether(codes, together[0])
  const provinceOf = codes.districts.map(({ province }) => provinces.indexOf(province))
  return {
    columns,
    country: publish(addUp(overlaps.map(({ counts }) => counts))),
    provinces: linesOf(overlaps, ({ places }) => provinceOf[places[0]] ?? 0, togetherIn, provinces, publish),
    districts: linesOf(overlaps, ({ places }) => places[0], together[0], districtCodes, publish),
    nationalSeats: seats(1, codes.nationalSeats),
    provincialSeats: seats(2, codes.provincialSeats),
  }
}

/** Provinces are told apart unless districts of two are counted together. */
function provincesTogether({ districts }: PlaceCodes, together: readonly number[]) {
  const provinces = [...new Set(districts.map(({ province }) => province))].sort()
  const numbers = districts.map(({ province }) => provinces.indexOf(province))
  const togetherIn = provinces.map((_, i) => i)
  for (const [district, first] of together.entries()) {
    const [one = 0, other = 0] = [togetherIn[numbers[district] ?? 0], togetherIn[numbers[first] ?? 0]].sort(
      (a = 0, b = 0) => a - b,
    )
    for (const [i, kept] of togetherIn.entries()) if (kept === other) togetherIn[i] = one
  }
  return { provinces, togetherIn }
}

function linesOf(
  overlaps: readonly Overlap[],
  placeOf: (overlap: Overlap) => number,
  together: readonly number[],
  codes: readonly string[],
  publish: (sums: Sums) => readonly number[],
): Line[] {
  const rows = Map.groupBy(overlaps, (overlap) => together[placeOf(overlap)] ?? 0)
  const nobody = (overlaps[0]?.counts ?? []).map(() => 0)
  const members = Map.groupBy(together.keys(), (place) => together[place] ?? 0)
  return (
    [...members]
      .map(([first, places]) => ({
        areas: places.map((place) => codes[place] ?? ''),
        counts: publish(addUp(rows.get(first)?.map(({ counts }) => counts) ?? [nobody])),
      }))
      // Under `none` nobody stands where every block has its seat.
      .filter((line) => isOfPlaces(line) || line.counts.some((count) => count > 0))
  )
}
