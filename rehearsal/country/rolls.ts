import { findBlockCode, type BlockCode } from '@intikhab/delimitation'
import {
  type By,
  type Cnic,
  type PackSources,
  type Roll,
  type Rolls,
  type ServedStation,
  type EnrolledVoter,
  type VoterImport,
} from '@intikhab/rolls'
import type { Country } from './country.ts'
import { votersOf, type CountryVoter } from './voters.ts'

/** The generated country's one district; the number is nobody's. */
const district = {
  code: 'islamabad',
  nameEn: 'Islamabad',
  nameUr: 'اسلام آباد',
  province: 'islamabad',
  officePhone: '051-0000000',
}

/** A block code of the country, which are all well formed. */
export function getBlock(code: string): BlockCode {
  const block = findBlockCode(code)
  if (block === undefined) throw new RangeError(`the country has a block that is none: ${code}`)
  return block
}

/** A generated voter as an entry of the roll, at the permanent address. */
export function rollEntry(voter: CountryVoter, block: BlockCode): EnrolledVoter {
  const { nameUr, nameEn, relation, relationNameUr, gender, dateOfBirth, addressUr, household, serial, status } = voter
  return {
    cnic: voter.cnic as Cnic,
    card: 'cnic',
    nameUr,
    nameEn,
    relation,
    relationNameUr,
    gender,
    dateOfBirth,
    disabled: false,
    list: 'general',
    addresses: { permanent: { textUr: addressUr, block }, temporary: null, posting: null },
    photo: null,
    chosen: 'permanent',
    status,
    entry: { block, household, serial },
  }
}

/** The country's voters as entries of a roll. `onVoter` is told how many have been made, every ten thousand. */
export function* rollEntries(country: Country, onVoter?: (made: number) => void): Generator<EnrolledVoter> {
  const blocks = new Map(country.blocks.map(({ code }) => [code, getBlock(code)]))
  let made = 0
  for (const voter of votersOf(country)) {
    if (++made % 10_000 === 0) onVoter?.(made)
    yield rollEntry(voter, blocks.get(voter.blockCode) as BlockCode)
  }
}

/** Enters the country's places, a roll and all its voters into an empty register. */
export async function enrolCountry(
  country: Country,
  rolls: Rolls,
  roll: Omit<Roll, 'qualifyingDate'>,
  by: By,
  onVoter?: (made: number) => void,
): Promise<VoterImport> {
  const areas = country.blocks.map(({ code, circle }) => {
    const { en, ur } = country.circles[circle]?.name ?? { en: code, ur: code }
    return { block: getBlock(code), nameEn: en, nameUr: ur, district: district.code }
  })
  await rolls.putPlaces([district], areas, by)
  await rolls.addRoll({ ...roll, qualifyingDate: country.qualifyingDate }, by)
  return rolls.importFeed({ name: `country ${country.seed}`, voters: () => rollEntries(country, onVoter) }, by)
}

/** What the look-up pack needs of the country: its seats and its stations. */
export function packSources(country: Country, scheme: PackSources['scheme']): PackSources {
  const seatOf = new Map(country.blocks.map(({ code, seat }) => [code, country.seats[seat]?.code ?? '']))
  return {
    seats: country.seats.map(({ code, name }) => ({ code, nameEn: name.en, nameUr: name.ur })),
    seatsOf: (block) => [seatOf.get(block) ?? ''],
    stations: country.stations.map(({ seat, number, name, kind, at, parts }): ServedStation => ({
      id: `${seat}/${number}`,
      seat,
      number,
      nameEn: name.en,
      nameUr: name.ur,
      kind,
      longitude: at[0],
      latitude: at[1],
      parts: parts.map(({ blockCode, gender, fromSerial, toSerial }) => ({
        block: getBlock(blockCode),
        gender,
        fromSerial,
        toSerial,
      })),
    })),
    scheme,
    rollEdition: null,
    helpline: '051-0000000',
  }
}
