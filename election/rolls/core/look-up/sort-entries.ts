/** Entries on their way into a pack: four words of 32 bits each, the two of the key first, in the byte order of the machine. */
export const entryWords = 4

/**
 * Sorts the entries of one shard by key into `sorted`. False if a key comes twice: two voters could not be told apart.
 * The keys begin with the same byte and are otherwise spread evenly: dealt out by their next bits they lie in heaps of a
 * few, and what is left to be put in order has only some places to move.
 */
export function sortEntries(entries: Uint32Array, sorted: Uint32Array): boolean {
  const bits = Math.min(16, Math.max(1, Math.ceil(Math.log2(entries.length + 1)) - 4))
  const next = new Uint32Array((1 << bits) + 1)
  const heapOf = (at: number): number => ((entries[at] ?? 0) << 8) >>> (32 - bits)
  for (let at = 0; at < entries.length; at += entryWords) {
    const heap = heapOf(at) + 1
    next[heap] = (next[heap] ?? 0) + entryWords
  }
  for (let heap = 1; heap < next.length; heap++) next[heap] = (next[heap] ?? 0) + (next[heap - 1] ?? 0)
  for (let at = 0; at < entries.length; at += entryWords) {
    const heap = heapOf(at)
    const to = next[heap] ?? 0
    next[heap] = to + entryWords
    for (let word = 0; word < entryWords; word++) sorted[to + word] = entries[at + word] ?? 0
  }
  return putInOrder(sorted)
}

/** Insertion sort; false if two keys are the same. */
function putInOrder(sorted: Uint32Array): boolean {
  let isUnique = true
  for (let at = entryWords; at < sorted.length; at += entryWords) {
    const first = sorted[at] ?? 0
    if (first > (sorted[at - entryWords] ?? 0)) continue
    const second = sorted[at + 1] ?? 0
    const third = sorted[at + 2] ?? 0
    const fourth = sorted[at + 3] ?? 0
    let to = at
    for (; to > 0; to -= entryWords) {
      const before = sorted[to - entryWords] ?? 0
      if (before < first) break
      const beforeSecond = sorted[to - entryWords + 1] ?? 0
      if (before === first && beforeSecond <= second) {
        if (beforeSecond === second) isUnique = false
        break
      }
      for (let word = 0; word < entryWords; word++) sorted[to + word] = sorted[to - entryWords + word] ?? 0
    }
    if (to === at) continue
    sorted[to] = first
    sorted[to + 1] = second
    sorted[to + 2] = third
    sorted[to + 3] = fourth
  }
  return isUnique
}
