import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createEditionStore, openEditionReader, type EditionReader } from '@intikhab/kernel/editions'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeEach, expect, inject, test } from 'vitest'
import { openMadeUpRegister } from '../register/made-up-register.testkit.ts'
import { areas, enrolment, roll } from '../register/made-up-voters.testkit.ts'
import { buildLists, listSeries } from './build-lists.ts'
import { publishLists } from './editions.testkit.ts'
import { openLists } from './read-lists.ts'

const by = { actor: { kind: 'account', id: 'registration-officer' } } as const

const { database, rolls, clock, drop } = await openMadeUpRegister(inject('postgresUrl'), 60, by.actor)
afterAll(() => drop())

let folder: string
let reader: EditionReader
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lists-'))
  reader = openEditionReader(createEditionStore({ root: join(folder, 'editions') }))
})
afterEach(async () => {
  reader.close()
  await rm(folder, { recursive: true })
})

const works = () => ({ database, now: clock.now, workshop: join(folder, 'workshop') })

const publish = (files: Parameters<typeof publishLists>[1]) =>
  publishLists({ store: reader.store, folder, at: clock.now() }, files)

test('an edition holds each area once and each voter of the register as they stand, in the order of their lists', async () => {
  const built = await buildLists(works(), roll.id)
  if (!built.ok) throw new Error(built.refusal.kind.code)
  using lists = built.value
  expect(lists.description).toMatchObject({
    stage: 'preliminary',
    areas: 4,
    voters: { male: 240, female: 240, other: 0 },
  })
  await publish(lists.files)
  const opened = await openLists(reader, roll.id)
  const found = [...(opened?.areas() ?? [])]
  expect(found.map(({ block }) => block)).toEqual(areas.map(({ block }) => block))
  for (const { block } of areas) {
    const area = opened?.area(block)
    if (opened === undefined || area === undefined) throw new Error(`${block} is missing`)
    const listed = await opened.voters(area)
    const asNow = await rolls.listAsOf(block, clock.now())
    const inOrder = (['female', 'male', 'other'] as const).flatMap((gender) =>
      asNow.filter((one) => one.gender === gender),
    )
    expect(listed).toEqual(
      inOrder.map((voter) => ({
        gender: voter.gender,
        serial: voter.entry.serial,
        household: voter.entry.household,
        cnic: voter.cnic,
        nameUr: voter.nameUr,
        relation: voter.relation,
        relationNameUr: voter.relationNameUr,
        dateOfBirth: voter.dateOfBirth,
        addressUr: voter.addresses.permanent.textUr,
        photo: null,
        roll: 'general',
        isOverseas: false,
      })),
    )
    expect(area.last).toMatchObject({ male: 60, female: 60 })
  }
  expect(opened?.area('901010103')).toBeUndefined()
})

test('a district is read by zcat as a whole, and an altered area is not given out', async () => {
  const built = await buildLists(works(), roll.id)
  if (!built.ok) throw new Error(built.refusal.kind.code)
  using lists = built.value
  await publish(lists.files)
  const file = join(folder, 'editions', listSeries(roll.id), '1', 'lists', 'attock.gz')
  const lines = gunzipSync(await readFile(file))
    .toString()
    .trimEnd()
    .split('\n')
  expect(lines).toHaveLength(240)
  const opened = await openLists(reader, roll.id)
  const area = opened?.area('901010102')
  if (opened === undefined || area === undefined) throw new Error('no area')
  await expect(opened.voters({ ...area, offset: area.offset + 1 })).rejects.toThrow('altered')
})

test('what changes while the lists are written is not in them: they are of one instant', async () => {
  const changed = enrolment(7000, '902010102')
  const before = await rolls.store.countVoters()
  let isChanged: Promise<unknown> | undefined
  const built = await database
    .tables<unknown>()
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const { rows } = await sql<{ id: string }>`select pg_export_snapshot() as id`.execute(tx)
      isChanged = rolls.change(changed.identity.cnic, changed, { ...by, cause: 'counter' })
      await isChanged
      return buildLists({ ...works(), snapshot: rows[0]?.id ?? '' }, roll.id)
    })
  if (!built.ok) throw new Error(built.refusal.kind.code)
  using lists = built.value
  const { male, female } = lists.description.voters
  expect(await isChanged).toMatchObject({ ok: true })
  expect([male + female, await rolls.store.countVoters()]).toEqual([before, before + 1])
})

test('voters in a block that is no electoral area stop the edition', async () => {
  const { rows } = await sql<{ block: number }>`
    update rolls.voter set block = 903010101, permanent_block = 903010101
    where block = 902010102 and gender = 'm' and serial = 1 returning block`.execute(database.tables())
  expect(rows).toHaveLength(1)
  try {
    expect(await buildLists(works(), roll.id)).toMatchObject({
      refusal: { kind: { code: 'rolls.voters-without-a-place' }, detail: { areas: 1 } },
    })
  } finally {
    await sql`update rolls.voter set block = 902010102, permanent_block = 902010102 where block = 903010101`.execute(
      database.tables(),
    )
  }
})

test('killed while it writes or publishes, it leaves nothing that is published, and the next run clears up and completes', async () => {
  for (const at of ['writing', 'publishing']) {
    const child = spawn(
      process.execPath,
      [new URL('./killed-lists.testkit.ts', import.meta.url).pathname, database.url, folder, roll.id, at],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(await readdir(join(folder, 'workshop'))).toHaveLength(1)
    expect(await openLists(reader, roll.id)).toBeUndefined()
  }
  const built = await buildLists(works(), roll.id)
  if (!built.ok) throw new Error(built.refusal.kind.code)
  {
    using lists = built.value
    await publish(lists.files)
  }
  expect(await readdir(join(folder, 'workshop'))).toEqual([])
  expect((await openLists(reader, roll.id))?.description.areas).toBe(4)
  const { rows } = await sql<{ n: number }>`select count(*) as n from pg_stat_activity
    where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid() and query like '%copy%'`.execute(
    database.tables(),
  )
  expect(rows[0]?.n).toBe(0)
})
