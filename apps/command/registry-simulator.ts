import { createPrivateKey, type KeyObject } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { InvalidArgumentError, type Command } from 'commander'
import { CannotStart } from '@intikhab/kernel/database'
import { fileSource } from '@intikhab/kernel/tables'
import { karachiDate } from '@intikhab/law'
import { readVoterFeed } from '@intikhab/rolls'
import {
  askRegistryDoor,
  badRoad,
  deliveries,
  makeRegistryKey,
  postBatch,
  registryRecords,
  seededRandom,
  writeBatchFile,
  type RegistryPerson,
} from '@intikhab/rolls/sim'

interface MakeOptions {
  readonly key: string
  readonly registry: string
  readonly records: number
  readonly batch: number
  readonly skip: number
  readonly seed: number
  readonly dirt: number
  readonly blocks?: string
  readonly people?: string
  readonly badRoad?: boolean
}

function whole(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('a whole number')
  return value
}

function share(text: string): number {
  const value = Number(text)
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('a share from 0 to 1')
  return value
}

function read(file: string): string {
  if (!existsSync(file)) throw new CannotStart(`There is no file ${file}.`)
  return readFileSync(file, 'utf8')
}

function privateKey(file: string): KeyObject {
  const pem = read(file)
  try {
    return createPrivateKey(pem)
  } catch {
    throw new CannotStart(`${file} holds no private key.`)
  }
}

/** Who has a card already, out of a table of voters as `import voters` takes it. */
async function peopleOf(file: string): Promise<RegistryPerson[]> {
  read(file)
  const reading = await readVoterFeed(fileSource(file))
  if (!reading.ok) throw new CannotStart(`${file} is no table of voters: ${reading.refusal.kind.en}`)
  const people: RegistryPerson[] = []
  for (const {
    cnic,
    nameUr,
    nameEn,
    relation,
    relationNameUr,
    gender,
    dateOfBirth,
    addresses,
  } of reading.feed.voters()) {
    if (gender === 'other') continue
    const permanent = { ur: addresses.permanent.textUr, block: addresses.permanent.block }
    people.push({
      cnic,
      nameUr,
      nameEn,
      relation,
      relationNameUr,
      gender,
      dateOfBirth,
      permanent,
      temporary: null,
      headOfFamily: null,
    })
  }
  return people
}

async function make(folder: string, options: MakeOptions): Promise<void> {
  const { records, batch, skip, seed, registry } = options
  const people = options.people === undefined ? [] : await peopleOf(options.people)
  const blocks = options.blocks?.split(',') ?? [...new Set(people.map(({ permanent }) => permanent.block))]
  if (blocks.length === 0) throw new CannotStart('Where do people live? Give --blocks or --people.')
  const made = registryRecords({ seed, blocks, people, today: karachiDate(new Date()), dirt: options.dirt })
  for (let i = 0; i < skip; i++) made.next()
  const seal = { registry, privateKey: privateKey(options.key), madeAt: new Date().toISOString() }
  mkdirSync(folder, { recursive: true })
  const name = (number: number, from: number) => join(folder, `${String(number).padStart(4, '0')}-from-${from}.batch`)
  if (options.badRoad === true) {
    const lines = Array.from({ length: records }, () => made.next().value.line)
    const stranger = { ...seal, privateKey: makeRegistryKey().privateKey }
    const sent = deliveries(seal, skip + 1, lines, batch, badRoad, seededRandom(seed), stranger)
    for (const [i, { from, bytes }] of sent.entries()) writeFileSync(name(i + 1, from), bytes)
    console.log(`${sent.length} files in the order in which they are to be handed in, in ${folder}`)
    return
  }
  let number = 0
  for (let from = skip + 1; from <= skip + records; from += batch) {
    const size = Math.min(batch, skip + records + 1 - from)
    function* lines() {
      for (let i = 0; i < size; i++) yield made.next().value.line
    }
    await writeBatchFile(name(++number, from), seal, from, lines())
  }
  console.log(`${number} files in ${folder}`)
}

interface SendOptions {
  readonly to: string
  readonly ca: string
  readonly cert: string
  readonly certKey: string
}

async function send(files: readonly string[], { to, ca, cert, certKey }: SendOptions): Promise<void> {
  const client = {
    url: to.replace(/\/+$/, ''),
    authority: read(ca),
    certificate: read(cert),
    privateKey: read(certKey),
  }
  for (const file of files) {
    if (!existsSync(file)) throw new CannotStart(`There is no file ${file}.`)
    const { status, answer } = await postBatch(client, createReadStream(file))
    console.log(`${file}: ${status} ${JSON.stringify(answer)}`)
    if (status >= 400) process.exitCode = 1
  }
  console.log(JSON.stringify(await askRegistryDoor(client)))
}

/** `intikhab registry-simulator …`: a civil registry of people who do not exist. */
export function registrySimulatorCommand(program: Command): void {
  const group = program
    .command('registry-simulator')
    .summary('act as the civil registry, for rehearsals')
    .description(
      'A civil registry of people who do not exist: new cards, corrections, moves, cancellations and deaths from a seed, with as much dirt as wished, in the real format and over the real protocol.',
    )
  group
    .command('key')
    .description('make a key by which the simulator signs: registry.key, and registry.pem for the commission')
    .argument('<folder>')
    .action((folder: string) => {
      const { privateKey: secret, publicPem } = makeRegistryKey()
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'registry.key'), secret.export({ type: 'pkcs8', format: 'pem' }), {
        mode: 0o600,
        flag: 'wx',
      })
      writeFileSync(join(folder, 'registry.pem'), publicPem)
      console.log(`${join(folder, 'registry.pem')} belongs to the registry's keys of the commission.`)
    })
  group
    .command('make')
    .description('write batches as files')
    .argument('<folder>')
    .requiredOption('--key <file>', 'private key that signs')
    .option('--registry <name>', 'name of the registry', 'nadra')
    .option('--records <n>', 'records in all', whole, 1000)
    .option('--batch <n>', 'records in a batch', whole, 1000)
    .option('--skip <n>', 'records that were made with this seed before', whole, 0)
    .option('--seed <n>', 'the same seed makes the same feed', whole, 25)
    .option('--dirt <share>', 'share of the cards that are spoilt', share, 0.02)
    .option('--blocks <codes>', 'census blocks in which people live, split by commas')
    .option('--people <file>', 'who has a card already: a table of voters (.csv)')
    .option('--bad-road', 'gaps, overlaps, replays, contradictions and strangers on the way')
    .action(make)
  group
    .command('send')
    .description("hand batches in at the commission's door and ask where the feed stands")
    .argument('<files...>')
    .requiredOption('--to <url>', 'https://…/registry-feed/v1')
    .requiredOption('--ca <file>', "who vouches for the commission's certificate")
    .requiredOption('--cert <file>', "the registry's certificate")
    .requiredOption('--cert-key <file>', 'its private key')
    .action(send)
}
