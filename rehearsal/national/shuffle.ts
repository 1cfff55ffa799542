import { hashText } from '../country/random.ts'

/**
 * A shuffle of the numbers below `size` that is worked out for each number by itself: every number comes exactly once.
 * Shares drawn by it close to the unit over the whole country, although every block is made alone.
 */
export function shuffleBelow(size: number, seed: string): (n: number) => number {
  const bits = Math.max(4, Math.ceil(Math.log2(size)))
  const mask = 2 ** bits - 1
  const shift = bits >> 1
  const first = (hashText(`${seed}/first`) | 1) & mask
  const second = (hashText(`${seed}/second`) | 1) & mask
  const offset = hashText(`${seed}/offset`) & mask
  return (n) => {
    let at = n
    // Each step is a bijection of the numbers of so many bits; what falls beyond the size walks on until it is inside.
    do {
      at = (Math.imul(at, first) + offset) & mask
      at ^= at >>> shift
      at = Math.imul(at, second) & mask
      at ^= at >>> shift
    } while (at >= size)
    return at
  }
}
