import { describe, expect, test } from 'vitest'
import { clockStatus, findRulePack, getLegalDate, resultClocks, rulePacks } from './index.ts'

const pack2018 = findRulePack('elections-act-2017@2018') ?? rulePacks[0]!
const pack2023 = findRulePack('elections-act-2017@2023-08') ?? rulePacks[0]!
const hour = 3_600_000

describe('the clocks of 8 February 2024', () => {
  const pollOn = getLegalDate('2024-02-08')
  const consolidatedAt = new Date('2024-02-11T10:30:00Z')
  const clocks = resultClocks(pack2023, { pollOn, consolidatedAt })

  test('02:00 and 10:00 next day, 24 h after consolidation, the end of the 14th day', () => {
    expect(clocks.map(({ code, dueAt }) => [code, dueAt?.toISOString()])).toEqual([
      ['provisional', '2024-02-08T21:00:00.000Z'],
      ['complete', '2024-02-09T05:00:00.000Z'],
      ['sendForms', '2024-02-12T10:30:00.000Z'],
      ['publish', '2024-02-22T19:00:00.000Z'],
    ])
  })

  test('the forms came on 5 March: late by eleven days and some hours', () => {
    const doneAt = new Date('2024-03-05T10:00:00Z')
    expect(clockStatus(clocks[3]!, { now: doneAt, doneAt })).toEqual({ state: 'done', lateByMs: (11 * 24 + 15) * hour })
  })

  test('at 23:30 there are 2½ hours to the provisional result, at 01:15 it is due, at 03:00 it is late by one', () => {
    const at = (time: string) => clockStatus(clocks[0]!, { now: new Date(time) })
    expect(at('2024-02-08T18:30:00Z')).toEqual({ state: 'before', remainingMs: 2.5 * hour })
    expect(at('2024-02-08T20:15:00Z')).toEqual({ state: 'due', remainingMs: 0.75 * hour })
    expect(at('2024-02-08T21:00:00Z')).toEqual({ state: 'due', remainingMs: 0 })
    expect(at('2024-02-08T22:00:00Z')).toEqual({ state: 'late', lateByMs: hour })
  })

  test('sending waits for consolidation', () => {
    const waiting = resultClocks(pack2023, { pollOn })[2]!
    expect(clockStatus(waiting, { now: new Date('2024-02-20T00:00:00Z') })).toEqual({ state: 'not-started' })
  })
})

test('2018 knew 02:00 but no 10:00', () => {
  const codes = resultClocks(pack2018, { pollOn: getLegalDate('2018-07-25') }).map(({ code }) => code)
  expect(codes).toEqual(['provisional', 'sendForms', 'publish'])
})
