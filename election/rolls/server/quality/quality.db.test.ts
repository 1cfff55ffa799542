import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHttp, memoryIdempotency } from '@intikhab/kernel/http'
import { anyOffice, disagreements, testSession } from '@intikhab/kernel/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { BlockCode } from '@intikhab/delimitation'
import type { Cnic } from '../../core/identifiers.ts'
import type { EnrolledVoter } from '../../core/register/voter.ts'
import { openClaimsOffice, officer, type ClaimsOffice } from '../claims/claims.testkit.ts'
import { voter } from '../register/made-up-voters.testkit.ts'
import { voterHandles } from '../register/voter-handle.ts'
import { createQuality, type Quality } from './quality.ts'
import { auditedQuality } from './quality-records.ts'
import { qualityRoutes, type SuspicionList } from './quality-routes.ts'
import { listReopenings } from './reopenings.ts'
import { countOpen, listSuspicions } from './suspicion-store.ts'

const born = (n: number) =>
  `${1950 + (n % 50)}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`
const given = 'کاشف طارق نوید بلال زبیر حمزہ جنید شکیل'.split(' ')
const fathers = 'سرور گلفام دلاور رستم منصور فیروز'.split(' ')
const person = (n: number, block: string, other: Partial<EnrolledVoter> = {}): EnrolledVoter => {
  const one = voter(n, block, 'male', 100 + (n % 3000))
  return {
    ...one,
    nameUr: given[n % 8] ?? '',
    relationNameUr: fathers[n % 6] ?? '',
    dateOfBirth: born(n),
    entry: { ...one.entry, household: 500 + n },
    ...other,
  }
}

const twice = { nameUr: 'ذوالفقار گردیزی', nameEn: '', relationNameUr: 'عبدالودود', dateOfBirth: '1971-03-09' }
const people: readonly EnrolledVoter[] = [
  person(7001, '901010101', twice),
  person(7002, '902010101', { ...twice, nameUr: 'زولفقار گردیزى' }),
  person(7003, '901010101', { dateOfBirth: '1890-05-05' }),
  person(7004, '901010102', {
    addresses: {
      permanent: { textUr: 'مکان 4، علاقہ 902010101، کوئٹہ', block: '901010102' as BlockCode },
      temporary: null,
      posting: null,
    },
  }),
  { ...person(7005, '901010101'), cnic: '9900170070052' as Cnic },
  ...Array.from({ length: 500 }, (_, i) => person(10_000 + i, '902010102')),
  ...Array.from({ length: 30 }, (_, i) => {
    const one = person(7100 + i, '901010102')
    return { ...one, entry: { ...one.entry, household: 900 } }
  }),
]

const workshop = mkdtempSync(join(tmpdir(), 'intikhab-quality-'))
let office: ClaimsOffice
let quality: Quality
let queued: number[] = []
let isLoaded = false
beforeAll(async () => {
  office = await openClaimsOffice(inject('postgresUrl'))
  const order = [...people].sort((a, b) => Number(a.entry.block) - Number(b.entry.block))
  const loaded = await office.rolls.importFeed({ name: 'faults.csv', voters: () => order }, { actor: officer })
  isLoaded = loaded.ok
  // The office's own people all have one name: they are taken off the roll.
  await sql`update rolls.voter set block = null, serial = null, household = null, status = 'r'
    where cnic <> all(${people.map(({ cnic }) => Number(cnic))}::bigint[])`.execute(office.database.tables())
  const { database, rolls, claims, parts } = office
  quality = createQuality({
    database,
    ledger: parts.ledger,
    rolls,
    claims,
    now: office.clock.now,
    workshop,
    queue: async (_tx, runId) => void (queued = [...queued, runId]),
    limits: { memory: '500MB', threads: 1 },
  })
})
afterAll(() => office.drop())
afterAll(() => rmSync(workshop, { recursive: true, force: true }))

const open = (district: string) => listSuspicions(office.database.tables(), district, { isDecided: false })
async function runAgain(): Promise<void> {
  const asked = await quality.ask(officer)
  if (asked.ok) await quality.run(asked.value.runId)
}

