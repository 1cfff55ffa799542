import { rollsMigrations, createRolls, type RollId } from '@intikhab/rolls'
import { freshDatabase } from '@intikhab/kernel/testkit'
import { expect, inject, test } from 'vitest'
import { enrolCountry, generateCountry, packSources } from './index.ts'

test('a generated country enters the register whole, and each station finds its own voters there', async () => {
  const { database, drop } = await freshDatabase(inject('postgresUrl'), [rollsMigrations])
  try {
    const country = generateCountry({ seed: 'register', voters: 12_000 })
    const rolls = createRolls({ database, now: () => new Date('2026-02-01T00:00:00Z') })
    const roll = {
      id: 'demonstration-2026' as RollId,
      nameEn: 'Demonstration',
      nameUr: 'نمائشی فہرست',
      rulePack: 'elections-act-2017@2023-08',
      termEndsOn: null,
      resultsAnnouncedAt: null,
    }
    const told: number[] = []
    const done = await enrolCountry(country, rolls, roll, { actor: { kind: 'system', id: 'demonstration' } }, (made) =>
      told.push(made),
    )
    expect(done).toEqual({ ok: true, imported: 12_000 })
    expect(told).toEqual([10_000])
    for (const [i, { parts }] of [...packSources(country, null).stations].entries()) {
      const voters = await rolls.store.votersOf(parts)
      const station = country.stations[i]
      expect(voters.filter((voter) => voter.gender === 'male')).toHaveLength(station?.voters.male ?? -1)
      expect(voters.filter((voter) => voter.gender === 'female')).toHaveLength(station?.voters.female ?? -1)
    }
  } finally {
    await drop()
  }
})
