import type pg from 'pg'
import type { Database } from '@intikhab/kernel/database'
import type { Ledger } from '@intikhab/kernel/ledger'
import type { Finding } from '../core/edition.ts'
import { formRow, receivedAct, setAsideAct, setAsideRow } from './intake-acts.ts'
import type { Count, Decision, Keep, Stored } from './intake-decision.ts'
import type { FormRecord, SetAsideRecord } from './records.ts'

/** The code under which a second, different form of a station is set aside and logged. */
export const differentCode = 'results.received-different'

/** Makes a group of decisions durable in one transaction: forms, set-asides, refusals and their ledger entries. */
export async function storeDecisions(
  { database, ledger }: { readonly database: Database; readonly ledger: Pick<Ledger, 'appendOn'> },
  decisions: readonly Decision[],
): Promise<Stored[]> {
  const client = await database.pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const stored = await storeOn(client, ledger, decisions)
    await client.query('commit')
    return stored
  } catch (error) {
    broken = await client.query('rollback').then(
      () => undefined,
      () => error as Error,
    )
    throw error
  } finally {
    client.release(broken)
  }
}

async function storeOn(
  client: pg.PoolClient,
  ledger: Pick<Ledger, 'appendOn'>,
  decisions: readonly Decision[],
): Promise<Stored[]> {
  const counts = decisions.filter((decision) => decision.take === 'count')
  const late = decisions.filter((decision) => decision.take === 'keep')
  const inserted = await insertForms(client, counts)
  const unsettled = [...counts.filter((count) => !inserted.has(count)), ...late]
  const before = await readFirstForms(client, unsettled)
  const different = counts.filter((count) => isDifferent(count, before))
  const keeps = [
    // One that was counted before its device was revoked came again: it stays counted.
    ...late.filter((keep) => before.get(keyOf(keep))?.bundleId !== keep.opened.envelope.bundleId),
    ...different.map(({ opened, arrivedAt }): Keep => ({ take: 'keep', opened, arrivedAt, code: differentCode })),
  ]
  const kept = await insertSetAside(client, keeps)
  const recorded = [...inserted].map(([count, id]) => ({
    kind: 'form',
    id,
    opened: count.opened,
    act: receivedAct(count),
  }))
  recorded.push(...kept.map(([keep, id]) => ({ kind: 'set-aside', id, opened: keep.opened, act: setAsideAct(keep) })))
  const entryIds = await ledger.appendOn(
    client,
    recorded.map(({ act }) => act),
  )
  await insertRecorded(
    client,
    recorded.map(({ kind, id, opened }, index) => ({ kind, id, form: opened.form, entryId: entryIds[index] ?? 0 })),
  )
  const keptNow = new Set(kept.map(([keep]) => keep))
  await insertRefusals(
    client,
    decisions.filter((each) => each.take !== 'keep' || keptNow.has(each)),
    different,
  )
  const entryOf = new Map([...inserted.keys()].map((count, index) => [count, entryIds[index] ?? 0]))
  const isStillOpen = [...before.values()].some(({ entryId }) => entryId === undefined)
  const after = isStillOpen ? await readFirstForms(client, unsettled) : before
  const setAside = await readSetAside(client, late)
  return decisions.map((decision): Stored => {
    if (decision.take === 'refuse') return { as: 'logged' }
    if (decision.take === 'count') {
      const entryId = entryOf.get(decision)
      if (entryId !== undefined) return { as: 'accepted', entryId }
      if (isDifferent(decision, before)) return { as: 'different' }
    } else {
      const found = setAside.get(decision.opened.envelope.bundleId)
      if (found !== undefined) return { as: 'kept', isNew: keptNow.has(decision), ...found }
    }
    const first = after.get(keyOf(decision))
    if (first?.entryId === undefined) throw new Error(`the first form of ${keyOf(decision)} has no ledger entry`)
    return { as: 'duplicate', entryId: first.entryId, arrivedAt: first.arrivedAt, findings: first.findings }
  })
}

