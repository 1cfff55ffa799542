import { openDatabase } from '@intikhab/kernel/database'
import { openRegistryFeed } from './feed.ts'

/**
 * A process that takes records in and stops in the middle of a transaction, before its third entry in the ledger: what it
 * wrote by then is neither committed nor rolled back. It says so and waits to be killed.
 * Arguments: database, folder, file of the registry's keys, records at once.
 */
const [url = '', folder = '', keyFile = '', recordsAtOnce = ''] = process.argv.slice(2)
let entries = 0
const feed = await openRegistryFeed({
  database: openDatabase(url),
  ledger: {
    async append() {
      if (++entries < 3) return []
      process.stdout.write('in the middle\n')
      return new Promise(() => undefined)
    },
  },
  now: () => new Date('2024-03-01T00:00:00Z'),
  folder,
  registry: 'nadra',
  keyFile,
  deaths: 'delete',
  recordsAtOnce: Number(recordsAtOnce),
})
setInterval(() => undefined, 60_000)
await feed.takeIn()
