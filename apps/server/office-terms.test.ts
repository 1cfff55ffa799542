import { getLegalDate, getRulePack, parseRulePackId } from '@intikhab/law'
import { expect, test } from 'vitest'
import { officeTerm } from './office-terms.ts'

const packId = parseRulePackId('elections-act-2017@2023-08')
if (packId === undefined) throw new Error('the rule pack of 2023 is gone')
const pack = getRulePack(packId)
const stages = { notification: getLegalDate('2023-12-15'), poll: getLegalDate('2024-02-08') }

test('a role of an election begins with the day of the notification, in Karachi', () => {
  expect(officeTerm('returning-officer', pack, stages).from).toBe('2023-12-14T19:00:00.000Z')
})

test.each([
  ['presiding-officer', '2024-02-22T19:00:00.000Z', 'forms are published within 14 days of the poll'],
  ['observer', '2024-02-22T19:00:00.000Z', 'the same'],
  ['returning-officer', '2024-03-24T19:00:00.000Z', 'petitions are filed within 45 days'],
  ['tribunal', '2024-09-20T19:00:00.000Z', 'and decided within 180 more'],
] as const)('%s holds the office until %s: %s', (role, until, _why) => {
  expect(officeTerm(role, pack, stages).until).toBe(until)
})

test('a poll that moves moves the end of the term', () => {
  const later = { ...stages, poll: getLegalDate('2024-02-15') }
  expect(officeTerm('presiding-officer', pack, later).until).toBe('2024-02-29T19:00:00.000Z')
})
