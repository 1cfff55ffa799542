/** Seeded randomness: the same seed gives the same country on every machine. */

/** A stream of random numbers; `fork` starts an independent one from a name, so that parts can be made in any order. */
export interface Random {
  /** Uniform in [0, 1). */
  unit(): number
  /** Uniform integer in [0, below). */
  below(below: number): number
  /** Normal with mean 0 and deviation 1. */
  normal(): number
  pick<T>(from: readonly T[]): T
  fork(name: string | number): Random
}

/** 32-bit FNV-1a, finished with a mix so that `block/1` and `block/2` start far apart. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** sfc32 of PractRand: four 32-bit words of state, passes its tests, a few nanoseconds a number. */
export function seeded(seed: string): Random {
  let a = hashText(`${seed}/a`)
  let b = hashText(`${seed}/b`)
  let c = hashText(`${seed}/c`)
  let d = 1
  const word = (): number => {
    const t = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  for (let i = 0; i < 12; i++) word()
  const unit = () => word() / 0x1_0000_0000
  const below = (limit: number) => Math.floor(unit() * limit)
  return {
    unit,
    below,
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    pick: <T>(from: readonly T[]): T => {
      const found = from[below(from.length)]
      if (found === undefined) throw new RangeError('nothing to pick from')
      return found
    },
    fork: (name) => seeded(`${seed}/${name}`),
  }
}

/** A list in which each entry is found as often as its weight says; `at(u)` takes a uniform number in [0, 1). */
export function weighted<T>(entries: readonly (readonly [T, number])[]): { at(u: number): T } {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0)
  // 1,024 slots: constant time, and exact enough for frequencies of names.
  const slots: T[] = []
  let upTo = 0
  for (const [value, weight] of entries) {
    upTo += weight
    while (slots.length < Math.round((upTo / total) * 1024)) slots.push(value)
  }
  return {
    at(u) {
      const found = slots[Math.floor(u * slots.length)]
      if (found === undefined) throw new RangeError('nothing to pick from')
      return found
    },
  }
}
