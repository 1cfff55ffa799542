import { createReadStream, existsSync } from 'node:fs'
import type { Command } from 'commander'
import { CannotStart } from '@intikhab/kernel/database'
import type { FeedState, ListedBatch } from '@intikhab/rolls'
import { openHouse, openHouseFeed } from '@intikhab/server'
import { environmentWith } from './start.ts'

interface FeedOptions {
  readonly data?: string
  readonly json?: boolean
}

const by = { actor: { kind: 'system', id: 'command' }, road: 'file' } as const
const count = (n: number) => n.toLocaleString('en')

function tellBatch({ id, from, to, records, state, skipped, counts, contradictions }: ListedBatch): void {
  console.log(`\nBatch ${id}: records ${count(from)} to ${count(to)}, ${state}`)
  if (contradictions.length > 0) console.log(`  contradicts what was taken in: ${contradictions.join(', ')}`)
  if (state !== 'applied') return
  for (const [outcome, n] of Object.entries({ ...counts, 'taken in before': skipped }))
    if (n > 0) console.log(`  ${count(n).padStart(12)}  ${outcome}`)
  console.log(`  ${count(records).padStart(12)}  records in all`)
}

function tellState({ last, sendFrom, missing, frozenSince, held, tooYoung }: FeedState): void {
  console.log(`\nTaken in up to record ${count(last)}; the registry is to send from ${count(sendFrom)}.`)
  for (const { from, to } of missing) console.log(`  missing: ${count(from)} to ${count(to)}`)
  if (frozenSince !== null) console.log(`  the rolls are frozen since ${frozenSince} (s.39): batches wait`)
  if (held > 0) console.log(`  ${count(held)} records wait for the end of a freeze`)
  if (tooYoung > 0) console.log(`  ${count(tooYoung)} people wait for their 18th birthday`)
}

/** `intikhab registry-feed FILE…`: hands in signed batches of the civil registry and takes them in. */
export function registryFeedCommand(program: Command): void {
  program
    .command('registry-feed')
    .summary('take in batches of the civil registry')
    .description(
      'Hands in signed batches of the civil registry (docs/registry-feed.md), in any order and any number of times, takes in what can be taken in, and tells where the feed stands. Without a file it only does the latter. The keys by which the registry signs lie in keys/registry.pem of the data folder, or where INTIKHAB_REGISTRY_KEYS says.',
    )
    .argument('[files...]', 'batches')
    .option('--data <folder>', 'where everything is kept (INTIKHAB_DATA, .intikhab)')
    .option('--json', 'write everything as JSON')
    .action(async (files: readonly string[], options: FeedOptions) => {
      for (const file of files) if (!existsSync(file)) throw new CannotStart(`There is no file ${file}.`)
      const house = await openHouse(environmentWith(options), { borrow: true })
      try {
        const feed = await openHouseFeed(house)
        const kept: number[] = []
        const refused: { file: string; code: string; en: string }[] = []
        for (const file of files) {
          const outcome = await feed.keep(createReadStream(file, { highWaterMark: 256 * 1024 }), by)
          if (outcome.ok) kept.push(outcome.value.batch.id)
          else refused.push({ file, code: outcome.refusal.kind.code, en: outcome.refusal.kind.en })
        }
        const state = await feed.takeIn()
        if (refused.length > 0) process.exitCode = 1
        if (options.json === true) return console.log(JSON.stringify({ refused, state }, null, 2))
        for (const { file, code, en } of refused) console.log(`✗ ${file}: ${en} (${code})`)
        for (const batch of state.batches.toReversed()) if (kept.includes(batch.id)) tellBatch(batch)
        tellState(state)
      } finally {
        await house.close()
      }
    })
}
