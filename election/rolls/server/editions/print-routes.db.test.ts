import { createHttp, memoryIdempotency } from '@intikhab/kernel/http'
import { findGrant, type Grant } from '@intikhab/kernel/identity'
import { accept } from '@intikhab/kernel/refusal'
import { testSession } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { areas, roll } from '../register/made-up-voters.testkit.ts'
import { putCentre } from './display-centres.ts'
import { dividedSeat, officer, openListedRegister, type ListedRegister } from './editions.testkit.ts'
import type { PrintOrder } from './print-order.ts'
import { printRoutes } from './print-routes.ts'

const [inAttock = '', , inQuetta = ''] = areas.map(({ block }) => block as string)
const drawn = dividedSeat([1, 20])
/** NA-49 lies in Attock with all its areas; NA-50 in two districts. */
const seats = new Map([
  ['NA-49', { ...drawn, blocks: [inAttock] }],
  ['NA-50', drawn],
])

let register: ListedRegister
beforeAll(async () => {
  register = await openListedRegister(inject('postgresUrl'))
  const parts = { ...register.parts, queuePublication: async () => undefined }
  const place = {
    nameEn: 'School',
    nameUr: 'اسکول',
    addressEn: 'Road',
    addressUr: 'روڈ',
    opensAt: '09:00',
    closesAt: '17:00',
  }
  for (const [district, block] of [
    ['attock', inAttock],
    ['quetta', inQuetta],
  ] as const)
    await putCentre(parts, roll.id, { number: null, district, ...place, isClosed: false, blocks: [block] }, officer)
})
afterAll(() => register.close())

/** Whether somebody who holds this office may have an order printed. */
async function may(grant: Grant, order: PrintOrder): Promise<boolean> {
  const { parts, rolls, reader } = register
  const http = createHttp({
    version: 'test',
    authenticate: async () => ({ accountId: 'officer', name: 'Officer', grants: [grant], session: testSession }),
    grantFor: (person, act, where) => findGrant(person, act, where, parts.now()),
    idempotencyStore: memoryIdempotency(parts.now),
  })
  const never = () => Promise.reject(new Error('nobody asks for this here'))
  http.register(
    printRoutes({
      ...parts,
      rolls,
      reader,
      prints: { ask: async () => accept('print'), make: never, fileOf: () => '' },
      places: {
        seatsOf: never,
        seatsOfElection: never,
        findSeat: never,
        async findSchemeSeat(_election, code) {
          const seat = seats.get(code)
          return seat === undefined ? undefined : { seat, namesUr: new Map() }
        },
        dividedSeats: never,
        findPoll: never,
        provinceUr: () => '',
      },
      mayPrint: ({ person }, where) =>
        person !== null && findGrant(person, 'rolls.copies', [...where], parts.now()) !== undefined,
      announcedAt: never,
    }),
  )
  const url = `/api/rolls/${roll.id}/prints`
  const { statusCode } = await http.fastify.inject({ method: 'POST', url, payload: { order } })
  expect([202, 403]).toContain(statusCode)
  return statusCode === 202
}

const area = (block: string): PrintOrder => ({ kind: 'area', block, delimitationId: null })
const centre = (number: number): PrintOrder => ({ kind: 'centre', centre: number, delimitationId: null })
const stations = (seat: string): PrintOrder => ({
  kind: 'stations',
  electionId: 'by',
  seat,
  marked: false,
  slips: true,
})

test('a district’s officer prints the areas and display centres of the own district, and a seat that lies in it whole', async () => {
  const attock: Grant = { role: 'district-officer', scope: { kind: 'district', code: 'attock' } }
  const orders = [area(inAttock), centre(1), stations('NA-49')]
  const others = [area(inQuetta), centre(2), centre(3), stations('NA-50')]
  for (const order of orders) expect([order, await may(attock, order)]).toEqual([order, true])
  for (const order of others) expect([order, await may(attock, order)]).toEqual([order, false])
})

test('a returning officer prints all stations of the own seat, and no display centre', async () => {
  const seat: Grant = { role: 'returning-officer', scope: { kind: 'constituency', code: 'NA-50', electionId: 'by' } }
  expect(await may(seat, stations('NA-50'))).toBe(true)
  for (const order of [stations('NA-49'), centre(1), area(inAttock)])
    expect([order, await may(seat, order)]).toEqual([order, false])
})
