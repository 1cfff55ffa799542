import { Argument, type Command } from 'commander'
import { CannotStart } from '@intikhab/kernel/database'
import type { Outcome } from '@intikhab/kernel/refusal'
import { parseElectionId } from '@intikhab/programme'
import { parseRollId } from '@intikhab/rolls'
import {
  openHouse,
  publishElection,
  publishEnquiry,
  publishMap,
  publishRoll,
  publishScheme,
  type House,
} from '@intikhab/server'
import { environmentWith, stepBars } from './start.ts'

/** What a refusal says, as one sentence for the terminal. */
export function given<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  const { kind, field, detail } = outcome.refusal
  const figures = detail === undefined ? '' : ` ${JSON.stringify(detail)}`
  throw new CannotStart(`${kind.en} (${kind.code}${field === undefined ? '' : ` at ${field}`})${figures}`)
}

interface PublishOptions {
  readonly election?: string
  readonly delimitation?: string
  readonly helpline: string
  readonly district?: string
  readonly data?: string
  readonly json?: boolean
}

const kinds = ['election', 'scheme', 'map', 'roll', 'enquiry'] as const

/** Somebody at the machine itself; the ledger names them so (docs/decisions/0014-approvals.md). */
const by = { actor: { kind: 'system', id: 'command' } } as const

async function publish(house: House, kind: (typeof kinds)[number], id: string, options: PublishOptions) {
  if (kind === 'map') return given(await publishMap(house, id, by))
  if (kind === 'scheme') return given(await publishScheme(house, id, by))
  if (kind === 'election') return given(await publishElection(house, given(parseElectionId(id)), by))
  const roll = parseRollId(id)
  if (roll === undefined) throw new CannotStart(`${id} is no name of a roll: small letters, digits and hyphens.`)
  const { election = id, delimitation = id, helpline, district } = options
  if (kind === 'roll')
    return given(await publishRoll(house, roll, { electionId: election, delimitationId: delimitation }, by))
  const onlyDistrict = district === undefined ? {} : { onlyDistrict: district }
  const about = { electionId: election, delimitationId: delimitation, helpline, ...onlyDistrict }
  const bars = stepBars()
  try {
    const labels = { voters: 'Reading the voters', shards: 'Sorting the look-up pack' } as const
    return given(
      await publishEnquiry(house, roll, about, by, ({ step, done, of }) => bars.report(labels[step], done, of)),
    )
  } finally {
    bars.end()
  }
}

/** `intikhab publish KIND ID`: makes the next edition of a series. */
export function publishCommand(program: Command): void {
  program
    .command('publish')
    .addArgument(new Argument('<kind>', 'what to publish').choices(kinds))
    .argument('<id>', 'name of the election, the delimitation or the roll')
    .option('--election <id>', 'election whose polling scheme goes with a roll')
    .option('--delimitation <id>', 'delimitation whose seats go with a look-up pack')
    .option('--district <code>', 'a look-up pack with the voters of this district alone')
    .option('--helpline <number>', 'number that the enquiry gives', '051-8848888')
    .option('--data <folder>', 'where everything is kept (INTIKHAB_DATA, .intikhab)')
    .option('--json', 'write what was published as JSON')
    .summary('publish an edition')
    .description(
      'Makes the next edition of a series out of the register, signs it and enters its hash in the ledger. If nothing has changed since the last edition, that one stands. Results publish themselves while the server runs.',
    )
    .action(async (kind: (typeof kinds)[number], id: string, options: PublishOptions) => {
      const house = await openHouse(environmentWith(options), { borrow: true })
      try {
        const { series, number, isNew } = await publish(house, kind, id, options)
        if (options.json === true) console.log(JSON.stringify({ series, number, isNew }))
        else
          console.log(
            isNew
              ? `Edition ${number} of ${series} is published.`
              : `Nothing has changed: edition ${number} of ${series} stands.`,
          )
      } finally {
        await house.close()
      }
    })
}
