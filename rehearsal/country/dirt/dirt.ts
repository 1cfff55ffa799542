import type { EnrolledVoter } from '@intikhab/rolls'
import type { RegistryPerson } from '@intikhab/rolls/sim'
import type { Country } from '../country.ts'
import { familyName, personName } from '../names.ts'
import { registryPerson } from '../newcomers.ts'
import { seeded, type Random } from '../random.ts'
import { getBlock, rollEntry } from '../rolls.ts'
import type { CountryVoter } from '../voters.ts'
import { birthOnSecondCard } from './misdate.ts'
import { nameOnSecondCard } from './respell.ts'
import { roughBlock, type RoughVoter } from './rough-block.ts'

/** How much dirt lies on the roll: shares of voters; those marked of blocks. What is no fault but looks like one is dirt too. */
export interface DirtShares {
  /** Voters who have a second card. */
  readonly secondCards: number
  /** How much second cards differ from the first: at 1, 30 % have another date of birth and 55 % of each name is changed; 0: nothing. */
  readonly severity: number
  /** Born on a day nobody knows: written as 1 January. No fault. */
  readonly firstOfJanuary: number
  /** Brothers or sisters born on one day. No fault. */
  readonly twins: number
  /** Aged 100 to 108. No fault. */
  readonly centenarians: number
  /** Neither man nor woman; any last digit. No fault. */
  readonly otherGender: number
  /** Of blocks: one house with 12 to 30 voters. No fault. */
  readonly hostels: number
  /** Born more than 110 years ago. */
  readonly impossibleAges: number
  /** The last digit of the CNIC says another gender. */
  readonly wrongDigit: number
  /** The permanent address lies in a block that there is not. */
  readonly unknownBlocks: number
  /** The permanent address names another place than its block's. */
  readonly strayAddresses: number
  /** Of blocks: one house with 28 voters and more who do not live there. */
  readonly crowdedHouses: number
  /** Of blocks: one house of five or more with one date of birth, or all on 1 January. */
  readonly oneAgeHouses: number
}

export const usualDirt: DirtShares = {
  secondCards: 0.004,
  severity: 0.7,
  firstOfJanuary: 0.04,
  twins: 0.008,
  centenarians: 0.0002,
  otherGender: 0.0001,
  hostels: 0.05,
  impossibleAges: 0.00005,
  wrongDigit: 0.0001,
  unknownBlocks: 0.00005,
  strayAddresses: 0.0002,
  crowdedHouses: 0.05,
  oneAgeHouses: 0.08,
}

/** A fault that was put there: whom it concerns, and how it was made. */
export interface KnownTruth {
  readonly kind: 'two-cards' | 'dead' | 'crowded-house' | 'one-age' | 'address' | 'gender'
  readonly cnics: readonly string[]
  readonly how: string
}

export interface DirtyCountry {
  readonly truth: readonly KnownTruth[]
  /** Everybody on the roll, block after block in the order of the country. */
  voters(): Generator<EnrolledVoter>
}

/** District of a block: blocks in their order, so many to a district. The generated country itself has one. */
const blocksPerDistrict = 450
export const dirtyDistrict = (blockIndex: number): number => Math.floor(blockIndex / blocksPerDistrict)

/** A second card, and the entry it stands at but for its serial number. */
interface SecondCard {
  readonly voter: RoughVoter
  /** Where the entry stands; the permanent address may lie elsewhere. */
  readonly block: number
}

function placeOfSecondCard(index: number, blocks: number, random: Random): { block: number; how: string } {
  const kind = random.unit()
  if (kind < 0.2) return { block: index, how: 'same-house' }
  if (kind < 0.4) return { block: index, how: 'same-block' }
  const first = dirtyDistrict(index) * blocksPerDistrict
  if (kind < 0.7)
    return { block: first + random.below(Math.min(blocksPerDistrict, blocks - first)), how: 'same-district' }
  return { block: random.below(blocks), how: 'anywhere' }
}

