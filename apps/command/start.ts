import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { CannotStart } from '@intikhab/kernel/database'
import { readEnvironment, serve, type Environment, type Serving } from '@intikhab/server'
import { progressBar, type Progress } from './progress.ts'

interface StartOptions {
  readonly port?: number
  readonly data?: string
  readonly fresh?: boolean
  readonly rehearsal?: boolean
  readonly json?: boolean
}

function port(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError('a port is a number from 0 to 65535')
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
  const { url, accounts } = serving
  console.log(`
Intikhab is running. Ctrl-C stops it and its database.

  Public site       ${url}/
  Staff console     ${url}/staff
  Interface         ${url}/api/docs
  Data and proofs   ${url}/en/data
`)
  if (accounts.length === 0) return
  console.log('Accounts (the sign-in page of the demonstration shows their one-time codes):\n')
  for (const { signInName, password, office, totpSecret } of accounts)
    console.log(
      `  ${signInName.padEnd(22)} ${password.padEnd(26)} ${office.en}\n  ${''.padEnd(22)} authenticator secret ${totpSecret}`,
    )
  console.log('')
}

async function untilStopped(serving: Serving): Promise<void> {
  await new Promise<void>((done) => {
    process.once('SIGINT', () => done())
    process.once('SIGTERM', () => done())
  })
  process.stderr.write('\nStopping …\n')
  await serving.stop()
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
    .option('--rehearsal', 'an empty installation with two accounts, for a rehearsal that brings its own election')
    .option('--json', 'one line of JSON when ready, for a program that started this one')
    .action(async (options: StartOptions) => {
      const environment = environmentWith(options)
      if (options.fresh === true) {
        if (environment.databaseUrl !== undefined)
          throw new CannotStart(
            '--fresh deletes only the embedded database; DATABASE_URL names another one. Empty that one yourself.',
          )
        rmSync(environment.dataFolder, { recursive: true, force: true })
      }
      const bars = stepBars()
      const serving = await serve(environment, {
        country: options.rehearsal === true ? 'none' : 'demonstration',
        onProgress: options.json === true ? () => undefined : bars.report,
      })
      bars.end()
      if (options.json === true) {
        const { url, accounts, databasePid, publisherKeyPem, editionsFolder, ledgerFolder } = serving
        console.log(
          JSON.stringify({
            url,
            pid: process.pid,
            databasePid,
            accounts,
            publisherKeyPem,
            editionsFolder,
            ledgerFolder,
          }),
        )
      } else announce(serving)
      await untilStopped(serving)
    })
}
