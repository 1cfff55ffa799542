import { ageOn } from '../print/age-on.ts'
import type { Gender, Relation } from '../register/voter.ts'
import type { ListedVoter } from './list-format.ts'

/** A voter in a searchable copy: what the printed list has, and no more. */
export interface SearchableRow extends Omit<ListedVoter, 'dateOfBirth' | 'photo' | 'roll' | 'isOverseas'> {
  readonly age: number
}

const oneLine = (text: string): string => text.replaceAll(/[\t\n\r]+/g, ' ')

/** A line of the data of a copy. */
export function searchableLine(voter: ListedVoter, qualifyingDate: string): string {
  const { gender, serial, household, cnic, nameUr, relation, relationNameUr, dateOfBirth, addressUr } = voter
  const age = ageOn(qualifyingDate, dateOfBirth)
  return [gender, serial, household, cnic, nameUr, relation, relationNameUr, age, addressUr]
    .map(String)
    .map(oneLine)
    .join('\t')
}

export function readSearchableLine(line: string): SearchableRow {
  const [gender, serial, household, cnic = '', nameUr = '', relation, relationNameUr = '', age, addressUr = ''] =
    line.split('\t')
  return {
    gender: gender as Gender,
    serial: Number(serial),
    household: Number(household),
    cnic,
    nameUr,
    relation: relation as Relation,
    relationNameUr,
    age: Number(age),
    addressUr,
  }
}
