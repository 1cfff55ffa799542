import type { Database } from '@intikhab/kernel/database'
import { sql } from 'kysely'
import { nameForm } from '../../core/names/name-agreement.ts'
import { keysNear, nameKey } from '../../core/names/name-key.ts'
import { nameSkeleton } from '../../core/names/name-skeleton.ts'
import { matchName, type NameMatch } from '../../core/names/rank-names.ts'
import type { Cnic } from '../../core/identifiers.ts'
import type { Gender, Voter } from '../../core/register/voter.ts'
import { genderLetter, placeOf, voterOf, type VoterRow } from '../register/voter-row.ts'

/** What is searched for in a district. */
export type SearchQuestion =
  | {
      readonly by: 'name'
      /** In either script. */
      readonly name: string
      /** Father's or husband's name, in either script. */
      readonly relationName?: string | undefined
      /** The first digits of census blocks: a charge (5), a circle (7), a block (9). */
      readonly blockPrefix?: string | undefined
      readonly gender?: Gender | undefined
    }
  | { readonly by: 'cnic'; readonly cnic: Cnic }
  | { readonly by: 'line'; readonly block: string; readonly gender?: Gender | undefined; readonly serial: number }

/** A voter who was found. */
export interface FoundVoter extends NameMatch {
  readonly voter: Voter
}

/** Shown at most: whoever must read more should ask more precisely. */
export const mostFound = 50
/** Voters of one name that are compared at most: of the name asked for, and of each that is near it. */
const mostCompared = { own: 1500, near: 60 }
/** Names that are alike by their trigrams and are looked into. */
const alikeNames = 30

/** Voters on the roll of the district, the closest first. */
export async function searchRegister(
  database: Database,
  district: string,
  question: SearchQuestion,
): Promise<readonly FoundVoter[]> {
  if (question.by === 'name') return byName(database, district, question)
  const where =
    question.by === 'cnic'
      ? sql`v.cnic = ${Number(question.cnic)}`
      : sql`v.block = ${Number(question.block)} and v.serial = ${question.serial}
          and ${genderIs(question.gender)}`
  const { rows } = await sql<VoterRow>`select v.* from rolls.voter v where ${where} and exists (
      select from rolls.electoral_area a where a.district = ${district}
        and a.block = ${sql.raw(placeOf)})`.execute(database.tables<unknown>())
  return rows.map((row) => ({ voter: voterOf(row), how: 'exact', closeness: 1 }))
}

async function byName(
  database: Database,
  district: string,
  question: SearchQuestion & { readonly by: 'name' },
): Promise<readonly FoundVoter[]> {
  const own = nameKey(question.name)
  const first = rank(question, await bearers(database, district, question, [own], mostCompared.own))
  // As many as are shown are written as it was typed: nothing else is looked for.
  if ((first[mostFound - 1]?.closeness ?? 0) === 1) return first
  const keys = await nearKeys(database, question.name, own)
  if (keys.length === 0) return first
  const near = rank(question, await bearers(database, district, question, keys, mostCompared.near))
  return [...first, ...near].sort((a, b) => b.closeness - a.closeness).slice(0, mostFound)
}

/** Keys of known names that sound one slip away, and of those that are alike in other ways: more slips, a word more or less. */
async function nearKeys(database: Database, name: string, own: number): Promise<readonly number[]> {
  const skeleton = nameSkeleton(name)
  const { rows } = await sql<{ name_key: number }>`
    select name_key from rolls.name where name_key = any(${keysNear(name)}::int[])
    union
    (select name_key from rolls.name where skeleton % ${skeleton} and name_key <> ${own}
      order by similarity(skeleton, ${skeleton}) desc, name_key limit ${alikeNames})`.execute(
    database.tables<unknown>(),
  )
  return rows.map((row) => row.name_key)
}

/** Those of the district who bear one of the names. The index goes by name and block: each name is one walk over the place. */
async function bearers(
  database: Database,
  district: string,
  { blockPrefix = '', gender }: SearchQuestion & { readonly by: 'name' },
  keys: readonly number[],
  most: number,
): Promise<readonly Voter[]> {
  const [from, to] = [Number(blockPrefix.padEnd(9, '0')), Number(blockPrefix.padEnd(9, '9'))]
  const { rows } = await sql<VoterRow>`
    with place as materialized (
      select block from rolls.electoral_area where district = ${district} and block between ${from} and ${to}),
    range as (select min(block) as first, max(block) as last from place)
    select found.* from range, unnest(${keys}::int[]) as wanted (name_key) cross join lateral (
      select v.* from rolls.voter v
      where v.name_key = wanted.name_key and v.block between range.first and range.last
        and v.block in (select block from place) and ${genderIs(gender)} limit ${most}) found`.execute(
    database.tables<unknown>(),
  )
  return rows.map(voterOf)
}

const genderIs = (gender: Gender | undefined) =>
  sql`v.gender = any(${gender === undefined ? ['m', 'f', 'o'] : [genderLetter[gender]]}::"char"[])`

function rank(question: SearchQuestion & { readonly by: 'name' }, voters: readonly Voter[]): FoundVoter[] {
  const own = matcher(question.name)
  const relation = question.relationName === undefined ? undefined : matcher(question.relationName)
  return voters
    .map((voter): FoundVoter | undefined => {
      const name = own(voter.nameUr, voter.nameEn)
      if (name === undefined || relation === undefined) return name && { voter, ...name }
      const father = relation(voter.relationNameUr, '')
      // Of the two that which agrees less says how the voter was found.
      return father && { voter, ...(father.closeness < name.closeness ? father : name) }
    })
    .filter((found) => found !== undefined)
    .sort((a, b) => b.closeness - a.closeness)
    .slice(0, mostFound)
}

/** Matches names against one that was typed; most voters who are compared share theirs with others. */
function matcher(typed: string): (ur: string, en: string) => NameMatch | undefined {
  const form = nameForm(typed)
  const known = new Map<string, NameMatch | undefined>()
  return (ur, en) => {
    const key = `${ur}/${en}`
    if (!known.has(key)) known.set(key, matchName(typed, form, { ur, en }, nameForm(ur)))
    return known.get(key)
  }
}
