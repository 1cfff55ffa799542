import { describe, expect, test } from 'vitest'
import {
  changeProgramme,
  checkProgramme,
  deriveProgramme,
  findRulePack,
  getLegalDate,
  latestNotification,
  rulePacks,
} from './index.ts'
import type { ProgrammeStages, StageCode } from './index.ts'

const pack2018 = findRulePack('elections-act-2017@2018') ?? rulePacks[0]!
const pack2023 = findRulePack('elections-act-2017@2023-08') ?? rulePacks[0]!
const none = new Set<never>()

function stages(dates: Record<StageCode, string>): ProgrammeStages {
  return Object.fromEntries(
    Object.entries(dates).map(([stage, date]) => [stage, getLegalDate(date)]),
  ) as ProgrammeStages
}

const december2023 = stages({
  notification: '2023-12-15',
  nominationsOpen: '2023-12-20',
  nominationsClose: '2023-12-22',
  namesPublished: '2023-12-23',
  scrutinyEnd: '2023-12-30',
  appealsFiledBy: '2024-01-03',
  appealsDecidedBy: '2024-01-10',
  revisedList: '2024-01-11',
  withdrawal: '2024-01-12',
  symbols: '2024-01-13',
  poll: '2024-02-08',
})

const may2018 = stages({
  notification: '2018-05-31',
  nominationsOpen: '2018-06-02',
  nominationsClose: '2018-06-06',
  namesPublished: '2018-06-07',
  scrutinyEnd: '2018-06-14',
  appealsFiledBy: '2018-06-19',
  appealsDecidedBy: '2018-06-26',
  revisedList: '2018-06-27',
  withdrawal: '2018-06-28',
  symbols: '2018-06-29',
  poll: '2018-07-25',
})

describe('a derived programme', () => {
  test('from 31 May 2018, with Eid on 15–18 June, is the programme of 2018 to the day', () => {
    const eid = new Set(['2018-06-15', '2018-06-16', '2018-06-17', '2018-06-18'].map(getLegalDate))
    const derived = deriveProgramme(pack2018, { notifiedOn: getLegalDate('2018-05-31'), holidays: eid })
    expect(derived).toEqual({ ...may2018, nominationsOpen: '2018-06-01' })
    expect(checkProgramme(pack2018, derived, eid)).toMatchObject({ findings: [], total: { days: 55, kept: true } })
  })

  test('without a holiday takes 54 days: from 16 December 2023 to the poll of 8 February 2024', () => {
    const derived = deriveProgramme(pack2023, { notifiedOn: getLegalDate('2023-12-16'), holidays: none })
    const { notification: _, nominationsOpen: __, ...rest } = december2023
    expect(derived).toMatchObject(rest)
    expect(checkProgramme(pack2023, derived, none).total).toMatchObject({ days: 54, minimumDays: 54, kept: true })
  })

  test('a poll on 8 February 2024 must be notified by 16 December 2023, earlier if a last day is a holiday', () => {
    const pollOn = getLegalDate('2024-02-08')
    expect(latestNotification(pack2023, pollOn, none)).toBe('2023-12-16')
    expect(latestNotification(pack2023, pollOn, new Set([getLegalDate('2023-12-30')]))).toBe('2023-12-15')
  })

  test('keeps a poll date that is given, and the check says when it is too early', () => {
    const pollOn = getLegalDate('2024-02-01')
    const derived = deriveProgramme(pack2023, { notifiedOn: getLegalDate('2023-12-16'), pollOn, holidays: none })
    const check = checkProgramme(pack2023, derived, none)
    expect(check.findings).toMatchObject([{ stage: 'poll', from: 'revisedList', days: 21, lawDays: 28, shortBy: 7 }])
    expect(check.total).toMatchObject({ days: 47, kept: false })
  })
})

describe('the change of December 2023', () => {
  const after = {
    ...december2023,
    nominationsClose: getLegalDate('2023-12-24'),
    namesPublished: getLegalDate('2023-12-25'),
  }
  const change = changeProgramme(pack2023, december2023, after, { orderReference: null, holidays: none })

  test('moves the last day for nominations from 22 to 24 December', () => {
    expect(change.changes[0]).toEqual({
      stage: 'nominationsClose',
      from: '2023-12-22',
      to: '2023-12-24',
      movedBy: 2,
      daysBefore: 7,
      daysAfter: 9,
      lawDays: 6,
    })
  })

  test('shrinks scrutiny to 6 of 8 days although its last day did not move', () => {
    const scrutiny = change.changes.find(({ stage }) => stage === 'scrutinyEnd')
    expect(scrutiny).toMatchObject({ movedBy: 0, daysBefore: 8, daysAfter: 6, lawDays: 8 })
    expect(change.check.findings).toMatchObject([
      { kind: 'shorter-than-law', stage: 'scrutinyEnd', days: 6, lawDays: 8, shortBy: 2, section: 's.57(2)(c)' },
    ])
    expect(change.check.total).toMatchObject({ days: 55, kept: true })
  })

  test('is allowed only with the reference of an order under s.58', () => {
    expect(change).toMatchObject({ orderRequired: true, allowed: false })
    for (const [orderReference, allowed] of [
      ['No. F.2(1)/2023-Elec', true],
      ['  ', false],
    ] as const)
      expect(changeProgramme(pack2023, december2023, after, { orderReference, holidays: none }).allowed).toBe(allowed)
  })
})

test('the third change of 2018 cut four stages, the poll to 27 days after the revised list', () => {
  const after = stages({
    ...may2018,
    nominationsOpen: '2018-06-04',
    nominationsClose: '2018-06-11',
    namesPublished: '2018-06-11',
    scrutinyEnd: '2018-06-19',
    appealsFiledBy: '2018-06-22',
    appealsDecidedBy: '2018-06-27',
    revisedList: '2018-06-28',
    withdrawal: '2018-06-29',
    symbols: '2018-06-30',
  })
  const { check } = changeProgramme(pack2018, may2018, after, { orderReference: null, holidays: none })
  expect(check.findings.map((found) => 'shortBy' in found && [found.stage, found.days, found.lawDays])).toEqual([
    ['namesPublished', 0, 1],
    ['appealsFiledBy', 3, 4],
    ['appealsDecidedBy', 5, 7],
    ['poll', 27, 28],
  ])
  expect(check.total).toMatchObject({ days: 55, kept: true })
})

test('no order allows scrutiny to end before nominations close', () => {
  const after = { ...december2023, scrutinyEnd: getLegalDate('2023-12-21') }
  const change = changeProgramme(pack2023, december2023, after, { orderReference: 'No. F.2(1)/2023', holidays: none })
  expect(change.allowed).toBe(false)
  expect(change.check.findings).toContainEqual({ kind: 'out-of-order', stage: 'scrutinyEnd', from: 'nominationsClose' })
})

test('a last day on a holiday is found: 25 December', () => {
  const holidays = new Set([getLegalDate('2023-12-25')])
  const after = { ...december2023, nominationsClose: getLegalDate('2023-12-25') }
  expect(checkProgramme(pack2023, after, holidays).findings).toContainEqual({
    kind: 'on-holiday',
    stage: 'nominationsClose',
    date: '2023-12-25',
  })
})