test('a run finds each fault that is there, and the district of each', async () => {
  expect(isLoaded).toBe(true)
  expect(await quality.ask(officer)).toMatchObject({ ok: true })
  expect(await quality.ask(officer)).toMatchObject({ refusal: { kind: { code: 'rolls.quality-running' } } })
  await quality.run(queued[0] ?? 0)
  // The copy of the roll is gone with the run.
  expect(existsSync(workshop)).toBe(false)
  const attock = await open('attock')
  expect(attock.map(({ kind }) => kind).sort()).toEqual(['address', 'crowded-house', 'dead', 'gender', 'two-cards'])
  const pair = attock.find(({ kind }) => kind === 'two-cards')
  expect(pair?.districts).toEqual(['attock', 'quetta'])
  expect(pair?.reasons.map(({ code }) => code)).toEqual([
    'name-same',
    'relation-identical',
    'birth-same',
    'place-elsewhere',
  ])
  expect((await open('quetta')).map(({ suspicion_id }) => suspicion_id)).toEqual([pair?.suspicion_id])
})

test('what is decided does not come again; what is gone is past; what is open stays one', async () => {
  const before = await open('attock')
  const house = before.find(({ kind }) => kind === 'crowded-house')
  const decided = await quality.decide(
    'attock',
    house?.suspicion_id ?? 0,
    { decision: 'no-fault', voters: [], reason: 'A seminary, visited' },
    officer,
  )
  expect(decided).toMatchObject({ ok: true })
  await sql`update rolls.voter set date_of_birth = '1990-05-05' where cnic = ${Number(people[2]?.cnic)}`.execute(
    office.database.tables(),
  )
  await runAgain()
  const after = await open('attock')
  expect(after.map(({ kind }) => kind).sort()).toEqual(['address', 'gender', 'two-cards'])
  const ids = (all: typeof after) => all.map(({ suspicion_id }) => suspicion_id)
  expect(ids(before)).toEqual(expect.arrayContaining(ids(after)))
  expect(await countOpen(office.database.tables(), 'attock')).toEqual({ address: 1, gender: 1, 'two-cards': 1 })
})

test('a decision is taken back with a reason and made anew; both stay in the history', async () => {
  const db = office.database.tables<unknown>()
  const house = (await listSuspicions(db, 'attock', { isDecided: true })).find(({ kind }) => kind === 'crowded-house')
  const id = house?.suspicion_id ?? 0
  const reopen = (district: string, one = id) => quality.reopen(district, one, 'No seminary: neighbours say', officer)
  expect(await reopen('quetta')).toMatchObject({ refusal: { kind: { code: 'rolls.unknown-suspicion' } } })
  expect(await reopen('attock')).toMatchObject({ value: { decision: null } })
  expect(await reopen('attock')).toMatchObject({ refusal: { kind: { code: 'rolls.suspicion-not-decided' } } })
  expect(office.acts.at(-1)).toMatchObject({ act: 'suspicion-reopened', detail: { decision: 'no-fault' } })
  const isOpen = async () => (await open('attock')).some(({ suspicion_id }) => suspicion_id === id)
  expect(await isOpen()).toBe(true)
  await runAgain()
  expect(await isOpen()).toBe(true)
  const again = { decision: 'no-fault', voters: [], reason: 'A seminary after all' } as const
  expect(await quality.decide('attock', id, again, officer)).toMatchObject({ ok: true })
  await runAgain()
  expect(await isOpen()).toBe(false)
  expect(await listReopenings(db, id)).toMatchObject([
    { number: 1, decision: 'no-fault', decided_for: 'A seminary, visited', reason: 'No seminary: neighbours say' },
  ])
  expect(await disagreements(auditedQuality(office.database), office.acts)).toEqual([])
})

