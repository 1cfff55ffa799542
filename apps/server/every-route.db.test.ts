import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { acts, allRoles, marks, roles } from '@intikhab/kernel/identity'
import { startDemonstrationServer, type DemonstrationServer, type Description } from './demonstration-server.testkit.ts'
import { fromSchema, type KnownValues } from './from-schema.testkit.ts'
import type { Serving } from './serve.ts'

let server: DemonstrationServer
let serving: Serving

beforeAll(async () => {
  server = await startDemonstrationServer(inject('postgresUrl'))
  serving = server.serving
})
afterAll(() => server?.close())

/** The path of a route with `value` in every placeholder. */
function pathWith(path: string, value: (name: string) => string): string {
  return path.replaceAll(/:(\w+)|\*/g, (_, name: string | undefined) => encodeURIComponent(value(name ?? 'rest')))
}

/** An address as the interface's description writes it. */
const described = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}').replace('*', '{path}')

test('every route names an act that exists, a tag and a summary', () => {
  expect(serving.routes.length).toBeGreaterThan(40)
  const faulty = serving.routes.filter(
    ({ act, tag, summary }) => !(act === 'public' || act === 'signed-in' || acts.has(act)) || !tag || !summary,
  )
  expect(faulty).toEqual([])
})

test('nobody gets through a staff route without signing in', async () => {
  const staff = serving.routes.filter(({ act }) => act !== 'public')
  const open: string[] = []
  for (const { method, path } of staff) {
    const answer = await fetch(serving.url + pathWith(path, () => 'demonstration'), { method })
    if (![401, 403].includes(answer.status)) open.push(`${method} ${path} ${answer.status}`)
  }
  expect(staff.length).toBeGreaterThan(15)
  expect(open).toEqual([])
})

function* referencesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (key === '$ref' && typeof inner === 'string') yield inner
    else yield* referencesIn(inner)
  }
}

function follow(root: unknown, reference: string): unknown {
  const steps = reference.replace(/^#\//, '').split('/')
  return steps.reduce<unknown>(
    (at, step) => (at as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')],
    root,
  )
}

test('the description lists every route of the interface and keeps the rules of OpenAPI 3.1', async () => {
  const document = (await (await fetch(`${serving.url}/api/openapi.json`)).json()) as Description
  expect(document).toMatchObject({ openapi: expect.stringMatching(/^3\.1\./), info: { version: expect.any(String) } })
  const faults: string[] = []
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, { parameters = [], responses }] of Object.entries(operations)) {
      const inPath = parameters.filter((each) => each.in === 'path').map(({ name }) => name)
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const missing = new Set(wanted).symmetricDifference(new Set<string | undefined>(inPath))
      if (missing.size > 0) faults.push(`${method} ${path}: parameters ${inPath.join()}`)
      if (Object.keys(responses).length === 0) faults.push(`${method} ${path}: no response`)
      for (const [status, { description }] of Object.entries(responses))
        if (description === undefined || description === '') faults.push(`${method} ${path} ${status}: no description`)
    }
  const names = Object.values(document.paths).flatMap((each) => Object.values(each).map((one) => one.operationId ?? ''))
  const given = names.filter((name) => name !== '')
  if (new Set(given).size !== given.length) faults.push('an operation is named twice')
  for (const reference of referencesIn(document))
    if (follow(document, reference) === undefined) faults.push(`${reference} leads nowhere`)
  expect(faults).toEqual([])

  const listed = new Set(
    Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    ),
  )
  const missing = serving.routes
    .map(({ method, path }) => `${method} ${described(path)}`)
    .filter((route) => !listed.has(route) && !/ \/api\/(?:docs|openapi\.json)/.test(route))
  expect(missing).toEqual([])
})

const word = fc.oneof(
  fc.constantFrom(
    'demonstration',
    'NA-46',
    'NA-46/1',
    '0',
    '-1',
    '1e309',
    '../../etc/passwd',
    'null',
    '\0',
    '%00',
    '۱۲۳',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
)
const junk = fc.oneof(
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '{', '[]', 'null', '{"__proto__":{"x":1}}', '{"elections":[]}', `"${'x'.repeat(100_000)}"`),
)

/** Values that mean something in the demonstration country: a search that only ever hits nothing finds nothing. */
const known: KnownValues = {
  election: ['demonstration'],
  electionId: ['demonstration'],
  contest: ['NA-46', 'NA-47'],
  contestId: ['NA-46'],
  station: ['1', '2'],
  stationNumber: [1, 2],
  scope: ['NA-46/1'],
  role: [...allRoles],
  id: ['demonstration', '1'],
}

