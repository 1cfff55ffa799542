import { sealBatch, type BatchSeal } from './batch-file.ts'
import type { Random } from './random.ts'

/** What goes wrong on the way, each by its share of the batches. */
export interface RoadFaults {
  /** A batch is left out, and sent last. */
  readonly gaps: number
  /** A batch begins with records of the one before. */
  readonly overlaps: number
  /** Two batches change places. */
  readonly reorderings: number
  /** A batch is sent once more. */
  readonly replays: number
  /** A batch says otherwise than was sent, under the same number. */
  readonly contradictions: number
  /** A batch is signed by a key that nobody agreed on. */
  readonly wrongSignatures: number
}

/** Something of everything. */
export const badRoad: RoadFaults = {
  gaps: 0.1,
  overlaps: 0.2,
  reorderings: 0.2,
  replays: 0.1,
  contradictions: 0.05,
  wrongSignatures: 0.05,
}

/** A batch as it is sent. `good`: the feed keeps it. */
export interface Delivery {
  readonly from: number
  readonly bytes: Buffer
  readonly good: boolean
}

/** Batches of the lines in pieces of `size`, numbered from `from`, as a bad road delivers them. Every record arrives in the end. */
export function deliveries(
  seal: BatchSeal,
  from: number,
  lines: readonly string[],
  size: number,
  faults: RoadFaults,
  random: Random,
  stranger: BatchSeal,
): Delivery[] {
  const sent: Delivery[] = []
  const late: Delivery[] = []
  for (let at = 0; at < lines.length; at += size) {
    const begin = at > 0 && random.chance(faults.overlaps) ? at - Math.min(at, 1 + random.below(size)) : at
    const own = lines.slice(begin, at + size)
    const batch = { from: from + begin, bytes: sealBatch(seal, from + begin, own), good: true }
    if (random.chance(faults.wrongSignatures))
      sent.push({ ...batch, bytes: sealBatch({ ...stranger, registry: seal.registry }, batch.from, own), good: false })
    if (random.chance(faults.gaps)) late.push(batch)
    else sent.push(batch)
    if (random.chance(faults.replays)) sent.push(batch)
    if (random.chance(faults.contradictions)) {
      const other = own.map((line, i) => (i === 0 ? line.replace(/"cnic":"(\d)/, '"cnic":"7$1') : line))
      late.push({ from: batch.from, bytes: sealBatch(seal, batch.from, other), good: other[0] === own[0] })
    }
    const [last, other] = [sent.at(-1), sent.at(-2)]
    if (last !== undefined && other !== undefined && random.chance(faults.reorderings)) sent.splice(-2, 2, last, other)
  }
  return [...sent, ...late]
}
