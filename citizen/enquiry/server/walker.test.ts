import { testClock } from '@intikhab/kernel/testkit'
import type { Cnic, LookedUp, LookUp } from '@intikhab/rolls'
import { expect, test } from 'vitest'
import { createEnquiry, usualLimits, type Enquiry } from './enquiry.ts'

/** Of consecutive CNICs every tenth is somebody's, which is more than in any locality. */
const isRegistered = (cnic: string) => Number(cnic) % 10 === 3
const first = 9_900_100_000_000

const entry: LookedUp = {
  state: 'active',
  gender: 'male',
  serial: 7,
  household: 2,
  block: { code: '901010101', nameEn: 'Noor Town', nameUr: 'نور ٹاؤن' },
  district: { code: 'islamabad', nameEn: '', nameUr: '', province: 'islamabad', officePhone: '051-2222222' },
  seats: [],
  freezes: [],
}

function house() {
  const clock = testClock('2024-01-10T00:00:00Z')
  const looked: Cnic[] = []
  const pack = {
    description: { rollId: 'test-2024', freezes: [], helpline: '051-1111111' },
    edition: { series: 'enquiry-test-2024', number: 1, madeAt: '2024-01-05T00:00:00.000Z' },
    find(cnic: Cnic) {
      looked.push(cnic)
      return Promise.resolve(isRegistered(cnic) ? entry : undefined)
    },
  } as unknown as LookUp
  return { clock, looked, enquiry: createEnquiry({ lookUp: () => Promise.resolve(pack), now: clock.now }) }
}
type Answer = Awaited<ReturnType<Enquiry['ask']>>
const stateOf = (answer: Answer) => (answer.ok ? answer.value.state : answer.refusal.kind.code)
const waitOf = (answer: Answer) => (answer.ok ? 0 : Number(answer.refusal.detail?.['retryAfterSeconds'] ?? 0))

/** Walks through CNICs for some days, waiting no longer than told; gives what it was told. */
async function walk(days: number, addressOf: (turn: number) => string) {
  const { clock, enquiry } = house()
  const end = clock.now().getTime() + days * 86_400_000
  const told = { found: 0, absent: 0 }
  let cnic = first
  for (let turn = 0; clock.now().getTime() < end; turn++) {
    const answer = await enquiry.ask({ cnic: String(cnic), ip: addressOf(turn) })
    if (!answer.ok) {
      clock.advance(waitOf(answer) * 1000)
      continue
    }
    told[answer.value.state === 'not-registered' ? 'absent' : 'found']++
    cnic++
  }
  return told
}

test('who walks through CNICs from one network learns of a handful a day, however patiently', async () => {
  const day = await walk(1, () => '10.0.0.1')
  expect(day.found).toBeLessThanOrEqual(5)
  expect(day.absent).toBeLessThanOrEqual(40)
  const week = await walk(7, () => '10.0.0.1')
  expect(week.found).toBeLessThanOrEqual(25)
  expect(week.absent).toBeLessThanOrEqual(200)
})

test('another network for every question does not help where all of them are one customer’s', async () => {
  const address = (turn: number) => `2001:db8:1:${(turn % 65_536).toString(16)}::1`
  const day = await walk(1, address)
  expect(day.absent).toBeLessThanOrEqual(600)
})

test('who has to wait is refused in the same words for a CNIC that somebody has and for one that nobody has', async () => {
  const { looked, enquiry, clock } = house()
  for (let n = 0; n < 3; n++) {
    await enquiry.ask({ cnic: String(first + n), ip: '10.0.0.1' })
    await enquiry.ask({ cnic: String(first + n), ip: '10.0.0.1' })
    clock.advance(600_000)
  }
  const before = looked.length
  const [there, absent] = [String(first + 13), String(first + 14)]
  const refused = await Promise.all([there, absent].map((cnic) => enquiry.ask({ cnic, ip: '10.0.0.1' })))
  expect(refused.map(stateOf)).toEqual(['found-unassigned', 'not-registered'])
  const later = await Promise.all([there, absent].map((cnic) => enquiry.ask({ cnic, ip: '10.0.0.1' })))
  expect(later[0]).toEqual(later[1])
  expect([stateOf(later[0] as Answer), waitOf(later[0] as Answer)]).toEqual(['enquiry.too-many-requests', 60])
  expect(looked.length).toBe(before + 2)
})

test('a CNIC that nobody has is looked up as one that somebody has: once', async () => {
  const { looked, enquiry } = house()
  for (const cnic of [first + 3, first + 4]) await enquiry.ask({ cnic: String(cnic), ip: '10.0.0.1' })
  expect(looked).toEqual([String(first + 3), String(first + 4)])
})

test('a family that mistypes now and then never waits for it', async () => {
  const { enquiry, clock } = house()
  for (const cnic of [first + 5, first + 3, first + 6, first + 13]) {
    const answer = await enquiry.ask({ cnic: String(cnic), ip: '10.0.0.1' })
    expect(answer.ok).toBe(true)
  }
  clock.advance(3_600_000)
  const next = await enquiry.ask({ cnic: String(first + 23), ip: '10.0.0.1' })
  expect(stateOf(next)).toBe('found-unassigned')
})

test('a gateway that counts its own callers is not slowed down by their misses', async () => {
  const { clock } = house()
  const pack = {
    find: () => Promise.resolve(undefined),
    description: { freezes: [] },
    edition: {},
  } as unknown as LookUp
  const limits = { ...usualLimits, trustedCallers: ['10.0.0.99'] }
  const enquiry = createEnquiry({ lookUp: () => Promise.resolve(pack), limits, now: clock.now })
  for (let n = 0; n < 100; n++)
    expect(stateOf(await enquiry.ask({ cnic: String(first + n), ip: '10.0.0.99' }))).toBe('not-registered')
})
