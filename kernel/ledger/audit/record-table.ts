import { hash } from 'node:crypto'

/** The last word of the ledger on a record. */
export interface LastWord {
  /** `hashRecord` of the record as the last act left it, hex; null if that act took it away. */
  readonly after: string | null
  /** The entry that says so. */
  readonly leaf: number
}

/**
 * What the ledger says last of each record, for millions of them: 58 bytes a record outside of JavaScript's heap, where a
 * map of strings would need five times as much.
 */
export interface RecordTable {
  readonly size: number
  find(record: string): LastWord | undefined
  set(record: string, word: LastWord): void
  /** Marks a record as met in its register. */
  meet(record: string): void
  /** Leaves of the last acts on records of these kinds that should be there and were not met; rising. */
  unmet(kinds: ReadonlySet<string>): number[]
  /** True if the record was met. */
  isMet(record: string): boolean
}

// A slot: 16 bytes of the record's SHA-256 (which nobody can aim at without 2^64 tries), 32 of the hash, 8 of leaf + 1
// (0: free), 1 of marks, 1 for the kind of record by its place in a list; a kind beyond 255 shares the last place.
const keyLength = 16
const slotLength = keyLength + 32 + 8 + 2
const leafAt = keyLength + 32
const markAt = leafAt + 8
const kindAt = markAt + 1
const mostKinds = 255
const gone = 1
const met = 2

/** An empty table. */
export function createRecordTable(): RecordTable {
  let capacity = 1024
  let slots = Buffer.alloc(capacity * slotLength)
  let size = 0
  const kinds: string[] = []
  const places = new Map<string, number>()

  function placeOfKind(record: string): number {
    const kind = record.slice(0, record.indexOf(':'))
    const known = places.get(kind)
    if (known !== undefined) return known
    const place = Math.min(kinds.length, mostKinds)
    kinds[place] ??= kind
    places.set(kind, place)
    return place
  }

  function keyOf(record: string): Buffer {
    return hash('sha256', record, 'buffer').subarray(0, keyLength)
  }

  /** Where the slot of this key begins, taken or free. */
  function slotOf(key: Buffer): number {
    for (let i = key.readUInt32LE(0) % capacity; ; i = (i + 1) % capacity) {
      const at = i * slotLength
      if (slots.readDoubleLE(at + leafAt) === 0) return at
      if (slots.compare(key, 0, keyLength, at, at + keyLength) === 0) return at
    }
  }

  function grow(): void {
    const before = slots
    capacity *= 2
    slots = Buffer.alloc(capacity * slotLength)
    for (let at = 0; at < before.length; at += slotLength)
      if (before.readDoubleLE(at + leafAt) !== 0)
        before.copy(slots, slotOf(before.subarray(at, at + keyLength)), at, at + slotLength)
  }

  function taken(record: string): number | undefined {
    const at = slotOf(keyOf(record))
    return slots.readDoubleLE(at + leafAt) === 0 ? undefined : at
  }

  return {
    get size() {
      return size
    },
    find(record) {
      const at = taken(record)
      if (at === undefined) return undefined
      const isGone = ((slots[at + markAt] ?? 0) & gone) !== 0
      return {
        after: isGone ? null : slots.toString('hex', at + keyLength, at + leafAt),
        leaf: slots.readDoubleLE(at + leafAt) - 1,
      }
    },
    set(record, { after, leaf }) {
      const key = keyOf(record)
      let at = slotOf(key)
      if (slots.readDoubleLE(at + leafAt) === 0) {
        if (++size > capacity * 0.7) {
          grow()
          at = slotOf(key)
        }
        key.copy(slots, at)
      }
      slots.fill(0, at + keyLength, at + leafAt)
      if (after !== null) slots.write(after, at + keyLength, 32, 'hex')
      slots.writeDoubleLE(leaf + 1, at + leafAt)
      slots[at + markAt] = after === null ? gone : 0
      slots[at + kindAt] = placeOfKind(record)
    },
    meet(record) {
      const at = taken(record)
      if (at !== undefined) slots[at + markAt] = (slots[at + markAt] ?? 0) | met
    },
    isMet(record) {
      const at = taken(record)
      return at !== undefined && ((slots[at + markAt] ?? 0) & met) !== 0
    },
    unmet(wanted) {
      const asked = Array.from(
        { length: mostKinds + 1 },
        (_, place) => place === mostKinds || wanted.has(kinds[place] ?? ''),
      )
      const leaves = new Set<number>()
      for (let at = 0; at < slots.length; at += slotLength)
        if (
          slots.readDoubleLE(at + leafAt) !== 0 &&
          slots[at + markAt] === 0 &&
          asked[slots[at + kindAt] ?? 0] === true
        )
          leaves.add(slots.readDoubleLE(at + leafAt) - 1)
      return [...leaves].toSorted((a, b) => a - b)
    },
  }
}
