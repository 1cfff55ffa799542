import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSigner, witnessKey } from '@intikhab/kernel/ledger'
import { startChild, type Child } from './start.testkit.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/keys.md'), 'utf8')

/** The shell blocks of a section of docs/keys.md, in their order. */
export function blocksUnder(heading: string): string[] {
  const section = page.split(/^## /m).find((each) => each.startsWith(`${heading}\n`))
  if (section === undefined) throw new Error(`docs/keys.md has no section “${heading}”`)
  return [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map((match) => match[1] ?? '')
}

/** What a program said and how it ended. */
export interface Ran {
  readonly status: number | null
  readonly output: string
}

type Settings = Readonly<Record<string, string>>

/** An installation with a witness of its own, worked on as an operator would: by shell commands, and by starting it. */
export function installation() {
  const folder = mkdtempSync(join(tmpdir(), 'intikhab-keys-'))
  const [data, witness] = [join(folder, 'data'), join(folder, 'witness')]
  const name = 'observers.example/w1'
  mkdirSync(data)
  const key = witnessKey(openSigner(join(witness, 'key.pem'), name))
  writeFileSync(join(data, 'witnesses.policy'), `witness w1 ${key}\nquorum w1\n`)
  let settings: Settings = {}
  let child: Child | undefined

  /** Runs shell blocks, where `intikhab` is our program; stops at the first error. */
  function run(blocks: readonly string[], values: Settings = {}): Promise<Ran> {
    const program = join(import.meta.dirname, 'intikhab.mjs')
    const script = `set -euo pipefail\nintikhab() { '${process.execPath}' '${program}' "$@"; }\n${blocks.join('\n')}`
    const shell = spawn('bash', ['-c', script], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        INTIKHAB_DATA: data,
        ...settings,
        ...values,
      },
    })
    let output = ''
    for (const stream of [shell.stdout, shell.stderr])
      stream.on('data', (bytes: Buffer) => (output += bytes.toString()))
    return new Promise((resolve) => shell.on('close', (status) => resolve({ status, output })))
  }

  return {
    folder,
    data,
    at: (path: string) => join(data, path),
    run,
    intikhab: (words: string, values: Settings = {}) => run([`intikhab ${words}`], values),
    /** Settings of the environment for everything from now on. */
    set: (to: Settings) => void (settings = to),
    /** Starts the server; rejects with what it says if it does not come up. */
    async start(): Promise<string> {
      child = startChild(['--data', data], settings)
      return (await child.ready).url
    },
    async stop(): Promise<void> {
      child?.signal('SIGTERM')
      await child?.ended
      child = undefined
    },
    /** The observer's laptop looks once, with the keys that it has been given. */
    witness: (url: string, ...logKeys: readonly string[]) =>
      run([
        `intikhab witness --folder '${witness}' --name ${name} --follow ${url} --once ${logKeys.map((each) => `--log-key '${each}'`).join(' ')}`,
      ]),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
