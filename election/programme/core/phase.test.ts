import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { addDays, deriveProgramme, getLegalDate, karachiInstant, rulePacks } from '@intikhab/law'
import { phaseAt, phaseCodes, phaseTable } from './phase.ts'

const holidays = new Set(['2018-06-15', '2018-06-16', '2018-06-17', '2018-06-18'].map(getLegalDate))
const stages = deriveProgramme(rulePacks[0]!, { notifiedOn: getLegalDate('2018-05-31'), holidays })

describe('the general election of 2018, as first notified', () => {
  test.each([
    ['2018-05-30T12:00:00Z', 'not-notified', '2018-05-30'],
    ['2018-05-31T12:00:00Z', 'notified', '2018-05-31'],
    ['2018-06-06T18:59:59Z', 'nominations', '2018-06-06'],
    ['2018-06-06T19:00:00Z', 'scrutiny', '2018-06-14'],
    ['2018-06-17T12:00:00Z', 'appeals-filing', '2018-06-19'],
    ['2018-06-26T12:00:00Z', 'appeals-decision', '2018-06-26'],
    ['2018-06-27T12:00:00Z', 'final-lists', '2018-06-29'],
    ['2018-07-24T18:59:59Z', 'campaign', '2018-07-24'],
    ['2018-07-24T19:00:00Z', 'polling-day', '2018-07-25'],
    ['2018-07-25T19:00:00Z', 'after-poll', null],
  ])('%s is %s', (at, code, lastDay) => {
    expect(phaseAt(stages, new Date(at))).toEqual({ code, lastDay })
  })
})

test('phases only ever move forward', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10, max: 80 }), fc.nat(2000), (days, hours) => {
      const at = karachiInstant(addDays(stages.notification, days), 0)
      const place = (instant: Date) => phaseCodes.indexOf(phaseAt(stages, instant).code)
      expect(place(new Date(at.getTime() + hours * 3_600_000))).toBeGreaterThanOrEqual(place(at))
    }),
  )
})

describe('the table of phases', () => {
  const table = phaseTable(stages)

  test('covers every day once', () => {
    expect(table.map(({ code }) => code)).toEqual([...phaseCodes])
    for (const [index, { firstDay }] of table.entries()) {
      const before = table[index - 1]?.lastDay
      expect(firstDay).toBe(before ? addDays(before, 1) : null)
    }
    expect(table.at(-1)).toEqual({ code: 'after-poll', firstDay: '2018-07-26', lastDay: null })
  })

  test('leaves out a phase without a day', () => {
    const atOnce = phaseTable({ ...stages, nominationsOpen: stages.notification })
    expect(atOnce.map(({ code }) => code)).not.toContain('notified')
  })
})
