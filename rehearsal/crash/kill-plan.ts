import type { Random } from '../country/random.ts'

/** What is killed, without asking, while forms come in. */
type Victim = 'server' | 'database'

/** One kill: what, and how long after the server is taking forms again, in milliseconds. */
export interface Kill {
  readonly victim: Victim
  readonly after: number
}

/** Draws so many kills; server and database come both, and moments are spread over the start, the middle and the calm. */
export function planKills(count: number, random: Pick<Random, 'unit'>): Kill[] {
  return Array.from({ length: count }, (_, i): Kill => {
    // Half of the kills come soon after the start, while the intake still reads what it held.
    const longest = random.unit() < 0.5 ? 400 : 2500
    return { victim: i % 2 === 0 ? 'server' : 'database', after: Math.round(50 + longest * random.unit()) }
  })
}
