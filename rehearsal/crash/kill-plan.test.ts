import { expect, test } from 'vitest'
import { seeded } from '../country/random.ts'
import { planKills } from './kill-plan.ts'

test('server and database are killed by turns, at moments drawn between a twentieth of a second and three', () => {
  const kills = planKills(20, seeded('night'))
  for (const [victim, times] of [
    ['server', 10],
    ['database', 5],
    ['postmaster', 5],
  ] as const)
    expect(kills.filter((kill) => kill.victim === victim)).toHaveLength(times)
  for (const { after } of kills) expect(after >= 50 && after <= 2550).toBe(true)
  expect(new Set(kills.map(({ after }) => after)).size).toBeGreaterThan(15)
  expect(kills).toEqual(planKills(20, seeded('night')))
})
