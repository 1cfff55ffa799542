import { describe, expect, test } from 'vitest'
import type { Outcome } from '@intikhab/kernel/refusal'
import { getLegalDate } from '@intikhab/law'
import { assemblyInLaw, parseElectionId, parsePackId } from './election.ts'
import type { Election } from './election.ts'
import { parseHolidays, parseStages } from './programme-version.ts'
import { announceElection, previewChange, proposeChange } from './propose-change.ts'

const december2023 = {
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
}

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.kind.code)
  return outcome.value
}

const stages = value(parseStages(december2023))
const draft: Omit<Election, 'pollDate'> = {
  id: value(parseElectionId('general-election-2024')),
  nameEn: 'General Election 2024',
  nameUr: 'عام انتخابات 2024',
  kind: 'general',
  packId: value(parsePackId('elections-act-2017@2023-08')),
  assemblies: ['NA', 'PP', 'PS', 'PK', 'PB'],
}
const announced = { madeAt: new Date('2023-12-15T17:00:00Z'), holidays: new Set<never>() }
const changed = { madeAt: new Date('2023-12-22T12:00:00Z'), holidays: new Set<never>() }
const { election, version } = value(
  announceElection(draft, { stages, reason: 'General election', orderReference: null }, announced),
)
const twoDaysMore = {
  ...stages,
  nominationsClose: getLegalDate('2023-12-24'),
  namesPublished: getLegalDate('2023-12-25'),
}
const reason = 'More time for candidates to file'

describe('announcing an election', () => {
  test('makes version 1, and the election takes its poll from it', () => {
    expect(election.pollDate).toBe('2024-02-08')
    expect(version).toMatchObject({ electionId: 'general-election-2024', version: 1, orderReference: null })
  })

  test('with 50 days to the poll is refused: the law wants 28 from the revised list', () => {
    const early = { ...stages, poll: getLegalDate('2024-02-03') }
    const outcome = announceElection(draft, { stages: early, reason, orderReference: null }, announced)
    expect(outcome).toMatchObject({
      refusal: { kind: { code: 'programme.order-needed' }, detail: { stage: 'poll', days: 23, lawDays: 28 } },
    })
  })
})

describe('the change of 22 December 2023: two more days for nominations, nothing else moved', () => {
  const proposal = { basedOn: 1, stages: twoDaysMore, reason, orderReference: ' No. F.2(1)/2023-Elec-I ' }

  test('is refused without an order: scrutiny keeps 6 of its 8 days', () => {
    const outcome = proposeChange(election, version, { ...proposal, orderReference: null }, changed)
    expect(outcome).toMatchObject({
      ok: false,
      refusal: {
        kind: { code: 'programme.order-needed', section: 'Elections Act 2017, s.58' },
        field: '/orderReference',
        detail: { stage: 'scrutinyEnd', days: 6, lawDays: 8 },
      },
    })
  })

  test('with an order becomes version 2, and shows what shrank', () => {
    const made = value(proposeChange(election, version, proposal, changed))
    expect(made.version).toMatchObject({ version: 2, orderReference: 'No. F.2(1)/2023-Elec-I', reason })
    expect(made.change.changes.map(({ stage, movedBy }) => [stage, movedBy])).toEqual([
      ['nominationsClose', 2],
      ['namesPublished', 2],
      ['scrutinyEnd', 0],
    ])
  })

  test('can be looked at before it is made: what it does, and what stands in its way', () => {
    const asked = previewChange(election, version, { ...proposal, orderReference: '' }, changed)
    expect(asked.change).toMatchObject({ orderRequired: true, allowed: false })
    expect(asked.change.changes).toHaveLength(3)
    expect(asked.refusal?.kind.code).toBe('programme.order-needed')
    expect(previewChange(election, version, proposal, changed).refusal).toBeNull()
  })

  test('keeps the holidays it was checked with, in order', () => {
    const holidays = value(parseHolidays(['2024-01-11', '2023-12-25', '2023-12-25']))
    const made = value(proposeChange(election, version, proposal, { ...changed, holidays }))
    expect(made.version.holidays).toEqual(['2023-12-25', '2024-01-11'])
    expect(made.change.check.findings.map(({ kind, stage }) => [kind, stage])).toContainEqual([
      'on-holiday',
      'revisedList',
    ])
    expect(parseHolidays(['2023-12-25', '2023-12-32'])).toMatchObject({ refusal: { field: '/holidays/1' } })
  })
})

describe('a change is refused', () => {
  const code = (proposal: Partial<Parameters<typeof proposeChange>[2]>) => {
    const outcome = proposeChange(
      election,
      version,
      { basedOn: 1, stages, reason, orderReference: null, ...proposal },
      changed,
    )
    return outcome.ok ? 'accepted' : outcome.refusal.kind.code
  }

  test('without a reason', () => {
    const order = 'No. F.2(1)/2023'
    expect(code({ stages: twoDaysMore, reason: ' ', orderReference: order })).toBe('programme.reason-missing')
  })

  test('for its dates first: a reason would not mend them', () => {
    expect(code({ stages: twoDaysMore, reason: '' })).toBe('programme.order-needed')
  })

  test('when somebody else was quicker', () => {
    expect(code({ basedOn: 2, stages: twoDaysMore })).toBe('programme.version-conflict')
  })

  test('when nothing changes', () => expect(code({})).toBe('programme.nothing-changed'))

  test('when scrutiny would end before nominations close, even with an order', () => {
    const impossible = { ...stages, scrutinyEnd: getLegalDate('2023-12-21') }
    expect(code({ stages: impossible, orderReference: 'No. F.2(1)/2023' })).toBe('programme.stage-out-of-order')
  })

  test('but not when it only gives more time', () => {
    expect(code({ stages: { ...stages, poll: getLegalDate('2024-02-15') } })).toBe('accepted')
  })
})

test('the name of an election is lower-case words and numbers', () => {
  expect(parseElectionId('by-election-na-75-2021').ok).toBe(true)
  for (const text of ['', 'GE-2018', 'general election', '2018-general', 'general--2018', 'general-', 'x'.repeat(61)])
    expect(parseElectionId(text)).toMatchObject({ refusal: { kind: { code: 'programme.bad-election-id' } } })
})

test('a rule pack must exist, and every stage needs a date that exists', () => {
  expect(parsePackId('elections-act-2017@2030')).toMatchObject({ refusal: { field: '/packId' } })
  expect(parseStages({ ...december2023, revisedList: '2024-01-32' })).toMatchObject({
    refusal: { kind: { code: 'programme.bad-stage-date' }, field: '/stages/revisedList' },
  })
})

test('only NA seats are seats of the National Assembly', () => {
  expect((['NA', 'PP', 'PB'] as const).map(assemblyInLaw)).toEqual(['NA', 'PA', 'PA'])
})
