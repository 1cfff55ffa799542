import { describe, expect, test } from 'vitest'
import { findRulePack, getRulePack, listValues, parseRulePackId, rulePacks } from './index.ts'
import type { RulePackId } from './index.ts'

describe('rule packs', () => {
  test('are found by a parsed identifier only', () => {
    const id = parseRulePackId('elections-act-2017@2018')
    expect(id && getRulePack(id).values.recount.capNationalVotes.value).toBe(10_000)
    expect(parseRulePackId('elections-act-2017')).toBeUndefined()
    expect(findRulePack('elections-act-2017@2023-08')?.values.recount.capProvincialVotes.value).toBe(4000)
    expect(() => getRulePack('elections-act-1976@1976' as RulePackId)).toThrow(RangeError)
  })

  test('6 + 8 + 4 + 7 + 1 + 28 days add up to the 54 of the whole programme', () => {
    for (const pack of rulePacks) {
      const days = pack.values.programme
      const sum = [days.nominationDays, days.scrutinyDays, days.appealFilingDays, days.appealDecisionDays]
        .concat(days.revisedListDays, days.revisedListToPollDays)
        .reduce((total, { value }) => total + value, 0)
      expect(sum).toBe(days.minimumTotalDays.value)
    }
  })

  test('2018 and 2023 differ in caps, hours, the 10:00 deadline and the time for petitions', () => {
    const [then, now] = ['elections-act-2017@2018', 'elections-act-2017@2023-08'].map((id) => findRulePack(id)?.values)
    expect([then?.recount.capNationalVotes.value, now?.recount.capNationalVotes.value]).toEqual([10_000, 8000])
    expect([then?.polling.closesAt.value, now?.polling.closesAt.value]).toEqual(['18:00', '17:00'])
    expect([then?.results.completeBy.value, now?.results.completeBy.value]).toEqual([null, '10:00'])
    expect([then?.petition.decideWithinDays.value, now?.petition.decideWithinDays.value]).toEqual([120, 180])
  })
})

describe('the list of a pack', () => {
  test.each(rulePacks)('$id: every value has a path of its own, two labels, a source and a mark', (pack) => {
    const rows = listValues(pack)
    const values = Object.values(pack.values).flatMap((group) => Object.values(group))
    expect(rows).toHaveLength(values.length)
    expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length)
    for (const { label, source } of rows) {
      expect(label.en).toMatch(/^[A-Z]/)
      expect(source).not.toBe('')
    }
  })

  test.each(rulePacks)('$id: Urdu is written in Urdu letters, not their Arabic look-alikes', (pack) => {
    for (const { label, group, note } of listValues(pack))
      for (const text of [label.ur, group.ur, note?.ur ?? 'ا']) {
        expect(text).toMatch(/\p{Script=Arabic}/u)
        expect(text).not.toMatch(/[\u064A\u0643\u0647\u0629]/)
      }
  })

  test('what could not be confirmed says so: the caps of 2023, the polling-station sizes, the form fee', () => {
    const pack = getRulePack('elections-act-2017@2023-08' as RulePackId)
    const unconfirmed = new Set(listValues(pack).flatMap((row) => (row.unconfirmed ? [row.path] : [])))
    for (const path of ['recount.capNationalVotes', 'polling.votersPerStation', 'candidate.formFeeRupees'])
      expect(unconfirmed).toContain(path)
    expect(unconfirmed).not.toContain('rolls.freezeDaysBeforeTermEnd')
  })
})
