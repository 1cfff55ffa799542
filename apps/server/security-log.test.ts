import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testClock } from '@intikhab/kernel/testkit'
import { openSecurityLog } from './security-log.ts'

const root = mkdtempSync(join(tmpdir(), 'intikhab-security-log-'))
afterAll(() => rmSync(root, { recursive: true }))

const event = {
  method: 'POST',
  route: '/api/identity/sign-in',
  act: 'public',
  status: 401,
  code: 'identity.wrong-credentials',
  accountId: null,
  session: null,
}
const stop = (problem: unknown) => {
  throw problem
}
const lines = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test('a line says when, what and how it ended; the caller only as a hash that another day does not repeat', async () => {
  const clock = testClock('2026-02-08T23:59:00Z')
  const folder = join(root, 'days')
  const log = openSecurityLog(folder, clock.now, stop)
  for (const ip of ['198.51.100.7', '198.51.100.7', '198.51.100.8']) log.write({ ...event, ip })
  await log.flushed()
  clock.advance(120_000)
  log.write({ ...event, ip: '198.51.100.7' })
  await log.flushed()
  expect(readdirSync(folder)).toEqual(['2026-02-08.jsonl', '2026-02-09.jsonl'])
  const first = lines(join(folder, '2026-02-08.jsonl'))
  const [next] = lines(join(folder, '2026-02-09.jsonl'))
  expect(first[0]).toEqual({
    at: '2026-02-08T23:59:00.000Z',
    ...event,
    caller: expect.stringMatching(/^[0-9a-f]{16}$/),
  })
  expect(first[1]?.['caller']).toBe(first[0]?.['caller'])
  expect(first[2]?.['caller']).not.toBe(first[0]?.['caller'])
  expect(next?.['caller']).not.toBe(first[0]?.['caller'])
  expect(readFileSync(join(folder, '2026-02-08.jsonl'), 'utf8')).not.toContain('198.51')
})

test('only the server may read it, and a line break in a value stays inside its line', async () => {
  const folder = join(root, 'modes')
  const log = openSecurityLog(folder, testClock('2026-02-08T00:00:00Z').now, stop)
  log.write({ ...event, route: '/x\n{"at":"forged"}', ip: '::1' })
  await log.flushed()
  const file = join(folder, '2026-02-08.jsonl')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(lines(file)).toHaveLength(1)
})

test('a file older than ninety days goes, and nothing that is not a day’s file', async () => {
  const folder = join(root, 'old')
  mkdirSync(folder)
  for (const name of ['2025-11-09.jsonl', '2025-11-10.jsonl', 'notes.txt']) writeFileSync(join(folder, name), '')
  const log = openSecurityLog(folder, testClock('2026-02-08T00:00:00Z').now, stop)
  log.write({ ...event, ip: '::1' })
  await log.flushed()
  expect(readdirSync(folder)).toEqual(['2025-11-10.jsonl', '2026-02-08.jsonl', 'notes.txt'])
})

test('a log that cannot be written is told of and stops nothing', async () => {
  const told: unknown[] = []
  writeFileSync(join(root, 'taken'), '')
  const log = openSecurityLog(join(root, 'taken'), testClock('2026-02-08T00:00:00Z').now, (problem) =>
    told.push(problem),
  )
  log.write({ ...event, ip: '::1' })
  await log.flushed()
  expect(told).toHaveLength(1)
})
