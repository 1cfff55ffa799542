import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startDemonstrationServer, type DemonstrationServer } from './demonstration-server.testkit.ts'
import { fromSchema, type KnownValues } from './from-schema.testkit.ts'
import { permissionsDocument } from './permissions-document.ts'
import { readOracle, type HeldOffice, type PlaceAsked } from './permissions-oracle.testkit.ts'

const page = fileURLToPath(new URL('../../docs/permissions.md', import.meta.url))
let server: DemonstrationServer

beforeAll(async () => {
  server = await startDemonstrationServer(inject('postgresUrl'))
})
afterAll(() => server.close())

test('docs/permissions.md says what the code says (npm run permissions writes it anew)', () => {
  expect(readFileSync(page, 'utf8')).toBe(permissionsDocument(server.serving.routes))
})

test('every act of the page has an address that asks for it', () => {
  const asked = new Set(server.serving.routes.map(({ act }) => act))
  const listed = [...readFileSync(page, 'utf8').matchAll(/^\| `([a-z-]+\.[a-z-]+)`/gm)].map(([, act = '']) => act)
  expect([...new Set(listed)].filter((act) => !asked.has(act as never))).toEqual([])
})

/** The columns of the page, and the roles and places as the register writes them. */
const columns: Readonly<Record<string, { readonly role: string; readonly places: readonly string[] }>> = {
  SEC: { role: 'secretariat', places: ['national'] },
  PEC: { role: 'provincial-officer', places: ['province islamabad', 'province punjab'] },
  REC: { role: 'regional-officer', places: ['region islamabad', 'region lahore'] },
  DEC: { role: 'district-officer', places: ['district islamabad', 'district attock'] },
  DRO: { role: 'district-returning-officer', places: ['district islamabad', 'district attock'] },
  RO: { role: 'returning-officer', places: ['constituency NA-46', 'constituency NA-47', 'constituency NA-130'] },
  ARO: { role: 'assistant-returning-officer', places: ['constituency NA-46', 'constituency NA-48'] },
  PO: { role: 'presiding-officer', places: ['station NA-46/1', 'station NA-47/1'] },
  DEO: { role: 'data-entry', places: ['constituency NA-46', 'constituency NA-47'] },
  SUP: { role: 'supervisor', places: ['constituency NA-46', 'constituency NA-47'] },
  OBS: { role: 'observer', places: ['national', 'province islamabad', 'district islamabad', 'constituency NA-46'] },
  AGY: { role: 'agency', places: ['agency fbr'] },
  TRI: { role: 'tribunal', places: ['province islamabad', 'constituency NA-46'] },
  AUD: { role: 'auditor', places: ['national'] },
  RVA: { role: 'revising-authority', places: ['district islamabad', 'district attock'] },
  ARG: { role: 'assistant-registration-officer', places: ['district islamabad', 'district attock'] },
}

const demonstration = 'demonstration'
const ofElection: ReadonlySet<string> = new Set(['DRO', 'RO', 'ARO', 'PO', 'DEO', 'SUP', 'OBS', 'TRI'])
const dates = {
  always: { from: null, until: null, isNow: true },
  begun: { from: '2000-01-01T00:00:00Z', until: null, isNow: true },
  running: { from: '2000-01-01T00:00:00Z', until: '2999-01-01T00:00:00Z', isNow: true },
  over: { from: null, until: '2000-01-01T00:00:00Z', isNow: false },
  'not yet': { from: '2999-01-01T00:00:00Z', until: null, isNow: false },
} as const

interface Drawn extends HeldOffice {
  readonly role: string
  readonly from: string | null
  readonly until: string | null
}

const office: fc.Arbitrary<Drawn> = fc
  .record({
    letters: fc.constantFrom(...Object.keys(columns)),
    which: fc.nat(10),
    drawn: fc.constantFrom('', demonstration, 'by-election-of-nobody'),
    when: fc.constantFrom(...(Object.keys(dates) as (keyof typeof dates)[])),
  })
  .map(({ letters, which, drawn, when }) => {
    const { role, places } = columns[letters] ?? { role: '', places: [''] }
    const { from, until, isNow } = dates[when]
    // Only the roles of an election are held in one.
    const election = ofElection.has(letters) ? drawn : ''
    // An election that nobody announced has no programme, and so no term.
    const isAnnounced = election !== 'by-election-of-nobody'
    return {
      letters,
      role,
      place: places[which % places.length] ?? '',
      election,
      from,
      until,
      isNow: isNow && isAnnounced,
    }
  })

