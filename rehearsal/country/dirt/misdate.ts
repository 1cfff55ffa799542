import type { Random } from '../random.ts'

const day = 86_400_000

const text = (year: number, month: number, date: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

function isDay(written: string): boolean {
  const at = Date.parse(`${written}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(written) && written > '1905'
}

/** A date of birth as it stands on a second card; at severity 1, 30 of 100 have moved, as clerks and memories move them. */
export function birthOnSecondCard(
  birth: string,
  latest: string,
  severity: number,
  random: Random,
): { readonly birth: string; readonly how: string } {
  if (random.unit() >= 0.3 * severity) return { birth, how: 'same' }
  const kind = 0.7 + 0.3 * random.unit()
  const [year = 0, month = 0, date = 0] = birth.split('-').map(Number)
  const moved = (() => {
    if (kind < 0.77) return { birth: text(year, 1, 1), how: 'first-of-january' }
    if (kind < 0.84) return { birth: text(year, date, month), how: 'swapped' }
    if (kind < 0.9)
      return { birth: text(year + random.pick([-3, -2, -1, -1, 1, 1, 2, 3, 5, -5]), month, date), how: 'other-year' }
    if (kind < 0.94) {
      const near = Date.parse(`${birth}T00:00:00Z`) + random.pick([-3, -2, -1, 1, 2, 3]) * day
      return { birth: new Date(near).toISOString().slice(0, 10), how: 'days-off' }
    }
    const digits = Array.from(birth)
    digits[random.pick([2, 3, 5, 6, 8, 9])] = String(random.below(10))
    return { birth: digits.join(''), how: 'digit' }
  })()
  return isDay(moved.birth) && moved.birth <= latest ? moved : { birth, how: 'same' }
}
