import { expect, test } from 'vitest'
import type { LedgerAct } from '@intikhab/kernel/ledger'
import { checkNight } from './check-night.ts'

const act = (bundleId: string, kind = 'form-received'): LedgerAct => ({
  system: 'results',
  act: kind,
  subject: 'e/NA-1/1/form-45',
  actor: { kind: 'device', id: 'd' },
  madeAt: '',
  arrivedAt: '',
  detail: { bundleId },
})
const receipt = (stationId: string, bundleId: string) => ({ stationId, form: '45' as const, bundleId })
const expected = ['NA-1/1 45', 'NA-1/2 45']

test('every form acknowledged and once in the ledger is a good night', () => {
  const receipts = [receipt('NA-1/1', 'a'), receipt('NA-1/2', 'b')]
  // A form that was set aside is another act about the same bundle, not the form again.
  expect(checkNight(receipts, expected, [act('a'), act('b'), act('b', 'form-set-aside')])).toEqual({
    lost: [],
    twice: [],
    neverTaken: [],
  })
})

test('what is lost, there twice, or never taken is named', () => {
  expect(checkNight([receipt('NA-1/1', 'a')], expected, [act('c'), act('c')])).toEqual({
    lost: ['NA-1/1 45'],
    twice: ['c'],
    neverTaken: ['NA-1/2 45'],
  })
})
