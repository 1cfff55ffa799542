import { expect, test } from 'vitest'
import { createClockCheck, type WitnessedAt } from './clock.ts'

const minute = 60_000
const start = Date.parse('2026-02-08T12:00:00Z')
const at = (minutes: number) => new Date(start + minutes * minute).toISOString()

/** The check over entries that arrived at these minutes. */
function check(minutes: readonly number[], witnessed: readonly WitnessedAt[] = []) {
  const clock = createClockCheck(witnessed, { tolerance: 15 * minute, skew: 5 * minute })
  for (const [leaf, each] of minutes.entries()) clock.entry(leaf, at(each))
  return clock.end()
}
const seen = (size: number, minutes: number): WitnessedAt => ({ size, at: start + minutes * minute, witness: 'w1' })

test('a clock that only goes forward has no step', () => {
  expect(check([0, 1, 1, 2, 60])).toEqual({ steps: [], ahead: [] })
})

test('the entries of a long transaction keep the instant of its beginning, and that is no step', () => {
  expect(check([0, 10, 11, 1, 1, 1, 12, 13]).steps).toEqual([])
})

test('a clock set back is named with its entries, until when, and by how much', () => {
  expect(check([0, 100, 101, -19, -10, 20, 99, 102]).steps).toEqual([
    {
      fromLeaf: 3,
      untilLeaf: 6,
      firstAt: at(-19),
      lastAt: at(20),
      knownAt: at(101),
      behind: 120 * minute,
      knownFrom: { leaf: 2 },
    },
  ])
})

test('a clock set back for one single act is found', () => {
  expect(check([0, 100, 40, 101]).steps).toMatchObject([{ fromLeaf: 2, untilLeaf: 3, behind: 60 * minute }])
})

test('a clock that stays wrong is wrong to the end', () => {
  expect(check([0, 100, 40, 41, 42]).steps).toMatchObject([{ fromLeaf: 2, untilLeaf: null, lastAt: at(42) }])
})

test('what a witness had seen already cannot be followed by an earlier act, even if our own times only rise', () => {
  const { steps } = check([0, 1, 2, 3], [seen(2, 60)])
  expect(steps).toMatchObject([{ fromLeaf: 2, untilLeaf: null, knownFrom: { witness: 'w1' }, knownAt: at(55) }])
})

test('a clock that runs ahead of the witness is named once', () => {
  const { steps, ahead } = check([0, 600, 601, 10, 11], [seen(1, 0), seen(3, 5), seen(5, 12)])
  expect(ahead).toEqual([{ size: 3, witness: 'w1', witnessedAt: at(5), entryAt: at(601), leaf: 2 }])
  expect(steps).toMatchObject([{ fromLeaf: 3, behind: 591 * minute }])
})

test('a witness whose clock is a little off accuses nobody', () => {
  expect(check([0, 1, 2], [seen(1, 4), seen(2, -4), seen(3, 6)])).toEqual({ steps: [], ahead: [] })
})
