import { expect, test } from 'vitest'
import { sectionNumber } from './section-number.ts'

test.each([
  ['s.95(5)', '95(5)'],
  ['ss.50–56', '50–56'],
  ['Elections Act 2017, s.39', 'Elections Act 2017, 39'],
])('%s stands beside دفعہ as %s', (section, urdu) => {
  expect([sectionNumber(section, 'en'), sectionNumber(section, 'ur')]).toEqual([section, urdu])
})
