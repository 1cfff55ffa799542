import { expect, test } from 'vitest'
import type { DeskLine } from '../../../server/claims/desk.ts'
import { deskWork } from './claim-lines.ts'

const line = (docket: string, more: Partial<DeskLine> = {}): DeskLine => ({
  docket: docket as DeskLine['docket'],
  form: '21',
  period: 'all-year',
  source: 'counter',
  state: 'lodged',
  dueOn: '2026-10-20',
  purpose: 'registration',
  lodgedAt: '2026-10-01T06:00:00.000Z',
  claimant: 'Aslam',
  hearingAt: null,
  room: null,
  isOverdue: false,
  isHearingToday: false,
  outcome: null,
  ...more,
})
const set = (docket: string, hearingAt: string, more: Partial<DeskLine> = {}) =>
  line(docket, { state: 'hearing-set', hearingAt, isHearingToday: hearingAt < '2026-10-06T19:00', ...more })
const work = (lines: readonly DeskLine[], isFrozen = false) => deskWork({ lines, isFrozen, today: '2026-10-06' })

test("today's hearings come by their hour, and the next day's first is known", () => {
  const { hearings, nextHearingAt } = work([
    set('ISL-2026-000003', '2026-10-08T05:00:00.000Z'),
    set('ISL-2026-000002', '2026-10-06T08:00:00.000Z'),
    set('ISL-2026-000001', '2026-10-06T05:00:00.000Z'),
  ])
  expect(hearings.map(({ docket }) => docket)).toEqual(['ISL-2026-000001', 'ISL-2026-000002'])
  expect(nextHearingAt).toBe('2026-10-08T05:00:00.000Z')
})

test('the longest overdue comes first, and what is not overdue tells the next day', () => {
  const lines = [
    line('ISL-2026-000001', { dueOn: '2026-10-03', isOverdue: true }),
    line('ISL-2026-000002', { dueOn: '2026-09-30', isOverdue: true }),
    line('ISL-2026-000003', { dueOn: '2026-10-09' }),
    line('ISL-2026-000004', { dueOn: '2026-10-07', state: 'decided' }),
  ]
  const { overdue, nextDueOn, waiting } = work(lines)
  expect(overdue.map(({ docket }) => docket)).toEqual(['ISL-2026-000002', 'ISL-2026-000001'])
  expect([nextDueOn, waiting]).toEqual(['2026-10-09', 3])
  expect(work(lines, true).nextDueOn).toBeNull()
})

test('what waits is counted by form and state, and each count adds up', () => {
  const { forms } = work([
    line('ISL-2026-000001', { lodgedAt: '2026-09-01T06:00:00.000Z', isOverdue: true }),
    line('ISL-2026-000002', { state: 'heard' }),
    line('ISL-2026-000003', { form: '15', purpose: 'objection', period: 'display' }),
    line('ISL-2026-000004', { state: 'withdrawn' }),
  ])
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
