import { expect, test } from 'vitest'
import { reaches, verdictOf, type Figure } from './figure.ts'
import { figureTable, measured, reach } from './table.ts'

const enquiry: Figure = {
  name: 'enquiry',
  what: 'enquiry by CNIC',
  measures: [
    { of: '', value: 12_345.6, unit: '/s', atLeast: 8000 },
    { of: 'p99', value: 9.871, unit: 'ms', atMost: 20 },
  ],
  sizes: '1,000,000 voters',
}

test('a figure is missed as soon as one of its measures is', () => {
  expect(verdictOf(enquiry)).toBe('ok')
  const [rate, late] = enquiry.measures
  expect(verdictOf({ ...enquiry, measures: [rate, late].flatMap((m) => (m ? [{ ...m, value: 20.01 }] : [])) })).toBe(
    'missed',
  )
  expect(verdictOf({ ...enquiry, measures: [], leftOut: 'no data' })).toBe('left out')
})

test('the bounds themselves are reached', () => {
  expect(reaches({ of: '', value: 8000, unit: '/s', atLeast: 8000 })).toBe(true)
  expect(reaches({ of: '', value: 20, unit: 'ms', atMost: 20 })).toBe(true)
  expect(reaches({ of: '', value: 7999.9, unit: '/s', atLeast: 8000 })).toBe(false)
})

test('three digits are enough', () => {
  expect(enquiry.measures.map(measured)).toEqual(['12,346/s', 'p99 9.87 ms'])
  expect(measured({ of: '', value: 23.42, unit: 's' })).toBe('23.4 s')
  expect(enquiry.measures.map(reach)).toEqual(['≥ 8,000/s', 'p99 ≤ 20 ms'])
})

test('the table stands in columns, with the sizes below', () => {
  const left: Figure = { name: 'import', what: 'import', measures: [], sizes: '', leftOut: 'no folder of real data' }
  expect(figureTable([enquiry, left])).toBe(
    [
      '| what            | reach                  | measured               |          |',
      '|-----------------|------------------------|------------------------|----------|',
      '| enquiry by CNIC | ≥ 8,000/s, p99 ≤ 20 ms | 12,346/s, p99 9.87 ms  | ok       |',
      '| import          | –                      | no folder of real data | left out |',
      '',
      '- enquiry by CNIC: 1,000,000 voters',
    ].join('\n'),
  )
})
