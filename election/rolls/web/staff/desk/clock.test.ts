import { expect, test } from 'vitest'
import { agoInWords, dayInWords, daysOver } from './clock.ts'

test('a day is said by how far it is', () => {
  const said = (day: string) => [dayInWords(day, '2026-10-06', 'en'), dayInWords(day, '2026-10-06', 'ur')]
  expect(said('2026-10-09')).toEqual(['in 3 days', '3 دن میں'])
  expect(said('2026-10-07')).toEqual(['tomorrow', 'آنے والے کل'])
  expect(said('2026-10-06')).toEqual(['today', 'آج'])
  expect(said('2026-09-30')).toEqual(['6 days ago', '6 دن پہلے'])
})

test('an instant is said in minutes and hours within a day, then in days of Karachi', () => {
  const now = new Date('2026-10-06T09:00:00Z')
  const said = (at: string) => agoInWords(new Date(at), now, 'en')
  expect(said('2026-10-06T08:59:30Z')).toBe('just now')
  expect(said('2026-10-06T08:48:00Z')).toBe('12 minutes ago')
  expect(said('2026-10-06T07:59:00Z')).toBe('1 hour ago')
  expect(said('2026-10-05T08:00:00Z')).toBe('yesterday')
  expect(said('2026-10-03T20:00:00Z')).toBe('2 days ago')
})

test('a day is over by the days since it, and never by less than none', () => {
  expect([daysOver('2026-10-01', '2026-10-06'), daysOver('2026-10-09', '2026-10-06')]).toEqual([5, 0])
})
