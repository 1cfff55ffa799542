import type { Random } from '../country/random.ts'

/**
 * What is killed, without asking, while forms come in: the server; all processes of the database; or its first process
 * alone, whose children then live on for a moment and must not be taken for a database that runs.
 */
type Victim = 'server' | 'database' | 'postmaster'

/** One kill: what, and how long after the server is taking forms again, in milliseconds. */
export interface Kill {
  readonly victim: Victim
  readonly after: number
}

const turns: readonly Victim[] = ['server', 'database', 'server', 'postmaster']

/** Draws so many kills; every victim has its turns, and moments are spread over the start, the middle and the calm. */
export function planKills(count: number, random: Pick<Random, 'unit'>): Kill[] {
  return Array.from({ length: count }, (_, i): Kill => {
    // Half of the kills come soon after the start, while the intake still reads what it held.
    const longest = random.unit() < 0.5 ? 400 : 2500
    return { victim: turns[i % turns.length] ?? 'server', after: Math.round(50 + longest * random.unit()) }
  })
}
