import type { Country } from '../country.ts'
import { seeded, type Random } from '../random.ts'
import { votersOfBlock, type CountryVoter } from '../voters.ts'
import type { DirtShares, KnownTruth } from './dirt.ts'
import { anotherName, rareName } from './rare-names.ts'

/** A voter on whom dirt may lie: a gender that is neither, a block of the address that is not the block of the entry. */
export type RoughVoter = Omit<CountryVoter, 'gender'> & {
  readonly gender: CountryVoter['gender'] | 'other'
  /** Block code of the permanent address; that of the entry unless the address is wrong. */
  readonly permanentBlock: string
}

type Draft = { -readonly [Key in keyof RoughVoter]: RoughVoter[Key] }

/** Names that parents give to twins. */
const rhymes = [
  ['حسن', 'حسین'],
  ['عمران', 'کامران'],
  ['زاہد', 'شاہد'],
  ['ساجد', 'ماجد'],
  ['راشد', 'خالد'],
  ['سعدیہ', 'نازیہ'],
  ['صائمہ', 'سائرہ'],
  ['نسرین', 'پروین'],
  ['رابعہ', 'رافعہ'],
] as const

/** Parents do not give one name to two of their children; drawn at random, some would bear the same. */
function giveNamesOfTheirOwn(voters: readonly Draft[]): void {
  const given = new Map<string, Set<string>>()
  for (const voter of voters) {
    const parents = `${voter.household}/${voter.gender}/${voter.relationNameUr}`
    const taken = given.get(parents) ?? new Set()
    given.set(parents, taken)
    for (let tries = 0; taken.has(givenName(voter.nameUr)) && tries < 9; tries++) {
      const word = givenName(voter.nameUr)
      const gender = voter.gender === 'female' ? 'female' : 'male'
      voter.nameUr = voter.nameUr.replace(word, anotherName(gender, `${parents}/${voter.cnic}/${tries}`))
    }
    taken.add(givenName(voter.nameUr))
  }
}

const givenName = (name: string): string => name.split(' ').find((word) => word !== 'محمد') ?? name

/** The twin's name: a rhyme to the other's where there is one; a word of it changes, as parents do it. */
function twinName(name: string, other: string): string {
  const words = name.split(' ')
  for (const [one, two] of rhymes) {
    const from = words.includes(one) ? one : two
    if (words.includes(from)) return words.map((word) => (word !== from ? word : from === one ? two : one)).join(' ')
  }
  return other
}

/** Brothers or sisters born on one day: two people with one father, one house and one date of birth. */
function makeTwins(voters: readonly Draft[], share: number, random: Random): void {
  let previous = 0
  for (let i = 1; i < voters.length; i++) {
    const [one, two] = [voters[i - 1] as Draft, voters[i] as Draft]
    const siblings =
      one.household === two.household &&
      one.gender === two.gender &&
      one.relation === two.relation &&
      one.relation !== 'wife' &&
      one.relationNameUr === two.relationNameUr
    // One in nine voters stands behind a sibling of the same gender.
    if (!siblings || previous === i - 1 || random.unit() >= share * 9) continue
    previous = i
    two.dateOfBirth = one.dateOfBirth
    two.nameUr = twinName(one.nameUr, two.nameUr)
  }
}

/** Puts whole households, from one on, into one house until it holds at least `size`; gives those who live there then. */
function moveTogether(voters: readonly Draft[], from: number, size: number, byAddress: boolean): Draft[] {
  const first = voters.find((voter) => voter.household >= from)
  if (first === undefined) return []
  const moved: Draft[] = []
  for (const voter of voters) {
    if (voter.household < first.household) continue
    if (moved.length >= size && voter.household !== moved.at(-1)?.household) break
    moved.push(voter)
  }
  for (const voter of moved) {
    voter.addressUr = first.addressUr
    if (!byAddress) voter.household = first.household
  }
  return moved
}

const someYear = (random: Random): number => 1950 + random.below(55)

/** Gives a house's people one birth date, or the first of January of their years. */
function makeOneAge(members: readonly Draft[], random: Random): void {
  const day = `${someYear(random)}-${random.pick(['01-01', '03-10', '07-01', '12-25'])}`
  const firstOfJanuary = random.unit() < 0.4
  for (const [i, voter] of members.entries()) {
    if (i === 0 && random.unit() < 0.5) continue
    voter.dateOfBirth = firstOfJanuary ? `${voter.dateOfBirth.slice(0, 4)}-01-01` : day
  }
}

