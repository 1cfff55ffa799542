import { copyRow } from '@intikhab/kernel/database'
import type { BlockCode } from '@intikhab/delimitation'
import type { Cnic } from '../../core/identifiers.ts'
import { nameKey } from '../../core/names/name-key.ts'
import type {
  Address,
  AddressKind,
  CardKind,
  EnrolledVoter,
  Gender,
  Relation,
  RollList,
  Voter,
  VoterStatus,
} from '../../core/register/voter.ts'

/** What a voter's state consists of in the database: the composite type `rolls.voter_state`, its columns in their order. */
export interface VoterStateRow {
  block: number | null
  serial: number | null
  household: number | null
  permanent_block: number
  temporary_block: number | null
  posting_block: number | null
  date_of_birth: string
  gender: string
  relation: string
  status: string
  card: string
  roll_list: string
  chosen: string
  disabled: boolean
  name_ur: string
  name_en: string
  relation_name_ur: string
  permanent_ur: string
  temporary_ur: string | null
  posting_ur: string | null
  photo: Buffer | null
}

/** A row of `rolls.voter`, its codes of one letter as they are stored. */
export interface VoterRow extends VoterStateRow {
  cnic: number
  name_key: number
}

export const stateColumns = [
  'block',
  'serial',
  'household',
  'permanent_block',
  'temporary_block',
  'posting_block',
  'date_of_birth',
  'gender',
  'relation',
  'status',
  'card',
  'roll_list',
  'chosen',
  'disabled',
  'name_ur',
  'name_en',
  'relation_name_ur',
  'permanent_ur',
  'temporary_ur',
  'posting_ur',
  'photo',
] as const satisfies readonly (keyof VoterStateRow)[]

/** The columns of a row as `voterCopyRow` writes it for COPY. */
export const voterColumns = ['cnic', ...stateColumns, 'name_key'] as const satisfies readonly (keyof VoterRow)[]

export const genderLetter: Readonly<Record<Gender, string>> = { male: 'm', female: 'f', other: 'o' }
const relationLetter: Readonly<Record<Relation, string>> = { son: 's', daughter: 'd', wife: 'w' }
const statusLetter: Readonly<Record<VoterStatus, string>> = {
  active: 'a',
  blocked: 'b',
  deceased: 'd',
  overseas: 'o',
  removed: 'r',
  'to-verify': 'v',
}
const cardLetter: Readonly<Record<CardKind, string>> = { cnic: 'c', nicop: 'n', poc: 'p' }
const listLetter: Readonly<Record<RollList, string>> = { general: 'g', supplementary: 's' }
const addressLetter: Readonly<Record<AddressKind, string>> = { permanent: 'p', temporary: 't', posting: 'g' }

function backwards<K extends string>(letters: Readonly<Record<K, string>>): (letter: string) => K {
  const words = new Map(Object.entries(letters).map(([word, letter]) => [letter as string, word as K]))
  return (letter) => {
    const word = words.get(letter)
    if (word === undefined) throw new Error(`the register holds a code that nothing writes: ${letter}`)
    return word
  }
}

const genderOf = backwards(genderLetter)
const relationOf = backwards(relationLetter)
const statusOf = backwards(statusLetter)
const cardOf = backwards(cardLetter)
const listOf = backwards(listLetter)
const addressKindOf = backwards(addressLetter)

export const blockCode = (block: number): BlockCode => String(block).padStart(9, '0') as BlockCode

/**
 * The block by which a row `v` of `rolls.voter` belongs to a district: that of the entry, else of the chosen address.
 * 0005-claims indexes it.
 */
export const placeOf = `coalesce(v.block, case v.chosen when 'p' then v.permanent_block when 't' then v.temporary_block
  else v.posting_block end)`

/** The number of the block in which somebody is entered; null for whoever is not on the roll. */
export function entryBlock(voter: Voter | undefined): number | null {
  return voter?.entry == null ? null : Number(voter.entry.block)
}

function addressOf(textUr: string | null, block: number | null): Address | null {
  return textUr === null || block === null ? null : { textUr, block: blockCode(block) }
}

/** A voter out of the row. */
export function voterOf(row: VoterRow): Voter {
  return voterOfState(String(row.cnic) as Cnic, row)
}

