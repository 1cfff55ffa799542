import { expect, test } from 'vitest'
import { compareCells, orderOf, tabSeparated } from './cells.ts'

test('cells sort by the number that they show, and by text where they show none', () => {
  expect(['78,911', '45.9%', '–', '', 'NA-21 Mardan', '−3'].map(orderOf)).toEqual([
    78_911,
    45.9,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    'NA-21 Mardan',
    -3,
  ])
})

test('an instant is not taken for the number that it begins with', () => {
  expect(orderOf('2018-07-25T14:00:00Z')).toBe('2018-07-25T14:00:00Z')
})

test('texts stand as the language orders them, numbers in them by size', () => {
  const sort = (cells: string[], locale: string) => cells.map(orderOf).sort((a, b) => compareCells(a, b, locale))
  expect(sort(['NA-10', 'NA-9', 'NA-100'], 'en')).toEqual(['NA-9', 'NA-10', 'NA-100'])
  expect(sort(['پ', 'ا', 'ب'], 'ur')).toEqual(['ا', 'ب', 'پ'])
})

test('copied rows carry no line breaks or tabs of their own', () => {
  expect(tabSeparated([['a\n b', 'c\td']])).toBe('a b\tc d')
})
