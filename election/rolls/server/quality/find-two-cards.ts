import { birthAgreement, unpackBirth } from '../../core/quality/birth-agreement.ts'
import { nameAgreement } from '../../core/names/name-agreement.ts'
import {
  chanceOfOnePerson,
  type CardPair,
  type NameMatch,
  type NameRarity,
  type PlaceMatch,
  type RegisterSize,
} from '../../core/quality/two-cards.ts'
import type { Shares } from './load-cards.ts'
import { bigNumbers, numbers, type WorkTable } from './work-table.ts'

/**
 * What two cards must have in common to be compared at all: all of one line. Comparing each with each would be 5 × 10^13
 * comparisons for ten million voters; these lines leave a few million. Each line forgives another fault of a second card.
 */
const comparedWith: readonly Line[] = [
  // The father's name may be anything (a bride bears her husband's).
  { equal: ['name_key', 'birth'] },
  // The own name may be mistyped beyond its sound.
  { equal: ['relation_key', 'birth'] },
  // Both names may be longer or shorter.
  { equal: ['name_core', 'relation_core', 'birth'] },
  // One longer or shorter, the other mistyped.
  { equal: ['name_core', 'relation_initial', 'birth'] },
  { equal: ['name_initial', 'relation_core', 'birth'] },
  // The date of birth may be moved, and one of the names longer or shorter.
  { equal: ['name_key', 'relation_key', 'birth % 10000'] },
  ...movedBirth('name_key', 'relation_core'),
  ...movedBirth('name_core', 'relation_key'),
  // In one block more may differ.
  { equal: ['permanent_block', 'name_core', 'relation_core'] },
  { equal: ['permanent_block', 'name_key'], where: 'abs(a.birth - b.birth) <= 50000' },
  { equal: ['permanent_block', 'birth'] },
  { equal: ['house', 'name_core'] },
]

interface Line {
  readonly equal: readonly string[]
  readonly where?: string
}

/** The day, the month or the year moved, day and month exchanged, or one of them the first of January. */
function movedBirth(...names: readonly string[]): Line[] {
  const [year, month, day] = ['birth // 10000', 'birth // 100 % 100', 'birth % 100']
  return [
    { equal: [...names, year, month] },
    { equal: [...names, year, day] },
    { equal: [...names, 'birth % 10000'], where: 'abs(a.birth - b.birth) <= 50000' },
    { equal: [...names, year, `least(${month}, ${day})`, `greatest(${month}, ${day})`] },
    { equal: [...names, year], where: '(a.birth % 10000 = 101) <> (b.birth % 10000 = 101)' },
  ]
}

/** Two cards that may be one person's. */
export interface TwoCards {
  /** The smaller first. */
  readonly cnics: readonly [number, number]
  readonly blocks: readonly [number, number]
  /** From 0 to 1. */
  readonly chance: number
  readonly pair: CardPair
}

/** Below this chance nobody's time is taken. */
const worthLooking = 0.1

/** What of two cards is compared, each a whole number. */
const columns = [
  'name',
  'relation_name',
  'birth',
  'relation',
  'block',
  'household',
  'permanent_block',
  'house',
  'district',
] as const
const at = Object.fromEntries(columns.map((column, i) => [column, i])) as Record<(typeof columns)[number], number>

/** All pairs of cards that are more probably one person's than not. */
export async function findTwoCards(
  work: WorkTable,
  shares: Shares,
  size: RegisterSize,
  onStep: (part: number) => void = () => undefined,
): Promise<TwoCards[]> {
  const steps = comparedWith.length + 3
  await makePairs(work, (lines) => onStep(lines / steps))
  onStep((comparedWith.length + 1) / steps)
  const births = new Map<number, number>()
  const ofDay = 'select birth, count(*)::integer as n from person group by birth'
  for await (const { birth, n } of work.rows<{ birth: number; n: number }>(ofDay)) births.set(birth, n)
  const found: TwoCards[] = []
  for await (const chunk of work.chunks(`select a.cnic, b.cnic, ${side('a')}, ${side('b')} from compared
      join person a on a.id = compared.a join person b on b.id = compared.b
      left join area ad on ad.block = a.block left join area bd on bd.block = b.block`)) {
    const [cnicA, cnicB] = [bigNumbers(chunk, 0), bigNumbers(chunk, 1)]
    const ofA = columns.map((_, i) => numbers(chunk, 2 + i))
    const ofB = columns.map((_, i) => numbers(chunk, 2 + columns.length + i))
    for (let row = 0; row < chunk.rowCount; row++) {
      const [one, two] = [Number(cnicA[row]), Number(cnicB[row])]
      // The smaller CNIC first, whatever their numbers: every run says the same of a pair.
      const [first, second] = one < two ? [ofA, ofB] : [ofB, ofA]
      const a = (column: number) => first[column]?.[row] ?? 0
      const b = (column: number) => second[column]?.[row] ?? 0
      const pair = compare(a, b, shares, births)
      const chance = chanceOfOnePerson(pair, size)
      if (chance < worthLooking) continue
      const cnics = [Math.min(one, two), Math.max(one, two)] as const
      found.push({ cnics, blocks: [a(at.block), b(at.block)], chance, pair })
    }
  }
  onStep(1)
  return found
}

