import { expect, test } from 'vitest'
import { readCause } from './cause.ts'

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
