import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import {
  CannotStart,
  hasEmbedded,
  isAlive,
  openDatabase,
  prepareAs,
  removeEmbedded,
  startEmbedded,
  type EmbeddedServer,
} from './index.ts'

const root = mkdtempSync(join(tmpdir(), 'intikhab-embedded-'))
// PostgreSQL runs as another user where this is root, and must come through.
chmodSync(root, 0o755)
const running: EmbeddedServer[] = []
afterAll(async () => {
  await Promise.all(running.map((server) => server.stop()))
  rmSync(root, { recursive: true, force: true })
})

async function start(folder: string, options: Parameters<typeof startEmbedded>[1] = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded(folder, { disposable: true, ...options })
  running.push(server)
  return server
}

/** Resolves with the sentences told so far as soon as `wanted` is among them. */
function listening(wanted: string): { onNotice: (sentence: string) => void; heard: Promise<string[]> } {
  const all: string[] = []
  const { promise, resolve } = Promise.withResolvers<string[]>()
  return {
    onNotice(sentence) {
      all.push(sentence)
      if (sentence === wanted) resolve(all)
    },
    heard: promise,
  }
}

const folderOf = (name: string) => join(root, name, 'postgres')
const notes = {
  schema: 'notes',
  migrations: {},
}

test('a server killed while it is watched comes back on its address by itself, and the pool with it', async () => {
  const { onNotice, heard } = listening('The database runs again.')
  const server = await start(folderOf('watched'), { onNotice, disposable: false })
  const { application } = await prepareAs(server.url, [notes])
  const database = openDatabase(application.url, 4)
  await Promise.all(Array.from({ length: 4 }, () => database.pool.query('select 1')))
  const { pid } = server
  process.kill(pid, 'SIGKILL')
  expect(await heard).toEqual(['The database ended by itself; it is started again.', 'The database runs again.'])
  expect(server.pid).not.toBe(pid)
  // Each broken connection may fail one query; after that the pool has only whole ones.
  await Promise.allSettled(Array.from({ length: 8 }, () => database.pool.query('select 1')))
  expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await database.close()
  await server.stop()
  expect(isAlive(server.pid)).toBe(false)
})

test('what a killed process left running is taken over; what was killed with it starts again', async () => {
  const folder = folderOf('left')
  const first = await start(folder)
  const second = await start(folder)
  expect(second).toMatchObject({ pid: first.pid, url: first.url, takenOver: true })
  process.kill(first.pid, 'SIGKILL')
  const third = await start(folder)
  expect(third.takenOver).toBe(false)
  await third.stop()
})

test('a lock file that names a process of another program stands in nobody’s way', async () => {
  const folder = folderOf('stale')
  await (await start(folder)).stop()
  writeFileSync(join(folder, 'postmaster.pid'), `${process.pid}\n${folder}\n0\n5432\n\n\n0\nready\n`)
  const server = await start(folder)
  expect(server.pid).not.toBe(process.pid)
  await server.stop()
})

test.each([0, 300, 1100])(
  'a start that is cut off after %i ms leaves no process, and the next one works',
  async (after) => {
    const folder = folderOf(`cut-${after}`)
    const cutting = new AbortController()
    setTimeout(() => cutting.abort(), after)
    const cut = startEmbedded(folder, { disposable: true, signal: cutting.signal })
    // Where the machine was quicker than the cut, the server has to stop all the same.
    await cut.then(
      (server) => server.stop(),
      (error: Error) => expect(error.name).toBe('AbortError'),
    )
    expect(existsSync(join(folder, 'postmaster.pid'))).toBe(false)
    await (await start(folder)).stop()
  },
)

test.each([
  ['a damaged PG_VERSION', (folder: string) => writeFileSync(join(folder, 'PG_VERSION'), 'x\n'), /does not start: /],
  ['no PG_VERSION', (folder: string) => rmSync(join(folder, 'PG_VERSION')), /is damaged: it has no PG_VERSION/],
  [
    'no control file',
    (folder: string) => rmSync(join(folder, 'global/pg_control')),
    /does not start: could not find the database/,
  ],
  ['a lost password', (folder: string) => rmSync(`${folder}.password`), /password of the database.* cannot be read/],
  ['another password', (folder: string) => writeFileSync(`${folder}.password`, 'x'), /does not let its owner in: pass/],
])('%s is one plain sentence, and nothing stays running', async (name, damage, sentence) => {
  const folder = folderOf(name.replaceAll(' ', '-'))
  await (await start(folder)).stop()
  damage(folder)
  const failure: unknown = await startEmbedded(folder, { disposable: true }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(CannotStart)
  expect((failure as CannotStart).message).toMatch(sentence)
  expect((failure as CannotStart).message).not.toContain('\n')
  expect(existsSync(join(folder, 'postmaster.pid'))).toBe(false)
})

test('a file where the data folder should be is one plain sentence', async () => {
  writeFileSync(join(root, 'file'), '')
  await expect(startEmbedded(join(root, 'file', 'postgres'))).rejects.toThrow(
    /^The data folder .*file cannot be written: there is a file /,
  )
})

test('removing stops a server that still runs and takes only what belongs to the database', async () => {
  const folder = folderOf('removed')
  const server = await start(folder)
  const kept = join(root, 'removed', 'letter.txt')
  writeFileSync(kept, 'mine')
  mkdirSync(join(root, 'removed', 'postgres-notes'))
  expect(hasEmbedded(folder)).toBe(true)
  await removeEmbedded(folder)
  expect(isAlive(server.pid)).toBe(false)
  expect([hasEmbedded(folder), existsSync(folder)]).toEqual([false, false])
  expect(readFileSync(kept, 'utf8')).toBe('mine')
  expect(existsSync(join(root, 'removed', 'postgres-notes'))).toBe(true)
})
