import type { Text } from '@intikhab/kernel/language'
import type { CensusPlace } from './census-tree.ts'
import type { Province } from './province.ts'

/** What a place is. Which levels follow one another differs by region: see `levelSets`. */
export type Level = keyof typeof levelNames

export const levelNames = {
  district: { en: 'District', ur: 'ضلع' },
  agency: { en: 'Agency', ur: 'ایجنسی' },
  'sub-division': { en: 'Sub-division', ur: 'سب ڈویژن' },
  tehsil: { en: 'Tehsil', ur: 'تحصیل' },
  'sub-tehsil': { en: 'Sub-tehsil', ur: 'سب تحصیل' },
  taluka: { en: 'Taluka', ur: 'تعلقہ' },
  town: { en: 'Town or cantonment', ur: 'ٹاؤن یا چھاؤنی' },
  'tribal-area': { en: 'Tribal area', ur: 'قبائلی علاقہ' },
  'qanungo-halqa': { en: 'Qanungo halqa', ur: 'قانونگو حلقہ' },
  'patwar-circle': { en: 'Patwar circle', ur: 'پٹوار سرکل' },
  mauza: { en: 'Mauza', ur: 'موضع' },
  'supervisory-tapedar-circle': { en: 'Supervisory tapedar circle', ur: 'سپروائزری تپہ دار سرکل' },
  'tapedar-circle': { en: 'Tapedar circle', ur: 'تپہ دار سرکل' },
  deh: { en: 'Deh', ur: 'دیہہ' },
  tribe: { en: 'Tribe', ur: 'قبیلہ' },
  section: { en: 'Section', ur: 'شاخ' },
  village: { en: 'Village', ur: 'گاؤں' },
  'union-council': { en: 'Union council', ur: 'یونین کونسل' },
  'local-body': { en: 'Local body', ur: 'بلدیہ' },
  charge: { en: 'Charge', ur: 'چارج' },
  circle: { en: 'Circle', ur: 'سرکل' },
} as const satisfies Record<string, Text>

/** The chains of levels below the district: one for the countryside, one for the towns. A census block ends each. */
export interface LevelSet {
  readonly below: Level
  readonly rural: readonly [upper: Level, lower: Level, leaf: Level]
  readonly urban: readonly [Level, Level, Level]
}

const urban = ['local-body', 'charge', 'circle'] as const
const revenue: LevelSet = { below: 'tehsil', rural: ['qanungo-halqa', 'patwar-circle', 'mauza'], urban }

export const levelSets: Readonly<Record<Province, LevelSet>> = {
  punjab: revenue,
  'khyber-pakhtunkhwa': revenue,
  balochistan: revenue,
  islamabad: revenue,
  sindh: { below: 'taluka', rural: ['supervisory-tapedar-circle', 'tapedar-circle', 'deh'], urban },
  fata: { below: 'tehsil', rural: ['tribe', 'section', 'village'], urban },
}

/** Endings by which the tables themselves say what a place is. They win over the region's own chain. */
const endings: readonly (readonly [RegExp, Level])[] = [
  [/ SUB-DIVISION$/, 'sub-division'],
  [/ SUB-TEHSIL$/i, 'sub-tehsil'],
  [/^SUB TEHSIL /, 'sub-tehsil'],
  [/ TALUKA$/, 'taluka'],
  [/ TEHSIL$/, 'tehsil'],
  [/^TRIBAL AREA ADJ/, 'tribal-area'],
  [/[ -)]QH$/, 'qanungo-halqa'],
  [/ PC$/, 'patwar-circle'],
  [/ STC$/, 'supervisory-tapedar-circle'],
  [/ TRIBE$/, 'tribe'],
  [/ SECTION\b/, 'section'],
  [/ (UC|U\.C\.?)$/, 'union-council'],
]

/** What a heading may hold, as far as its level depends on it. */
export interface Holds {
  readonly charges: boolean
  readonly blocks: boolean
  /** Steps below the district, 0 for the district itself. */
  readonly depth: number
}

/** The level of a heading: by its own ending, else by what it holds and the chain of its region. */
export function levelOf(place: CensusPlace, holds: Holds, province: Province): Level {
  const { kind, name } = place.printed
  if (holds.depth === 0) return province === 'fata' && name.endsWith('AGENCY') ? 'agency' : 'district'
  if (kind === 'charge' || kind === 'circle') return kind
  if (holds.charges) return 'local-body'
  const set = levelSets[province]
  if (holds.blocks) return set.rural[2]
  const said = endings.find(([ending]) => ending.test(name))?.[1]
  if (said !== undefined) return said
  if (kind === 'tehsil') return set.below
  if (holds.depth === 1) return 'town'
  return holds.depth === 2 ? set.rural[0] : set.rural[1]
}
