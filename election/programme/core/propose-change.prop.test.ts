import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, deriveProgramme, getLegalDate, rulePacks, stageCodes, stageRules } from '@intikhab/law'
import type { ProgrammeStages, RulePack } from '@intikhab/law'
import { electionDocument } from './edition.ts'
import { parseElectionId } from './election.ts'
import { announceElection, previewChange, proposeChange } from './propose-change.ts'

const id = parseElectionId('general-election-2018')
const madeAt = new Date('2018-05-31T12:00:00Z')

const holidays = fc
  .uniqueArray(fc.integer({ min: 0, max: 70 }), { maxLength: 8 })
  .map((days) => new Set(days.map((day) => addDays(getLegalDate('2018-05-31'), day))))

/** Moves of single stages, most of them small enough that many proposals are in order. */
const moves = fc.array(fc.tuple(fc.constantFrom(...stageCodes), fc.integer({ min: -4, max: 6 })), { maxLength: 4 })

const proposals = fc.array(
  fc.record({
    moves,
    order: fc.constantFrom(null, '', 'No. F.8(3)/2018'),
    reason: fc.constantFrom('', ' ', 'More time'),
  }),
  { maxLength: 6 },
)

function moved(stages: ProgrammeStages, by: readonly (readonly [keyof ProgrammeStages, number])[]): ProgrammeStages {
  const dates = { ...stages }
  for (const [stage, days] of by) dates[stage] = addDays(dates[stage], days)
  return dates
}

/** The law counted here by itself, from the rules and not from the check under test. */
function keepsLaw(pack: RulePack, stages: ProgrammeStages): boolean {
  const everyStage = stageRules(pack).every(
    ({ stage, from, days }) => daysBetween(stages[from], stages[stage]) >= days.value,
  )
  return everyStage && daysBetween(stages.notification, stages.poll) >= pack.values.programme.minimumTotalDays.value
}

test('whatever is proposed in a row, no version in force lacks a reason, an order or its place in time', () => {
  fc.assert(
    fc.property(fc.constantFrom(...rulePacks), holidays, proposals, (pack, free, asked) => {
      if (!id.ok) throw new Error('no id')
      const stages = deriveProgramme(pack, { notifiedOn: getLegalDate('2018-05-31'), holidays: free })
      const names = { id: id.value, nameEn: 'E', nameUr: 'ا', kind: 'general' as const, assemblies: ['NA' as const] }
      const context = { madeAt, holidays: free }
      const first = { stages, reason: 'General election', orderReference: null }
      const announced = announceElection({ ...names, packId: pack.id }, first, context)
      if (!announced.ok) throw new Error(announced.refusal.kind.code)
      const versions = [announced.value.version]
      for (const { moves: by, order, reason } of asked) {
        const current = versions.at(-1)
        if (!current) throw new Error('no version')
        const proposal = { basedOn: versions.length, stages: moved(current.stages, by), reason, orderReference: order }
        const { refusal } = previewChange(announced.value.election, current, proposal, context)
        const made = proposeChange(announced.value.election, current, proposal, context)
        expect(made.ok).toBe(refusal === null)
        if (made.ok) versions.push(made.value.version)
      }
      for (const [index, version] of versions.entries()) {
        expect(version.version).toBe(index + 1)
        expect(version.reason.trim()).not.toBe('')
        expect(version.orderReference !== null || keepsLaw(pack, version.stages)).toBe(true)
        for (const { stage, from } of stageRules(pack)) expect(version.stages[stage] >= version.stages[from]).toBe(true)
      }
      const published = electionDocument(announced.value.election, versions).versions
      expect(published.slice(1).every(({ changes }) => changes.length > 0)).toBe(true)
    }),
  )
})
