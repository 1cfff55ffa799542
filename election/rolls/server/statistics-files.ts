import type { ChangedFile } from '@intikhab/kernel/editions'
import { writeTable } from '@intikhab/kernel/tables'
import type { Roll } from '../core/register/roll.ts'
import { hideSmallCells } from '../core/small-cells.ts'
import { leastPublished, rollStatistics } from '../core/statistics.ts'
import type { RollsStore } from './register/store.ts'

const csv = (rows: readonly (readonly (string | number | null)[])[]) => Buffer.from(writeTable(rows))

/** The public files of a roll: its statistics as JSON and CSV, and voters by block. All from one snapshot. */
export async function statisticsFiles(
  store: RollsStore,
  roll: Roll,
  asOf: Date,
  stations: number | null,
): Promise<readonly ChangedFile[]> {
  const [districts, areas, counted] = await Promise.all([
    store.districts(),
    store.areas(),
    store.count(roll.qualifyingDate),
  ])
  const { id, nameEn, nameUr, qualifyingDate } = roll
  const facts = { rollId: id, nameEn, nameUr, qualifyingDate, asOf: asOf.toISOString(), blocks: areas.length, stations }
  const statistics = rollStatistics(facts, counted.cells, districts)

  const perBlock = new Map<string, { male: number; female: number; other: number }>()
  for (const { block, gender, voters } of counted.blocks) {
    const line = perBlock.get(block) ?? { male: 0, female: 0, other: 0 }
    perBlock.set(block, line)
    line[gender] += voters
  }
  const counts = areas.map(({ block }) => {
    const { male, female, other } = perBlock.get(block) ?? { male: 0, female: 0, other: 0 }
    return [male, female, other]
  })
  const shown = hideSmallCells(counts, leastPublished)
  const json = 'application/json'
  const table = 'text/csv; charset=utf-8'
  const districtRows = statistics.byDistrict.map(({ code, nameEn, nameUr, province, male, female, other, total }) => [
    code,
    nameEn,
    nameUr,
    province,
    male,
    female,
    other,
    total,
  ])
  const blockRows = areas.map(({ block, nameEn, nameUr, district }, i) => {
    const [male = null, female = null, other = null] = shown[i] ?? []
    const total = (counts[i] ?? []).reduce((sum, count) => sum + count, 0)
    const few = total > 0 && total < leastPublished
    return [block, nameEn, nameUr, district, male, female, other, few ? null : total]
  })
  return [
    { path: 'statistics.json', mediaType: json, bytes: Buffer.from(JSON.stringify(statistics)) },
    {
      path: 'districts.csv',
      mediaType: table,
      bytes: csv([['district', 'name', 'name_ur', 'province', 'male', 'female', 'other', 'total'], ...districtRows]),
    },
    {
      path: 'ages.csv',
      mediaType: table,
      bytes: csv([
        ['age', 'male', 'female', 'other', 'total'],
        ...statistics.byAge.map((a) => [a.band, a.male, a.female, a.other, a.total]),
      ]),
    },
    {
      path: 'blocks.csv',
      mediaType: table,
      bytes: csv([['block', 'name', 'name_ur', 'district', 'male', 'female', 'other', 'total'], ...blockRows]),
    },
  ]
}