interface FirstForm {
  readonly bundleId: string
  readonly arrivedAt: string
  readonly findings: readonly Finding[]
  /** Undefined while its own group, which may be this one, has not been recorded. */
  readonly entryId: number | undefined
}

function isDifferent(count: Count, before: ReadonlyMap<string, FirstForm>): boolean {
  const first = before.get(keyOf(count))
  return first !== undefined && first.bundleId !== count.opened.envelope.bundleId
}

function keyOf({ opened: { form } }: Count | Keep): string {
  return `${form.electionId} ${form.stationId} ${form.form}`
}

/** Returns the form id of each that was the first of its station. */
async function insertForms(client: pg.PoolClient, counts: readonly Count[]): Promise<Map<Count, number>> {
  const added = new Map<Count, number>()
  if (counts.length === 0) return added
  const given = counts.map(formRow)
  const column = <K extends keyof FormRecord>(name: K): FormRecord[K][] => given.map((row) => row[name])
  const { rows } = await client.query<{ form_id: number; bundle_id: string }>({
    name: 'results-insert-forms',
    text: `insert into results.form (election_id, contest_id, station_number, form, version, bundle_id, device_key,
        signature, made_at, arrived_at, payload, image_sha256, findings)
      select election_id, contest_id, station_number, form, 1, bundle_id, device_key, signature, made_at, arrived_at,
        payload, image_sha256, findings
      from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[],
          $8::timestamptz[], $9::timestamptz[], $10::text[], $11::text[], $12::jsonb[])
        as given (election_id, contest_id, station_number, form, bundle_id, device_key, signature, made_at, arrived_at,
          payload, image_sha256, findings)
      on conflict do nothing returning form_id, bundle_id`,
    values: [
      column('election_id'),
      column('contest_id'),
      column('station_number'),
      column('form'),
      column('bundle_id'),
      column('device_key'),
      column('signature'),
      column('made_at'),
      column('arrived_at'),
      column('payload'),
      column('image_sha256'),
      column('findings').map((findings) => JSON.stringify(findings)),
    ],
  })
  const ids = new Map(rows.map((row) => [row.bundle_id, row.form_id]))
  for (const count of counts) {
    const { bundleId } = count.opened.envelope
    const id = ids.get(bundleId)
    if (id === undefined) continue
    added.set(count, id)
    // The same bundle twice in one group: the second finds the first and becomes its duplicate.
    ids.delete(bundleId)
  }
  return added
}

async function readFirstForms(
  client: pg.PoolClient,
  counts: readonly (Count | Keep)[],
): Promise<Map<string, FirstForm>> {
  if (counts.length === 0) return new Map()
  const { rows } = await client.query<{
    key: string
    bundle_id: string
    arrived_at: Date
    findings: Finding[]
    entry_id: number | null
  }>({
    name: 'results-read-first-forms',
    text: `select f.election_id || ' ' || f.contest_id || '/' || f.station_number || ' ' || f.form as key,
        f.bundle_id, f.arrived_at, f.findings, r.entry_id
      from unnest($1::text[], $2::text[], $3::int[], $4::text[]) as asked (election_id, contest_id, station_number, form)
      join results.form f using (election_id, contest_id, station_number, form)
      left join results.recorded r on r.kind = 'form' and r.ref_id = f.form_id
      where f.version = 1`,
    values: [
      counts.map(({ opened }) => opened.form.electionId),
      counts.map(({ opened }) => opened.form.contestId),
      counts.map(({ opened }) => opened.form.stationNumber),
      counts.map(({ opened }) => opened.form.form),
    ],
  })
  return new Map(
    rows.map((row) => [
      row.key,
      {
        bundleId: row.bundle_id,
        arrivedAt: row.arrived_at.toISOString(),
        findings: row.findings,
        entryId: row.entry_id ?? undefined,
      },
    ]),
  )
}

