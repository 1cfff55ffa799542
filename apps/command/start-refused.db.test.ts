import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { databasesIn, startChild } from './start.testkit.ts'

const root = mkdtempSync(join(tmpdir(), 'intikhab-refused-'))
chmodSync(root, 0o755)
const busy: Server = createServer()
beforeAll(() => once(busy.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => {
  busy.close()
  otherServer.kill()
  rmSync(root, { recursive: true, force: true })
})

/** A process whose command looks like a server of ours, and which does nothing until it is killed. */
const otherServer = spawn(process.execPath, ['-e', 'process.stdin.resume()', 'intikhab.mjs'], {
  stdio: ['pipe', 'ignore', 'ignore'],
})

const busyPort = () => String((busy.address() as { port: number }).port)
const databaseAt = (part: Partial<Pick<URL, 'password' | 'pathname' | 'host'>>) =>
  Object.assign(new URL(inject('postgresUrl')), part).href

/** A folder under the root, prepared. */
function folder(name: string, prepare: (path: string) => void = () => undefined): string {
  const path = join(root, name)
  mkdirSync(path)
  prepare(path)
  return path
}

interface Refused {
  readonly what: string
  readonly options: () => readonly string[]
  readonly set?: () => Readonly<Record<string, string>>
  readonly sentence: RegExp
}

const refused: readonly Refused[] = [
  {
    what: 'a busy port',
    options: () => ['--port', busyPort()],
    sentence: /^Port \d+ is in use by another program\. Choose another with --port or PORT\.$/,
  },
  {
    what: 'a data folder that is a file',
    options: () => ['--data', folder('a', (path) => writeFileSync(join(path, 'data'), '')) + '/data'],
    sentence: /^The data folder \S+ cannot be written: there is a file/,
  },
  {
    what: 'a data folder where nobody can write',
    options: () => ['--data', '/sys/kernel/intikhab'],
    sentence: /^The data folder \/sys\/kernel\/intikhab cannot be written: /,
  },
  {
    what: 'a damaged database',
    options: () => [
      '--data',
      folder('b', (path) => {
        mkdirSync(join(path, 'postgres'))
        writeFileSync(join(path, 'postgres', 'PG_VERSION'), 'nonsense\n')
        writeFileSync(join(path, 'postgres.password'), 'x')
      }),
    ],
    sentence: /^The database in \S+ does not start: .+ \(its log is \S+postgres\.log\)\.$/,
  },
  {
    what: 'a key that others can read',
    options: () => [
      '--data',
      folder('c', (path) => {
        mkdirSync(join(path, 'keys'))
        writeFileSync(join(path, 'keys', 'ledger.pem'), 'x', { mode: 0o644 })
      }),
    ],
    sentence: /ledger\.pem has mode 0644: others can read it/,
  },
  {
    what: 'a folder from which another server serves',
    options: () => {
      const path = folder('d')
      writeFileSync(join(path, 'server.pid'), String(otherServer.pid))
      return ['--data', path]
    },
    sentence: /^Another Intikhab \(process \d+\) serves from \S+\. Stop it first/,
  },
  {
    what: '--fresh in a folder of somebody else',
    options: () => ['--fresh', '--data', folder('e', (path) => writeFileSync(join(path, 'thesis.txt'), 'mine'))],
    sentence: /^The folder \S+ holds other things than Intikhab's data; nothing was deleted\.$/,
  },
  {
    what: '--fresh with a database of somebody else',
    options: () => ['--fresh', '--data', folder('f')],
    set: () => ({ DATABASE_URL: databaseAt({}) }),
    sentence: /^--fresh deletes only .* DATABASE_URL names another place\. Empty that one yourself\.$/,
  },
  {
    what: 'a database that nobody runs',
    options: () => ['--data', folder('g')],
    set: () => ({ DATABASE_URL: databaseAt({ host: '127.0.0.1:1' }) }),
    sentence: /^The database at postgres:\S+ cannot be used: .*ECONNREFUSED/,
  },
  {
    what: 'a wrong password',
    options: () => ['--data', folder('h')],
    set: () => ({ DATABASE_URL: databaseAt({ password: 'guess' }) }),
    sentence: /^The database at postgres:\S+ cannot be used: password authentication failed/,
  },
  {
    what: 'a database that does not exist',
    options: () => ['--data', folder('i')],
    set: () => ({ DATABASE_URL: databaseAt({ pathname: '/none' }) }),
    sentence: /cannot be used: database "none" does not exist/,
  },
  {
    what: 'an address that is none',
    options: () => ['--data', folder('j')],
    set: () => ({ DATABASE_URL: 'localhost:5432' }),
    sentence: /^The setting DATABASE_URL cannot be used: must begin with postgres:\/\/\.$/,
  },
  {
    what: 'settings of the site that are damaged',
    options: () => ['--data', folder('k', (path) => writeFileSync(join(path, 'site.json'), '{'))],
    sentence: /^The settings of the site in \S+ are damaged/,
  },
]

test.each(refused)(
  '$what: one plain sentence, exit code 1, nothing left running',
  async ({ options, set, sentence }) => {
    const given = options()
    const elsewhere = given.includes('--data') ? [] : ['--data', join(root, 'unused')]
    const child = startChild([...elsewhere, ...given], set?.())
    const { code, complaint } = await child.ended
    expect(complaint).toMatch(sentence)
    expect(complaint).not.toContain('\n')
    expect(code).toBe(1)
    expect(databasesIn(root)).toEqual([])
  },
)

test('a folder of somebody else keeps everything it had', () => {
  expect(readdirSync(join(root, 'e'))).toEqual(['thesis.txt'])
  expect(existsSync(join(root, 'unused'))).toBe(false)
})
