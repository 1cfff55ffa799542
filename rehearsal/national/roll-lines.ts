import { createHash } from 'node:crypto'
import type { LoadedBlock } from '@intikhab/rolls'
import type { Random } from '../country/random.ts'
import { makeBirthdays } from './birthdays.ts'
import { blockCode } from './census.ts'
import { drawMarks, genders, peopleMaker, relations, roomForPeople, type Marks } from './block-people.ts'
import { makeNameTable } from './name-table.ts'
import type { NationalPlan } from './national-plan.ts'

/** Writes the voters of blocks as COPY lines of the register, in the order of its `voterColumns`. */
export interface RollLines {
  /** Writes a block at `at` of `out`, which has `roomFor` bytes; men, women, others, each by serial. Gives the end. */
  write(block: number, out: Uint8Array, at: number): { readonly end: number; readonly written: LoadedBlock }
  /** How many bytes a block may take at most. */
  roomFor(block: number): number
}

/** Longest line that can arise, in bytes. */
const longestLine = 640

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))
const [tab, zero] = [9, 48]

/** Numbers below 10,000 as four digits each. */
const fourDigits = bytesOf(Array.from({ length: 10_000 }, (_, n) => String(n).padStart(4, '0')).join(''))
const [house, street, comma, nothing] = ['مکان ', '، گلی ', '، ', String.raw`\N`].map(bytesOf) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
]

// A loop is three times as fast as `set` for strings as short as these.
function put(out: Uint8Array, at: number, from: Uint8Array, start: number, length: number): number {
  for (let i = 0; i < length; i++) out[at + i] = from[start + i] as number
  return at + length
}

function putNumber(out: Uint8Array, at: number, n: number): number {
  let digits = 1
  for (let ten = 10; n >= ten; ten *= 10) digits++
  let rest = n
  for (let i = at + digits - 1; i >= at; i--) {
    const tenth = (rest / 10) | 0
    out[i] = zero + rest - tenth * 10
    rest = tenth
  }
  return at + digits
}

function putLetter(out: Uint8Array, at: number, letter: string): number {
  out[at] = letter.charCodeAt(0)
  out[at + 1] = tab
  return at + 2
}

/** Coprime to 10^8: counting up it walks over every number of eight digits once, scattered over the district. */
const stride = 61_803_399

/** The number of a district's voter as the eight digits show it: no two meet among the first hundred million. */
export const scattered = (number: number): number => (number * stride + 12_345_678) % 100_000_000

/** 9, three digits of the district, eight of the voter's number in it, scattered, and a last one odd for men. */
function putCnic(out: Uint8Array, at: number, district: number, number: number, last: number): number {
  const digits = scattered(number)
  put(out, at, fourDigits, 4 * (9001 + district), 4)
  put(out, at + 4, fourDigits, 4 * Math.floor(digits / 10_000), 4)
  put(out, at + 8, fourDigits, 4 * (digits % 10_000), 4)
  out[at + 12] = zero + last
  return at + 13
}

