import type { RegistryPerson } from '@intikhab/rolls/sim'
import type { Country } from './country.ts'
import { familyName, personName } from './names.ts'
import { seeded } from './random.ts'
import type { CountryVoter } from './voters.ts'

const dayMilliseconds = 86_400_000

/** A generated voter as the civil registry has them. */
export function registryPerson(voter: CountryVoter): RegistryPerson {
  const { cnic, nameUr, nameEn, relation, relationNameUr, gender, dateOfBirth, addressUr, blockCode } = voter
  const permanent = { ur: addressUr, block: blockCode }
  return {
    cnic,
    nameUr,
    nameEn,
    relation,
    relationNameUr,
    gender,
    dateOfBirth,
    permanent,
    temporary: null,
    headOfFamily: null,
  }
}

/**
 * Somebody of a block who is on no roll yet, number `n` of the country's from 0: between 18 and 45 on the qualifying date,
 * the same for the same country. The CNIC begins with 97, as nobody's does and no other of the country's.
 */
export function newcomer(country: Country, n: number, block: number): RegistryPerson {
  const random = seeded(`${country.seed}/newcomers/${n}`)
  const home = country.blocks[block]
  const place = country.circles[home?.circle ?? 0]?.name
  if (home === undefined || place === undefined) throw new RangeError(`the country has no block ${block}`)
  const gender = random.unit() < 0.5 ? 'male' : 'female'
  const family = familyName(random)
  const name = personName(gender, random, family)
  const house = 1 + random.below(home.households)
  const { qualifyingDate } = country
  const youngest = Date.parse(`${Number(qualifyingDate.slice(0, 4)) - 18}${qualifyingDate.slice(4)}T00:00:00Z`)
  const born = new Date(youngest - (30 + random.below(27 * 365)) * dayMilliseconds)
  return {
    cnic: `97${String(n).padStart(10, '0')}${2 * random.below(5) + (gender === 'male' ? 1 : 0)}`,
    nameUr: name.ur,
    nameEn: name.en,
    relation: gender === 'male' ? 'son' : 'daughter',
    relationNameUr: personName('male', random, family).ur,
    gender,
    dateOfBirth: born.toISOString().slice(0, 10),
    permanent: {
      ur: `مکان ${house}، گلی ${1 + Math.floor(house / 24)}، ${place.ur}، اسلام آباد`,
      block: home.code,
    },
    temporary: null,
    headOfFamily: null,
  }
}
