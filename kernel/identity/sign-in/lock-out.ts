/**
 * Failed attempts slow down what fails: the name from this address after 5, the address after 100, and the name from
 * everywhere only after 50. A browser at which the person has signed in before is counted by itself, so that no
 * stranger locks an officer out on the night of the count (OWASP, Slow Down Online Guessing Attacks with Device Cookies).
 */
export interface FailureCount {
  readonly failures: number
  readonly lastAt: Date
}

export interface FailureKey {
  readonly key: string
  /** Failures that cost nothing. */
  readonly free: number
  /** Reaching the limit is entered in the ledger. */
  readonly told?: true
}

const firstDelaySeconds = 15
const longestDelaySeconds = 15 * 60
/** Failures older than this are forgotten. */
export const forgottenAfterMilliseconds = 24 * 3_600_000

/** The counters that an attempt by this name from this address is measured by; `browser`: one known to the person. */
export function nameKeys(signInName: string, ip: string, browser?: string): readonly FailureKey[] {
  if (browser !== undefined) return [{ key: `name ${signInName} at ${browser}`, free: 10, told: true }]
  return [
    { key: `name ${signInName} from ${ip}`, free: 5 },
    { key: `from ${ip}`, free: 100 },
    { key: `name ${signInName}`, free: 50, told: true },
  ]
}

/** The counters of an attempt without a name: a passkey, or somebody whom the directory knows. */
export function addressKeys(ip: string): readonly FailureKey[] {
  return [{ key: `from ${ip}`, free: 100 }]
}

/** The counters of an attempt inside a session: only who holds the session is slowed down. */
export function sessionKeys(sessionId: string): readonly FailureKey[] {
  return [{ key: `session ${sessionId}`, free: 5, told: true }]
}

/** Seconds still to wait after these failures; 0 when a sign-in may be tried. Doubles with each failure, to a quarter of an hour. */
export function secondsToWait(count: FailureCount | undefined, free: number, now: Date): number {
  if (count === undefined || count.failures < free) return 0
  const age = now.getTime() - count.lastAt.getTime()
  if (age > forgottenAfterMilliseconds) return 0
  const delay = Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** Math.min(20, count.failures - free))
  return Math.max(0, Math.ceil((delay * 1000 - age) / 1000))
}
