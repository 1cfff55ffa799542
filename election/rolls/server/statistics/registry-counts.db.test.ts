import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { openMadeUpRegister } from '../register/made-up-register.testkit.ts'
import { everybody } from '../register/made-up-voters.testkit.ts'

test('cards told against enrolled and deaths told against removed, visits included; a district of which nothing was told is missing', async () => {
  const by = { actor: { kind: 'account', id: 'registration-officer' } } as const
  const { database, rolls, drop } = await openMadeUpRegister(inject('postgresUrl'), 5, by.actor)
  try {
    const [enrolledSince, diedSince, stillThere] = [...everybody(5)].map(({ cnic }) => Number(cnic))
    await rolls.change(String(diedSince) as never, { kind: 'deleted' }, { ...by, cause: 'visit' })
    const told: [cnic: number | null, outcome: string, reason: string | null][] = [
      [9900900000011, 'enrolled', null],
      [9900900000021, 'enrolled', null],
      [9900900000031, 'deleted', null],
      [9900900000041, 'to-verify', 'was-removed'],
      [9900900000041, 'to-verify', 'still-waiting'],
      [enrolledSince ?? 0, 'to-verify', 'unknown-block'],
      [diedSince ?? 0, 'to-verify', 'death-to-confirm'],
      [stillThere ?? 0, 'to-verify', 'death-of-another'],
      [9900900000051, 'to-verify', 'moved'],
      [9900900000061, 'changed', null],
      [null, 'refused', 'unreadable'],
    ]
    for (const [i, [cnic, outcome, reason]] of told.entries())
      await sql`insert into rolls.registry_outcome (number, cnic, registry_batch_id, block, decided_at, outcome, reason, line_sha256)
        values (${i + 1}, ${cnic}, 1, ${cnic === null ? null : 901010101}, now(), ${outcome}, ${reason}, '')`.execute(
        database.tables(),
      )
    expect(await rolls.store.registryCounts()).toEqual([
      { district: 'attock', cardsIssued: 4, enrolled: 3, deaths: 3, removed: 2 },
    ])
  } finally {
    await drop()
  }
})
