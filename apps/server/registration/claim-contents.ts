import { getBlock, newcomer, type Country, type CountryVoter } from '@intikhab/rehearsal/country'
import type { ClaimContent, CorrectedFields, TypedForm } from '@intikhab/rolls'
import type { RegistryPerson } from '@intikhab/rolls/sim'
import { district } from './officers.ts'

/** What people write on the forms of the demonstration. */

type Registration = Extract<ClaimContent, { purpose: 'registration' }>
type Objection = Extract<ClaimContent, { purpose: 'objection' }>

/** Newcomers from this number on lend nothing but their names. */
const firstNamesake = 1000

type OnCard = Pick<RegistryPerson, 'nameUr' | 'nameEn' | 'relation' | 'relationNameUr' | 'gender' | 'dateOfBirth'>

function personOf({ nameUr, nameEn, relation, relationNameUr, gender, dateOfBirth }: OnCard): Registration['person'] {
  return { nameUr, nameEn, relation, relationNameUr, gender, dateOfBirth, disabled: false }
}

/** Somebody who is on no roll yet asks to be put on it at the permanent address. */
export function enrolmentOf(person: RegistryPerson): Registration {
  const { ur, block } = person.permanent
  return {
    purpose: 'registration',
    person: personOf(person),
    chosen: 'permanent',
    permanent: { textUr: ur, block: getBlock(block) },
    other: null,
  }
}

/** A voter asks to vote at the temporary address of the card: a house in another block. */
export function transferOf(country: Country, voter: CountryVoter, to: number, n: number): Registration {
  const { ur, block } = newcomer(country, n, to).permanent
  return {
    purpose: 'registration',
    person: personOf(voter),
    chosen: 'temporary',
    permanent: { textUr: voter.addressUr, block: getBlock(voter.blockCode) },
    other: { textUr: ur, block: getBlock(block) },
  }
}

/** Somebody objects to the entry of a voter. */
export function objectionTo(voter: CountryVoter, ground: Objection['ground'], statement: string): Objection {
  const { blockCode, gender, serial, nameUr } = voter
  return { purpose: 'objection', ground, block: getBlock(blockCode), gender, serial, name: nameUr, statement }
}

/** A voter asks that something of the entry be corrected. */
export function correctionOf(corrections: CorrectedFields, statement: string): ClaimContent {
  return { purpose: 'correction', corrections, statement }
}

/** How the name of a voter reads on the card: the given name with another that the country gives. */
export function nameOnCard(
  country: Country,
  voter: CountryVoter,
): { readonly nameUr: string; readonly nameEn: string } {
  const given = (name: string) => name.split(' ')[0]
  for (let n = firstNamesake; ; n++) {
    const { gender, nameUr, nameEn } = newcomer(country, n, 0)
    const isNamesake = gender === voter.gender && given(nameEn) === given(voter.nameEn)
    if (isNamesake && nameEn !== voter.nameEn) return { nameUr, nameEn }
  }
}

/** The day of birth a year later than the roll has it. */
export function aYearLater(dateOfBirth: string): string {
  return `${Number(dateOfBirth.slice(0, 4)) + 1}${dateOfBirth.slice(4).replace('-02-29', '-02-28')}`
}

/** How somebody who wants to be enrolled fills in the form of the public site: without knowing the block. */
export function typedEnrolment(person: RegistryPerson): TypedForm {
  const { cnic, nameUr, relation, relationNameUr, gender, dateOfBirth, permanent } = person
  return {
    ...typedBy({ cnic, nameUr }),
    fatherName: relationNameUr,
    relation,
    gender,
    born: dateOfBirth,
    permanent: permanent.ur,
    chosen: 'permanent',
  }
}

/** How a neighbour types an objection on the public site. */
export function typedObjection(by: CountryVoter, content: Objection): TypedForm {
  const { block, gender, serial, name, ground, statement } = content
  return { ...typedBy(by), block, list: gender, serial: String(serial), person: name, ground, statement }
}

/** How a voter types a correction of the own name on the public site. */
export function typedCorrection(by: CountryVoter, nameUr: string, statement: string): TypedForm {
  return { ...typedBy(by), nameUr, statement }
}

function typedBy({ cnic, nameUr }: Pick<CountryVoter, 'cnic' | 'nameUr'>): TypedForm {
  return { name: nameUr, cnic, phone: '', district }
}