/** The second card of a voter: names, birth and place each as they come out at a second registration. */
function secondCard(
  country: Country,
  first: RoughVoter & { readonly gender: 'male' | 'female' },
  index: number,
  number: number,
  latestBirth: string,
  severity: number,
  random: Random,
): { readonly card: SecondCard; readonly truth: KnownTruth } {
  const place = placeOfSecondCard(index, country.blocks.length, random)
  const birth = birthOnSecondCard(first.dateOfBirth, latestBirth, severity, random)
  const own = nameOnSecondCard(first.nameUr, first.gender, severity, random)
  const married = first.gender === 'female' && first.relation === 'daughter' && random.unit() < 0.1 * severity
  const relation = married
    ? { name: personName('male', random, familyName(random)).ur, how: 'married' }
    : nameOnSecondCard(first.relationNameUr, 'male', severity, random)
  const block = country.blocks[place.block]
  const household =
    place.how === 'same-house' ? first.household : 1 + random.below(Math.max(1, (block?.voters.male ?? 1) / 2))
  const circle = country.circles[block?.circle ?? 0]
  const keepsPermanent = place.how === 'same-house' || random.unit() < 0.35
  const digit = first.gender === 'male' ? 1 + 2 * random.below(5) : 2 * random.below(5)
  const cnic = `98${String(100 + random.below(900))}${String(number).padStart(7, '0')}${digit}`
  const voter: RoughVoter = {
    ...first,
    cnic,
    nameUr: own.name,
    relation: married ? 'wife' : first.relation,
    relationNameUr: relation.name,
    dateOfBirth: birth.birth,
    addressUr: keepsPermanent
      ? first.addressUr
      : `مکان ${household}، گلی ${1 + Math.floor(household / 24)}، ${circle?.name.ur ?? ''}، اسلام آباد`,
    permanentBlock: keepsPermanent ? first.permanentBlock : (block?.code ?? ''),
    blockCode: block?.code ?? '',
    household,
    status: 'active',
  }
  const how = `${place.how}/${birth.how}/${own.how}/${relation.how}`
  return { card: { voter, block: place.block }, truth: { kind: 'two-cards', cnics: [first.cnic, cnic], how } }
}

function latestBirthOf({ qualifyingDate }: Country): string {
  return `${Number(qualifyingDate.slice(0, 4)) - 18}${qualifyingDate.slice(4)}`
}

/** A second card of a voter of a block, number `n` of the country's from 0, as the civil registry issued it by mistake. */
export function secondCardOf(country: Country, voter: CountryVoter, block: number, n: number): RegistryPerson {
  const first = { ...voter, permanentBlock: voter.blockCode }
  const random = seeded(`${country.seed}/second-card/${n}`)
  const { severity } = usualDirt
  const { voter: second } = secondCard(country, first, block, n, latestBirthOf(country), severity, random).card
  return registryPerson({ ...second, gender: voter.gender, blockCode: second.permanentBlock })
}

/**
 * The country's roll with settable dirt and the truth about it, from the country's seed. Walks over the country once to
 * plan, and again each time the voters are read; second cards are held in memory, about 1 kB each.
 */
export function dirtyCountry(
  country: Country,
  shares: DirtShares = usualDirt,
  onVoter?: (made: number) => void,
): DirtyCountry {
  const truth: KnownTruth[] = []
  const cards = new Map<number, SecondCard[]>()
  const { seed } = country
  const latestBirth = latestBirthOf(country)
  let second = 0
  let made = 0
  for (let index = 0; index < country.blocks.length; index++) {
    const rough = roughBlock(country, index, shares, seed)
    truth.push(...rough.truth)
    const random = seeded(`${seed}/second-cards/${index}`)
    const inCrowd = new Set(rough.truth.flatMap(({ cnics }) => cnics))
    for (const voter of rough.voters) {
      if (++made % 10_000 === 0) onVoter?.(made)
      const { gender } = voter
      if (random.unit() >= shares.secondCards || gender === 'other' || inCrowd.has(voter.cnic)) continue
      const { card, truth: known } = secondCard(
        country,
        { ...voter, gender },
        index,
        second++,
        latestBirth,
        shares.severity,
        random,
      )
      truth.push(known)
      cards.set(card.block, [...(cards.get(card.block) ?? []), card])
    }
  }

  function* voters(): Generator<EnrolledVoter> {
    let made = 0
    for (const [index, { code }] of country.blocks.entries()) {
      const block = getBlock(code)
      const serial = { male: 0, female: 0, other: 0 }
      const extra = cards.get(index) ?? []
      for (const voter of [...roughBlock(country, index, shares, seed).voters, ...extra.map((card) => card.voter)]) {
        if (++made % 10_000 === 0) onVoter?.(made)
        const { gender, permanentBlock } = voter
        const entry = rollEntry(
          { ...voter, gender: gender === 'other' ? 'male' : gender, serial: ++serial[gender] },
          block,
        )
        if (gender === 'other' || permanentBlock !== code)
          yield elsewhere({ ...entry, gender }, permanentBlock, voter.addressUr)
        else yield entry
      }
    }
  }

  return { truth, voters }
}

/** An entry by the temporary address, whose permanent one lies in another block. */
function elsewhere(entry: EnrolledVoter, permanentBlock: string, addressUr: string): EnrolledVoter {
  const { block } = entry.entry
  if (permanentBlock === block) return entry
  return {
    ...entry,
    addresses: {
      permanent: { textUr: addressUr, block: getBlock(permanentBlock) },
      temporary: { textUr: addressUr, block },
      posting: null,
    },
    chosen: 'temporary',
  }
}
