import { getLegalDate } from '@intikhab/law'
import { expect, test } from 'vitest'
import { checkStep, stageAt, type AskedStep, type StageStep, type StageStepKind, type StepFacts } from './stages.ts'

const at = (text: string) => new Date(`${text}T06:00:00Z`)

function step(kind: StageStepKind, day: string, from?: string, until?: string): StageStep {
  return {
    number: 1,
    kind,
    at: at(day),
    from: from === undefined ? null : getLegalDate(from),
    until: until === undefined ? null : getLegalDate(until),
  }
}

const round = [
  step('preliminary', '2026-01-05'),
  step('display', '2026-01-10', '2026-01-15', '2026-02-13'),
  step('extension', '2026-02-10', undefined, '2026-02-20'),
  step('final', '2026-03-20'),
]
const stageOn = (day: string, steps = round) => stageAt(steps, at(day)).stage

test('a roll goes from its preparation over display and revision to the final roll, by orders and by days', () => {
  expect(['2026-01-01', '2026-01-06', '2026-01-11', '2026-01-15', '2026-02-13'].map((day) => stageOn(day))).toEqual([
    'preparation',
    'preliminary',
    'announced',
    'display',
    'display',
  ])
  expect(['2026-02-20', '2026-02-21', '2026-03-20'].map((day) => stageOn(day))).toEqual([
    'display',
    'revision',
    'final',
  ])
})

test('the display begins and ends at midnight in Karachi', () => {
  const during = stageAt(round, new Date('2026-01-14T19:00:00Z'))
  expect(during).toMatchObject({ stage: 'display', since: new Date('2026-01-14T19:00:00Z') })
  expect(stageAt(round, new Date('2026-01-14T18:59:59Z')).stage).toBe('announced')
  expect(stageAt(round, new Date('2026-02-20T18:59:59Z')).stage).toBe('display')
  expect(stageAt(round, new Date('2026-02-20T19:00:00Z')).stage).toBe('revision')
})

test('before the extension was ordered the display ended on its first day', () => {
  expect(stageAt(round, at('2026-02-09')).until).toEqual(new Date('2026-02-13T19:00:00Z'))
  expect(stageAt(round, at('2026-02-11')).until).toEqual(new Date('2026-02-20T19:00:00Z'))
})

test('a new preliminary roll begins another round (s.36)', () => {
  const again = [...round, step('preliminary', '2027-01-05')]
  expect(stageAt(again, at('2027-01-06'))).toMatchObject({ stage: 'preliminary', display: null, isOtherwise: false })
})

const facts = (day: string, steps: readonly StageStep[] = round, more: Partial<StepFacts> = {}): StepFacts => ({
  steps,
  now: at(day),
  objectionDays: 30,
  freezes: [],
  undecided: 0,
  ...more,
})
const codeOf = (asked: AskedStep, given: StepFacts) => {
  const checked = checkStep(asked, given)
  return checked.ok ? 'ok' : checked.refusal.kind.code.replace('rolls.', '')
}
const display = (from: string, until: string): AskedStep => ({
  kind: 'display',
  from: getLegalDate(from),
  until: getLegalDate(until),
})

test('a display lasts at least the days of the law, counted with both ends, unless it is directed otherwise', () => {
  const before = round.slice(0, 1)
  expect(codeOf(display('2026-01-10', '2026-02-08'), facts('2026-01-08', before))).toBe('ok')
  expect(codeOf(display('2026-01-10', '2026-02-07'), facts('2026-01-08', before))).toBe('display-too-short')
  expect(codeOf(display('2026-01-07', '2026-02-08'), facts('2026-01-08', before))).toBe('display-in-the-past')
  const directed = [...before, step('direction', '2026-01-06')]
  expect(codeOf(display('2026-01-10', '2026-01-30'), facts('2026-01-08', directed))).toBe('ok')
  expect(codeOf(display('2026-01-10', '2026-01-09'), facts('2026-01-08', directed))).toBe('display-too-short')
})

test('no step is left out, and none is taken twice', () => {
  expect(codeOf(display('2026-01-10', '2026-02-08'), facts('2026-01-04'))).toBe('stage-out-of-order')
  expect(codeOf({ kind: 'preliminary' }, facts('2026-01-06'))).toBe('stage-out-of-order')
  expect(codeOf({ kind: 'final' }, facts('2026-02-12'))).toBe('stage-out-of-order')
  expect(codeOf({ kind: 'final' }, facts('2026-03-21'))).toBe('stage-out-of-order')
  expect(codeOf({ kind: 'preliminary' }, facts('2026-03-21'))).toBe('ok')
})

test('a display is only ever made longer', () => {
  const longer = (until: string): AskedStep => ({ kind: 'extension', until: getLegalDate(until) })
  const ordered = round.slice(0, 2)
  expect(codeOf(longer('2026-02-14'), facts('2026-02-10', ordered))).toBe('ok')
  expect(codeOf(longer('2026-02-13'), facts('2026-02-10', ordered))).toBe('display-not-longer')
  expect(codeOf(longer('2026-02-15'), facts('2026-02-17', ordered))).toBe('display-not-longer')
  expect(codeOf(longer('2026-02-20'), facts('2026-01-06', round.slice(0, 1)))).toBe('stage-out-of-order')
})

test('the roll is made final when the display is over and every claim is decided', () => {
  const ordered = round.slice(0, 2)
  expect(codeOf({ kind: 'final' }, facts('2026-02-14', ordered))).toBe('ok')
  expect(codeOf({ kind: 'final' }, facts('2026-02-14', ordered, { undecided: 3 }))).toBe('claims-undecided')
})

test('under a direction of the Commission a preliminary roll is made final without a display (s.49)', () => {
  const directed = [step('direction', '2026-01-04'), step('preliminary', '2026-01-05')]
  expect(codeOf({ kind: 'final' }, facts('2026-01-06', directed))).toBe('ok')
  expect(codeOf({ kind: 'final' }, facts('2026-01-06', directed.slice(1)))).toBe('stage-out-of-order')
})

test('no day of a display lies in a freeze (s.39)', () => {
  const freeze = {
    from: new Date('2026-02-07T19:00:00Z'),
    until: null,
    reopenings: [],
    section: 's.39(1)',
    unconfirmed: false,
  }
  const given = facts('2026-01-08', round.slice(0, 1), { freezes: [freeze] })
  expect(codeOf(display('2026-01-09', '2026-02-07'), given)).toBe('ok')
  expect(codeOf(display('2026-01-10', '2026-02-08'), given)).toBe('frozen')
  expect(codeOf(display('2026-03-10', '2026-04-20'), given)).toBe('frozen')
})
