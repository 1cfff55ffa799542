import { expect, test } from 'vitest'
import { bestOf, loadMeasures, sayLoads, type MeasuredLoad } from './best-load.ts'
import { readWrk } from './http-load.ts'

const load = (perSecond: number, p99: number, failed = 0): MeasuredLoad => ({
  requests: perSecond * 10,
  perSecond,
  p50: 5,
  p99,
  failed,
  cost: 95,
})

test('the closing line of wrk is read in seconds and milliseconds', () => {
  const said = 'Running 10s test\n{"requests":101000,"microseconds":10100000,"p50":6100,"p99":12400,"failed":2}\n'
  expect(readWrk(said)).toEqual({ requests: 101_000, perSecond: 10_000, p50: 6.1, p99: 12.4, failed: 2 })
  expect(() => readWrk('unable to connect')).toThrow('wrk did not measure')
})

test('the best turn counts, with its own p99, and one failed answer misses the figure', () => {
  const all = [
    { tool: 'wrk', loads: [load(9100, 11), load(8700, 9)] },
    { tool: 'autocannon', loads: [load(8200, 14)] },
  ] as const
  expect(loadMeasures(all, { atLeast: 8000, p99AtMost: 20 }).map(({ value }) => value)).toEqual([9100, 5, 11, 95, 0])
  expect(sayLoads(all)).toBe(
    "wrk 9,100 · 8,700/s, p99 11 · 9 ms, 95 · 95 µs of the server's processor time each; autocannon 8,200/s, p99 14 ms, 95 µs of the server's processor time each",
  )
  expect(() => bestOf([])).toThrow(RangeError)
})
