import fc from 'fast-check'
import { expect, test } from 'vitest'
import { networkOf, rateLimit } from './rate-limit.ts'

test('2,000 questions in a minute from one number: five are answered', () => {
  const limit = rateLimit({ most: 5, seconds: 600 }, 1000)
  const answered = Array.from({ length: 2000 }, (_, i) => limit.take('one', i * 30)).filter((wait) => wait === 0)
  expect(answered).toHaveLength(5)
})

test('the wait that is told is long enough, and no longer than needed', () => {
  const limit = rateLimit({ most: 2, seconds: 10 }, 10)
  expect([limit.take('a', 0), limit.take('a', 4000), limit.take('a', 5000)]).toEqual([0, 0, 5])
  expect(limit.take('a', 9000)).toBe(1)
  expect(limit.take('a', 10_000)).toBe(0)
  expect(limit.take('b', 10_000)).toBe(0)
})

test('no stretch of time holds more turns than allowed, however they come', () => {
  const pauses = fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 60 })
  fc.assert(
    fc.property(pauses, (steps) => {
      const limit = rateLimit({ most: 3, seconds: 10 }, 10)
      let now = 0
      const taken = steps.map((step) => (now += step)).filter((time) => limit.take('a', time) === 0)
      for (const [i, time] of taken.entries()) expect((taken[i + 3] ?? Infinity) - time).toBeGreaterThanOrEqual(10_000)
    }),
  )
})

test('memory stays bounded: of too many keys the one unheard of for longest is forgotten', () => {
  const limit = rateLimit({ most: 1, seconds: 600 }, 100)
  for (let i = 0; i < 1000; i++) limit.take(`key ${i}`, i)
  expect(limit.size).toBe(100)
  expect(limit.take('key 999', 2000)).toBeGreaterThan(0)
  expect(limit.take('key 0', 2000)).toBe(0)
})

test('an IPv6 household is one caller, an IPv4 address is itself in both notations', () => {
  expect(networkOf('2001:db8:1:2:aaaa:bbbb:cccc:dddd')).toBe('2001:db8:1:2')
  expect(networkOf('2001:DB8:1:2::1')).toBe('2001:db8:1:2')
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0')
  expect(networkOf('::1')).toBe('0:0:0:0')
  expect(networkOf('::ffff:10.1.2.3')).toBe('10.1.2.3')
  expect(networkOf('10.1.2.3')).toBe('10.1.2.3')
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0')
})
