/** The thread that reads a roll's voters and writes the shards of its look-up pack (`fill-shards.ts`). */
import { parentPort, workerData } from 'node:worker_threads'
import { copyOut } from '@intikhab/kernel/database'
import { readVoterLines } from '../../core/look-up/read-voter-lines.ts'
import type { FilledShards, ShardsReport, ShardsToFill } from './fill-shards.ts'
import { blockCipher } from './pack-secret.ts'
import { openShardWriter } from './shard-writer.ts'

/** Voters between two reports. */
const reportEvery = 100_000

function report(message: ShardsReport): void {
  parentPort?.postMessage(message, [])
}

/** Everybody on the roll, in whatever order they lie: entries are sorted by their keys. */
function votersOf(blocks: ShardsToFill['onlyBlocks']): string {
  const only = blocks === null ? '' : ` and block = any('{${blocks.join(',')}}'::int[])`
  return `select cnic, block, gender, serial, household, status from rolls.voter
    where status in ('a', 'b', 'd', 'o')${only}`
}

async function fill(order: ShardsToFill): Promise<FilledShards> {
  const writer = openShardWriter(order.folder, blockCipher(Buffer.from(order.secret)), order.salt)
  let [voters, astray, lastBlock, lastNumber] = [0, 0, -1, -1]
  const read = readVoterLines((bytes, at, block, gender, serial, household, state) => {
    if (block !== lastBlock) [lastBlock, lastNumber] = [block, order.blocks.get(block) ?? -1]
    if (lastNumber < 0) astray++
    else writer.take(bytes, at, lastNumber, gender, serial, household, state)
    if (++voters % reportEvery === 0) report({ report: 'progress', step: 'voters', done: voters })
  })
  try {
    for await (const chunk of copyOut(order.databaseUrl, votersOf(order.onlyBlocks), order.snapshot)) read(chunk)
    if (astray > 0) return { kind: 'without-a-place', voters: astray }
    const written = writer.finish((done) => report({ report: 'progress', step: 'shards', done }))
    return written === undefined ? { kind: 'same-key' } : { kind: 'written', ...written }
  } finally {
    writer.close()
  }
}

report({ report: 'done', filled: await fill(workerData as ShardsToFill) })
