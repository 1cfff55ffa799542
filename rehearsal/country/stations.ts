import type { ByGender, CountryBlock, Geography } from './geography.ts'
import type { Bilingual } from './names.ts'
import type { Point } from './outline.ts'
import type { Random } from './random.ts'

/** The voters of one gender of one block, or a range of their serial numbers where the block is divided. */
export interface StationPart {
  readonly blockCode: string
  readonly gender: 'male' | 'female'
  /** Silsila numbers, both included. */
  readonly fromSerial: number
  readonly toSerial: number
}

/** A polling station of the generated scheme. */
export interface CountryStation {
  readonly seat: string
  /** Running number in the seat, from 1. */
  readonly number: number
  readonly kind: 'male' | 'female' | 'combined'
  readonly name: Bilingual
  readonly parts: readonly StationPart[]
  readonly voters: ByGender
  readonly booths: ByGender
  readonly at: Point
}

/** Ordinary most of a station and of a booth; the law pack holds the values that are checked. */
const stationNorm = 1200
const boothNorm = 300

interface Remainder {
  readonly block: number
  readonly gender: 'male' | 'female'
  next: number
  readonly last: number
}

const size = (part: Remainder) => part.last - part.next + 1

/** Takes `count` voters off the front of a block's lists; from both genders alike where both are there. */
function take(lists: readonly Remainder[], count: number, blocks: readonly CountryBlock[]): StationPart[] {
  const total = lists.reduce((sum, list) => sum + size(list), 0)
  let given = 0
  let seen = 0
  const parts: StationPart[] = []
  for (const list of lists) {
    seen += size(list)
    const upTo = Math.round((count * seen) / total)
    const here = upTo - given
    given = upTo
    if (here === 0) continue
    const blockCode = (blocks[list.block] as CountryBlock).code
    parts.push({ blockCode, gender: list.gender, fromSerial: list.next, toSerial: list.next + here - 1 })
    list.next += here
  }
  return parts
}

/**
 * Fills stations with blocks one after the other, none above the norm. A block is divided only where the next
 * station would otherwise begin much too late or too early.
 */
function fill(
  members: readonly number[],
  genders: readonly ('male' | 'female')[],
  blocks: readonly CountryBlock[],
): { parts: StationPart[]; first: number }[] {
  const queue = members.map((block) =>
    genders.map((gender): Remainder => ({
      block,
      gender,
      next: 1,
      last: (blocks[block] as CountryBlock).voters[gender],
    })),
  )
  let waiting = queue.flat().reduce((sum, list) => sum + size(list), 0)
  const stations: { parts: StationPart[]; first: number }[] = []
  let open = Math.ceil(waiting / stationNorm)
  while (waiting > 0) {
    const target = Math.ceil(waiting / open)
    const most = open === 1 ? waiting : stationNorm
    // What must be taken here so that the stations after this one stay within the norm.
    const least = waiting - (open - 1) * stationNorm
    const parts: StationPart[] = []
    const first = queue[0]?.[0]?.block ?? 0
    let held = 0
    while (queue.length > 0 && held < target) {
      const lists = queue[0] as Remainder[]
      const whole = lists.reduce((sum, list) => sum + size(list), 0)
      const fits = held + whole <= most
      const nearlyFull = held >= least && target - held < 0.15 * target && held + whole > target
      if (!fits && nearlyFull) break
      const here = fits && held + whole - target < 0.12 * target ? whole : Math.min(whole, target - held)
      parts.push(...take(lists, here, blocks))
      held += here
      if (here === whole) queue.shift()
    }
    stations.push({ parts, first })
    waiting -= held
    open--
  }
  return stations
}

