/** Numbers that are the same again for the same seed (mulberry32). */
export interface Random {
  /** From 0 up to, not including, `n`. */
  below(n: number): number
  chance(share: number): boolean
  of<T>(all: readonly T[]): T
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    chance: (share) => next() < share,
    of<T>(all: readonly T[]): T {
      const found = all[below(all.length)]
      if (found === undefined) throw new RangeError('nothing to draw from')
      return found
    },
  }
}
