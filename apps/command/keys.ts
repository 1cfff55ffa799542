import { Argument, InvalidArgumentError, Option, type Command } from 'commander'
import {
  listKeys,
  makeNextKey,
  retireKey,
  rotateKey,
  type ChangedKey,
  type KeyPurpose,
  type ListedKey,
} from '@intikhab/server'
import { environmentWith } from './start.ts'

interface Common {
  readonly data?: string
  readonly json?: boolean
}

interface RetireOptions extends Common {
  readonly because: 'lost' | 'stolen'
  readonly since?: string
  readonly anchor?: string
  readonly witnesses: boolean
}

function moment(text: string): string {
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError('a moment as 2026-11-22T18:00+05:00')
  return at.toISOString()
}

function tell(purpose: KeyPurpose, keys: readonly ListedKey[]): void {
  console.log(`\n${purpose === 'ledger' ? 'Keys of the ledger' : 'Keys of the editions'}`)
  for (const { fingerprint, key, place, end } of keys) {
    console.log(`\n  ${fingerprint}\n  ${key}`)
    if (end === null)
      console.log(`  signs now; its secret is ${place === null ? 'NOT WHERE IT SHOULD BE' : `in ${place}`}`)
    else {
      console.log(`  ${end.why} at ${end.at}`)
      for (const [series, { number }] of Object.entries(end.last)) console.log(`    ${series} up to ${number}`)
      if (place !== null) console.log(`  its secret still lies in ${place}: destroy it`)
    }
  }
}

function tellChange({ purpose, ended, begun, last, anchor }: ChangedKey, json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ purpose, ended, begun, last, anchor }, null, 2))
    return
  }
  const what = purpose === 'ledger' ? 'the ledger' : 'the editions'
  console.log(`A new key signs ${what} from now on. Its place: a ${begun.place}.`)
  console.log(`  before      ${ended.fingerprint}\n  from now on ${begun.fingerprint}\n  ${begun.key}`)
  if (anchor !== null) console.log(`  rests on the checkpoint of ${anchor} entries that witnesses have cosigned`)
  console.log('Print the fingerprint where the old one was printed, and tell the witnesses and whoever keeps copies.')
}

const purpose = () => new Argument('<purpose>', 'what the key signs').choices(['ledger', 'editions'])

function addList(keys: Command): void {
  keys
    .command('list', { isDefault: true })
    .summary('all keys there were, which one signs, and where its secret lies')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<Common>()
      const listed = await listKeys(environmentWith(options))
      if (options.json === true) console.log(JSON.stringify(listed, null, 2))
      else
        for (const purpose of ['ledger', 'editions'] as const)
          tell(
            purpose,
            listed.filter((each) => each.purpose === purpose),
          )
    })
}

function addMake(keys: Command): void {
  keys
    .command('make')
    .addArgument(purpose())
    .summary('make the key that will follow, ahead of the day')
    .description(
      'Makes the next key in its file or inside the token, where it cannot be read out, and says its fingerprint, so that it can be printed and told to the witnesses before it signs. Nothing else changes.',
    )
    .action(async (purpose: KeyPurpose, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Common>()
      const made = await makeNextKey(environmentWith(options), purpose)
      if (options.json === true) console.log(JSON.stringify(made, null, 2))
      else console.log(`The next key of ${purpose} lies in a ${made.place}.\n  ${made.fingerprint}\n  ${made.key}`)
    })
}

function addRotate(keys: Command): void {
  keys
    .command('rotate')
    .addArgument(purpose())
    .summary('end the key of now as planned and begin the next one')
    .description(
      'Stop the server first. The old key names the new one in a signed statement; what it signed in its time stays proved. Where a token is configured, the new key is made in it: so keys move from a file into a token.',
    )
    .action(async (purpose: KeyPurpose, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Common>()
      tellChange(await rotateKey(environmentWith(options), purpose), options.json === true)
    })
}

function addRetire(keys: Command): void {
  keys
    .command('retire')
    .addArgument(purpose())
    .addOption(
      new Option('--because <reason>', 'why it cannot name its successor')
        .choices(['lost', 'stolen'])
        .makeOptionMandatory(),
    )
    .option('--since <moment>', 'from when on a stolen key may have been in other hands', moment)
    .option('--anchor <file>', 'the newest checkpoint that a witness has cosigned; by default the newest kept here')
    .option('--no-witnesses', 'there are no witnesses: rest on the newest checkpoint here')
    .summary('end a lost or stolen key without it')
    .description(
      'Stop the server first, and read docs/keys.md. The end rests on the newest checkpoint that witnesses have cosigned. A lost key stays believed for all it signed; a stolen one for nothing beyond that checkpoint, and what we signed since is signed anew.',
    )
    .action(async (purpose: KeyPurpose, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<RetireOptions>()
      const { because: why, since = null, anchor: file, witnesses } = options
      const anchor = !witnesses
        ? ({ kind: 'without-witnesses' } as const)
        : file === undefined
          ? ({ kind: 'newest' } as const)
          : ({ kind: 'file', file } as const)
      const changed = await retireKey(environmentWith(options), purpose, { why, since, anchor })
      tellChange(changed, options.json === true)
    })
}

/** `intikhab keys …`: which keys there are, and how one follows another. */
export function keysCommand(program: Command): void {
  const keys = program
    .command('keys')
    .summary('list, make, rotate and withdraw the keys of the ledger and of the editions')
    .option('--data <folder>', 'where everything is kept (INTIKHAB_DATA, .intikhab)')
    .option('--json', 'write what was found or done as JSON')
  for (const add of [addList, addMake, addRotate, addRetire]) add(keys)
}