/** Makes the table `compared`: each pair that agrees in all of one line, once. */
async function makePairs(work: WorkTable, onLine: (done: number) => void): Promise<void> {
  await work.run('create table pair (a integer, b integer)')
  for (const [i, { equal, where }] of comparedWith.entries()) {
    const keys = ['gender', ...equal]
    const on = keys.map((_, k) => `a.k${k} = b.k${k}`).join(' and ')
    const keyed = `select id, birth, ${keys.map((key, k) => `${key} as k${k}`).join(', ')} from person`
    await work.run(`insert into pair with keyed as (${keyed}) select a.id, b.id from keyed a join keyed b
      on ${on} and a.id < b.id ${where === undefined ? '' : `and ${where}`}`)
    onLine(i + 1)
  }
  await work.run('create table compared as select distinct a, b from pair')
  await work.run('drop table pair')
}

/** The columns of one of the cards, in their order. */
function side(card: 'a' | 'b'): string {
  return columns
    .map((column) => {
      if (column === 'house') return `(hash(${card}.house) % 2147483647)::integer`
      return column === 'district' ? `coalesce(${card}d.number, -1)::integer` : `${card}.${column}`
    })
    .join(', ')
}

type Column = (column: number) => number

function compare(a: Column, b: Column, shares: Shares, births: ReadonlyMap<number, number>): CardPair {
  const { cards, forms, last, asName, asRelation } = shares
  const [nameA, nameB] = [a(at.name), b(at.name)]
  const [relationA, relationB] = [a(at.relation_name), b(at.relation_name)]
  const name = match(nameA, nameB, shares)
  const relationName = match(relationA, relationB, shares)
  const family = last[nameA]
  const sharesFamily =
    family !== undefined &&
    family === last[relationA] &&
    (forms[nameA]?.sounds.length ?? 0) > 1 &&
    (forms[relationA]?.sounds.length ?? 0) > 1
  return {
    name,
    relationName,
    relationChanged: a(at.relation) !== b(at.relation),
    birth: birthAgreement(unpackBirth(a(at.birth)), unpackBirth(b(at.birth))),
    place: placeMatch(a, b),
    nameRarity: rarity(name, nameA, nameB, asName, shares),
    relationNameRarity: rarity(relationName, relationA, relationB, asRelation, shares),
    birthShare: Math.max(0.5, (births.get(a(at.birth)) ?? 1) - 1) / cards,
    familyShare: sharesFamily ? (asRelation.last[family] ?? 1) / cards : null,
  }
}

/** How rare the name is among all others: of two cards that bear it, one is not counted. */
function rarity(how: NameMatch, a: number, b: number, counts: Shares['asName'], shares: Shares): NameRarity {
  const { cards, key, text } = shares
  const none = { shorter: null, mistypedWord: null, meantWord: null }
  if (how === 'other') return { share: 1, ...none }
  const share = (count = 1) => Math.max(0.5, count) / cards
  if (how === 'identical') return { share: share((counts.text[text[a] ?? 0] ?? 1) - 1), ...none }
  const [one, two] = [counts.key[key[a] ?? 0] ?? 1, counts.key[key[b] ?? 0] ?? 1]
  if (how === 'part') {
    const isFirstLonger = (shares.forms[a]?.sounds.length ?? 0) > (shares.forms[b]?.sounds.length ?? 0)
    const [longer, shorter] = isFirstLonger ? [one, two] : [two, one]
    return { ...none, share: share(longer), shorter: share(shorter) }
  }
  const common = share(Math.max(one, two) - (how === 'same' ? 1 : 0))
  if (how !== 'near') return { share: common, ...none }
  const [wordsA, wordsB] = [shares.spellings[a]?.split(' ') ?? [], shares.spellings[b]?.split(' ') ?? []]
  const onlyA = wordsA.filter((word) => !wordsB.includes(word))
  const onlyB = wordsB.filter((word) => !wordsA.includes(word))
  if (onlyA.length !== 1 || onlyB.length !== 1) return { share: common, ...none }
  const [wordA, wordB] = [shares.wordShare(onlyA[0] ?? ''), shares.wordShare(onlyB[0] ?? '')]
  return { ...none, share: common, mistypedWord: Math.min(wordA, wordB), meantWord: Math.max(wordA, wordB) }
}

function match(a: number, b: number, { forms, text }: Shares): NameMatch {
  if (text[a] === text[b]) return 'identical'
  const [one, two] = [forms[a], forms[b]]
  return one === undefined || two === undefined ? 'other' : nameAgreement(one, two)
}

function placeMatch(a: Column, b: Column): PlaceMatch {
  const agrees = (column: number) => a(column) === b(column)
  if ((agrees(at.block) && agrees(at.household)) || agrees(at.house)) return 'house'
  if (agrees(at.block)) return 'block'
  if (agrees(at.permanent_block)) return 'permanent-block'
  return agrees(at.district) ? 'district' : 'elsewhere'
}
