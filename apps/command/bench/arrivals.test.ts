import { expect, test } from 'vitest'
import { sustainedRate, waitsToBeSeen } from './arrivals.ts'

test('a form is seen with the first edition that holds as many as were acknowledged up to it', () => {
  const sightings = [
    { at: 900, forms: 100 },
    { at: 2000, forms: 102 },
    { at: 3000, forms: 102 },
    { at: 4000, forms: 103 },
  ]
  expect([...waitsToBeSeen([1300, 1000, 2500], sightings, 100)]).toEqual([1000, 700, 1500])
})

test('a form that no edition holds has no wait', () => {
  expect([...waitsToBeSeen([1000, 1500], [{ at: 1200, forms: 1 }], 0)]).toEqual([200])
})

test('what was sustained is the worst window, not the mean', () => {
  const quick = Array.from({ length: 400 }, (_, i) => i * 5)
  const slow = Array.from({ length: 110 }, (_, i) => 2000 + i * 10)
  expect(sustainedRate([...slow, ...quick], 1)).toBe(100)
})

test('what lasted less than a window is taken as a whole', () => {
  expect(sustainedRate([0, 100, 200, 300, 400, 500], 5)).toBe(12)
})
