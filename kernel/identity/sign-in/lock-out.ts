/**
 * Failed sign-ins slow down what fails: the name from this address after 5, the address after 100, and the name from
 * everywhere only after 50, so that a stranger cannot lock an officer out on the night of the count.
 */
export interface FailureCount {
  readonly failures: number
  readonly lastAt: Date
}

export interface FailureKey {
  readonly key: string
  /** Failures that cost nothing. */
  readonly free: number
}

const firstDelaySeconds = 15
const longestDelaySeconds = 15 * 60
/** Failures older than this are forgotten. */
export const forgottenAfterMilliseconds = 24 * 3_600_000

/** The counters that a sign-in by this name from this address is measured by. */
export function failureKeys(signInName: string, ip: string): readonly FailureKey[] {
  return [
    { key: `name ${signInName} from ${ip}`, free: 5 },
    { key: `from ${ip}`, free: 100 },
    { key: `name ${signInName}`, free: 50 },
  ]
}

/** Seconds still to wait after these failures; 0 when a sign-in may be tried. Doubles with each failure, to a quarter of an hour. */
export function secondsToWait(count: FailureCount | undefined, free: number, now: Date): number {
  if (count === undefined || count.failures < free) return 0
  const age = now.getTime() - count.lastAt.getTime()
  if (age > forgottenAfterMilliseconds) return 0
  const delay = Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** Math.min(20, count.failures - free))
  return Math.max(0, Math.ceil((delay * 1000 - age) / 1000))
}
