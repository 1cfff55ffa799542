import { createReadStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { qualifyingDate } from '@intikhab/rehearsal/national'
import { openRegistryFeed } from '@intikhab/rolls'
import { makeRegistryKey, peopleOfRegister, registryRecords, writeBatchFile } from '@intikhab/rolls/sim'
import { timed } from '../timed.ts'
import { by } from './national-roll.ts'
import type { RollsStep } from './steps.ts'

const records = 1_000_000
const seed = 25
/** People of the register to whom something happens; more than the feed has corrections, moves, deaths. */
const concerned = 500_000

/** A million records of the civil registry, one in ten of the cards spoilt, into the loaded register: exactly once, with actions and report. */
export const registryFeedStep: RollsStep = {
  name: 'a million records of the civil registry',
  memoryGB: 8,
  async run(bench) {
    const { house, workshop } = bench
    const areas = await house.rolls.store.areas()
    const people = await peopleOfRegister(house.database, concerned, bench.voters)
    const { privateKey, publicPem } = makeRegistryKey()
    const keyFile = join(workshop, 'registry-keys.pem')
    writeFileSync(keyFile, publicPem)
    const file = join(workshop, 'registry.batch')
    const made = registryRecords({
      seed,
      blocks: areas.map(({ block }) => block),
      people,
      today: qualifyingDate,
      dirt: 0.1,
    })
    const seal = { registry: 'nadra', privateKey, madeAt: house.now().toISOString() }
    function* lines() {
      for (let i = 0; i < records; i++) yield made.next().value.line
    }
    await writeBatchFile(file, seal, 1, lines())

    const { database, ledger, now } = house
    const folder = join(workshop, 'evidence')
    const feed = await openRegistryFeed({ database, ledger, now, folder, registry: 'nadra', keyFile, deaths: 'delete' })
    const keep = () => feed.keep(createReadStream(file, { highWaterMark: 256 * 1024 }), { ...by, road: 'file' })
    const { value: kept, seconds: keeping } = await timed(keep)
    if (!kept.ok) throw new Error(`the batch was refused: ${kept.refusal.kind.code}`)
    const taking = await timed(() => feed.takeIn())
    const seconds = keeping + taking.seconds
    const { last, batches } = taking.value
    const [batch] = batches
    if (last !== records || batch?.state !== 'applied') throw new Error(`record ${last} was the last that was taken in`)
    const { counts } = batch
    if (Object.values(counts).reduce((sum, count) => sum + count, batch.skipped) !== records)
      throw new Error('the report does not close to its total')
    const { seconds: replay } = await timed(async () => {
      await keep()
      await feed.takeIn()
    })
    return {
      measures: [
        { of: 'kept and taken in', value: seconds, unit: 's', atMost: 180 },
        { of: 'records', value: records / seconds, unit: '/s' },
        { of: 'of it kept', value: keeping, unit: 's' },
        { of: 'the same batch again', value: replay, unit: 's' },
      ],
      sizes: `${records.toLocaleString('en')} records in one signed batch into ${bench.voters.toLocaleString('en')} voters: ${Object.entries(
        counts,
      )
        .map(([outcome, count]) => `${count.toLocaleString('en')} ${outcome}`)
        .join(', ')}; with actions, fingerprints, ledger and report`,
    }
  },
}
