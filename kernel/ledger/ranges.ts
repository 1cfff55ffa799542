import { splitPoint } from './tree-hash.ts'

/** Entries `from` … `to` − 1, whose subtree hash belongs to a proof. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The subtrees that make the inclusion proof of `leaf` in a tree of `size`, from the leaf's sibling upwards (RFC 9162 §2.1.3.1). */
export function inclusionRanges(leaf: number, size: number): Range[] {
  if (!Number.isSafeInteger(leaf) || leaf < 0 || leaf >= size)
    throw new RangeError(`no leaf ${leaf} in a tree of ${size}`)
  const ranges: Range[] = []
  let from = 0
  let to = size
  while (to - from > 1) {
    const middle = from + splitPoint(to - from)
    if (leaf < middle) {
      ranges.unshift({ from: middle, to })
      to = middle
    } else {
      ranges.unshift({ from, to: middle })
      from = middle
    }
  }
  return ranges
}

/** The subtrees that make the consistency proof of a tree of `first` to one of `second` entries (RFC 9162 §2.1.4.1). */
export function consistencyRanges(first: number, second: number): Range[] {
  if (!Number.isSafeInteger(first) || first < 0 || first > second)
    throw new RangeError(`a tree of ${first} is not the beginning of one of ${second}`)
  if (first === 0 || first === second) return []
  const ranges: Range[] = []
  let from = 0
  let to = second
  while (to !== first) {
    const middle = from + splitPoint(to - from)
    if (first <= middle) {
      ranges.unshift({ from: middle, to })
      to = middle
    } else {
      ranges.unshift({ from, to: middle })
      from = middle
    }
  }
  // The old tree's own root is known to the verifier unless it lies inside the new one to the right of something.
  if (from > 0) ranges.unshift({ from, to })
  return ranges
}
