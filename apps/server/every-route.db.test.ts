import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { acts, totpCode } from '@intikhab/kernel/identity'
import { freshDatabase } from '@intikhab/kernel/testkit'
import { readEnvironment } from './environment.ts'
import { serve, type Serving } from './serve.ts'

const folder = mkdtempSync(join(tmpdir(), 'intikhab-routes-'))
chmodSync(folder, 0o755)
let serving: Serving
let drop: () => Promise<void>
let cookie = ''

beforeAll(async () => {
  const database = await freshDatabase(inject('postgresUrl'), [])
  drop = database.drop
  const environment = readEnvironment({
    PORT: '0',
    INTIKHAB_DATA: folder,
    DATABASE_URL: database.url,
    INTIKHAB_REFUSALS_PER_MINUTE: '1000000',
  })
  serving = await serve(environment, { country: 'demonstration', voters: 3000, onProgress: () => undefined })
  const secretariat = serving.accounts.find(({ signInName }) => signInName === 'secretariat')
  const { signInName: name, password, totpSecret } = secretariat ?? { signInName: '', password: '', totpSecret: '' }
  const answer = await fetch(`${serving.url}/api/identity/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password, code: totpCode(totpSecret, new Date()) }),
  })
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  if (cookie === '') throw new Error('nobody could sign in')
})
afterAll(async () => {
  await serving.stop()
  await drop()
  rmSync(folder, { recursive: true, force: true })
})

/** The path of a route with `value` in every placeholder. */
function pathWith(path: string, value: (name: string) => string): string {
  return path.replaceAll(/:(\w+)|\*/g, (_, name: string | undefined) => encodeURIComponent(value(name ?? 'rest')))
}

const isStream = (path: string) => path.endsWith('/live')

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

interface Operation {
  readonly operationId?: string
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly responses: Readonly<Record<string, { readonly description?: string }>>
}

interface Description {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

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

  const described = new Set(
    Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    ),
  )
  const missing = serving.routes
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}').replace('*', '{path}')}`)
    .filter((route) => !described.has(route) && !/ \/api\/(?:docs|openapi\.json)/.test(route))
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
const body = fc.oneof(
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '{', '[]', 'null', '{"__proto__":{"x":1}}', '{"elections":[]}', `"${'x'.repeat(100_000)}"`),
  fc
    .record(
      { electionId: word, version: fc.anything(), votes: fc.anything(), reason: word, payload: word, name: word },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value) ?? ''),
)

test('no route makes a mistake over junk, signed in or not: it refuses with a code', async () => {
  const routes = serving.routes.filter(({ path }) => !isStream(path) && path !== '/api/identity/sign-out')
  const asked = fc.record({
    route: fc.constantFrom(...routes),
    values: fc.array(word, { minLength: 4, maxLength: 4 }),
    query: fc.dictionary(fc.constantFrom('from', 'to', 'leaf', 'size', 'first', 'second', 'x'), word, { maxKeys: 3 }),
    body,
    type: fc.constantFrom('application/json', 'application/json', 'text/csv', 'application/octet-stream', 'x'),
    signedIn: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(asked, async ({ route: { method, path }, values, query, body, type, signedIn }) => {
      let next = 0
      const at = pathWith(path, () => values[next++ % values.length] ?? 'x')
      const answer = await fetch(`${serving.url}${at}?${new URLSearchParams(query)}`, {
        method,
        redirect: 'manual',
        headers: { 'content-type': type, ...(signedIn ? { cookie } : {}) },
        ...(method === 'GET' ? {} : { body }),
      })
      const text = await answer.text()
      if (answer.status < 400) return
      expect([answer.status, text]).toEqual([expect.toSatisfy((status: number) => status !== 500), expect.any(String)])
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      const { code } = JSON.parse(text) as { code: string }
      expect(code).toMatch(/^[a-z-]+\.[a-z0-9-]+$/)
      expect(['http.bug', 'http.unavailable']).not.toContain(code)
    }),
    { numRuns: 600 },
  )
})