function makeSingles(
  voters: readonly Draft[],
  country: Country,
  shares: DirtShares,
  random: Random,
  truth: KnownTruth[],
): void {
  for (const voter of voters) {
    if (voter.status === 'deceased') truth.push({ kind: 'dead', cnics: [voter.cnic], how: 'notice' })
    // One draw for all: a person has at most one of these faults.
    let u = random.unit()
    const hit = (share: number) => {
      const found = u >= 0 && u < share
      u -= share
      return found
    }
    if (hit(shares.impossibleAges)) {
      voter.dateOfBirth = `${1885 + random.below(28)}${voter.dateOfBirth.slice(4).replace('02-29', '02-28')}`
      truth.push({ kind: 'dead', cnics: [voter.cnic], how: 'age' })
    } else if (hit(shares.centenarians))
      voter.dateOfBirth = `${1918 + random.below(8)}${voter.dateOfBirth.slice(4).replace('02-29', '02-28')}`
    else if (hit(shares.otherGender)) voter.gender = 'other'
    else if (hit(shares.wrongDigit)) {
      const digit = (Number(voter.cnic.at(-1)) + 1 + 2 * random.below(4)) % 10
      voter.cnic = `${voter.cnic.slice(0, 12)}${digit}`
      truth.push({ kind: 'gender', cnics: [voter.cnic], how: 'digit' })
    } else if (hit(shares.unknownBlocks)) {
      voter.permanentBlock = String(100_000_000 + random.below(800_000_000))
      truth.push({ kind: 'address', cnics: [voter.cnic], how: 'unknown-block' })
    } else if (hit(shares.strayAddresses)) {
      const other = random.pick(country.circles)
      const own = country.circles.find((circle) => voter.addressUr.includes(`، ${circle.name.ur}،`))
      if (own === undefined || own === other) continue
      voter.addressUr = voter.addressUr.replace(own.name.ur, other.name.ur)
      truth.push({ kind: 'address', cnics: [voter.cnic], how: 'other-place' })
    }
  }
}

/** The people of a block as a register has them: with twins, hostels, rounded births, and faults, those noted in `truth`. */
export function roughBlock(
  country: Country,
  index: number,
  shares: DirtShares,
  seed: string,
): { readonly voters: readonly RoughVoter[]; readonly truth: readonly KnownTruth[] } {
  const code = country.blocks[index]?.code ?? ''
  const random = seeded(`${seed}/dirt/${code}`)
  const truth: KnownTruth[] = []
  const voters: Draft[] = Array.from(votersOfBlock(country, index), (voter) => {
    const house = `${seed}/${code}/${voter.household}`
    const nameUr = rareName(voter.nameUr, voter.gender, house)
    const relationNameUr = rareName(voter.relationNameUr, 'male', house)
    return Object.assign(voter, { nameUr, relationNameUr, permanentBlock: code })
  })
  const households = voters.at(-1)?.household ?? 1
  giveNamesOfTheirOwn(voters)
  makeTwins(voters, shares.twins, random)
  for (const voter of voters)
    if (random.unit() < shares.firstOfJanuary) voter.dateOfBirth = `${voter.dateOfBirth.slice(0, 4)}-01-01`
  makeSingles(voters, country, shares, random, truth)
  // Hostels, seminaries and joint families are large and no fault.
  if (random.unit() < shares.hostels) moveTogether(voters, 1 + random.below(households), 12 + random.below(14), false)
  if (random.unit() < shares.crowdedHouses) {
    const byAddress = random.unit() < 0.4
    const moved = moveTogether(voters, 1 + random.below(households), 28 + random.below(30), byAddress)
    if (moved.length >= 28)
      truth.push({
        kind: 'crowded-house',
        cnics: moved.map(({ cnic }) => cnic),
        how: byAddress ? 'address' : 'household',
      })
  }
  if (random.unit() < shares.oneAgeHouses) {
    const first = voters[random.below(voters.length)]
    const members = voters.filter(({ household }) => household === first?.household)
    if (members.length >= 5) {
      makeOneAge(members, random)
      truth.push({ kind: 'one-age', cnics: members.map(({ cnic }) => cnic), how: 'birth' })
    }
  }
  return { voters, truth }
}
