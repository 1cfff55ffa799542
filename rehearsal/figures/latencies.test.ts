import { expect, test } from 'vitest'
import { Latencies } from './latencies.ts'

test('percentiles are those of the nearest rank, in any order of arrival', () => {
  const latencies = new Latencies()
  for (let i = 0; i < 5000; i++) latencies.add(((i * 7919) % 5000) + 1)
  expect(latencies.percentiles()).toEqual({ p50: 2500, p95: 4750, p99: 4950 })
})

test('those of several workers join', () => {
  const [one, other] = [new Latencies(), new Latencies()]
  one.add(1)
  other.add(9)
  other.add(5)
  one.addAll(other.toArray())
  expect([one.size, one.percentiles()]).toEqual([3, { p50: 5, p95: 9, p99: 9 }])
})

test('nothing measured is zero', () => {
  expect(new Latencies().percentiles()).toEqual({ p50: 0, p95: 0, p99: 0 })
})
