import type { Gender, Relation, RollList } from '../register/voter.ts'

/**
 * The files of an edition of the lists of a roll, which is confidential:
 *
 *     list.json             what it is (`ListDescription`)
 *     areas.csv             where each electoral area lies, what it counts, and its fingerprint (`areaColumns`), by block
 *     lists/attock.gz …     the voters of a district: one gzip member for each electoral area, one after the other
 *
 * `zcat lists/attock.gz` reads a district; the member of one area is read and checked without the rest. A voter is a
 * line of `listColumns` in PostgreSQL's text format (tabs; `\N` where there is nothing), in the order of block, list
 * (women, men, others) and silsila number.
 */
export const listFormat = 'intikhab-list/1'

export const listColumns = [
  'block',
  'gender',
  'serial',
  'household',
  'cnic',
  'name',
  'relation',
  'relation_name',
  'born',
  'address',
  'photo',
  'roll_list',
  'status',
] as const

export const areaColumns = [
  'block',
  'district',
  'name_en',
  'name_ur',
  'offset',
  'length',
  'sha256',
  'men',
  'women',
  'others',
  'last_man',
  'last_woman',
  'last_other',
] as const

export const [descriptionPath, areasPath] = ['list.json', 'areas.csv']

/** Path of a district's file. */
export const districtPath = (code: string): string => `lists/${code}.gz`

/** Voters by gender; last silsila numbers by gender. */
export type ByGender = Readonly<Record<Gender, number>>

/** `list.json`. */
export interface ListDescription {
  readonly format: typeof listFormat
  readonly rollId: string
  readonly nameEn: string
  readonly nameUr: string
  /** What stands on the printed list: everything before the final roll is preliminary. */
  readonly stage: 'preliminary' | 'final'
  /** `YYYY-MM-DD` */
  readonly qualifyingDate: string
  readonly columns: typeof listColumns
  readonly voters: ByGender
  readonly areas: number
  readonly districts: readonly ListedDistrict[]
}

interface ListedDistrict {
  readonly code: string
  readonly nameEn: string
  readonly nameUr: string
  readonly province: string
  readonly areas: number
  readonly voters: number
}

/** An electoral area of the edition. */
export interface ListedArea {
  readonly block: string
  readonly district: string
  readonly nameEn: string
  readonly nameUr: string
  /** Bytes of its gzip member in the file of the district: where it begins, how many, SHA-256 in hex. */
  readonly offset: number
  readonly length: number
  readonly sha256: string
  readonly voters: ByGender
  /** Last silsila number that was ever given in each list. */
  readonly last: ByGender
}

/** A voter as the lists have them. */
export interface ListedVoter {
  readonly gender: Gender
  readonly serial: number
  readonly household: number
  readonly cnic: string
  readonly nameUr: string
  readonly relation: Relation
  readonly relationNameUr: string
  readonly dateOfBirth: string
  readonly addressUr: string
  readonly photo: string | null
  readonly roll: RollList
  readonly isOverseas: boolean
}

const genders: Readonly<Record<string, Gender>> = { m: 'male', f: 'female', o: 'other' }
const relations: Readonly<Record<string, Relation>> = { s: 'son', d: 'daughter', w: 'wife' }
const escaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' }

const unescaped = (field: string): string =>
  field.includes('\\') ? field.replace(/\\(.)/gs, (_all, letter: string) => escaped[letter] ?? letter) : field

/** Reads the voters of an area out of the text of its member. Throws for a line that is none: the file is damaged. */
export function* readListedVoters(text: string): Generator<ListedVoter> {
  for (const line of text.split('\n')) {
    if (line === '') continue
    const fields = line.split('\t')
    const [, gender, serial, household, cnic, name, relation, relationName, born, address, photo, list, status] = fields
    if (fields.length !== listColumns.length) throw new Error('a line of the list has too many or too few columns')
    yield {
      gender: named(genders, gender),
      serial: Number(serial),
      household: Number(household),
      cnic: cnic ?? '',
      nameUr: unescaped(name ?? ''),
      relation: named(relations, relation),
      relationNameUr: unescaped(relationName ?? ''),
      dateOfBirth: born ?? '',
      addressUr: unescaped(address ?? ''),
      photo: photo === '\\N' ? null : (photo ?? null),
      roll: list === 's' ? 'supplementary' : 'general',
      isOverseas: status === 'o',
    }
  }
}

function named<T>(names: Readonly<Record<string, T>>, letter: string | undefined): T {
  const found = names[letter ?? '']
  if (found === undefined) throw new Error(`the list has a code that nothing writes: ${letter}`)
  return found
}
