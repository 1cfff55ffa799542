import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { causeWords, readCause, tellCause } from './cause.ts'

test.each([
  ['claim:ISL-2026-000017', { kind: 'claim', docket: 'ISL-2026-000017' }],
  ['order:F.4(1)/2026', { kind: 'order', number: 'F.4(1)/2026' }],
  ['paper:OV-2026/0031', { kind: 'paper', paper: 'OV-2026/0031' }],
  ['door:3/14', { kind: 'door', list: '3', line: '14' }],
  ['feed:241', { kind: 'feed', record: '241' }],
  ['door:3', { kind: 'other', text: 'door:3' }],
  ['counter', { kind: 'other', text: 'counter' }],
])('the cause %s is read for what it names', (text, cause) => {
  expect(readCause(text)).toEqual(cause)
})

test('every cause that an action names is told in words, and one that is none of them stands as it is', () => {
  const told = (cause: string) => tellCause(readCause(cause)).en
  expect(told('claim:ISL-2026-000123')).toBe('claim ISL-2026-000123')
  expect(told('door:7/12')).toBe('verification at the door, list 7, line 12')
  expect(told('feed:4711')).toBe('record 4711 of the civil registry')
  expect(told('order:F.2/2026')).toBe('order F.2/2026 of the Commission')
  expect(told('paper:No. 7: of 4 March')).toBe('paper: No. 7: of 4 March')
  expect(told('counter')).toBe('counter')
  expect(catalogueProblems(causeWords)).toEqual([])
})
