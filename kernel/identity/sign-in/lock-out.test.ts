import { expect, test } from 'vitest'
import { nameKeys, secondsToWait } from './lock-out.ts'

const at = (seconds: number) => new Date(Date.parse('2018-07-25T18:00:00Z') + seconds * 1000)
const wait = (failures: number, sinceSeconds: number, free = 5) =>
  secondsToWait({ failures, lastAt: at(0) }, free, at(sinceSeconds))

test('the first failures cost nothing, then each one doubles the wait up to a quarter of an hour', () => {
  expect([0, 1, 4, 5, 6, 7, 10, 11, 12, 500].map((failures) => wait(failures, 0))).toEqual([
    0, 0, 0, 15, 30, 60, 480, 900, 900, 900,
  ])
})

test('the wait runs off, and after a day nothing is remembered', () => {
  expect([wait(6, 10), wait(6, 29.5), wait(6, 30), wait(500, 24 * 3600 + 1)]).toEqual([20, 1, 0, 0])
  expect(secondsToWait(undefined, 5, at(0))).toBe(0)
})

test('strangers elsewhere need ten times as many failures to slow an officer down', () => {
  const [here, address, everywhere] = nameKeys('officer', '192.0.2.1')
  expect(here?.free).toBe(5)
  // A whole office behind one address may sign in at the same moment: attempts under way count as failed.
  expect(address).toEqual({ key: 'from 192.0.2.1', free: 100 })
  expect(everywhere).toEqual({ key: 'name officer', free: 50, told: true })
})

test('at a browser where the person has been before, strangers elsewhere do not count', () => {
  expect(nameKeys('officer', '192.0.2.1', 'browser-1')).toEqual([
    { key: 'name officer at browser-1', free: 10, told: true },
  ])
})
