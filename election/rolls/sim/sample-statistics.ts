import type { BlockCode } from '@intikhab/delimitation'
import { writeTable } from '@intikhab/kernel/tables'
import { countAt, countColumns } from '../core/statistics/block-counts.ts'
import { changesTable, registryTable } from '../core/statistics/district-tables.ts'
import { statisticsPaths } from '../core/statistics/file-paths.ts'
import { rollStatistics } from '../core/statistics/statistics.ts'
import { statisticsTables } from '../server/statistics/statistics-tables.ts'

/** A file of the sample, as an edition takes it. */
interface SampleFile {
  readonly path: string
  readonly mediaType: string
  readonly bytes: Buffer
}

const districts = [
  { code: 'attock', nameEn: 'Attock', nameUr: 'اٹک', province: 'punjab', officePhone: '' },
  { code: 'jhelum', nameEn: 'Jhelum', nameUr: 'جہلم', province: 'punjab', officePhone: '' },
  { code: 'quetta', nameEn: 'Quetta', nameUr: 'کوئٹہ', province: 'balochistan', officePhone: '' },
]

/** District, seats, women, men and others of each block: Quetta's gap is wide, Jhelum's women are few. */
const blocks: readonly (readonly [string, readonly string[], number, number, number])[] = [
  ['attock', ['NA-49', 'PP-1'], 480, 520, 4],
  ['attock', ['NA-50', 'PP-2'], 510, 515, 30],
  ['jhelum', ['NA-60', 'PP-24'], 6, 300, 0],
  ['jhelum', ['NA-60', 'PP-24'], 290, 310, 0],
  ['quetta', ['NA-262', 'PB-38'], 380, 620, 12],
]
const shares = [0.16, 0.28, 0.22, 0.15, 0.1, 0.09]

/** Statistics of a roll with everything that their pages show, as the files of `rolls-<id>` and of the map of its seats. */
export function sampleStatistics(rollId: string): { readonly roll: SampleFile[]; readonly map: SampleFile[] } {
  const areas = blocks.map(([district], i) => ({
    block: String(901_010_101 + i) as BlockCode,
    nameEn: `Area ${i + 1}`,
    nameUr: `علاقہ ${i + 1}`,
    district,
  }))
  const counts = new Int32Array(blocks.length * countColumns)
  for (const [i, [, , women, men, others]] of blocks.entries()) {
    const at = i * countColumns
    for (const [band, share] of shares.entries()) {
      counts[at + countAt.women + band] = Math.round(women * share)
      counts[at + countAt.men + band] = Math.round(men * share)
    }
    counts[at + countAt.others + 1] = others
    counts[at + countAt.disabledWomen] = Math.round(women / 30)
    counts[at + countAt.disabledMenAndOthers] = Math.round(men / 30)
    counts[at + countAt.deathNoted] = Math.round(men / 40)
  }
  const seats = [...new Set(blocks.flatMap(([, own]) => own))].map((code) => ({
    code,
    nameEn: `Seat ${code}`,
    nameUr: `حلقہ ${code}`,
    province: code === 'NA-262' || code === 'PB-38' ? 'balochistan' : 'punjab',
  }))
  const { statistics, blocks: lines } = rollStatistics(
    {
      rollId,
      nameEn: 'Sample roll',
      nameUr: 'نمونہ فہرست',
      qualifyingDate: '2026-01-01',
      asOf: '2026-02-01T07:00:00.000Z',
      edition: 1,
      blocks: areas.length,
      stations: 4,
      delimitationId: rollId,
      genderGap: { percent: 10, section: 's.47' },
      counted: { lastAction: 0, gaps: [], imports: 1 },
    },
    { blocks: areas.map(({ block }) => block), counts },
    { districts, areas, seats, seatsOf: (block) => blocks[Number(block) - 901_010_101]?.[1] ?? [] },
    {
      changes: {
        since: { edition: 0, asOf: '2026-01-15T07:00:00.000Z' },
        table: changesTable(
          [
            { from: null, to: 'attock', entries: 40 },
            { from: 'quetta', to: null, entries: 15 },
            { from: 'attock', to: 'quetta', entries: 12 },
          ],
          districts,
        ),
      },
      registry: registryTable(
        [{ district: 'attock', cardsIssued: 200, enrolled: 180, deaths: 60, removed: 50 }],
        districts,
      ),
    },
  )
  const national = seats.filter(({ code }) => code.startsWith('NA-'))
  const map = {
    delimitationId: rollId,
    viewBox: [0, 0, 100 * national.length, 100],
    attribution: 'Made up',
    seats: national.map(({ code }, i) => ({
      code,
      d: `M${100 * i} 0h100v100h-100z`,
      centre: [100 * i + 50, 50],
      doubts: [],
    })),
    insets: [],
  }
  const json = (path: string, value: unknown) => ({
    path,
    mediaType: 'application/json',
    bytes: Buffer.from(JSON.stringify(value)),
  })
  const tables = Array.from(statisticsTables(statistics, lines, areas), ({ path, rows }) => ({
    path,
    mediaType: 'text/csv; charset=utf-8',
    bytes: Buffer.from(writeTable(rows)),
  }))
  return { roll: [json(statisticsPaths.all, statistics), ...tables], map: [json('map.json', map)] }
}
