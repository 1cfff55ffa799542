import { expect, test } from 'vitest'
import {
  direction,
  findLanguage,
  formatDay,
  formatInstant,
  formatList,
  formatNumber,
  formatPercent,
  formatTime,
  formatWeekday,
} from './index.ts'

test('numbers are grouped by thousands with Western digits in both languages', () => {
  expect(formatNumber('en', 128585760)).toBe('128,585,760')
  expect(formatNumber('ur', 128585760)).toBe('128,585,760')
})

test('a percentage is rounded from the integers, half away from zero', () => {
  expect(formatPercent('en', 1663039, 54319922, 2)).toBe('3.06%')
  expect(formatPercent('ur', 5790, 81223)).toBe('7.1%')
  // 0.285 is below one half in binary: 28.5 % of 1,000 to no decimals must still round up.
  expect(formatPercent('en', 285, 1000, 0)).toBe('29%')
  expect(formatPercent('en', 1005, 100000, 2)).toBe('1.01%')
  expect(formatPercent('en', 1, 1)).toBe('100.0%')
})

test('a fall shows its sign, and a share of nothing is a dash', () => {
  expect(formatPercent('en', -12, 97)).toBe('-12.4%')
  expect(formatPercent('ur', 0, 0)).toBe('–')
})

test('a day is a day of the calendar, whatever the time zone of the machine', () => {
  expect(formatDay('en', '2018-07-25')).toBe('25 July 2018')
  expect(formatDay('ur', '2018-07-25')).toBe('25 جولائی، 2018')
  expect(formatWeekday('en', '2018-07-25')).toBe('Wednesday')
  expect(formatWeekday('ur', '2018-07-25')).toBe('بدھ')
  expect(() => formatDay('en', '25.7.2018')).toThrow(RangeError)
  expect(() => formatDay('en', '2018-02-31')).toThrow(RangeError)
})

test('an instant is told in Karachi time on the 24-hour clock', () => {
  expect(formatInstant('en', new Date('2018-07-25T21:00:00Z'))).toBe('26 July 2018 at 02:00')
  expect(formatInstant('ur', new Date('2018-07-25T21:00:00Z'))).toBe('26 جولائی، 2018 کو 02:00')
  expect(formatTime('en', new Date('2018-07-25T19:00:07Z'))).toBe('00:00:07')
})

test('lists are joined as each language joins them', () => {
  expect(formatList('en', ['NA-21', 'NA-22', 'NA-23'])).toBe('NA-21, NA-22 and NA-23')
  expect(formatList('ur', ['الف', 'ب'])).toBe('الف اور ب')
})

test('Urdu runs from right to left', () => {
  expect([direction('en'), direction('ur')]).toEqual(['ltr', 'rtl'])
})

test('a language tag is read by its first part; others are not ours', () => {
  expect([findLanguage('ur-PK'), findLanguage(' EN_gb'), findLanguage('ps'), findLanguage(undefined)]).toEqual([
    'ur',
    'en',
    undefined,
    undefined,
  ])
})