test('the table has every suspicion with its reasons in words, its block and masked CNICs, the most probable first', async () => {
  const http = createHttp({
    version: 'test',
    checkAnswers: true,
    authenticate: async () => ({ accountId: 'dec-attock', name: 'DEC', grants: [], session: testSession }),
    grantFor: () => anyOffice,
    idempotencyStore: memoryIdempotency(office.clock.now),
  })
  const { database, rolls } = office
  http.register(qualityRoutes({ database, rolls, quality, handles: voterHandles(Buffer.alloc(32, 1)) }))
  const at = '/api/rolls/districts/attock/suspicions'
  const list = (await http.fastify.inject({ url: `${at}?state=open` })).json<SuspicionList>()
  const answer = await http.fastify.inject({ url: `${at}.csv?state=open` })
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
  const lines = answer.body.trimEnd().split('\r\n').slice(1)
  expect(lines.map((line) => Number(line.split(',')[0]))).toEqual(list.suspicions.map(({ id }) => id))
  expect(list.all).toBe(lines.length)
  const pair = lines.find((line) => line.includes(',two-cards,'))
  expect(pair).toContain('The names sound alike.')
  expect(pair).toContain('نام بولنے میں ایک جیسے ہیں۔')
  expect(pair).toContain('901010101 902010101,99001-*****')
  expect(answer.body).not.toMatch(/\d{13}/)
  expect((await http.fastify.inject({ url: `${at}.csv?state=decided&kind=crowded-house` })).body).toContain(
    ',no-fault,',
  )
  const decided = (await http.fastify.inject({ url: `${at}?state=decided` })).json<SuspicionList>().suspicions[0]
  const taken = await http.fastify.inject({ url: `${at}/${decided?.id ?? 0}` })
  expect(taken.json()).toMatchObject({ past: [{ decision: 'no-fault', reopened: { by: 'dec-attock' } }] })
  const payload = { reason: '  ' }
  const blank = await http.fastify.inject({ method: 'POST', url: `${at}/${decided?.id ?? 0}/reopening`, payload })
  expect(blank.statusCode).toBe(400)
})

test('an objection is opened about a voter of the district, and nobody is struck off', async () => {
  const [pair] = await open('quetta')
  const id = pair?.suspicion_id ?? 0
  const decide = (district: string, cnic: Cnic | undefined) =>
    quality.decide(
      district,
      id,
      { decision: 'objected', voters: cnic === undefined ? [] : [cnic], reason: 'Same person by photograph' },
      officer,
    )
  const [one, other] = [people[0]?.cnic, people[1]?.cnic]
  const otherVoter = { refusal: { kind: { code: 'rolls.suspicion-other-voter' } } }
  expect(await decide('attock', other)).toMatchObject(otherVoter)
  expect(await decide('attock', people[3]?.cnic)).toMatchObject(otherVoter)
  expect(await decide('attock', undefined)).toMatchObject(otherVoter)
  expect(await quality.decide('kech', id, { decision: 'no-fault', voters: [], reason: 'none' }, officer)).toMatchObject(
    {
      refusal: { kind: { code: 'rolls.unknown-suspicion' } },
    },
  )
  const done = await decide('quetta', other)
  expect(done).toMatchObject({ ok: true })
  const dockets = done.ok ? (done.value.dockets ?? []) : []
  expect(dockets).toHaveLength(1)
  const claim = await office.claims.get({ district: 'quetta', docket: dockets[0] as never })
  expect(claim).toMatchObject({
    value: {
      claim: {
        source: 'quality',
        claimant: null,
        concerned: other,
        content: { purpose: 'objection', ground: 'twice' },
      },
    },
  })
  expect(await office.rolls.store.findVoter(other as Cnic)).toMatchObject({ status: 'active' })
  expect(await decide('attock', one)).toMatchObject({ refusal: { kind: { code: 'rolls.suspicion-decided' } } })
  expect(await open('attock')).not.toContainEqual(expect.objectContaining({ kind: 'two-cards' }))
  // What it opened is ended first: nobody is heard twice for one suspicion.
  const reopen = () => quality.reopen('attock', id, 'Twins, as their mother says', officer)
  expect(await reopen()).toMatchObject({ refusal: { kind: { code: 'rolls.suspicion-under-objection' } } })
  const place = { district: 'quetta', docket: dockets[0] as never }
  await office.claims.step(place, { kind: 'withdrawn', reason: 'Twins, as their mother says' }, officer)
  expect(await reopen()).toMatchObject({ ok: true })
  expect(await open('quetta')).toMatchObject([{ kind: 'two-cards' }])
})

test('the ledger vouches for the decisions', async () => {
  const audited = () => disagreements(auditedQuality(office.database), office.acts)
  expect(await audited()).toEqual([])
  await sql`update rolls.suspicion set reason = 'other' where decision = 'no-fault'`.execute(office.database.tables())
  expect(await audited()).toEqual([expect.stringMatching(/^rolls\.suspicion:\d+: differs$/)])
})
