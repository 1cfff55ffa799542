import { copyRow } from '@intikhab/kernel/database'
import type { BlockCode } from '@intikhab/delimitation'
import type { Cnic } from '../core/identifiers.ts'
import type { Gender, Relation, VoterEntry, VoterStatus } from '../core/voter.ts'

/** A row of `rolls.voter`, its codes of one letter as they are stored. */
export interface VoterRow {
  cnic: number
  block: number
  household: number
  serial: number
  date_of_birth: string
  gender: string
  relation: string
  status: string
  name_ur: string
  name_en: string
  relation_name_ur: string
  address_ur: string
}

export const voterColumns = [
  'cnic',
  'block',
  'household',
  'serial',
  'date_of_birth',
  'gender',
  'relation',
  'status',
  'name_ur',
  'name_en',
  'relation_name_ur',
  'address_ur',
] as const satisfies readonly (keyof VoterRow)[]

export const genderLetter: Readonly<Record<Gender, string>> = { male: 'm', female: 'f', other: 'o' }
export const relationLetter: Readonly<Record<Relation, string>> = { son: 's', daughter: 'd', wife: 'w' }
export const statusLetter: Readonly<Record<VoterStatus, string>> = {
  active: 'a',
  blocked: 'b',
  deceased: 'd',
  overseas: 'o',
  removed: 'r',
}

function backwards<K extends string>(letters: Readonly<Record<K, string>>): (letter: string) => K {
  const words = new Map(Object.entries(letters).map(([word, letter]) => [letter as string, word as K]))
  return (letter) => {
    const word = words.get(letter)
    if (word === undefined) throw new Error(`the register holds a code that nothing writes: ${letter}`)
    return word
  }
}

export const genderOf = backwards(genderLetter)
const relationOf = backwards(relationLetter)
export const statusOf = backwards(statusLetter)

export const blockCode = (block: number): BlockCode => String(block).padStart(9, '0') as BlockCode

/** An entry out of its row. */
export function entryOf(row: VoterRow): VoterEntry {
  return {
    cnic: String(row.cnic) as Cnic,
    nameUr: row.name_ur,
    nameEn: row.name_en,
    relation: relationOf(row.relation),
    relationNameUr: row.relation_name_ur,
    gender: genderOf(row.gender),
    dateOfBirth: row.date_of_birth,
    addressUr: row.address_ur,
    block: blockCode(row.block),
    household: row.household,
    serial: row.serial,
    status: statusOf(row.status),
  }
}

const reserved = /[\\\t\n\r]/

/** A row for COPY in the order of `voterColumns`. */
export function voterCopyRow(voter: VoterEntry): string {
  const { cnic, block, household, serial, dateOfBirth, nameUr, nameEn, relationNameUr, addressUr } = voter
  const letters = `${genderLetter[voter.gender]}\t${relationLetter[voter.relation]}\t${statusLetter[voter.status]}`
  const texts = `${nameUr}\t${nameEn}\t${relationNameUr}\t${addressUr}`
  // Names seldom hold a character that COPY reserves; escaping each field regardless costs a third of an import.
  const plain = !(
    reserved.test(nameUr) ||
    reserved.test(nameEn) ||
    reserved.test(relationNameUr) ||
    reserved.test(addressUr)
  )
  const escaped = plain ? `${texts}\n` : copyRow([nameUr, nameEn, relationNameUr, addressUr])
  return `${cnic}\t${block}\t${household}\t${serial}\t${dateOfBirth}\t${letters}\t${escaped}`
}
