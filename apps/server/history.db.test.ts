import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { actsIn } from '@intikhab/kernel/testkit'
import { findTelling, historyWords, type HistoryAnswer } from '@intikhab/kernel/history'
import { catalogueProblems } from '@intikhab/kernel/language'
import { actSentences } from './act-sentences.ts'
import { startDemonstrationServer, type DemonstrationServer } from './demonstration-server.testkit.ts'

let server: DemonstrationServer
let secretariat: string
let second: string
let officer: string
beforeAll(async () => {
  server = await startDemonstrationServer(inject('postgresUrl'))
  ;[secretariat, second, officer] = [
    await server.signIn('secretariat'),
    await server.signIn('second-secretariat'),
    await server.signIn('ro-na-46'),
  ]
})
afterAll(() => server.close())

async function ask(cookie: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(server.serving.url + path, {
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as unknown }
}

async function history(cookie: string, about: string, before?: number) {
  const query = new URLSearchParams({ about, ...(before === undefined ? {} : { before: String(before) }) })
  const { status, body } = await ask(cookie, `/api/history?${query.toString()}`)
  return { status, body: body as HistoryAnswer }
}

/** One person proposes a change of the programme, another approves it. */
async function moveThePoll(reason: string): Promise<void> {
  const { body } = await ask(secretariat, '/api/elections/demonstration')
  const { inForce } = body as { inForce: { version: number; stages: { stage: string; date: string }[] } }
  const stages = Object.fromEntries(inForce.stages.map(({ stage, date }) => [stage, date]))
  const later = new Date(new Date(stages['poll'] ?? '').getTime() + 7 * 86_400_000).toISOString().slice(0, 10)
  const change = { basedOn: inForce.version, stages: { ...stages, poll: later }, reason }
  const proposed = await ask(secretariat, '/api/elections/demonstration/programme', change)
  expect(proposed).toMatchObject({ status: 202 })
  const path = `/api/approvals/${(proposed.body as { approvalId: string }).approvalId}`
  const { previewSha256 } = (await ask(second, path)).body as { previewSha256: string }
  expect(await ask(second, `${path}/approval`, { previewSha256 })).toMatchObject({ body: { state: 'carried-out' } })
}

describe('the sentences of the acts', () => {
  const nameless = (kind: string) => ({ en: kind, ur: `”${kind}“ نامی اقدام` })
  const sentences = actSentences(nameless)

  test('speak both languages, with the same placeholders', () => {
    for (const [system, ofSystem] of Object.entries(sentences))
      expect([system, catalogueProblems(ofSystem)]).toEqual([system, []])
    expect(catalogueProblems(historyWords)).toEqual([])
  })

  test('are there for everything that stands in the ledger of the demonstration', async () => {
    await moveThePoll('Flood in the valley')
    const acts = await actsIn(server.owner)
    expect(new Set(acts.map(({ system }) => system)).size).toBeGreaterThan(6)
    const untold = acts.filter((act) => findTelling(act, sentences) === undefined)
    expect(untold.map(({ system, act }) => `${system}/${act}`)).toEqual([])
  })
})

describe('the history of an election', () => {
  test('tells who did what and why, with the second person and the fingerprints, newest first', async () => {
    const { body } = await history(secretariat, 'demonstration')
    const changed = body.entries.find(({ act }) => act === 'programme-changed')
    expect(changed?.sentence.en).toMatch(
      /^Election Commission Secretariat changed the programme of demonstration to version 2: one stage changed; the poll moved from \d+ \w+ \d{4} to \d+ \w+ \d{4}\.$/,
    )
    expect(changed).toMatchObject({
      reason: { words: 'Flood in the valley', agrees: true },
      section: 's.58',
      approval: {
        proposedBy: { name: 'Election Commission Secretariat' },
        approvedBy: { name: 'Election Commission Secretariat, second officer' },
      },
      changes: [{ record: 'programme.version:demonstration/2', before: null }],
    })
    expect(body.entries.map(({ leaf }) => leaf)).toEqual(body.entries.map(({ leaf }) => leaf).toSorted((a, b) => b - a))
  })

  test('a record, an account and a device are found by their names; what lies below a name belongs to it', async () => {
    const { body } = await history(secretariat, 'programme.version:demonstration/2')
    expect(body.entries.map(({ act }) => act)).toEqual(['programme-changed'])
    const [changed] = body.entries
    for (const key of [changed?.actor.id, changed?.approval?.approvedBy.id, changed?.actor.device]) {
      const found = await history(secretariat, key ?? '')
      expect(found.body.entries.map(({ act }) => act)).toContain('programme-changed')
    }
    const seats = await history(secretariat, 'demonstration/NA-46')
    expect(seats.body.entries.map(({ subject }) => subject)).toContain('demonstration/NA-46')
    expect((await history(secretariat, 'demonstration/NA-4')).body.entries).toEqual([])
  })

  test('a reason that was changed in the register is shown as such', async () => {
    await server.owner.query(`update programme.programme_version set reason = 'Another reason' where version = 2`)
    const { body } = await history(secretariat, 'programme.version:demonstration/2')
    expect(body.entries).toMatchObject([{ reason: { words: 'Another reason', agrees: false } }])
  })

  test('comes page by page, each entry once', async () => {
    const seen: number[] = []
    let before: number | undefined
    do {
      const { body } = await history(secretariat, 'demonstration', before)
      seen.push(...body.entries.map(({ leaf }) => leaf))
      before = body.next ?? undefined
    } while (before !== undefined)
    const { rows } = await server.owner.query<{ n: number }>(
      `select count(distinct leaf)::int as n from history.mention where key = 'demonstration' or key like 'demonstration/%'`,
    )
    expect(seen.length).toBe(rows[0]?.n)
    expect(new Set(seen).size).toBe(seen.length)
  })
})

describe('within the reader’s offices', () => {
  test('a returning officer reads the own seat and no other', async () => {
    expect(await history(officer, 'demonstration/NA-46')).toMatchObject({ status: 200 })
    expect(await history(officer, 'demonstration/NA-47/1')).toMatchObject({
      status: 403,
      body: { code: 'history.out-of-reach' },
    })
    const { body } = await history(officer, 'demonstration')
    expect(new Set(body.entries.map(({ subject }) => subject))).toEqual(new Set(['demonstration/NA-46']))
  })

  test('names of accounts stay with those who may see them', async () => {
    const { body } = await history(second, 'programme.version:demonstration/2')
    const account = body.entries[0]?.actor.id ?? ''
    await server.hold([{ role: 'tribunal', place: 'province islamabad', election: 'demonstration' }])
    const { body: seat } = await history(server.person.cookie, 'demonstration/NA-46')
    expect(seat.entries.length).toBeGreaterThan(0)
    expect(seat.entries.every(({ actor }) => actor.name === null)).toBe(true)
    expect((await history(server.person.cookie, account)).body.entries).toEqual([])
  })

  test('an auditor reads everything, an observer nothing', async () => {
    await server.hold([{ role: 'auditor', place: 'national' }])
    expect((await history(server.person.cookie, 'demonstration')).body.entries.length).toBeGreaterThan(3)
    await server.hold([{ role: 'observer', place: 'national', election: 'demonstration' }])
    expect(await history(server.person.cookie, 'demonstration')).toMatchObject({ status: 403 })
  })
})
