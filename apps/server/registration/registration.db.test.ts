import { rollSeries, type ClaimsDesk, type RollId } from '@intikhab/rolls'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { auditInstallation } from '../audit/audit.ts'
import { startDemonstrationServer, type DemonstrationServer } from '../demonstration-server.testkit.ts'

/** The small demonstration country with its registration offices at work, once they have done what they begin with. */
let server: DemonstrationServer
let ask: <T>(path: string) => Promise<T>
const here = '/api/rolls/districts/islamabad'

beforeAll(async () => {
  server = await startDemonstrationServer(inject('postgresUrl'), { registration: true })
  const cookie = await server.signIn('district-officer')
  ask = async (path) => (await fetch(`${server.serving.url}${path}`, { headers: { cookie } })).json()
  await vi.waitUntil(async () => (await suspicions('decided')).suspicions.length > 0, {
    timeout: 60_000,
    interval: 500,
  })
}, 120_000)
afterAll(() => server.close())

const suspicions = (state: string) =>
  ask<{ run: { state: string }; open: Record<string, number>; suspicions: { decided: { dockets: string[] } }[] }>(
    `${here}/suspicions?state=${state}`,
  )
test('claims stand before both authorities: received, to be heard today, and ended in every way', async () => {
  const { counts } = await ask<ClaimsDesk>(`${here}/claims`)
  expect(new Set(counts.map(({ form }) => form))).toEqual(new Set(['15', '16', '17', '21', '22', '23']))
  expect(new Set(counts.map(({ state }) => state))).toEqual(
    new Set(['lodged', 'hearing-set', 'heard', 'decided', 'withdrawn', 'lapsed']),
  )
  const { lines, isCut } = await ask<ClaimsDesk['overdue']>(`${here}/claim-lists/done`)
  expect(isCut).toBe(false)
  expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(new Set([null, 'allowed', 'partly', 'rejected']))
  const today = (forms: readonly string[]) =>
    counts.filter(({ form }) => forms.includes(form)).reduce((all, { hearingsToday }) => all + hearingsToday, 0)
  expect([today(['21', '22', '23']), today(['15', '16', '17'])]).toEqual([3, 2])
  expect(counts.map(({ overdue }) => overdue)).toEqual(counts.map(() => 0))
})

test('a voter whose entry changed has a history in sentences', async () => {
  const { rows } = await server.owner.query<{ kinds: string[] }>(
    `select array_agg(kind order by action_id) as kinds from rolls.action group by cnic having count(*) > 2`,
  )
  expect(rows.map(({ kinds }) => kinds.join(' ')).sort()).toEqual([
    'corrected overseas-opted overseas-withdrawn postal-ballot-issued',
    'objected deleted to-verify enrolled',
  ])
})

test('three batches of the registry are taken in, and each report closes', async () => {
  const { batches, missing } = await ask<{
    missing: unknown[]
    batches: { id: number; records: number; skipped: number; state: string; counts: Record<string, number> }[]
  }>('/api/rolls/registry-feed')
  expect([batches.map(({ state }) => state), missing]).toEqual([['applied', 'applied', 'applied'], []])
  for (const { records, skipped, counts } of batches)
    expect(Object.values(counts).reduce((sum, n) => sum + n, skipped)).toBe(records)
  const sum = (outcome: string) => batches.reduce((all, { counts }) => all + (counts[outcome] ?? 0), 0)
  for (const outcome of ['enrolled', 'changed', 'deleted', 'to-verify', 'refused'])
    expect({ outcome, some: sum(outcome) > 0 }).toEqual({ outcome, some: true })
})

test('lists are at the door: one has come back, one in part, one is on its way', async () => {
  const { lists } = await ask<{ lists: { people: number; returned: number; carriedOut: number }[] }>(
    `${here}/door-lists`,
  )
  const [onItsWay, inPart, back] = lists
  expect(onItsWay?.returned).toBe(0)
  expect(inPart).toMatchObject({ carriedOut: 0 })
  expect(back?.returned).toBe(back?.people)
  expect(back?.carriedOut).toBeGreaterThan(0)
})

test('the preliminary roll is on display for thirty days, with a centre for every area', async () => {
  const stage = await ask<{
    stage: string
    display: unknown
    centres: { centres: number; areas: number; covered: number }
    editions: { stage: string; voters: { male: number; female: number } }[]
  }>('/api/rolls/demonstration/stages')
  expect(stage).toMatchObject({ stage: 'display', editions: [{ stage: 'preliminary' }] })
  expect(stage.centres.covered).toBe(stage.centres.areas)
  const centres = await ask<{ received: number }[]>('/api/rolls/demonstration/display-centres')
  expect(centres.reduce((sum, { received }) => sum + received, 0)).toBe(8)
})

test('faults are suspected, and an objection was opened upon one', async () => {
  const { run, open } = await suspicions('open')
  expect(run.state).toBe('done')
  for (const kind of ['two-cards', 'crowded-house', 'one-age', 'address', 'gender', 'dead'])
    expect({ kind, some: (open[kind] ?? 0) > 0 }).toEqual({ kind, some: true })
  const { suspicions: decided } = await suspicions('decided')
  expect(decided.map(({ decided: { dockets } }) => dockets.length)).toEqual([1])
})

test('the figures of the editions are those of the country as it was enrolled', async () => {
  const latest = `${server.serving.url}/editions/${rollSeries('demonstration' as RollId)}/latest/statistics.json`
  expect(await (await fetch(latest)).json()).toMatchObject({ edition: 1, total: 3000 })
})

test('the audit finds nothing', async () => {
  const report = await auditInstallation(server.environment, {})
  expect(report.findings).toEqual([])
  const acts = report.figures.bySystemAndAct.filter(({ system }) => system === 'rolls').map(({ act }) => act)
  expect(acts).toEqual(
    expect.arrayContaining(['claim-lodged', 'claim-decided', 'stage-ordered', 'door-carried-out', 'suspicion-decided']),
  )
})
