import { catalogueProblems } from '@intikhab/kernel/language'
import { describe, expect, test } from 'vitest'
import { judgeRehearsal, sayVerdict, verdictTexts, type RehearsalFigures } from './verdict.ts'

const good: RehearsalFigures = {
  formsSent: 333_250,
  lost: 0,
  contestsCompared: 840,
  contestsDifferent: 0,
  formsPerSecond: 900,
  ackMsP99: 120,
  publishLagMs: 2100,
  serverPeakRssBytes: 900 * 1024 ** 2,
  seconds: 480,
  editionVerified: true,
  findingsAgree: true,
}

describe('go or no go', () => {
  test('everything within the promise is a go', () => {
    const verdict = judgeRehearsal(good)
    expect(verdict.go).toBe(true)
    expect(sayVerdict('en', verdict)[0]).toBe('GO: all 10 conditions hold.')
  })

  test.each([
    ['nothing-lost', { lost: 1 }, '✗ One form is lost.'],
    ['results-equal', { contestsDifferent: 2 }, '✗ 2 of 840 seats do not have the expected result.'],
    ['results-equal', { contestsCompared: 0 }, '✗ All 0 seats have the expected result.'],
    ['some-forms', { formsSent: 0 }, '✗ 0 forms were sent.'],
    [
      'edition-verified',
      { editionVerified: false },
      '✗ The published edition does not hold when checked from outside.',
    ],
    ['fast-enough', { formsPerSecond: 399.4 }, '✗ 399 forms a second were taken in; at least 400 are wanted.'],
    ['acknowledged-soon', { ackMsP99: 251 }, '✗ 99 of 100 forms were acknowledged within 251 ms; 250 ms are allowed.'],
    [
      'memory-bounded',
      { serverPeakRssBytes: 1700 * 1024 ** 2 },
      '✗ The server used 1,700 MB of memory at most; 1,536 MB are allowed.',
    ],
  ] as const)('%s alone is a no-go and comes first', (code, change, line) => {
    const verdict = judgeRehearsal({ ...good, ...change })
    expect(verdict.go).toBe(false)
    expect(verdict.conditions.filter(({ holds }) => !holds).map((condition) => condition.code)).toEqual([code])
    expect(sayVerdict('en', verdict).slice(0, 2)).toEqual(['NO GO: one condition does not hold.', line])
  })

  test('the limits themselves still hold', () => {
    const edge = {
      formsPerSecond: 400,
      ackMsP99: 250,
      publishLagMs: 5000,
      seconds: 600,
      serverPeakRssBytes: 1.5 * 1024 ** 3,
    }
    expect(judgeRehearsal({ ...good, ...edge }).go).toBe(true)
  })

  test('what was not measured is not judged', () => {
    const verdict = judgeRehearsal({ formsSent: 1, lost: 0, contestsCompared: 1, contestsDifferent: 0 })
    expect(verdict.conditions).toHaveLength(3)
  })

  test('every text stands in both languages', () => {
    expect(catalogueProblems(verdictTexts)).toEqual([])
    expect(sayVerdict('ur', judgeRehearsal({ ...good, lost: 3 })).slice(0, 2)).toEqual([
      'تیار نہیں: ایک شرط پوری نہیں۔',
      '✗ 3 فارم گم ہوئے۔',
    ])
  })
})
