import { expect, test } from 'vitest'
import { nameForm } from '../../../core/names/name-agreement.ts'
import { closeness } from '../../../core/names/rank-names.ts'
import { howFound } from './how-found.ts'

test('the words for a match follow from the closeness that the search gives', () => {
  const how = (typed: string, ur: string, en: string) =>
    howFound(Math.round(closeness(typed, nameForm(typed), { ur, en }, nameForm(ur)) * 100) / 100)
  const name = ['محمد اسلم', 'Muhammad Aslam'] as const
  expect(how('Muhammad Aslam', ...name)).toBe('exact')
  expect(how('محمد اسلم', ...name)).toBe('exact')
  expect(how('Mohammed Aslem', ...name)).toBe('same')
  expect(how('Aslam Muhammad', ...name)).toBe('reordered')
  expect(how('Muhammad Aslam Khan', ...name)).toBe('part')
  expect(how('Muhammad Asrlam', ...name)).toBe('near')
})
