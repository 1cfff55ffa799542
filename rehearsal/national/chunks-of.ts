import type { LoadedBlock, RegisterChunk } from '@intikhab/rolls'
import type { NationalPlan } from './national-plan.ts'
import { rollLines } from './roll-lines.ts'

/** Bytes of a chunk, a little more or less: few enough to lie in the processor's cache on their way. */
const chunkBytes = 1 << 20

/** The lines of all blocks that have voters, in the order of the plan. */
export function* chunksOf(plan: NationalPlan): Generator<RegisterChunk, void, undefined> {
  const lines = rollLines(plan)
  let out = new Uint8Array(2 * chunkBytes)
  let end = 0
  let blocks: LoadedBlock[] = []
  for (let block = 0; block < plan.blocks; block++) {
    const room = lines.roomFor(block)
    if (room === 0) continue
    if (end > 0 && (end > chunkBytes || end + room > out.length)) {
      yield { lines: out.slice(0, end), blocks }
      blocks = []
      end = 0
    }
    if (room > out.length) out = new Uint8Array(room)
    const written = lines.write(block, out, end)
    end = written.end
    blocks.push(written.written)
  }
  if (end > 0) yield { lines: out.slice(0, end), blocks }
}