/** The wider places of a seat of the demonstration country: it has one district, one region, one province. */
function placeOf(path: string, values: Readonly<Record<string, string>>, body: unknown): PlaceAsked | undefined {
  // A recount under s.95(6) is the Commission's own, whatever the seat: its place is the country.
  if (path.endsWith('/recounts') && (body as { basis?: unknown } | undefined)?.basis !== 'request')
    return { within: [], election: values['election'] ?? '' }
  if (!path.includes('/contests/:contest')) return undefined
  const seat = values['contest'] ?? ''
  const known = /^NA-4[678]$/.test(seat) && values['election'] === demonstration
  const wider = known ? ['district islamabad', 'region islamabad', 'province islamabad'] : []
  return { within: [`constituency ${seat}`, ...wider], election: values['election'] ?? '' }
}

const known: KnownValues = {
  election: [demonstration, demonstration, demonstration, 'by-election-of-nobody'],
  electionId: [demonstration],
  contest: ['NA-46', 'NA-47', 'NA-130'],
  station: ['1', '2'],
  stationNumber: [1, 2],
  kind: ['election', 'scheme', 'map'],
  keyId: ['00112233445566778899aabbccddeeff'],
  id: [demonstration, 'na-2026', '1'],
}

/** Signing out, ending sessions and changing one's own ways in would end the test, not the search. */
const endsTheTest = /sign-out|sign-in|sessions|step-up|\/live$|passkeys|password|authenticator|recovery|directory/

test('over every address, people with random offices, places, elections and dates get what the page says', async () => {
  const oracle = readOracle(page)
  expect([...oracle.letters].toSorted()).toEqual(Object.keys(columns).toSorted())
  const routes = server.serving.routes.filter(({ path, act }) => act !== 'public' && !endsTheTest.test(path))
  const seen = new Map<string, number>()

  const asked = fc.constantFrom(...routes).chain((route) => {
    const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
    const operation = server.description.paths[route.path.replaceAll(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()]
    const schema = operation?.requestBody?.content['application/json']?.schema
    return fc.record({
      route: fc.constant(route),
      values: fc.record(
        Object.fromEntries(names.map((name) => [name, fc.constantFrom(...(known[name] ?? ['1'])).map(String)])),
      ),
      body: schema === undefined ? fc.constant(undefined) : fromSchema(schema, server.description, known),
      // The same office is held once, with one term.
      offices: fc.uniqueArray(office, {
        maxLength: 3,
        selector: ({ letters, place, election }) => `${letters} ${place} ${election}`,
      }),
    })
  })

  await fc.assert(
    fc.asyncProperty(asked, async ({ route, values, body, offices }) => {
      await server.hold(offices)
      const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? '1'))
      const answer = await fetch(server.serving.url + path.replace('*', 'x'), {
        method: route.method,
        redirect: 'manual',
        headers: {
          cookie: server.person.cookie,
          ...(route.method === 'GET' ? {} : { 'content-type': 'application/json' }),
        },
        ...(route.method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
      })
      const text = await answer.text()
      const code = answer.status < 400 ? '' : (JSON.parse(text) as { code: string }).code
      const verdict = oracle.judge(`${route.method} ${route.path}`, offices, placeOf(route.path, values, body))
      seen.set(verdict, (seen.get(verdict) ?? 0) + 1)
      const isBarred = code === 'http.not-permitted'
      // Input is looked at only once the act is held somewhere: a body that is refused says nothing about the place.
      const wasRead = code === 'http.invalid-input' || code === 'http.unsupported-media-type'
      const holdsNothing = !offices.some(({ isNow }) => isNow)
      const isRight = verdict === 'unknown' || (verdict === 'yes' ? !isBarred : isBarred || (wasRead && !holdsNothing))
      expect([isRight, code]).toEqual([true, expect.not.stringMatching(/^http\.bug$/)])
    }),
    { numRuns: 600 },
  )
  expect(Math.min(seen.get('yes') ?? 0, seen.get('no') ?? 0)).toBeGreaterThan(60)
}, 400_000)