/** A voter out of the CNIC and the state that an action keeps. */
export function voterOfState(cnic: Cnic, row: VoterStateRow): Voter {
  const { block, serial, household } = row
  return {
    cnic,
    card: cardOf(row.card),
    nameUr: row.name_ur,
    nameEn: row.name_en,
    relation: relationOf(row.relation),
    relationNameUr: row.relation_name_ur,
    gender: genderOf(row.gender),
    dateOfBirth: row.date_of_birth,
    disabled: row.disabled,
    list: listOf(row.roll_list),
    addresses: {
      permanent: { textUr: row.permanent_ur, block: blockCode(row.permanent_block) },
      temporary: addressOf(row.temporary_ur, row.temporary_block),
      posting: addressOf(row.posting_ur, row.posting_block),
    },
    photo: row.photo?.toString('hex') ?? null,
    chosen: addressKindOf(row.chosen),
    status: statusOf(row.status),
    entry:
      block === null || serial === null || household === null ? null : { block: blockCode(block), serial, household },
  }
}

/** The state of a voter as the database keeps it, in the order of `stateColumns`. */
export function stateOf(voter: Voter): VoterStateRow {
  const { addresses, entry } = voter
  return {
    block: entryBlock(voter),
    serial: entry?.serial ?? null,
    household: entry?.household ?? null,
    permanent_block: Number(addresses.permanent.block),
    temporary_block: addresses.temporary === null ? null : Number(addresses.temporary.block),
    posting_block: addresses.posting === null ? null : Number(addresses.posting.block),
    date_of_birth: voter.dateOfBirth,
    gender: genderLetter[voter.gender],
    relation: relationLetter[voter.relation],
    status: statusLetter[voter.status],
    card: cardLetter[voter.card],
    roll_list: listLetter[voter.list],
    chosen: addressLetter[voter.chosen],
    disabled: voter.disabled,
    name_ur: voter.nameUr,
    name_en: voter.nameEn,
    relation_name_ur: voter.relationNameUr,
    permanent_ur: addresses.permanent.textUr,
    temporary_ur: addresses.temporary?.textUr ?? null,
    posting_ur: addresses.posting?.textUr ?? null,
    photo: voter.photo === null ? null : Buffer.from(voter.photo, 'hex'),
  }
}

const reserved = /[\\\t\n\r]/

/** A voter's state for COPY, `cnic` and `stateColumns` split by tabs: what fingerprints are made of. */
export function stateLine(voter: EnrolledVoter): string {
  const { entry, addresses, nameUr, nameEn, relationNameUr } = voter
  const { permanent, temporary, posting } = addresses
  const { textUr } = permanent
  const letters = `${genderLetter[voter.gender]}\t${relationLetter[voter.relation]}\t${statusLetter[voter.status]}\t${cardLetter[voter.card]}\t${listLetter[voter.list]}\t${addressLetter[voter.chosen]}\t${voter.disabled ? 't' : 'f'}`
  const blocks = `${permanent.block}\t${temporary?.block ?? '\\N'}\t${posting?.block ?? '\\N'}`
  // Names seldom hold a character that COPY reserves; escaping each field regardless costs a third of an import.
  const plain = !(
    reserved.test(nameUr) ||
    reserved.test(nameEn) ||
    reserved.test(relationNameUr) ||
    reserved.test(textUr)
  )
  const names = plain
    ? `${nameUr}\t${nameEn}\t${relationNameUr}\t${textUr}`
    : copyRow([nameUr, nameEn, relationNameUr, textUr]).slice(0, -1)
  const others =
    temporary === null && posting === null
      ? '\\N\t\\N'
      : copyRow([temporary?.textUr ?? null, posting?.textUr ?? null]).slice(0, -1)
  const photo = voter.photo === null ? '\\N' : `\\\\x${voter.photo}`
  return `${voter.cnic}\t${entry.block}\t${entry.serial}\t${entry.household}\t${blocks}\t${voter.dateOfBirth}\t${letters}\t${names}\t${others}\t${photo}`
}

/** A row for COPY in the order of `voterColumns`. */
export function voterCopyRow(voter: EnrolledVoter): string {
  return `${stateLine(voter)}\t${nameKey(voter.nameUr)}\n`
}
