import type { Relation } from '@intikhab/rolls'
import type { Country } from './country.ts'
import type { CountryBlock } from './geography.ts'
import { familyName, personName, type Bilingual } from './names.ts'
import { seeded, weighted, type Random } from './random.ts'

/** Where an entry of the roll stands. All four are on the roll and keep their CNIC from being enrolled again. */
type VoterStatus = 'active' | 'blocked' | 'deceased' | 'overseas'

/** One generated voter, as the roll holds it. */
export interface CountryVoter {
  /** 13 digits, beginning with 99. */
  readonly cnic: string
  readonly nameEn: string
  readonly nameUr: string
  readonly relation: Relation
  readonly relationNameEn: string
  readonly relationNameUr: string
  readonly gender: 'male' | 'female'
  /** `YYYY-MM-DD` */
  readonly dateOfBirth: string
  readonly addressEn: string
  readonly addressUr: string
  readonly blockCode: string
  /** Household number in the block (gharana), from 1. */
  readonly household: number
  /** Running number in the block's list of that gender (silsila), from 1. */
  readonly serial: number
  readonly status: VoterStatus
}

/** Shares of the age bands of the 2017 roll (97.02 million; 18–25, 26–35, …), those above 66 thinning out with age. */
const ages = weighted<number>(
  Array.from({ length: 82 }, (_, i) => {
    const age = i + 18
    if (age <= 25) return [age, 14.6 / 8] as const
    if (age <= 35) return [age, 27.6 / 10] as const
    if (age <= 45) return [age, 20.37 / 10] as const
    if (age <= 55) return [age, 14.8 / 10] as const
    if (age <= 65) return [age, 9.8 / 10] as const
    return [age, 9.5 * 0.0952 * Math.exp(-(age - 66) / 10)] as const
  }),
)

/** Voters in one household: mean 3.6. */
export const householdSizes = weighted<number>([
  [1, 7],
  [2, 27],
  [3, 19],
  [4, 18],
  [5, 13],
  [6, 8],
  [7, 4],
  [8, 2],
  [10, 2],
])

const day = 86_400_000
const serials = 10_000_000
/** Coprime to 10^7, so that counting up walks over every serial once, scattered. */
const stride = 6_180_339

/**
 * The CNIC of the voter with this number in the country. Real ones begin with the digit of a region, 1 (Khyber
 * Pakhtunkhwa) to 8 (Azad Kashmir); none with 9, so these are nobody's. Five digits locality, seven serial, and one
 * odd for men, even for women.
 */
function cnicOf(index: number, charge: number, gender: 'male' | 'female', spread: number): string {
  const serial = ((index % serials) * stride + 1_234_567) % serials
  const last = gender === 'male' ? 1 + 2 * spread : 2 * spread
  const locality = 99_000 + (Math.floor(index / serials) % 10) * 100 + (charge % 100)
  return `${locality}${String(serial).padStart(7, '0')}${last}`
}

const daysAsText = new Map<number, string>()

function dayText(number: number): string {
  const known = daysAsText.get(number)
  if (known !== undefined) return known
  const text = new Date(number * day).toISOString().slice(0, 10)
  daysAsText.set(number, text)
  return text
}

interface Member {
  readonly age: number
  readonly gender: 'male' | 'female'
}

/** Takes genders out of what the block has left, so that the block's plan closes exactly. */
function draw(random: Random, size: number, left: { male: number; female: number }): Member[] {
  const members: Member[] = []
  for (let i = 0; i < size; i++) {
    const gender = random.unit() * (left.male + left.female) < left.male ? 'male' : 'female'
    left[gender]--
    members.push({ age: ages.at(random.unit()), gender })
  }
  return members.sort((a, b) => b.age - a.age)
}

interface Family {
  readonly head: Member | undefined
  readonly name: Bilingual | undefined
  readonly headName: Bilingual
  /** Father of the head, husband of the grandmother. */
  readonly elder: Bilingual
}

/** Everybody is related to the eldest man: his wives, children, brothers and sisters, and his mother. */
function related(member: Member, family: Family): { relation: Relation; to: Bilingual } {
  const child = member.gender === 'male' ? 'son' : 'daughter'
  if (family.head === undefined || member === family.head) return { relation: child, to: family.elder }
  const younger = family.head.age - member.age
  if (younger >= 18) return { relation: child, to: family.headName }
  if (member.gender === 'female' && younger <= -16) return { relation: 'wife', to: family.elder }
  if (member.gender === 'female' && younger >= -3) return { relation: 'wife', to: family.headName }
  return { relation: child, to: family.elder }
}

function statusOf(u: number): VoterStatus {
  if (u >= 0.004) return 'active'
  if (u < 0.0005) return 'blocked'
  return u < 0.002 ? 'deceased' : 'overseas'
}

/** The voters of one block, household by household. Blocks may be made in any order, or side by side. */
export function* votersOfBlock(country: Country, index: number): Generator<CountryVoter, void, undefined> {
  const block = country.blocks[index] as CountryBlock
  const circle = country.circles[block.circle]
  const random = seeded(`${country.seed}/voters/${block.code}`)
  const place = circle?.name ?? { en: '', ur: '' }
  const left = { male: block.voters.male, female: block.voters.female }
  const serial = { male: 0, female: 0 }
  let number = country.firstVoter[index] as number
  const qualifying = Date.parse(`${country.qualifyingDate}T00:00:00Z`) / day
  for (let household = 1; left.male + left.female > 0; household++) {
    const size = Math.min(householdSizes.at(random.unit()), left.male + left.female)
    const members = draw(random, size, left)
    const name = familyName(random)
    const family = {
      head: members.find((member) => member.gender === 'male'),
      name,
      headName: personName('male', random, name),
      elder: personName('male', random, name),
    }
    const street = 1 + Math.floor(household / 24)
    const addressEn = `House ${household}, Street ${street}, ${place.en}, Islamabad`
    const addressUr = `مکان ${household}، گلی ${street}، ${place.ur}، اسلام آباد`
    for (const member of members) {
      const own = member === family.head ? family.headName : personName(member.gender, random, name)
      const { relation, to } = related(member, family)
      const born = qualifying - Math.ceil(member.age * 365.2425) - random.below(365)
      yield {
        cnic: cnicOf(number++, block.charge, member.gender, random.below(5)),
        nameEn: own.en,
        nameUr: own.ur,
        relation,
        relationNameEn: to.en,
        relationNameUr: to.ur,
        gender: member.gender,
        dateOfBirth: dayText(born),
        addressEn,
        addressUr,
        blockCode: block.code,
        household,
        serial: ++serial[member.gender],
        status: statusOf(random.unit()),
      }
    }
  }
}

/** Every voter of the country, block after block, without holding more than one household. */
export function* votersOf(country: Country): Generator<CountryVoter, void, undefined> {
  for (let index = 0; index < country.blocks.length; index++) yield* votersOfBlock(country, index)
}
