import { expect, test } from 'vitest'
import { testClock } from '@intikhab/kernel/testkit'
import { openProblemLog } from './problem-log.ts'

test('the same complaint is written once a minute, whatever its figures; another one at once', () => {
  const lines: string[] = []
  const clock = testClock('2026-11-22T12:00:00Z')
  const log = openProblemLog(
    (line) => void lines.push(line),
    () => clock.now().getTime(),
  )
  log('trying again in 136ms')
  log('trying again in 365ms')
  log({ message: 'the job failed', error: new Error('the job failed') })
  clock.advance(60_000)
  log('trying again in 10000ms')
  expect(lines).toEqual(['trying again in 136ms', 'the job failed', 'trying again in 10000ms'])
})

test('a bug is written with its route, the name its caller was told, and its place', () => {
  const lines: string[] = []
  const log = openProblemLog((line) => void lines.push(line), Date.now)
  log({ instance: 'urn:uuid:x', route: 'GET /api/site', error: new TypeError('of undefined') })
  expect(lines[0]).toMatch(/^\{"instance":"urn:uuid:x","route":"GET \/api\/site"\} TypeError: of undefined\n\s+at /)
})
