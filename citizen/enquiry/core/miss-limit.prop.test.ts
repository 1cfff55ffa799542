import fc from 'fast-check'
import { expect, test } from 'vitest'
import { missLimit, networkMisses } from './miss-limit.ts'

const rate = { free: 3, firstWait: 60, longestWait: 3600, forgottenIn: 7200 }

test('some misses are free, then each further one doubles the wait, up to the longest', () => {
  const limit = missLimit(rate, 10)
  const waits = Array.from({ length: 11 }, () => {
    limit.missed('a', 0)
    return limit.waits('a', 0)
  })
  expect(waits).toEqual([0, 0, 0, 60, 120, 240, 480, 960, 1920, 3600, 3600])
  expect([limit.waits('a', 3_599_001), limit.waits('a', 3_600_000), limit.waits('b', 0)]).toEqual([1, 0, 0])
})

test('misses are forgotten with time, and who seldom misses never waits', () => {
  const limit = missLimit(rate, 10)
  for (let n = 0; n < 100; n++) {
    limit.missed('a', n * 7_200_000)
    expect(limit.waits('a', n * 7_200_000)).toBe(0)
  }
})

test('however patiently somebody asks, misses beyond the free ones grow with the hours alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 300 }), (pauses) => {
      const limit = missLimit({ ...rate, longestWait: 86_400 }, 10)
      let [now, missed] = [0, 0]
      for (const pause of pauses) {
        now += pause * 1000
        if (limit.waits('a', now) > 0) continue
        limit.missed('a', now)
        missed++
      }
      // Seven doublings reach the two hours in which a miss is forgotten.
      expect(missed).toBeLessThanOrEqual(rate.free + 9 + now / 7_200_000)
    }),
  )
})

test('memory stays bounded: of too many keys the one unheard of for longest is forgotten', () => {
  const limit = missLimit({ ...rate, free: 0 }, 100)
  for (let n = 0; n < 1000; n++) limit.missed(`key ${n}`, 0)
  expect([limit.size, limit.waits('key 999', 1), limit.waits('key 0', 1)]).toEqual([100, 60, 0])
})

test('the networks of one customer wait together, long after each would by itself; neighbours by IPv4 do not', () => {
  const limit = networkMisses(rate, 1000, (network) => network)
  for (let n = 0; n < 48; n++) limit.missed(`2001:db8:1:${n}`, 0)
  expect([limit.waits('2001:db8:1:ffff', 0), limit.waits('2001:db8:2:0', 0)]).toEqual([0, 0])
  limit.missed('2001:db8:1:30', 0)
  expect([limit.waits('2001:db8:1:ffff', 0), limit.waits('2001:db8:2:0', 0)]).toEqual([60, 0])
  for (let n = 0; n < 4; n++) limit.missed('10.1.2.3', 0)
  expect([limit.waits('10.1.2.3', 0), limit.waits('10.1.2.4', 0)]).toEqual([60, 0])
})
