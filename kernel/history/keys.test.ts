import { expect, test } from 'vitest'
import type { LedgerAct } from '@intikhab/kernel/ledger'
import { keysOf, placeOfKey } from './keys.ts'

const act: LedgerAct = {
  system: 'results',
  act: 'form-corrected',
  subject: 'demonstration/NA-46/17',
  actor: { kind: 'account', id: 'a1', role: 'returning-officer', office: 'constituency/NA-46', device: 'browser-1' },
  madeAt: '2026-02-08T17:31:00.000Z',
  arrivedAt: '2026-02-08T17:31:00.000Z',
  changes: [{ record: 'results.form:demonstration/NA-46/17/45/2', before: null, after: 'ab' }],
  detail: {},
}

test('an act is found by its subject, its records, its people and their devices', () => {
  const two = { kind: 'account', id: 'a2', device: 'browser-2' } as const
  const approval = { id: 'p1', proposedBy: act.actor, approvedBy: two, approvedAt: act.madeAt }
  expect(keysOf({ ...act, approval })).toEqual([
    'demonstration/NA-46/17',
    'results.form:demonstration/NA-46/17/45/2',
    'demonstration/NA-46/17/45/2',
    'a1',
    'browser-1',
    'a2',
    'browser-2',
  ])
})

test('a record that says no more than the subject adds its own name only', () => {
  const changes = [{ record: 'programme.election:demonstration', before: null, after: 'ab' }]
  expect(keysOf({ ...act, subject: 'demonstration', actor: { kind: 'system', id: 's' }, changes })).toEqual([
    'demonstration',
    'programme.election:demonstration',
    's',
  ])
})

test.each([
  ['demonstration/NA-46', { electionId: 'demonstration', seat: 'NA-46', station: undefined }],
  ['demonstration/NA-46/17', { electionId: 'demonstration', seat: 'NA-46', station: 17 }],
  ['results.form:general-election-2018/PP-7/3/45/2', { electionId: 'general-election-2018', seat: 'PP-7', station: 3 }],
  ['demonstration', undefined],
  ['results-demonstration/46', undefined],
  ['programme.version:demonstration/2', undefined],
  ['0198c3a2-1111-7000-8000-000000000000', undefined],
])('%s lies in %o', (key, place) => {
  expect(placeOfKey(key)).toEqual(place)
})
