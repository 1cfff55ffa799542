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
  // Times of the last turns, oldest first. A Map keeps its keys in the order in which they were last set.
  const turns = new Map<string, number[]>()
  return {
    take(key, now) {
      const since = now - seconds * 1000
      const times = (turns.get(key) ?? []).filter((time) => time > since)
      const oldest = times[0]
      if (oldest !== undefined && times.length >= most) return Math.max(1, Math.ceil((oldest - since) / 1000))
      times.push(now)
      turns.delete(key)
      turns.set(key, times)
      if (turns.size > remembered) {
        const { value: forgotten } = turns.keys().next()
        if (forgotten !== undefined) turns.delete(forgotten)
      }
      return 0
    },
    get size() {
      return turns.size
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
