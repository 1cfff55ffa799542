import { ages, qualifyingDate } from './roll-2024.ts'

const day = 86_400_000

/** The qualifying day so many years before, in days since 1970. */
function yearsBefore(years: number): number {
  return Temporal.PlainDate.from(qualifyingDate).subtract({ years }).toZonedDateTime('UTC').epochMilliseconds / day
}

/** Days of birth as the bytes of a line, and which of them belong to an age on the qualifying day. */
export interface Birthdays {
  /** `YYYY-MM-DD` after `YYYY-MM-DD`, ten bytes each. */
  readonly bytes: Uint8Array
  /** By age: number of its first day in `bytes`, and how many days it has. */
  readonly firstDay: Int32Array
  readonly days: Int32Array
}

export function makeBirthdays(): Birthdays {
  const earliest = yearsBefore(ages.oldest + 1) + 1
  const latest = yearsBefore(ages.youngest)
  const text = Array.from({ length: latest - earliest + 1 }, (_, i) =>
    new Date((earliest + i) * day).toISOString().slice(0, 10),
  )
  const firstDay = new Int32Array(ages.oldest + 1)
  const days = new Int32Array(ages.oldest + 1)
  for (let age = ages.youngest; age <= ages.oldest; age++) {
    const first = yearsBefore(age + 1) + 1
    firstDay[age] = first - earliest
    days[age] = yearsBefore(age) - first + 1
  }
  return { bytes: new Uint8Array(Buffer.from(text.join(''))), firstDay, days }
}
