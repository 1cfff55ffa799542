import { disagreements, freshDatabase, ledgerInMemory } from '@intikhab/kernel/testkit'
import { auditedRolls, createRolls, loadRegister, nameKey, rollsMigrations, type RollId } from '@intikhab/rolls'
import { expect, inject, test } from 'vitest'
import { nationalPlaces, nationalRegister, openPlan, qualifyingDate } from './index.ts'

const options = { seed: 'register', voters: 20_000 }
const by = { actor: { kind: 'system', id: 'test' } } as const
const now = () => new Date('2024-01-01T00:00:00Z')

test('a small national roll enters the register whole: totals, ages, keys of names, and the audit agrees', async () => {
  const { database, url, drop } = await freshDatabase(inject('postgresUrl'), [rollsMigrations])
  try {
    const { acts, ledger } = ledgerInMemory()
    const rolls = createRolls({ database, ledger, now })
    const plan = await openPlan(options)
    const { districts, areas } = nationalPlaces(plan)
    await rolls.putPlaces(districts, areas, by)
    const roll = {
      id: 'national' as RollId,
      nameEn: 'National',
      nameUr: 'قومی',
      rulePack: 'elections-act-2017@2023-08',
    }
    await rolls.addRoll({ ...roll, qualifyingDate, termEndsOn: null, resultsAnnouncedAt: null }, by)
    const told: number[] = []
    const source = nationalRegister(options, (made) => told.push(made))
    expect(await loadRegister({ ownerUrl: url, ledger, now }, source, by)).toMatchObject({ value: { voters: 20_000 } })
    expect(told.at(-1)).toBe(20_000)
    expect(await disagreements(auditedRolls(database), acts)).toEqual([])

    const counted = await database.pool.query<{ province: string; m: number; f: number }>(
      `select d.province, count(*) filter (where gender = 'm')::int as m, count(*) filter (where gender = 'f')::int as f
       from rolls.voter v join rolls.electoral_area a on a.block = v.block join rolls.district d on d.code = a.district
       group by d.province`,
    )
    for (const { region, men, women } of plan.regions)
      expect(counted.rows).toContainEqual({ province: region, m: men, f: women })
    const youngest = await database.pool.query(
      `select min(age('${qualifyingDate}', date_of_birth)) >= '18 years' as adult from rolls.voter`,
    )
    expect(youngest.rows).toEqual([{ adult: true }])
    const names = await database.pool.query<{ name_ur: string; name_key: number }>(
      'select distinct name_ur, name_key from rolls.voter',
    )
    expect(names.rows.filter(({ name_ur, name_key }) => nameKey(name_ur) !== name_key)).toEqual([])
  } finally {
    await drop()
  }
})
