/** At most `most` times in any stretch of `seconds`. */
export interface Rate {
  readonly most: number
  readonly seconds: number
}

/** Counts how often each of many keys came lately. */
export interface RateLimit {
  /**
   * Takes one turn for `key` at `now` (milliseconds). 0 if it may go on; otherwise the seconds until it may, and no
   * turn is taken: whoever keeps asking is not shut out for longer.
   */
  take(key: string, now: number): number
  readonly size: number
}

/** Makes a limit that remembers at most `remembered` keys; beyond that the one unheard of for longest is forgotten. */
export function rateLimit({ most, seconds }: Rate, remembered: number): RateLimit {
  // The last turns of each key in a ring: only the oldest of `most` decides, so a generous limit costs no more time.
  // A Map keeps its keys in the order in which they were last set.
  const rings = new Map<string, { times: number[]; oldest: number }>()
  return {
    take(key, now) {
      const since = now - seconds * 1000
      const ring = rings.get(key) ?? { times: [], oldest: 0 }
      if (ring.times.length < most) ring.times.push(now)
      else {
        const oldest = ring.times[ring.oldest] ?? 0
        if (oldest > since) return Math.max(1, Math.ceil((oldest - since) / 1000))
        ring.times[ring.oldest] = now
        ring.oldest = (ring.oldest + 1) % most
      }
      rings.delete(key)
      rings.set(key, ring)
      if (rings.size > remembered) {
        const { value: forgotten } = rings.keys().next()
        if (forgotten !== undefined) rings.delete(forgotten)
      }
      return 0
    },
    get size() {
      return rings.size
    },
  }
}

/**
 * What stands for a caller's address: an IPv4 address itself, of an IPv6 address the first 64 bits, since one
 * household has all the others.
 */
export function networkOf(ip: string): string {
  const bare = ip.toLowerCase().replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1]
  if (mapped !== undefined) return mapped
  if (!bare.includes(':')) return bare
  const [before = '', after] = bare.split('::')
  const head = before === '' ? [] : before.split(':')
  const tail = after === undefined || after === '' ? [] : after.split(':')
  const zeros = after === undefined ? [] : Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  return [...head, ...zeros, ...tail]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
