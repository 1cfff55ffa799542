import { isIPv6 } from 'node:net'
import { RateLimiterMemory } from 'rate-limiter-flexible'

/**
 * An address that is refused again and again is trying things: guessing, walking through numbers, sending junk. It is
 * asked to wait, and costs nothing more in between. What is accepted is never counted, so that an office behind one
 * address, or a night of forms, is not slowed down by its size.
 */
export interface RefusalLimit {
  /** Seconds that the address has to wait; 0 if it may go on. */
  wait(ip: string): Promise<number>
  /** Counts one refusal. */
  count(ip: string): Promise<void>
}

/** One subscriber has a whole /64 of IPv6 addresses (RFC 6177). */
export function subscriber(ip: string): string {
  if (!isIPv6(ip) || ip.includes('.')) return ip
  const [head = '', tail = ''] = ip.split('::')
  const before = head.split(':').filter((group) => group !== '')
  const after = tail.split(':').filter((group) => group !== '')
  const filled = [...before, ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')]
  return `${[...filled, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

/** Statuses that say something about the caller's doing; 401 and 409 happen to everybody. */
export function isTelling(status: number): boolean {
  return status >= 400 && status < 500 && status !== 401 && status !== 409 && status !== 429
}

/** `perMinute` refusals are free, then the address waits for the rest of its minute. */
export function createRefusalLimit(perMinute: number): RefusalLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return {
    async wait(ip) {
      const known = await limiter.get(subscriber(ip))
      if (known === null || known.consumedPoints <= perMinute) return 0
      return Math.max(1, Math.ceil(known.msBeforeNext / 1000))
    },
    async count(ip) {
      await limiter.penalty(subscriber(ip), 1)
    },
  }
}
