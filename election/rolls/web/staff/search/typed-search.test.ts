import { expect, test } from 'vitest'
import { typedSearch } from './typed-search.ts'

test('a CNIC is known in the digits of three scripts, with dashes, blanks or neither', () => {
  const cnic = { kind: 'cnic', cnic: '6110112345671' }
  for (const typed of ['6110112345671', '61101-1234567-1', ' 61101 1234567 1 ', '۶۱۱۰۱-۱۲۳۴۵۶۷-۱', '٦١١٠١١٢٣٤٥٦٧١'])
    expect(typedSearch(typed)).toEqual(cnic)
  expect(typedSearch('61101‑1234567‑1')).toEqual(cnic)
})

test('a block and a serial number are told apart from a CNIC by what stands between them', () => {
  const line = { kind: 'line', block: '901010101', serial: 1234 }
  for (const typed of ['901010101 1234', '901010101/1234', '۹۰۱۰۱۰۱۰۱ ۱۲۳۴', '901010101 - 1234'])
    expect(typedSearch(typed)).toEqual(line)
  expect(typedSearch('901010101 0')).toEqual({ kind: 'digits' })
})

test('letters of either script make a name, and nine digits in it the block', () => {
  expect(typedSearch('  Mohammed   Aslam ')).toEqual({ kind: 'name', name: 'Mohammed Aslam' })
  expect(typedSearch('محمد اسلم')).toEqual({ kind: 'name', name: 'محمد اسلم' })
  expect(typedSearch('Aslam ۹۰۱۰۱۰۱۰۱')).toEqual({ kind: 'name', name: 'Aslam', block: '901010101' })
})

test('what is too little to search for is not asked', () => {
  expect(typedSearch(' \u200F ')).toEqual({ kind: 'nothing' })
  expect(typedSearch('a')).toEqual({ kind: 'letter' })
  expect(typedSearch('61101-12345')).toEqual({ kind: 'digits' })
  expect(typedSearch('901010101')).toEqual({ kind: 'digits' })
})
