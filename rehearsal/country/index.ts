/**
 * The demonstration country and any other of its kind: places, voters, polling stations, candidates and counts from a
 * seed. Pure: no clock, no files, no database.
 */
export { demonstration, generateCountry, type Country, type CountryOptions } from './country.ts'
export type { ByGender, CountryBlock, CountryCharge, CountryCircle, CountrySeat } from './geography.ts'
export { votersOf, votersOfBlock, type CountryVoter } from './voters.ts'
export type { CountryStation, StationPart } from './stations.ts'
export { parties, type CountryCandidate, type CountryContest, type CountryParty } from './contests.ts'
export { countStation, type StationCount } from './votes.ts'
export { blockMap, seatMap, type BlockProperties } from './map.ts'
export type { Bilingual } from './names.ts'
export { newcomer, registryPerson } from './newcomers.ts'
export { enrolCountry, getBlock, packSources, rollEntries } from './rolls.ts'
export { seeded, type Random } from './random.ts'
export {
  dirtyCountry,
  dirtyDistrict,
  secondCardOf,
  usualDirt,
  type DirtShares,
  type DirtyCountry,
  type KnownTruth,
} from './dirt/dirt.ts'
