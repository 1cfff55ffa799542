import { createHttp, memoryIdempotency } from '@intikhab/kernel/http'
import type { LookedUp, LookUp } from '@intikhab/rolls'
import { testClock } from '@intikhab/kernel/testkit'
import { beforeEach, expect, test } from 'vitest'
import { createEnquiry, usualLimits, type EnquiryLimits } from './enquiry.ts'
import { enquiryRoutes } from './routes.ts'

const entry: LookedUp = {
  state: 'active',
  gender: 'male',
  serial: 7,
  household: 2,
  block: { code: '901010101', nameEn: 'Noor Town', nameUr: 'نور ٹاؤن' },
  district: {
    code: 'islamabad',
    nameEn: 'Islamabad',
    nameUr: 'اسلام آباد',
    province: 'islamabad',
    officePhone: '051-2222222',
  },
  seats: [{ seat: { code: 'NA-46', nameEn: 'Islamabad-I', nameUr: 'اسلام آباد-1' }, station: undefined }],
  freezes: [],
}
const asked: string[] = []
const pack: LookUp = {
  description: {
    format: 'intikhab-look-up/2',
    rollId: 'test-2024',
    rollEdition: null,
    onlyDistrict: null,
    entries: 1,
    salt: 0,
    secretCheck: '',
    directoryBits: 8,
    scheme: null,
    freezes: [],
    helpline: '051-1111111',
    seats: [],
    districts: [],
  },
  edition: { series: 'enquiry-test-2024', number: 1, madeAt: '2024-01-05T00:00:00.000Z' },
  async find(cnic) {
    asked.push(cnic)
    return cnic === '1234512345671' ? entry : undefined
  },
  async close() {},
}

const clock = testClock('2024-01-10T00:00:00Z')
beforeEach(() => void asked.splice(0))

function ask(limits: Partial<EnquiryLimits> = {}, lookUp: () => Promise<LookUp | undefined> = async () => pack) {
  const http = createHttp({
    version: 'test',
    authenticate: async () => null,
    grantFor: () => undefined,
    idempotencyStore: memoryIdempotency(clock.now),
  })
  http.register(enquiryRoutes(createEnquiry({ lookUp, limits: { ...usualLimits, ...limits }, now: clock.now })))
  return async (body: object, ip = '10.0.0.1') => {
    const answer = await http.fastify.inject({ method: 'POST', url: '/api/enquiry', payload: body, remoteAddress: ip })
    return { status: answer.statusCode, headers: answer.headers, body: answer.json() as Record<string, unknown> }
  }
}

test('the spellings of one CNIC all find the same voter', async () => {
  const post = ask({ perCaller: null })
  for (const cnic of ['1234512345671', '12345-1234567-1', '1234512345671 ', '۱۲۳۴۵۱۲۳۴۵۶۷۱']) {
    const { status, headers, body } = await post({ cnic })
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('no-store')
    expect(body).toMatchObject({
      state: 'found-unassigned',
      cnic: '12345-*****67-1',
      registration: { block: '901010101', serial: 7, household: 2 },
      district: { officePhone: '051-2222222' },
    })
  }
  expect(asked).toEqual(Array.from({ length: 4 }, () => '1234512345671'))
})

test('the CNIC itself is nowhere in the answer', async () => {
  const { body } = await ask()({ cnic: '1234512345671' })
  expect(JSON.stringify(body)).not.toContain('1234512345671')
  expect(JSON.stringify(body)).not.toContain('1234567')
})

test('12 digits, free text and nothing are refused before anybody is looked up, and take no turn', async () => {
  const post = ask({ perCaller: { most: 1, seconds: 600 } })
  const cases = [
    ['123451234567', 'enquiry.cnic-wrong-length'],
    ['where do I vote?', 'enquiry.cnic-not-digits'],
    ['', 'enquiry.cnic-missing'],
  ]
  for (const [cnic, code] of cases) {
    const { status, body } = await post({ cnic })
    expect({ status, code: body['code'], field: body['field'] }).toEqual({ status: 400, code, field: '/cnic' })
    expect(body['titleUr']).toMatch(/[\u0600-\u06ff]/)
  }
  expect(asked).toEqual([])
  expect((await post({ cnic: '1234512345671' })).status).toBe(200)
})

test('one connection is answered five times in ten minutes, then told how long to wait', async () => {
  const post = ask()
  const many = await Promise.all(Array.from({ length: 40 }, () => post({ cnic: '1234512345671' })))
  expect(many.filter(({ status }) => status === 200)).toHaveLength(5)
  const refused = many.find(({ status }) => status === 429)
  expect(refused?.body['code']).toBe('enquiry.too-many-requests')
  expect(refused?.headers['retry-after']).toBe('600')
  expect((await post({ cnic: '1234512345671' }, '10.0.0.2')).status).toBe(200)
  clock.advance(600_000)
  expect((await post({ cnic: '1234512345671' })).status).toBe(200)
})

test('one CNIC is answered twenty times a day, from however many connections', async () => {
  const post = ask({ trustedCallers: ['10.0.0.99'] })
  const many = await Promise.all(Array.from({ length: 30 }, (_, i) => post({ cnic: '1234512345671' }, `10.0.1.${i}`)))
  expect(many.filter(({ status }) => status === 200)).toHaveLength(20)
  const gateway = await post({ cnic: '1234512345671' }, '10.0.0.99')
  expect(gateway.body['code']).toBe('enquiry.cnic-asked-too-often')
  expect((await post({ cnic: '1234512345689' }, '10.0.0.99')).body['state']).toBe('not-registered')
})

test('a trusted gateway is not held to the limit of one connection', async () => {
  const post = ask({ trustedCallers: ['10.0.0.99'], perCnic: null })
  const many = await Promise.all(Array.from({ length: 50 }, () => post({ cnic: '1234512345671' }, '10.0.0.99')))
  expect(many.every(({ status }) => status === 200)).toBe(true)
})

test('one language can be asked for; an unknown one is refused', async () => {
  const post = ask()
  const urdu = await post({ cnic: '1234512345671', language: 'ur' })
  expect(Object.keys(urdu.body['sentences'] as object)).toEqual(['ur'])
  expect((await post({ cnic: '1234512345671', language: 'fr' })).status).toBe(400)
})

test('before a roll is published the enquiry says so', async () => {
  const { status, body } = await ask({}, async () => undefined)({ cnic: '1234512345671' })
  expect({ status, code: body['code'] }).toEqual({ status: 503, code: 'enquiry.no-roll-published' })
})
