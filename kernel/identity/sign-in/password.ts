import { hash, verify } from '@node-rs/argon2'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { identityRefusals } from '../refusals.ts'

/** OWASP Password Storage Cheat Sheet: Argon2id, 19 MiB, two passes, one lane; 44 ms on the reference machine. */
const setting = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** How many hashes run at once, and how many sign-ins may wait for their turn before others are asked to come back. */
const atOnce = 2
const mostWaiting = 300

/** Hashes and checks passwords in turn, so that a rush of sign-ins never takes the threads that files and forms need. */
export interface Passwords {
  hash(password: string): Promise<string>
  /** Checks a password; against nothing where there is no account, which takes the same time and fails. Refuses `busy`. */
  check(stored: string | undefined, password: string): Promise<Outcome<boolean>>
}

export function createPasswords(limits: { atOnce: number; mostWaiting: number } = { atOnce, mostWaiting }): Passwords {
  const waiting: (() => void)[] = []
  let running = 0
  let nobody: Promise<string> | undefined

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= limits.atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      // The place passes to the next in line without being free in between.
      const next = waiting.shift()
      if (next === undefined) running--
      else next()
    }
  }

  return {
    hash: (password) => inTurn(() => hash(password.normalize('NFC'), setting)),
    async check(stored, password) {
      if (waiting.length >= limits.mostWaiting) return refuse(identityRefusals.busy)
      const right = await inTurn(async () =>
        verify(stored ?? (await (nobody ??= hash('nobody has this password', setting))), password.normalize('NFC')),
      )
      return accept(right && stored !== undefined)
    },
  }
}
