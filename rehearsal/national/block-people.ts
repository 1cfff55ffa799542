import { seeded, type Random } from '../country/random.ts'
import { householdSizes } from '../country/voters.ts'
import { families, nameNumber } from './name-table.ts'
import type { Birthdays } from './birthdays.ts'
import type { NationalPlan } from './national-plan.ts'
import { ages, agesAddedUp, shares } from './roll-2024.ts'
import { shuffleBelow } from './shuffle.ts'

/** Man, woman, other: numbers of a gender. */
export const genders = 'mfo'
/** Numbers of `relations`: the letters of the roll for son, daughter and wife. */
export const relations = 'sdw'
const [son, daughter, wife] = [0, 1, 2] as const

/** The people of one block in columns, household after household: no object is made for any of them. */
export interface BlockPeople {
  count: number
  households: number
  readonly gender: Uint8Array
  readonly household: Int32Array
  readonly relation: Uint8Array
  /** Numbers in the table of names. */
  readonly name: Int32Array
  readonly relationName: Int32Array
  /** Number of the day in the table of birthdays. */
  readonly born: Int32Array
}

/** The largest of `householdSizes`. */
const largestHousehold = 10

/** No block of the census has so many electors. */
const capacity = 1 << 15

export function roomForPeople(): BlockPeople {
  const numbers = () => new Int32Array(capacity)
  return {
    count: 0,
    households: 0,
    gender: new Uint8Array(capacity),
    household: numbers(),
    relation: new Uint8Array(capacity),
    name: numbers(),
    relationName: numbers(),
    born: numbers(),
  }
}

/** Makes the people of any block of the plan by itself, into `people`; gives the stream of chance to go on with. */
export function peopleMaker(plan: NationalPlan, birthdays: Birthdays): (block: number, people: BlockPeople) => Random {
  const addedUp = agesAddedUp(plan.voters)
  const shuffled = shuffleBelow(plan.voters, `${plan.seed}/ages`)
  const ageOf = (voter: number): number => {
    const place = shuffled(voter)
    let [low, high] = [0, addedUp.length - 1]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((addedUp[middle] ?? 0) <= place) low = middle
      else high = middle
    }
    return ages.youngest + low
  }
  const sizes = { gender: new Uint8Array(largestHousehold), age: new Uint8Array(largestHousehold) }

  /** Draws a household out of those whom the block has left, the eldest first. */
  function draw(random: Random, left: Int32Array, size: number, firstVoter: number): void {
    const { gender, age } = sizes
    for (let i = 0; i < size; i++) {
      const u = random.unit() * ((left[0] ?? 0) + (left[1] ?? 0) + (left[2] ?? 0))
      const drawn = u < (left[0] ?? 0) ? 0 : u < (left[0] ?? 0) + (left[1] ?? 0) ? 1 : 2
      left[drawn] = (left[drawn] ?? 0) - 1
      const years = ageOf(firstVoter + i)
      let at = i
      for (; at > 0 && (age[at - 1] ?? 0) < years; at--) {
        age[at] = age[at - 1] ?? 0
        gender[at] = gender[at - 1] ?? 0
      }
      age[at] = years
      gender[at] = drawn
    }
  }

  return (block, people) => {
    const random = seeded(`${plan.seed}/people/${plan.code[block]}`)
    const left = Int32Array.of(plan.men[block] ?? 0, plan.women[block] ?? 0, plan.others[block] ?? 0)
    const all = (left[0] ?? 0) + (left[1] ?? 0) + (left[2] ?? 0)
    const firstVoter = plan.before[block] ?? 0
    const { gender, age } = sizes
    let n = 0
    let household = 0
    while (n < all) {
      const size = Math.min(householdSizes.at(random.unit()), all - n)
      draw(random, left, size, firstVoter + n)
      household++
      const family = random.below(families)
      const head = gender.subarray(0, size).indexOf(0)
      const headName = nameNumber(family, true, random.unit())
      // Father of the head, husband of the grandmother.
      const elder = nameNumber(family, true, random.unit())
      for (let i = 0; i < size; i++, n++) {
        const isHead = i === head
        const [sex, years] = [gender[i] ?? 0, age[i] ?? 0]
        const younger = head < 0 ? 0 : (age[head] ?? 0) - years
        // Everybody is related to the eldest man: his wives, children, brothers and sisters, and his mother.
        const isChild = head >= 0 && younger >= 18
        const isWife = head >= 0 && sex === 1 && !isChild && (younger >= -3 || younger <= -16)
        people.gender[n] = sex
        people.household[n] = household
        people.relation[n] = isWife ? wife : sex === 1 ? daughter : son
        people.relationName[n] = !isHead && (isChild || (isWife && younger >= -3)) ? headName : elder
        people.name[n] = isHead ? headName : nameNumber(family, sex === 0, random.unit())
        people.born[n] = (birthdays.firstDay[years] ?? 0) + random.below(birthdays.days[years] ?? 1)
      }
    }
    people.count = n
    people.households = household
    return random
  }
}

/** What the entry of one voter carries besides, drawn by the shares of `roll-2024.ts`: letters of the roll. */
export interface Marks {
  status: string
  card: string
  chosen: string
  disabled: string
  /** A chosen permanent address whose card has a temporary one besides. */
  hasUnusedTemporary: boolean
}

const tenThousand = 10_000

/** Draws the marks of the next voter into `marks`. */
export function drawMarks(random: Random, marks: Marks): void {
  const state = random.unit() * tenThousand
  const { blocked, deathNoted, overseas, temporary, posting, unusedTemporary } = shares
  if (state >= blocked + deathNoted + overseas) marks.status = 'a'
  else marks.status = state < blocked ? 'b' : state < blocked + deathNoted ? 'd' : 'o'
  // Who votes from overseas holds the card for it.
  marks.card = marks.status === 'o' || random.unit() * tenThousand < shares.nicop ? 'n' : 'c'
  marks.disabled = random.unit() * tenThousand < shares.disabled ? 't' : 'f'
  const address = random.unit() * tenThousand
  marks.chosen = address < temporary ? 't' : address < temporary + posting ? 'g' : 'p'
  marks.hasUnusedTemporary = marks.chosen === 'p' && address >= tenThousand - unusedTemporary
}