const halls: readonly ((place: Bilingual) => Record<'male' | 'female' | 'combined', Bilingual>)[] = [
  ({ en, ur }) => ({
    male: { en: `Government Boys High School ${en}`, ur: `گورنمنٹ بوائز ہائی سکول ${ur}` },
    female: { en: `Government Girls High School ${en}`, ur: `گورنمنٹ گرلز ہائی سکول ${ur}` },
    combined: { en: `Government High School ${en}`, ur: `گورنمنٹ ہائی سکول ${ur}` },
  }),
  ({ en, ur }) => ({
    male: { en: `Government Boys Primary School ${en}`, ur: `گورنمنٹ بوائز پرائمری سکول ${ur}` },
    female: { en: `Government Girls Primary School ${en}`, ur: `گورنمنٹ گرلز پرائمری سکول ${ur}` },
    combined: { en: `Government Primary School ${en}`, ur: `گورنمنٹ پرائمری سکول ${ur}` },
  }),
  ({ en, ur }) => ({
    male: { en: `Islamabad Model School for Boys ${en}`, ur: `اسلام آباد ماڈل سکول برائے طلبہ ${ur}` },
    female: { en: `Islamabad Model School for Girls ${en}`, ur: `اسلام آباد ماڈل سکول برائے طالبات ${ur}` },
    combined: { en: `Islamabad Model School ${en}`, ur: `اسلام آباد ماڈل سکول ${ur}` },
  }),
  ({ en, ur }) => ({
    male: { en: `Community Centre ${en} (Men)`, ur: `کمیونٹی سنٹر ${ur} (مرد)` },
    female: { en: `Community Centre ${en} (Women)`, ur: `کمیونٹی سنٹر ${ur} (خواتین)` },
    combined: { en: `Community Centre ${en}`, ur: `کمیونٹی سنٹر ${ur}` },
  }),
]

function pointIn(block: CountryBlock, random: Random): Point {
  const corner = random.pick(block.ring)
  const way = 0.6 * random.unit()
  const [x, y] = block.centre
  // Cells are convex but for those on the outline, where the way to a corner is short.
  const at = ([x + way * (corner[0] - x), y + way * (corner[1] - y)] as const).map((v) => Math.round(v * 1e6) / 1e6)
  return [at[0] ?? x, at[1] ?? y]
}

/** Lays out the polling scheme: every voter has exactly one station, in the own circle. */
export function layOutStations({ blocks, circles, seats }: Geography, random: Random): CountryStation[] {
  const stations: CountryStation[] = []
  for (const seat of seats) {
    let number = 0
    for (const circleIndex of seat.circles) {
      const circle = circles[circleIndex]
      if (circle === undefined) continue
      // In towns men and women mostly vote in stations of their own, in villages mostly in one.
      const separate = random.unit() < (circle.urban ? 0.62 : 0.22)
      const kinds = separate ? (['male', 'female'] as const) : (['combined'] as const)
      const offset = random.below(halls.length)
      for (const kind of kinds) {
        const genders = kind === 'combined' ? (['male', 'female'] as const) : [kind]
        for (const [i, { parts, first }] of fill(circle.blocks, genders, blocks).entries()) {
          const hall = (halls[(i + offset) % halls.length] as (typeof halls)[number])(circle.name)[kind]
          const again = Math.floor(i / halls.length) + 1
          const voters = { male: countOf(parts, 'male'), female: countOf(parts, 'female') }
          stations.push({
            seat: seat.code,
            number: ++number,
            kind,
            name: again === 1 ? hall : { en: `${hall.en} No. ${again}`, ur: `${hall.ur} نمبر ${again}` },
            parts,
            voters,
            booths: { male: Math.ceil(voters.male / boothNorm), female: Math.ceil(voters.female / boothNorm) },
            at: pointIn(blocks[first] as CountryBlock, random),
          })
        }
      }
    }
  }
  return stations
}

function countOf(parts: readonly StationPart[], gender: 'male' | 'female'): number {
  let sum = 0
  for (const part of parts) if (part.gender === gender) sum += part.toSerial - part.fromSerial + 1
  return sum
}
