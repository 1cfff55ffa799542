import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { InvalidArgumentError, type Command } from 'commander'
import { CannotStart } from '@intikhab/kernel/database'
import {
  BadPolicy,
  createWitness,
  lookAt,
  openMemory,
  openSigner,
  parsePolicy,
  parseVerifierKey,
  parseWitnessKey,
  UnsafeKeyFile,
  UnusableMemory,
  witnessKey,
  witnessServer,
  writeNewDurably,
  type Alarm,
  type Look,
  type VerifierKey,
  type Witness,
} from '@intikhab/kernel/ledger'
import { createOutbound } from '@intikhab/kernel/outbound'

interface WitnessOptions {
  readonly folder: string
  readonly name?: string
  readonly logKey?: readonly string[]
  readonly policy?: string
  readonly port: number
  readonly host: string
  readonly follow?: string
  readonly every: number
  readonly once?: boolean
}

function number(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new InvalidArgumentError('a whole number')
  return value
}

function siteOf(text: string): string {
  if (!/^https?:\/\/[^\s?#]+$/u.test(text)) throw new InvalidArgumentError('an http or https address')
  return text.replace(/\/+$/u, '')
}

/** The logs to watch: keys as text or in files, and those of a policy. */
function logsOf({ logKey = [], policy }: WitnessOptions): VerifierKey[] {
  const given = logKey.map((text) => {
    const key = parseVerifierKey(existsSync(text) ? readFileSync(text, 'utf8') : text)
    if (key === undefined)
      throw new CannotStart(`${text} is neither a verifier key (name+hash+key) nor a file with one.`)
    return key
  })
  const named = policy === undefined ? [] : parsePolicy(readFileSync(policy, 'utf8')).logs.map(({ key }) => key)
  const logs = [...given, ...named]
  if (logs.length === 0)
    throw new CannotStart('Which ledger is to be witnessed? Give its key with --log-key or --policy.')
  return logs
}

/** The witness's own key lies in its folder; its name is chosen once. */
function openKey(folder: string, name: string | undefined) {
  const file = join(folder, 'witness.key')
  const known = existsSync(file) ? parseWitnessKey(readFileSync(file, 'utf8')) : undefined
  const chosen = known?.name ?? name
  if (chosen === undefined)
    throw new CannotStart('What is this witness to be called? Give --name once, e.g. observers.example/w1.')
  if (name !== undefined && name !== chosen)
    throw new CannotStart(`This witness is called ${chosen}; another one needs a folder of its own.`)
  const signer = openSigner(join(folder, 'key.pem'), chosen)
  writeNewDurably(file, `${witnessKey(signer)}\n`)
  return signer
}

function cry({ kind, origin, seen, given, evidence }: Alarm): void {
  const what =
    kind === 'fork'
      ? `TWO TREES OF ${seen.size} ENTRIES HAVE BEEN SIGNED. The ledger was rewritten.`
      : `The tree of ${given.size} entries was not shown to continue the one of ${seen.size} that was cosigned.`
  console.error(`\n*** ${origin}: ${what}\n*** Not cosigned. Both notes are kept in ${evidence}\n`)
}

function tell(look: Look): void {
  if (look.look === 'cosigned') console.log(`${new Date().toISOString()}  cosigned ${look.size} entries`)
  if (look.look === 'unreached') console.error(`${new Date().toISOString()}  ${look.why}`)
  if (look.look === 'refused') console.error(`${new Date().toISOString()}  NOT cosigned (${look.status}): ${look.why}`)
}

/** Waits, or until asked to end. */
function pause(milliseconds: number, ending: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, milliseconds)
    ending.addEventListener('abort', () => (clearTimeout(timer), done()))
  })
}

async function follow(site: string, witness: Witness, options: WitnessOptions, ending: AbortSignal): Promise<void> {
  const call = createOutbound([site])
  while (!ending.aborted) {
    const look = await lookAt(site, witness, call)
    tell(look)
    if (options.once === true) {
      process.exitCode = look.look === 'cosigned' || look.look === 'unchanged' ? 0 : 1
      return
    }
    await pause(options.every * 1000, ending)
  }
}

async function answer(witness: Witness, { port, host }: WitnessOptions, ending: AbortSignal): Promise<void> {
  const server = witnessServer(witness)
  await new Promise<void>((listening, failed) => {
    server.once('error', ({ message }) => failed(new CannotStart(`Port ${port} cannot be used: ${message}.`)))
    server.listen(port, host, listening)
  })
  const address = server.address()
  const at = typeof address === 'object' && address !== null ? address.port : port
  console.log(`Answers at http://${host}:${at}`)
  await new Promise<void>((end) => ending.addEventListener('abort', () => end()))
  server.closeAllConnections()
  await new Promise<void>((closed) => server.close(() => closed()))
}

async function run(options: WitnessOptions): Promise<void> {
  const ending = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort())
  const folder = resolve(options.folder)
  const logs = logsOf(options)
  const signer = openKey(folder, options.name)
  const memory = openMemory(folder, signer)
  try {
    const witness = createWitness({ logs, signer, memory, now: () => new Date(), onAlarm: cry })
    console.log(`Witness ${signer.name}, whose key is\n${witnessKey(signer)}`)
    for (const { name } of logs) console.log(`Watches ${name}, seen up to ${memory.latest(name)?.size ?? 0} entries`)
    await (options.follow === undefined
      ? answer(witness, options, ending.signal)
      : follow(options.follow, witness, options, ending.signal))
  } finally {
    memory.close()
  }
}

/** `intikhab witness`: cosigns the checkpoints of a ledger as long as each continues the one before. */
export function witnessCommand(program: Command): void {
  program
    .command('witness')
    .summary('witness a ledger: cosign what continues, refuse what was rewritten')
    .description(
      'Keeps, in a folder of its own, a key and everything that it has cosigned. It signs a checkpoint of the ledger only if that is shown to continue the last one that it signed; if not, it says so loudly and keeps both. Either it answers the commission’s server (C2SP tlog-witness), or, with --follow, it asks by itself: for a laptop that cannot be reached from outside. Give the key that it prints to the commission, which adds it to its witness policy.',
    )
    .option('--folder <folder>', 'where key and memory lie', 'witness')
    .option('--name <name>', 'how this witness is called, an address without scheme; chosen once')
    .option(
      '--log-key <key>',
      'verifier key of a ledger (name+hash+key) or a file with it, from a place that you trust; may be given again',
      (text: string, all: readonly string[]) => [...all, text],
      [] as readonly string[],
    )
    .option('--policy <file>', 'C2SP tlog-policy with the keys of ledgers')
    .option('--port <number>', 'port to answer at', number, 8400)
    .option('--host <address>', 'address to answer at', '127.0.0.1')
    .option('--follow <url>', 'site of a commission to ask instead of answering', siteOf)
    .option('--every <seconds>', 'between one look and the next', number, 60)
    .option('--once', 'with --follow: look once; the exit code says whether it was cosigned')
    .action(async (options: WitnessOptions) => {
      try {
        await run(options)
      } catch (error) {
        if (error instanceof UnsafeKeyFile || error instanceof UnusableMemory || error instanceof BadPolicy)
          throw new CannotStart(error.message)
        throw error
      }
    })
}
