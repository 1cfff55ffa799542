import { expect, test } from 'vitest'
import { writeTable } from './write-table.ts'

test('commas, quotes and line breaks are quoted, nothing else is', () => {
  expect(writeTable([['plain', 'a, b', 'say "x"', 'two\nlines', 7, null]])).toBe(
    'plain,"a, b","say ""x""","two\nlines",7,\r\n',
  )
})

test('what a spreadsheet would run is text, what is a number stays one', () => {
  expect(writeTable([['=1+1', '@SUM(A1)', '+92', '-3', '-3.5', '-cmd', 'گورنمنٹ اسکول']])).toBe(
    "'=1+1,'@SUM(A1),'+92,-3,-3.5,'-cmd,گورنمنٹ اسکول\r\n",
  )
})
