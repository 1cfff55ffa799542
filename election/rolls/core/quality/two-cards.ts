import type { NameAgreement } from '../names/name-agreement.ts'
import type { BirthAgreement } from './birth-agreement.ts'

/** A name agrees to the letter, or as `NameAgreement` says. */
export type NameMatch = 'identical' | NameAgreement

/** Where two cards stand: in one house, one block, with one permanent block, in one district, or in two. */
export type PlaceMatch = 'house' | 'block' | 'permanent-block' | 'district' | 'elsewhere'

/** How rare a name is that agrees. */
export interface NameRarity {
  /** Share of all cards that bear it: the spelling where it is identical; the longer where one is part of the other; else the sound, of the more common. */
  readonly share: number
  /** Where one is part of the other: share of the shorter. */
  readonly shorter: number | null
  /** Where one word is mistyped: share of the rarer spelling among all words; null if it is not one word. */
  readonly mistypedWord: number | null
  /** Share of the more common spelling. */
  readonly meantWord: number | null
}

/** What two cards have in common, and how common that is in the register. */
export interface CardPair {
  readonly name: NameMatch
  readonly relationName: NameMatch
  /** The relation itself differs: a daughter on one card is a wife on the other. */
  readonly relationChanged: boolean
  readonly birth: BirthAgreement
  readonly place: PlaceMatch
  readonly nameRarity: NameRarity
  readonly relationNameRarity: NameRarity
  /** Share of cards with this date of birth. */
  readonly birthShare: number
  /** Both names end in the same word, borne by this share of fathers: the name of a family says a thing once. */
  readonly familyShare: number | null
}

export interface RegisterSize {
  readonly cards: number
  readonly blocks: number
  readonly districts: number
}

/**
 * How often a second card agrees with the first, per feature (the m-probabilities of Fellegi and Sunter, "A Theory for
 * Record Linkage", JASA 1969). Judged from what clerks do, not fitted to any data: orders of magnitude are what counts.
 */
const seconds = {
  rate: 1 / 400,
  name: { identical: 0.5, same: 0.22, reordered: 0.04, part: 0.12, near: 0.08, other: 0.04 },
  birth: { same: 0.7, 'first-of-january': 0.07, swapped: 0.06, 'other-year': 0.06, digit: 0.08, other: 0.03 },
  place: { house: 0.15, block: 0.2, 'permanent-block': 0.15, district: 0.25, elsewhere: 0.25 },
} as const

/** How often two sisters, brothers or co-wives of one house agree; they share their father's or husband's name. */
const siblings = {
  /** Pairs of them, a voter. */
  pairs: 0.3,
  name: { identical: 0.0005, same: 0.002, reordered: 0.0005, part: 0.004, near: 0.06, other: 0.93 },
  birth: { same: 0.012, 'first-of-january': 0.005, swapped: 0.0002, 'other-year': 0.01, digit: 0.01, other: 0.96 },
} as const

/** How often dates of two strangers agree; a swapped day and month, one of five years before and after, a digit. */
const strangersBirth = {
  'first-of-january': 0.002,
  swapped: 0.00005,
  'other-year': 0.0005,
  digit: 0.0018,
  other: 1,
} as const

/** Names that a name may become by a word more, or by a word less, and words that a word may become by a slip. */
const longerNames = 7
const shorterNames = 2.5
const slips = 100

/** How often a stranger's name agrees like that. */
function strangersName(match: NameMatch, { share, shorter, mistypedWord, meantWord }: NameRarity): number {
  if (match === 'other') return 1
  if (match === 'part') return Math.min(1, Math.max(longerNames * share, shorterNames * (shorter ?? 0)))
  if (match !== 'near') return share
  // A stranger would have to be called what nobody is called: a word that stands nowhere else is a slip.
  if (mistypedWord !== null && meantWord !== null) return Math.min(1, slips * share * (mistypedWord / meantWord))
  return Math.min(1, 20 * share)
}

const nameWeight = (match: NameMatch, rarity: NameRarity): number =>
  Math.log2(seconds.name[match] / strangersName(match, rarity))

/**
 * The chance, from 0 to 1, that two cards are one person's: the odds that two cards are, times what each agreement adds.
 * Rare names and rare days of birth say more than common ones.
 */
export function chanceOfOnePerson(pair: CardPair, size: RegisterSize): number {
  const bits = pair.place === 'house' && pair.relationName !== 'other' ? inOneHouse(pair) : amongStrangers(pair, size)
  return 1 / (1 + 2 ** -bits)
}

function inOneHouse({ name, nameRarity, birth }: CardPair): number {
  const { mistypedWord } = nameRarity
  // Parents give their twins names that rhyme, but both are names.
  const rhyme = name === 'near' && mistypedWord !== null ? Math.min(0.06, slips * mistypedWord) : siblings.name[name]
  return (
    Math.log2((seconds.rate * seconds.place.house) / siblings.pairs) +
    Math.log2(seconds.name[name] / rhyme) +
    Math.log2(seconds.birth[birth] / siblings.birth[birth])
  )
}

function amongStrangers(pair: CardPair, { cards, blocks, districts }: RegisterSize): number {
  const strangersPlace = {
    house: 4 / cards,
    block: 1 / blocks,
    'permanent-block': 1 / blocks,
    district: 1 / districts,
    elsewhere: 1,
  }
  const birth = pair.birth === 'same' ? pair.birthShare : strangersBirth[pair.birth]
  return (
    Math.log2((2 * seconds.rate) / cards) +
    nameWeight(pair.name, pair.nameRarity) +
    relationWeight(pair) +
    Math.log2(seconds.birth[pair.birth] / birth) +
    Math.log2(seconds.place[pair.place] / strangersPlace[pair.place])
  )
}

function relationWeight({ relationName, relationNameRarity, relationChanged, name, familyShare }: CardPair): number {
  // Half of all women are daughters on the roll and half wives; few change between two cards. A bride has her husband's
  // name on the new card: that it differs says nothing more then.
  const changed = relationChanged ? -3 : 0
  if (relationName === 'other') return relationChanged ? changed - 1 : Math.log2(seconds.name.other)
  const known = familyShare !== null && name !== 'other' ? Math.log2(familyShare) : 0
  return changed + Math.max(0, nameWeight(relationName, relationNameRarity) + known)
}
