import { resolve } from 'node:path'
import { InvalidArgumentError, type Command } from 'commander'
import { readEnvironment, serve, type Environment, type Serving } from '@intikhab/server'
import { progressBar, type Progress } from './progress.ts'

interface StartOptions {
  readonly port?: number
  readonly data?: string
  readonly fresh?: boolean
  readonly rehearsal?: boolean
  readonly empty?: boolean
  readonly voters?: number
  readonly json?: boolean
}

function port(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError('a port is a number from 0 to 65535')
  return number
}

function voters(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < fewestVoters || number > 2_000_000)
    throw new InvalidArgumentError(`a number from ${fewestVoters} to 2000000`)
  return number
}

/** The environment with what the command line says on top. */
export function environmentWith(options: { readonly port?: number; readonly data?: string }): Environment {
  const environment = readEnvironment()
  return {
    ...environment,
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.data === undefined ? {} : { dataFolder: resolve(options.data) }),
  }
}

/** Fewer would leave seats of the demonstration country without a station. */
const fewestVoters = 3000

/** One bar a step: a new label ends the one before. */
export function stepBars(): { report(label: string, done: number, total: number): void; end(): void } {
  let current: { label: string; bar: Progress } | undefined
  return {
    report(label, done, total) {
      if (current?.label !== label) {
        current?.bar.end()
        current = { label, bar: progressBar(label) }
      }
      current.bar.report(done, total)
    },
    end() {
      current?.bar.end()
      current = undefined
    },
  }
}

function announce(serving: Serving): void {
  const { url, accounts, invitations } = serving
  console.log(`
Intikhab is running. Ctrl-C stops it and its database.

  Public site       ${url}/
  Staff console     ${url}/staff
  Interface         ${url}/api/docs
  Data and proofs   ${url}/en/data
`)
  if (invitations.length > 0) {
    console.log('Nobody can sign in for the secretariat yet, or only one person. Each link lets one person in, once:\n')
    for (const link of invitations) console.log(`  ${link}`)
    console.log('\nA link is good for seven days; a new start makes new ones. What matters takes two people.\n')
  }
  if (accounts.length === 0) return
  console.log('Accounts (the sign-in page of the demonstration shows their one-time codes):\n')
  for (const { signInName, password, office, totpSecret } of accounts)
    console.log(
      `  ${signInName.padEnd(22)} ${password.padEnd(26)} ${office.en}\n  ${''.padEnd(22)} authenticator secret ${totpSecret}`,
    )
  console.log('')
}

/**
 * Aborts when the program is asked to end: Ctrl-C, `kill`, or its terminal closed. Asked again, it goes on ending: npm
 * passes Ctrl-C on to a program that has already got it from the terminal.
 */
function askedToEnd(): AbortSignal {
  const asked = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => asked.abort())
  return asked.signal
}

/** Serves until asked to end. Ending is no failure, at whatever moment it comes. */
async function run(environment: Environment, options: StartOptions): Promise<void> {
  // Whoever listened may be gone by the time we end; saying so to nobody must not keep the database from being stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  const signal = askedToEnd()
  const ending = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
  const bars = stepBars()
  void ending.then(() => {
    bars.end()
    process.stderr.write('\nStopping …\n')
  })
  const serving = await serve(environment, {
    country: options.empty === true ? 'empty' : options.rehearsal === true ? 'none' : 'demonstration',
    ...(options.voters === undefined ? {} : { voters: options.voters }),
    registration: true,
    fresh: options.fresh === true,
    signal,
    onProgress(label, done, total) {
      if (options.json !== true && !signal.aborted) bars.report(label, done, total)
    },
    onNotice(sentence) {
      // What falls silent while it is being ended is no news.
      if (!signal.aborted) process.stderr.write(`${sentence}\n`)
    },
  }).catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
  bars.end()
  if (serving === undefined) return
  if (options.json === true) announceToProgram(serving)
  else announce(serving)
  await ending
  await serving.stop()
}

function announceToProgram(serving: Serving): void {
  const { url, accounts, invitations, databasePid, publisherKeyPem, editionsFolder, ledgerFolder } = serving
  const told = {
    url,
    pid: process.pid,
    databasePid,
    accounts,
    invitations,
    publisherKeyPem,
    editionsFolder,
    ledgerFolder,
  }
  console.log(JSON.stringify(told))
}

/** `intikhab start`: everything in one process, with its database. */
export function startCommand(program: Command): void {
  program
    .command('start')
    .summary('serve everything')
    .description(
      'Starts the database, brings it up to date, makes the demonstration country on the first run, and serves the public site, the staff console and the interface. Settings come from the environment: see README.md.',
    )
    .option('--port <number>', 'port to listen on (PORT, 8300)', port)
    .option('--data <folder>', 'where everything is kept (INTIKHAB_DATA, .intikhab)')
    .option(
      '--fresh',
      'begin anew: the embedded database, ledger, editions and keys of the data folder are deleted first',
    )
    .option('--rehearsal', 'an empty installation with a few accounts, for a rehearsal that brings its own election')
    .option('--empty', 'an empty installation for a commission: prints two invitations to the secretariat')
    .option('--voters <number>', 'voters of the demonstration country (1000000)', voters)
    .option('--json', 'one line of JSON when ready, for a program that started this one')
    .action(async (options: StartOptions) => {
      await run(environmentWith(options), options)
      // Whatever a start that was cut off still had in hand must not hold the program up.
      process.exit(0)
    })
}
