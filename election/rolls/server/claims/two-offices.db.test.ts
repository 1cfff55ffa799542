import { createHttp, memoryIdempotency } from '@intikhab/kernel/http'
import type { Person } from '@intikhab/kernel/identity'
import { anyOffice, testSession } from '@intikhab/kernel/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { enrolment } from '../register/made-up-voters.testkit.ts'
import { officer, openClaimsOffice, registration, type ClaimsOffice } from './claims.testkit.ts'
import { deskRoutes } from './routes-desk.ts'

const dec: Person = { accountId: 'dec-attock', name: 'DEC', grants: [], session: testSession }

let office: ClaimsOffice
beforeAll(async () => {
  office = await openClaimsOffice(inject('postgresUrl'))
})
afterAll(() => office.drop())

function signOrder(docket: string) {
  const { parts, claims, clock } = office
  const http = createHttp({
    version: 'test',
    authenticate: async () => dec,
    grantFor: () => anyOffice,
    idempotencyStore: memoryIdempotency(clock.now),
  })
  http.register(deskRoutes({ ...parts, claims, gate: { grantFor: () => anyOffice }, site: () => 'https://x' }))
  return http.fastify.inject({
    method: 'POST',
    url: `/api/rolls/districts/attock/claims/${docket}/order`,
    payload: { outcome: 'allowed', reasons: 'The card was seen', granted: null, under: null },
  })
}

test('who enrols a CNIC that another office enrols at this instant reads where, and which form to use', async () => {
  const newcomer = enrolment(8000, '902010101')
  const { cnic } = newcomer.identity
  const lodged = await office.claims.lodge(registration(cnic, '901010102'))
  const docket = lodged.ok ? lodged.value.claim.docket : ''
  const waiting = async () => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(office.database.tables())
    return rows[0]?.n
  }
  const { order } = await office.database.transaction(async (tx) => {
    const quetta = await office.rolls.change(cnic, newcomer, { actor: officer, cause: 'counter', form: '21' }, tx)
    expect(quetta.ok).toBe(true)
    const signed = signOrder(docket)
    // The order has found nobody, and waits for Quetta's enrolment.
    await expect.poll(waiting, { timeout: 20_000 }).toBe(1)
    return { order: signed }
  })
  const answer = await order
  expect(answer.statusCode).toBe(409)
  expect(answer.json()).toMatchObject({
    code: 'rolls.already-enrolled',
    title: expect.stringMatching(/already enrolled, in the district Quetta \(کوئٹہ\)\. A vote is moved with Form-21/),
    titleUr: expect.stringMatching(/پہلے سے ضلع کوئٹہ \(.*Quetta.*\) میں درج ہے۔.*فارم 21/),
    figures: { form: '21', district: 'Quetta', districtUr: 'کوئٹہ' },
  })
  for (const personal of [cnic, newcomer.identity.nameUr, newcomer.identity.nameEn, '902010101'])
    expect(answer.body).not.toContain(personal)
})
