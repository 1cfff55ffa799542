import { expect, test } from 'vitest'
import { birthAgreement, unpackBirth } from './birth-agreement.ts'

test.each([
  ['same', 19_710_309, 19_710_309],
  ['first-of-january', 19_710_309, 19_710_101],
  ['swapped', 19_710_309, 19_710_903],
  ['other-year', 19_710_309, 19_740_309],
  ['digit', 19_710_309, 19_710_329],
  ['digit', 19_710_309, 19_510_309],
  ['digit', 19_710_331, 19_710_402],
  ['other', 19_710_309, 19_821_111],
])('%s: %i and %i, whichever comes first', (agreement, one, two) => {
  expect(birthAgreement(unpackBirth(one), unpackBirth(two))).toBe(agreement)
  expect(birthAgreement(unpackBirth(two), unpackBirth(one))).toBe(agreement)
})
