import { expect, test } from 'vitest'
import { writeForm45, writeForm46 } from '../sim/write-forms.ts'
import { correctAccount, correctCount, type CountFigures } from './correction.ts'

const rule = { tendered: true, challenged: true }
const registered = { male: 500, female: 400, total: 900 }
const form = writeForm45({
  electionId: 'sample-2026',
  contestId: 'NA-1',
  stationNumber: 7,
  registered,
  votes: [120, 80, 40],
  validTotal: 245,
  excluded: 10,
  polled: { male: 150, female: 105 },
  madeAt: '2026-07-25T15:00:00Z',
  asOnPaper: true,
})
const last = { version: 1, form }
const figuresOf = (change: Partial<CountFigures>): CountFigures => {
  const { registered, candidates, validTotal, excluded, polled } = form
  return { registered, candidates, validTotal, excluded, polled, ...change }
}
const codeOf = (asked: Partial<{ correctsVersion: number; confirm: boolean; figures: CountFigures }>, at = last) => {
  const made = correctCount(
    { correctsVersion: 1, confirm: false, figures: figuresOf({}), ...asked },
    at,
    registered,
    rule,
  )
  return made.ok ? made.value : made.refusal.kind.code
}

test('a correction becomes the next version and keeps what it does not touch', () => {
  expect(codeOf({ figures: figuresOf({ validTotal: 240 }) })).toMatchObject({
    version: 2,
    form: { validTotal: 240, madeAt: form.madeAt, stationId: 'NA-1/7', agents: form.agents },
  })
})

test('a confirmation keeps every figure, clears what blocks and leaves its own record', () => {
  const confirmed = codeOf({ confirm: true })
  expect(confirmed).toMatchObject({ version: 2, form: { validTotal: 245 } })
  const findings = typeof confirmed === 'string' ? [] : confirmed.findings.map(({ code, level }) => [code, level])
  expect(findings).toContainEqual(['sum-of-candidates', 'record'])
  expect(findings.at(-1)).toEqual(['confirmed-by-officer', 'record'])
})

test.each([
  ['nothing changes', {}, 'no-change'],
  ['a confirmation changes a figure', { confirm: true, figures: figuresOf({ excluded: 11 }) }, 'confirmation-changes'],
  ['another officer was first', { correctsVersion: 2 }, 'corrected-meanwhile'],
  ['the corrected form still fails', { figures: figuresOf({ validTotal: 241 }) }, 'sum-of-candidates'],
  ['a candidate is left out', { figures: figuresOf({ candidates: form.candidates.slice(1) }) }, 'too-few-candidates'],
  ['candidates change places', { figures: figuresOf({ candidates: form.candidates.toReversed() }) }, 'candidate-order'],
])('refused when %s', (_when, asked, code) => {
  expect(codeOf(asked)).toBe(`results.${code}`)
})

test('a station that is awaited cannot be corrected', () => {
  const made = correctAccount(
    {
      correctsVersion: 1,
      confirm: true,
      figures: { received: 0, unissued: 0, outOfBox: 0, tendered: 0, challenged: 0, spoilt: 0, missing: 0 },
    },
    undefined,
  )
  expect(made.ok ? '' : made.refusal.kind.code).toBe('results.nothing-to-correct')
})

test('Form-46 is corrected by the same rules', () => {
  const account = writeForm46({
    electionId: 's',
    contestId: 'NA-1',
    stationNumber: 7,
    registered,
    votes: [10],
    excluded: 0,
    polled: { male: 10, female: 0 },
    madeAt: '2026-07-25T15:00:00Z',
  })
  const { received, unissued, outOfBox, tendered, challenged, spoilt, missing } = account
  const figures = { received, unissued: unissued - 2, outOfBox, tendered, challenged, spoilt: spoilt + 2, missing }
  const made = correctAccount({ correctsVersion: 1, confirm: false, figures }, { version: 1, form: account })
  expect(made).toMatchObject({ ok: true, value: { version: 2, form: { spoilt: 2 } } })
})