async function insertSetAside(client: pg.PoolClient, keeps: readonly Keep[]): Promise<[Keep, number][]> {
  if (keeps.length === 0) return []
  const given = keeps.map(setAsideRow)
  const column = <K extends keyof SetAsideRecord>(name: K): SetAsideRecord[K][] => given.map((row) => row[name])
  const { rows } = await client.query<{ set_aside_id: number; bundle_id: string }>({
    name: 'results-insert-set-aside',
    text: `insert into results.set_aside (election_id, contest_id, station_number, form, bundle_id, device_key, signature,
        code, made_at, arrived_at, payload)
      select * from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
        $9::timestamptz[], $10::timestamptz[], $11::text[])
      on conflict do nothing returning set_aside_id, bundle_id`,
    values: [
      column('election_id'),
      column('contest_id'),
      column('station_number'),
      column('form'),
      column('bundle_id'),
      column('device_key'),
      column('signature'),
      column('code'),
      column('made_at'),
      column('arrived_at'),
      column('payload'),
    ],
  })
  return rows.flatMap((row): [Keep, number][] => {
    const keep = keeps.find(({ opened }) => opened.envelope.bundleId === row.bundle_id)
    return keep === undefined ? [] : [[keep, row.set_aside_id]]
  })
}

/** What stands of set-aside bundles, by their ids. */
async function readSetAside(
  client: pg.PoolClient,
  keeps: readonly Keep[],
): Promise<Map<string, { entryId: number; arrivedAt: string; code: string }>> {
  if (keeps.length === 0) return new Map()
  const { rows } = await client.query<{ bundle_id: string; code: string; arrived_at: Date; entry_id: number }>({
    name: 'results-read-set-aside',
    text: `select s.bundle_id, s.code, s.arrived_at, r.entry_id
      from unnest($1::text[], $2::text[]) as asked (election_id, bundle_id)
      join results.set_aside s using (election_id, bundle_id)
      join results.recorded r on r.kind = 'set-aside' and r.ref_id = s.set_aside_id`,
    values: [keeps.map(({ opened }) => opened.form.electionId), keeps.map(({ opened }) => opened.envelope.bundleId)],
  })
  return new Map(
    rows.map(({ bundle_id: bundleId, code, arrived_at: at, entry_id: entryId }) => [
      bundleId,
      { entryId, arrivedAt: at.toISOString(), code },
    ]),
  )
}

interface Recorded {
  readonly kind: string
  readonly id: number
  readonly form: { readonly electionId: string; readonly contestId: string }
  readonly entryId: number
}

async function insertRecorded(client: pg.PoolClient, recorded: readonly Recorded[]): Promise<void> {
  if (recorded.length === 0) return
  await client.query({
    name: 'results-insert-recorded',
    text: `insert into results.recorded (entry_id, election_id, contest_id, kind, ref_id)
      select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[])`,
    values: [
      recorded.map(({ entryId }) => entryId),
      recorded.map(({ form }) => form.electionId),
      recorded.map(({ form }) => form.contestId),
      recorded.map(({ kind }) => kind),
      recorded.map(({ id }) => id),
    ],
  })
}

async function insertRefusals(
  client: pg.PoolClient,
  decisions: readonly Decision[],
  different: readonly Count[],
): Promise<void> {
  const refused = [
    ...decisions.filter((decision) => decision.take === 'refuse'),
    ...decisions.filter((decision) => decision.take === 'keep').map((keep) => logLine(keep, keep.code)),
    ...different.map((count) => logLine(count, differentCode)),
  ]
  if (refused.length === 0) return
  await client.query({
    name: 'results-insert-refusals',
    text: `insert into results.refusal (election_id, contest_id, code, bundle_id, arrived_at)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])`,
    values: [
      refused.map(({ electionId }) => electionId),
      refused.map(({ contestId }) => contestId),
      refused.map(({ code }) => code),
      refused.map(({ bundleId }) => bundleId),
      refused.map(({ arrivedAt }) => arrivedAt),
    ],
  })
}

function logLine({ opened, arrivedAt }: Keep | Count, code: string) {
  const { electionId, contestId } = opened.form
  return { code, arrivedAt, electionId, contestId, bundleId: opened.envelope.bundleId }
}
