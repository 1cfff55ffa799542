import { expect, test } from 'vitest'
import fc from 'fast-check'
import {
  addDays,
  changeProgramme,
  checkProgramme,
  deriveProgramme,
  getLegalDate,
  latestNotification,
  rulePacks,
} from './index.ts'

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(getLegalDate('2018-01-01'), days))
const pack = fc.constantFrom(...rulePacks)
/** A notification with holidays thrown over the ten weeks after it. */
const basis = fc
  .record({ notifiedOn: day, offsets: fc.uniqueArray(fc.integer({ min: 0, max: 70 }), { maxLength: 25 }) })
  .map(({ notifiedOn, offsets }) => ({
    notifiedOn,
    holidays: new Set(offsets.map((days) => addDays(notifiedOn, days))),
  }))

test('a derived programme passes its own check, and holidays never break the minimum', () => {
  fc.assert(
    fc.property(pack, basis, (law, from) => {
      const check = checkProgramme(law, deriveProgramme(law, from), from.holidays)
      expect(check.findings).toEqual([])
      expect(check.total.kept).toBe(true)
    }),
  )
})

test('one more holiday never brings the poll forward', () => {
  fc.assert(
    fc.property(pack, basis, fc.integer({ min: 1, max: 60 }), (law, from, days) => {
      const more = new Set([...from.holidays, addDays(from.notifiedOn, days)])
      const before = deriveProgramme(law, from).poll
      expect(deriveProgramme(law, { ...from, holidays: more }).poll >= before).toBe(true)
    }),
  )
})

test('notified on its latest day a programme reaches its poll, a day later it does not', () => {
  fc.assert(
    fc.property(pack, basis, (law, { notifiedOn, holidays }) => {
      const pollOn = addDays(notifiedOn, 65)
      const latest = latestNotification(law, pollOn, holidays)
      expect(deriveProgramme(law, { notifiedOn: latest, holidays }).poll <= pollOn).toBe(true)
      expect(deriveProgramme(law, { notifiedOn: addDays(latest, 1), holidays }).poll > pollOn).toBe(true)
    }),
  )
})

test('a programme left as it is changes nothing and needs no order', () => {
  fc.assert(
    fc.property(pack, basis, (law, from) => {
      const stages = deriveProgramme(law, from)
      const change = changeProgramme(law, stages, stages, { orderReference: null, holidays: from.holidays })
      expect(change).toMatchObject({ changes: [], orderRequired: false, allowed: true })
    }),
  )
})
