/** How a network is slowed down that asks for CNICs which nobody has. Times in seconds. */
export interface MissRate {
  /** Misses that cost nothing: people mistype, and some are not registered. */
  readonly free: number
  /** Wait after the first miss beyond these; it doubles with each further one … */
  readonly firstWait: number
  /** … up to this. */
  readonly longestWait: number
  /** One miss is forgotten in every so many seconds. */
  readonly forgottenIn: number
}

/** Remembers how often each of many keys asked in vain lately. */
export interface MissLimit {
  /** Seconds until `key` may ask again; 0 if it may now (`now` in milliseconds). It does not depend on what is asked for. */
  waits(key: string, now: number): number
  /** `key` has asked for somebody who is not there. */
  missed(key: string, now: number): void
  readonly size: number
}

interface Misses {
  readonly count: number
  readonly at: number
  readonly until: number
}

/** Makes a limit that remembers at most `remembered` keys; beyond that the one unheard of for longest is forgotten. */
export function missLimit(rate: MissRate, remembered: number): MissLimit {
  // A Map keeps its keys in the order in which they were last set.
  const known = new Map<string, Misses>()
  return {
    waits(key, now) {
      const until = known.get(key)?.until ?? 0
      return until > now ? Math.ceil((until - now) / 1000) : 0
    },
    missed(key, now) {
      const before = known.get(key)
      const left = before === undefined ? 0 : before.count - (now - before.at) / (rate.forgottenIn * 1000)
      const count = Math.max(0, left) + 1
      // Parts of misses that are half forgotten do not count.
      const beyond = Math.floor(count) - rate.free
      const wait = beyond < 1 ? 0 : Math.min(rate.longestWait, rate.firstWait * 2 ** (beyond - 1))
      known.delete(key)
      known.set(key, { count, at: now, until: now + wait * 1000 })
      if (known.size <= remembered) return
      const { value: forgotten } = known.keys().next()
      if (forgotten !== undefined) known.delete(forgotten)
    },
    get size() {
      return known.size
    },
  }
}

/** How many times more misses a wider network has for nothing, and forgets: it may be one customer's, or many's. */
const wider = 16

/**
 * The misses of networks: of each by itself (`networkOf`), and of an IPv6 network together with all others that have the
 * first 48 bits in common. One customer of a provider may have so many, and with them 65,536 networks to ask from.
 * `keyOf`: under what a network is remembered.
 */
export function networkMisses(
  rate: MissRate,
  remembered: number,
  keyOf: (network: string) => string,
): Omit<MissLimit, 'size'> {
  const own = missLimit(rate, remembered)
  const wide = missLimit({ ...rate, free: rate.free * wider, forgottenIn: rate.forgottenIn / wider }, remembered)
  const around = (network: string): string => keyOf(`${network.split(':', 3).join(':')}::/48`)
  return {
    waits(network, now) {
      const alone = own.waits(keyOf(network), now)
      return network.includes(':') ? Math.max(alone, wide.waits(around(network), now)) : alone
    },
    missed(network, now) {
      own.missed(keyOf(network), now)
      if (network.includes(':')) wide.missed(around(network), now)
    },
  }
}