/** Opens the writer for a plan. One writer serves one thread: it keeps room of its own. */
export function rollLines(plan: NationalPlan): RollLines {
  const names = makeNameTable()
  const birthdays = makeBirthdays()
  const makePeople = peopleMaker(plan, birthdays)
  const people = roomForPeople()
  const marks: Marks = { status: 'a', card: 'c', chosen: 'p', disabled: 'f', hasUnusedTemporary: false }
  const places = plan.places.map(({ ur }) => bytesOf(ur))
  const codeText = Array.from(plan.code, (code) => blockCode(code))
  const codes = bytesOf(codeText.join(''))
  let state = new Uint8Array(1 << 16)

  const putCode = (out: Uint8Array, at: number, block: number) => put(out, at, codes, 9 * block, 9)

  function putAddress(out: Uint8Array, at: number, block: number, household: number): number {
    let end = put(out, at, house, 0, house.length)
    end = putNumber(out, end, household)
    if (plan.urban[block] === 1) {
      end = put(out, end, street, 0, street.length)
      end = putNumber(out, end, 1 + Math.floor(household / 24))
    }
    end = put(out, end, comma, 0, comma.length)
    const place = places[plan.place[block] ?? 0] as Uint8Array
    return put(out, end, place, 0, place.length)
  }

  /** Another block in which somebody lives, three times in four of the same district. */
  function elsewhere(random: Random, block: number): number {
    const district = plan.district[block] ?? 0
    const isNear = random.unit() < 0.75
    const first = isNear ? (plan.firstBlock[district] ?? 0) : 0
    const end = isNear ? (plan.firstBlock[district + 1] ?? 0) : plan.blocks
    for (let tries = 0; tries < 40; tries++) {
      const found = first + random.below(end - first)
      if (found !== block && plan.before[found] !== plan.before[found + 1]) return found
    }
    return block
  }

  function putVoter(out: Uint8Array, begin: number, block: number, i: number, serial: number, random: Random): number {
    const district = plan.district[block] ?? 0
    const gender = people.gender[i] ?? 0
    const household = people.household[i] ?? 0
    const number = (plan.before[block] ?? 0) - (plan.before[plan.firstBlock[district] ?? 0] ?? 0) + i
    drawMarks(random, marks)
    const { chosen, hasUnusedTemporary } = marks
    const other = chosen !== 'p' || hasUnusedTemporary ? elsewhere(random, block) : block
    const otherHouse = other === block ? household : 1 + random.below(250)
    // A card with the own block twice would make no second address.
    const permanent = chosen === 'p' ? block : other
    const temporary = chosen === 't' ? block : hasUnusedTemporary && other !== block ? other : -1
    const posting = chosen === 'g' ? block : -1
    let at = putCnic(out, begin, district, number, 2 * random.below(5) + (gender === 0 ? 1 : 0))
    out[at++] = tab
    at = putCode(out, at, block)
    out[at++] = tab
    at = putNumber(out, at, serial)
    out[at++] = tab
    at = putNumber(out, at, household)
    out[at++] = tab
    at = putCode(out, at, permanent)
    out[at++] = tab
    at = temporary < 0 ? put(out, at, nothing, 0, 2) : putCode(out, at, temporary)
    out[at++] = tab
    at = posting < 0 ? put(out, at, nothing, 0, 2) : putCode(out, at, posting)
    out[at++] = tab
    at = put(out, at, birthdays.bytes, 10 * (people.born[i] ?? 0), 10)
    out[at++] = tab
    at = putLetter(out, at, genders[gender] as string)
    at = putLetter(out, at, relations[people.relation[i] ?? 0] as string)
    at = putLetter(out, at, marks.status)
    at = putLetter(out, at, marks.card)
    at = putLetter(out, at, 'g')
    at = putLetter(out, at, chosen)
    at = putLetter(out, at, marks.disabled)
    const name = people.name[i] ?? 0
    at = put(out, at, names.bytes, names.from[name] ?? 0, names.bothLength[name] ?? 0)
    out[at++] = tab
    const relationName = people.relationName[i] ?? 0
    at = put(out, at, names.bytes, names.from[relationName] ?? 0, names.urLength[relationName] ?? 0)
    out[at++] = tab
    at = putAddress(out, at, permanent, chosen === 'p' ? household : otherHouse)
    out[at++] = tab
    if (temporary < 0) at = put(out, at, nothing, 0, 2)
    else at = putAddress(out, at, temporary, chosen === 't' ? household : otherHouse)
    out[at++] = tab
    at = posting < 0 ? put(out, at, nothing, 0, 2) : putAddress(out, at, posting, household)
    out[at++] = tab
    return put(out, at, nothing, 0, 2)
  }

  return {
    roomFor: (block) => longestLine * ((plan.before[block + 1] ?? 0) - (plan.before[block] ?? 0)),
    write(block, out, begin) {
      const random = makePeople(block, people)
      if (state.length < this.roomFor(block)) state = new Uint8Array(2 * this.roomFor(block))
      const counts = [0, 0, 0]
      let [at, stateEnd] = [begin, 0]
      for (let gender = 0; gender < genders.length; gender++) {
        let serial = 0
        for (let i = 0; i < people.count; i++) {
          if (people.gender[i] !== gender) continue
          const start = at
          at = putVoter(out, at, block, i, ++serial, random)
          state.set(out.subarray(start, at), stateEnd)
          stateEnd += at - start
          state[stateEnd++] = 10
          out[at++] = tab
          const name = people.name[i] ?? 0
          const keyFrom = (names.from[name] ?? 0) + (names.bothLength[name] ?? 0)
          at = put(out, at, names.bytes, keyFrom, names.keyLength[name] ?? 0)
          out[at++] = 10
        }
        counts[gender] = serial
      }
      const [men = 0, women = 0, others = 0] = counts
      const digest = createHash('sha256').update(state.subarray(0, stateEnd)).digest('hex')
      return {
        end: at,
        written: { block: codeText[block] ?? '', men, women, others, households: people.households, digest },
      }
    },
  }
}
