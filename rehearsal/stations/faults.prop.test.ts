import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seeded } from '../country/random.ts'
import { noFaults, planStation, scaledFaults, usualFaults, type Faults } from './faults.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const anyFaults: fc.Arbitrary<Faults> = fc.record({
  late: share,
  twice: share,
  outOfOrder: share,
  deadConnection: share,
  wrongArithmetic: share,
  form46InPlaceOf45: share,
  wrongSignature: share,
  futureDate: share,
})

describe('what a station does', () => {
  test('whatever goes wrong, each form is sent right over a good line, after every wrong one', () => {
    fc.assert(
      fc.property(anyFaults, fc.boolean(), fc.string(), (faults, accounts, seed) => {
        const { attempts } = planStation(faults, accounts, seeded(seed))
        const isRight = (form: '45' | '46') => (attempt: (typeof attempts)[number]) =>
          attempt.form === form && attempt.as === 'right' && attempt.line === 'good'
        const right = attempts.findLastIndex(isRight('45'))
        expect(right).toBeGreaterThan(attempts.findLastIndex(({ as, line }) => as !== 'right' || line !== 'good'))
        expect(attempts.filter(isRight('46'))).toHaveLength(accounts ? 1 : 0)
      }),
    )
  })

  test('without faults each form is sent once, in order', () => {
    const good = { as: 'right', line: 'good' }
    expect(planStation(noFaults, true, seeded('a'))).toEqual({
      late: false,
      attempts: [
        { form: '45', ...good },
        { form: '46', ...good },
      ],
    })
  })

  test('faults come as often as their share says', () => {
    const plans = Array.from({ length: 20_000 }, (_, i) => planStation(usualFaults, true, seeded(`${i}`)))
    const times = (as: string) => plans.filter(({ attempts }) => attempts.some((attempt) => attempt.as === as)).length
    expect(Math.abs(times('wrong-arithmetic') - 200)).toBeLessThan(60)
    expect(Math.abs(plans.filter(({ late }) => late).length - 600)).toBeLessThan(120)
    const cut = plans.flatMap(({ attempts }) => attempts).filter(({ line }) => line !== 'good')
    expect(Math.abs(cut.length - 400)).toBeLessThan(90)
    expect(new Set(cut.map(({ line }) => line))).toEqual(new Set(['cut-midway', 'cut-before-answer']))
  })

  test('faults are scaled up to always and down to never', () => {
    expect(scaledFaults(usualFaults, 0)).toEqual(noFaults)
    expect(scaledFaults(usualFaults, 1000).late).toBe(1)
  })
})
