import { describe, expect, test } from 'vitest'
import { readCount, readRecords, readRows } from './csv.ts'

describe('reading CSV', () => {
  test('quotes hold commas, line ends and doubled quotes', () => {
    expect(readRows('a,"b, c"\r\n"said ""yes""","two\nlines"\n')).toEqual([
      ['a', 'b, c'],
      ['said "yes"', 'two\nlines'],
    ])
  })

  test('a byte order mark, empty fields and a missing last line end', () => {
    expect(readRows('\ufeffa,,c\n,,')).toEqual([
      ['a', '', 'c'],
      ['', '', ''],
    ])
  })

  test('columns are found by name, in any order', () => {
    expect(readRecords('x,code,votes\n1,NA-1,12\n', ['votes', 'code'])).toEqual([{ votes: '12', code: 'NA-1' }])
  })

  test('a missing column and a short line are errors that say where', () => {
    expect(() => readRecords('a,b\n1,2\n', ['c'])).toThrow('column c is missing')
    expect(() => readRecords('a,b\n1,2\n3\n', ['a'])).toThrow('line 3: 1 fields, not 2')
  })

  test('only digits are a count', () => {
    expect(readCount('0269579', 'NA-1')).toBe(269_579)
    for (const field of ['', 'NA', '-1', '1.5', '1e3', '١٢']) expect(() => readCount(field, 'NA-1')).toThrow('NA-1')
  })
})
