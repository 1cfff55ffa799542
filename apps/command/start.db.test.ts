import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { isAlive, removeEmbedded } from '@intikhab/kernel/database'
import { databasesIn, startChild, until, type Child } from './start.testkit.ts'

const root = mkdtempSync(join(tmpdir(), 'intikhab-start-'))
// PostgreSQL runs as another user where this is root, and must come through.
chmodSync(root, 0o755)
const children: Child[] = []
afterAll(async () => {
  for (const child of children) child.signal('SIGKILL')
  await Promise.all(children.map((child) => child.ended))
  for (const pid of databasesIn(root)) process.kill(pid, 'SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

const anew = 'The first start was cut off before the installation was filled; it begins anew.'

function start(folder: string, ...options: string[]): Child {
  const child = startChild(['--data', folder, ...options])
  children.push(child)
  return child
}

async function endedByCtrlC(child: Child): Promise<void> {
  child.signal('SIGINT')
  expect(await child.ended).toEqual({ code: 0, complaint: '' })
}

test('the first start makes the country, Ctrl-C ends everything, the second start keeps it, --fresh begins anew', async () => {
  const folder = join(root, 'life')
  mkdirSync(folder)
  const first = start(folder)
  const made = await first.ready
  expect((await fetch(`${made.url}/en`)).status).toBe(200)
  await endedByCtrlC(first)
  expect([isAlive(made.databasePid), databasesIn(folder)]).toEqual([false, []])

  writeFileSync(join(folder, 'letter.txt'), 'mine')
  writeFileSync(join(folder, 'keys', 'house.pem'), 'mine')
  const second = start(folder)
  const kept = await second.ready
  expect(kept).toMatchObject({ accounts: made.accounts, publisherKeyPem: made.publisherKeyPem })
  expect(kept.accounts.length).toBeGreaterThan(3)
  await endedByCtrlC(second)

  const third = start(folder, '--fresh')
  const anew = await third.ready
  expect(anew.publisherKeyPem).not.toBe(made.publisherKeyPem)
  expect(anew.accounts).not.toEqual(made.accounts)
  await endedByCtrlC(third)
  expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('mine')
  expect(readFileSync(join(folder, 'keys', 'house.pem'), 'utf8')).toBe('mine')
})

test('an empty installation has no password: it invites two people to the secretariat until both have come in', async () => {
  const folder = join(root, 'empty')
  mkdirSync(folder)
  const first = start(folder, '--empty')
  const { accounts, invitations, url } = await first.ready
  expect([accounts, invitations.length]).toEqual([[], 2])
  expect((await fetch(`${url}/api/demonstration/accounts`)).status).toBe(404)
  const accept = (at: string, link = '') =>
    fetch(`${at}/api/identity/invitations/acceptance`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: link.split('#')[1], signInName: 'first.secretary', name: 'First Secretary' }),
    })
  expect(invitations[0]).toMatch(/\/staff\/invitation#[\w-]{43}$/)
  expect((await accept(url, invitations[0])).status).toBe(204)
  expect((await accept(url, invitations[0])).status).toBe(410)
  await endedByCtrlC(first)

  const second = start(folder)
  const later = await second.ready
  expect([later.accounts, later.invitations.length]).toEqual([[], 1])
  // The link of the first start that nobody used opens nothing any more.
  expect((await accept(later.url, invitations[1])).status).toBe(410)
  await endedByCtrlC(second)
})

test('a server whose starter died still stops its database when it is ended', async () => {
  const folder = join(root, 'left-alone')
  const child = start(folder)
  await child.ready
  child.leave()
  child.signal('SIGTERM')
  expect((await child.ended).code).toBe(0)
  expect(databasesIn(folder)).toEqual([])
})

describe('Ctrl-C during the first start', () => {
  test.each([
    ['before the database', 'server.pid', ''],
    ['while the database is made', 'postgres.new/PG_VERSION', ''],
    ['while the country is made', 'being-filled', anew],
  ])('%s leaves no process, and the next start begins anew by itself', async (moment, sign, said) => {
    const folder = join(root, moment.replaceAll(' ', '-'))
    const cut = start(folder)
    await until(() => existsSync(join(folder, sign)))
    await endedByCtrlC(cut)
    expect(databasesIn(folder)).toEqual([])
    const next = start(folder)
    expect((await fetch(`${(await next.ready).url}/en/results`)).status).toBe(200)
    expect(existsSync(join(folder, 'being-filled'))).toBe(false)
    next.signal('SIGINT')
    expect(await next.ended).toEqual({ code: 0, complaint: said })
  })
})

describe('after kill -9', () => {
  test('of the server while the country is made, the next start begins anew, whatever still ran', async () => {
    const folder = join(root, 'killed-early')
    const killed = start(folder)
    await until(() => existsSync(join(folder, 'being-filled')))
    killed.signal('SIGKILL')
    await killed.ended
    const next = start(folder)
    const { url } = await next.ready
    expect(next.complaints).toEqual([anew])
    expect((await fetch(`${url}/en/results`)).status).toBe(200)
    next.signal('SIGTERM')
    expect((await next.ended).code).toBe(0)
    expect(databasesIn(folder)).toEqual([])
  })

  test('of the server, its database is taken over; of both, it recovers; a database alone comes back by itself', async () => {
    const folder = join(root, 'killed')
    const first = start(folder)
    const before = await first.ready
    first.signal('SIGKILL')
    await first.ended
    expect(isAlive(before.databasePid)).toBe(true)
    const second = start(folder)
    const taken = await second.ready
    expect(taken).toMatchObject({ databasePid: before.databasePid, accounts: before.accounts })

    process.kill(taken.databasePid, 'SIGKILL')
    second.signal('SIGKILL')
    await second.ended
    const third = start(folder)
    const recovered = await third.ready
    expect(recovered.accounts).toEqual(before.accounts)

    process.kill(recovered.databasePid, 'SIGKILL')
    await until(() => third.complaints.includes('The database runs again.'))
    expect(databasesIn(folder)).toHaveLength(1)
    third.signal('SIGINT')
    expect((await third.ended).code).toBe(0)
    expect(databasesIn(folder)).toEqual([])
  })
})

test.skipIf(process.getuid?.() !== 0)(
  'root’s data below a closed folder: --fresh ends the server left running elsewhere and begins anew',
  async () => {
    const closed = join(root, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const folder = join(closed, 'data')
    const first = start(folder)
    const before = await first.ready
    expect(existsSync(join(folder, 'postgres'))).toBe(false)
    first.signal('SIGKILL')
    await first.ended
    const second = start(folder, '--fresh')
    const after = await second.ready
    expect(isAlive(before.databasePid)).toBe(false)
    expect(after.accounts).not.toEqual(before.accounts)
    await endedByCtrlC(second)
    expect(isAlive(after.databasePid)).toBe(false)
    await removeEmbedded(join(folder, 'postgres'))
  },
)
