import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { actsIn, approveAs } from '@intikhab/kernel/testkit'
import { startDemonstrationServer, type DemonstrationServer } from './demonstration-server.testkit.ts'

let served: DemonstrationServer
let first: string
let second: string

beforeAll(async () => {
  served = await startDemonstrationServer(inject('postgresUrl'))
  first = await served.signIn('secretariat')
  second = await served.signIn('second-secretariat')
})
afterAll(() => served.close())

const as = (cookie: string) => async (method: 'GET' | 'POST', path: string, body?: object) => {
  const answer = await fetch(`${served.serving.url}${path}`, {
    method,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

async function latestOf(series: string): Promise<number> {
  const answer = await fetch(`${served.serving.url}/editions/${series}/latest`)
  return ((await answer.json()) as { number: number }).number
}

/** The entry of one edition in the ledger. */
const entryOf = async (edition: string) =>
  (await actsIn(served.owner)).find(({ act, subject }) => act === 'edition-published' && subject === edition)

describe('an edition', () => {
  test('of which nothing would change is not even proposed', async () => {
    expect(await as(first)('POST', '/api/publication/map/demonstration', {})).toMatchObject({
      status: 409,
      body: { code: 'site.nothing-changed', figures: { number: 1 } },
    })
  })

  test('is published when a second officer has approved it, and its entry names both', async () => {
    const proposed = await as(first)('POST', '/api/publication/roll/demonstration', {
      electionId: 'demonstration',
      reason: 'The figures of the autumn',
    })
    expect(proposed).toMatchObject({
      status: 202,
      body: {
        state: 'proposed',
        preview: {
          subject: 'rolls-demonstration/2',
          counts: [{ before: 1, after: 2 }, { before: 3000, after: null }, {}],
        },
      },
    })
    expect(await latestOf('rolls-demonstration')).toBe(1)
    expect(await approveAs(as(first), proposed.body['approvalId'])).toMatchObject({
      status: 403,
      body: { code: 'approvals.own-proposal' },
    })
    expect(await approveAs(as(second), proposed.body['approvalId'])).toMatchObject({ body: { state: 'carried-out' } })
    const { approvalId: id } = proposed.body
    expect(await entryOf('rolls-demonstration/2')).toMatchObject({
      actor: { kind: 'account', role: 'secretariat', office: 'national' },
      approval: { id, proposedBy: { role: 'secretariat' }, approvedBy: { role: 'secretariat' } },
    })
  })

  test('of the look-up pack may be of one district alone; nobody can fetch it', async () => {
    const order = { electionId: 'demonstration', delimitationId: 'demonstration' }
    const path = '/api/publication/enquiry/demonstration'
    const proposed = await as(first)('POST', path, { ...order, onlyDistrict: 'islamabad' })
    expect(proposed).toMatchObject({
      status: 202,
      body: { preview: { subject: 'enquiry-demonstration-islamabad/1' } },
    })
    expect(await approveAs(as(second), proposed.body['approvalId'])).toMatchObject({ body: { state: 'carried-out' } })
    expect(await entryOf('enquiry-demonstration-islamabad/1')).toBeDefined()
    const fetched = await fetch(`${served.serving.url}/editions/enquiry-demonstration-islamabad/1/pack.json`)
    expect(fetched.status).toBe(403)
    expect(await as(first)('POST', path, { ...order, onlyDistrict: 'nowhere' })).toMatchObject({
      status: 422,
      body: { code: 'rolls.unknown-district' },
    })
  })

  test.each([
    ['/api/publication/roll/Not%20a%20roll', 404],
    ['/api/publication/scheme/nowhere', 404],
    ['/api/publication/enquiry/nowhere', 404],
    ['/api/site/elections/nowhere', 404],
  ])('of what is not there is refused: %s', async (path, status) => {
    const body = path.startsWith('/api/site') ? { delimitationId: null } : {}
    expect((await as(first)('POST', path, body)).status).toBe(status)
  })
})

test('an election that two officers show publishes its results by itself, each edition under their order', async () => {
  const proposed = await as(first)('POST', '/api/site/elections/demonstration', { delimitationId: 'demonstration' })
  expect(proposed).toMatchObject({ status: 202, body: { preview: { counts: [{ after: 3 }, {}], differences: [] } } })
  const { approvalId } = proposed.body
  expect(await approveAs(as(second), approvalId)).toMatchObject({ body: { state: 'carried-out' } })

  const now = await as(first)('POST', '/api/results/demonstration/publish', {})
  expect(now).toMatchObject({ status: 202 })
  const published = await approveAs(as(second), now.body['approvalId'])
  expect(published).toMatchObject({ body: { state: 'carried-out', done: { number: expect.any(Number) } } })
  const { number } = published.body['done'] as { number: number }
  expect(await entryOf(`results-demonstration/${number}`)).toMatchObject({
    actor: { kind: 'system', id: 'publisher' },
    approval: { id: approvalId },
  })
})
