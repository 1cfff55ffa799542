import { expect, test } from 'vitest'
import type { DeskCount } from '../../../core/claims/desk-lists.ts'
import { deskWork } from './claim-lines.ts'

const count = (more: Partial<DeskCount> = {}): DeskCount => ({
  form: '21',
  purpose: 'registration',
  period: 'all-year',
  state: 'lodged',
  claims: 1,
  hearingsToday: 0,
  overdue: 0,
  oldestAt: '2026-10-01T06:00:00.000Z',
  nextDueOn: null,
  ...more,
})

test('what is heard today, late and waiting is added up over all counts, whatever is listed', () => {
  const work = deskWork({
    counts: [
      count({ claims: 20_000, overdue: 3, nextDueOn: '2026-10-09' }),
      count({ state: 'hearing-set', claims: 400, hearingsToday: 31, nextDueOn: '2026-10-07' }),
      count({ state: 'decided', claims: 9000, nextDueOn: '2026-10-01' }),
    ],
  })
  expect(work).toMatchObject({ hearings: 31, overdue: 3, waiting: 20_400, nextDueOn: '2026-10-07' })
})

test('where no clock runs no day is the next', () => {
  expect(deskWork({ counts: [count()] }).nextDueOn).toBeNull()
})

test('what waits is counted by form and state, and each count adds up', () => {
  const { forms } = deskWork({
    counts: [
      count({ oldestAt: '2026-09-01T06:00:00.000Z', overdue: 1 }),
      count({ state: 'heard' }),
      count({ form: '15', purpose: 'objection', period: 'display' }),
      count({ state: 'withdrawn' }),
    ],
  })
  expect(forms).toEqual([
    expect.objectContaining({ form: '15', period: 'display', lodged: 1, all: 1, overdue: 0 }),
    expect.objectContaining({
      form: '21',
      lodged: 1,
      hearingSet: 0,
      heard: 1,
      all: 2,
      overdue: 1,
      oldestAt: '2026-09-01T06:00:00.000Z',
    }),
  ])
})