/** A member of staff whose names stand nowhere else. */
const canary = { signInName: 'zarqa.of.the.test', name: 'Zarqa Test-Bird' }

/** What belongs to people: nobody may be told it whose office does not include reading accounts. */
async function secretsOfPeople(): Promise<string[]> {
  await server.owner.query(
    `insert into identity.account (id, sign_in_name, name, made_at) values ('canary', $1, $2, now()) on conflict do nothing`,
    [canary.signInName, canary.name],
  )
  await server.owner.query(
    `insert into identity.account_grant (id, account_id, role, scope_kind, scope_code, made_at)
     values ('canary', 'canary', 'returning-officer', 'constituency', 'NA-46', now()) on conflict do nothing`,
  )
  const { rows } = await server.owner.query<{ secret: string }>(
    `select hash as secret from identity.password union all select sealed from identity.authenticator
     union all select cnic::text from rolls.voter`,
  )
  return [canary.signInName, canary.name, ...rows.map(({ secret }) => secret)]
}

const stranger = 'stranger'
/** Signing out and changing one's own ways in would end the search; the demonstration shows its accounts on purpose. */
const endsTheSearch = /sign-out|sessions|account\/|\/live$|^\/api\/demonstration/

/** A place of the kind over which a role is held. */
function placeFor(role: string): string {
  const [kind = 'national'] = roles[role as keyof typeof roles].over
  const codes = { constituency: 'NA-46', station: 'NA-46/1', agency: 'fbr' }
  return kind === 'national' ? kind : `${kind} ${codes[kind as keyof typeof codes] ?? 'islamabad'}`
}

test.each([stranger, ...allRoles])(
  'no address makes a mistake over what a %s sends, and none tells of people',
  async (who) => {
    await server.hold(who === stranger ? [] : [{ role: who, place: placeFor(who) }])
    const secrets = await secretsOfPeople()
    const seesAccounts =
      who !== stranger && ['accounts.read', 'accounts.invite'].some((act) => marks(act).has(who as never))
    const routes = serving.routes.filter(({ path }) => !endsTheSearch.test(path))
    const asked = fc.constantFrom(...routes).chain((route) => {
      const operation = server.description.paths[described(route.path)]?.[route.method.toLowerCase()]
      const schema = operation?.requestBody?.content['application/json']?.schema
      const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
      const queries = (operation?.parameters ?? []).filter((each) => each.in === 'query')
      return fc.record({
        route: fc.constant(route),
        values: fc.record(
          Object.fromEntries(
            names.map((name) => [name, fc.oneof(fc.constantFrom(...(known[name] ?? ['1'])).map(String), word)]),
          ),
        ),
        query: fc.record(
          Object.fromEntries(
            queries.map(({ name, schema: of = {} }) => [
              name,
              fc.oneof(fromSchema(of, server.description, known, name).map(String), word),
            ]),
          ),
          { requiredKeys: [] },
        ),
        body:
          schema === undefined
            ? junk
            : fc.oneof(
                {
                  weight: 3,
                  arbitrary: fromSchema(schema, server.description, known).map((value) => JSON.stringify(value)),
                },
                junk,
              ),
        type: fc.oneof(
          { weight: 4, arbitrary: fc.constant('application/json') },
          fc.constantFrom('text/csv', 'application/octet-stream', 'multipart/form-data', 'x'),
        ),
      })
    })
    await fc.assert(
      fc.asyncProperty(asked, async ({ route: { method, path }, values, query, body, type }) => {
        const at = pathWith(path, (name) => values[name] ?? 'rest')
        const answer = await fetch(`${serving.url}${at}?${new URLSearchParams(query as Record<string, string>)}`, {
          method,
          redirect: 'manual',
          headers: { 'content-type': type, ...(who === stranger ? {} : { cookie: server.person.cookie }) },
          ...(method === 'GET' ? {} : { body }),
        })
        const text = await answer.text()
        expect(answer.status).not.toBe(500)
        expect(text).not.toMatch(/\bat (?:async )?\w+[^\n]*\.ts:\d+|node_modules|select .* from |password_hash/)
        expect(seesAccounts ? [] : secrets.filter((secret) => text.includes(secret))).toEqual([])
        const isRefused = answer.status >= 400
        const code = isRefused ? (JSON.parse(text) as { code: string }).code : 'fine.then'
        const sentAs = isRefused ? (answer.headers.get('content-type') ?? '') : 'application/problem+json'
        expect([sentAs, code]).toEqual([
          expect.stringMatching(/^application\/problem\+json/),
          expect.stringMatching(/^(?!http\.bug$|http\.unavailable$)[a-z-]+\.[a-z0-9-]+$/),
        ])
      }),
      { numRuns: 120 },
    )
  },
)
