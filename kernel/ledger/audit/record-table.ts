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

/** The table is many small ones, by the key's first byte: each grows by itself, so that no moment holds it twice. */
const parts = 128
const fullest = 0.85

interface Part {
  slots: Buffer
  capacity: number
  size: number
}

/** Where the slot of this key begins, taken or free. */
function slotIn({ slots, capacity }: Part, key: Buffer): number {
  for (let i = key.readUInt32LE(4) % capacity; ; i = (i + 1) % capacity) {
    const at = i * slotLength
    if (slots.readDoubleLE(at + leafAt) === 0) return at
    if (slots.compare(key, 0, keyLength, at, at + keyLength) === 0) return at
  }
}

function grow(part: Part): void {
  const before = part.slots
  part.capacity = Math.ceil(part.capacity * 1.5)
  part.slots = Buffer.alloc(part.capacity * slotLength)
  for (let at = 0; at < before.length; at += slotLength)
    if (before.readDoubleLE(at + leafAt) !== 0)
      before.copy(part.slots, slotIn(part, before.subarray(at, at + keyLength)), at, at + slotLength)
}

/** An empty table. */
export function createRecordTable(): RecordTable {
  const table = Array.from({ length: parts }, (): Part => ({
    slots: Buffer.alloc(16 * slotLength),
    capacity: 16,
    size: 0,
  }))
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

  const keyOf = (record: string): Buffer => hash('sha256', record, 'buffer').subarray(0, keyLength)
  const partOf = (key: Buffer): Part => table[(key[0] ?? 0) % parts] as Part

  /** The slot of a record that is known; undefined for any other. */
  function taken(record: string): { readonly slots: Buffer; readonly at: number } | undefined {
    const key = keyOf(record)
    const part = partOf(key)
    const at = slotIn(part, key)
    return part.slots.readDoubleLE(at + leafAt) === 0 ? undefined : { slots: part.slots, at }
  }

  const marksOf = ({ slots, at }: { readonly slots: Buffer; readonly at: number }): number => slots[at + markAt] ?? 0

  return {
    get size() {
      return table.reduce((sum, { size }) => sum + size, 0)
    },
    find(record) {
      const found = taken(record)
      if (found === undefined) return undefined
      const { slots, at } = found
      const isGone = (marksOf(found) & gone) !== 0
      return {
        after: isGone ? null : slots.toString('hex', at + keyLength, at + leafAt),
        leaf: slots.readDoubleLE(at + leafAt) - 1,
      }
    },
    set(record, { after, leaf }) {
      const key = keyOf(record)
      const part = partOf(key)
      let at = slotIn(part, key)
      if (part.slots.readDoubleLE(at + leafAt) === 0) {
        if (++part.size > part.capacity * fullest) {
          grow(part)
          at = slotIn(part, key)
        }
        key.copy(part.slots, at)
      }
      const { slots } = part
      slots.fill(0, at + keyLength, at + leafAt)
      if (after !== null) slots.write(after, at + keyLength, 32, 'hex')
      slots.writeDoubleLE(leaf + 1, at + leafAt)
      slots[at + markAt] = after === null ? gone : 0
      slots[at + kindAt] = placeOfKind(record)
    },
    meet(record) {
      const found = taken(record)
      if (found !== undefined) found.slots[found.at + markAt] = marksOf(found) | met
    },
    isMet(record) {
      const found = taken(record)
      return found !== undefined && (marksOf(found) & met) !== 0
    },
    unmet(wanted) {
      const asked = Array.from({ length: mostKinds + 1 }, (_, i) => i === mostKinds || wanted.has(kinds[i] ?? ''))
      const leaves = new Set<number>()
      for (const { slots } of table)
        for (let at = 0; at < slots.length; at += slotLength) {
          const leaf = slots.readDoubleLE(at + leafAt)
          if (leaf !== 0 && slots[at + markAt] === 0 && asked[slots[at + kindAt] ?? 0] === true) leaves.add(leaf - 1)
        }
      return [...leaves].toSorted((a, b) => a - b)
    },
  }
}
