import { catalogueProblems, languages, type Language } from '@intikhab/kernel/language'
import type { AnyPublicPage, EditionReaderLike, PageContext } from '@intikhab/kernel/screens'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { sampleEdition } from '../sim/sample-edition.ts'
import { resultsPages } from './index.ts'
import { partyTones } from './party-tones.ts'
import { assemblyWords, words } from './words.ts'

const sample = sampleEdition()
const bytesOf = new Map(sample.files.map(({ path, bytes }) => [path, bytes]))
const editions: EditionReaderLike = {
  latest: (series) =>
    Promise.resolve(
      series === `results-${sample.electionId}`
        ? {
            id: 'e'.repeat(64),
            manifest: {
              series,
              number: 12,
              madeAt: '2026-11-22T18:00:00.000Z',
              subject: {},
              ledger: { size: 1000, root: 'f'.repeat(64) },
              files: sample.files.map(({ path, bytes }) => ({ path, sha256: 'a'.repeat(64), size: bytes.length })),
            },
            bytes: (path: string) => Promise.resolve(bytesOf.get(path)),
            json: <T>(path: string) => {
              const bytes = bytesOf.get(path)
              return Promise.resolve(bytes === undefined ? undefined : (JSON.parse(bytes.toString()) as T))
            },
          }
        : undefined,
    ),
}

const context = (language: Language): PageContext => ({
  language,
  now: new Date('2026-11-22T22:30:00Z'),
  site: {
    name: { en: 'Site', ur: 'سائٹ' },
    banner: null,
    elections: [
      { id: sample.electionId, name: { en: 'Sample', ur: 'نمونہ' }, pollDate: '2026-11-22', delimitationId: null },
      { id: 'later-2027', name: { en: 'Later', ur: 'بعد میں' }, pollDate: '2027-11-22', delimitationId: null },
    ],
    rollId: null,
    refusals: [],
  },
})

function page(path: string): AnyPublicPage {
  const found = resultsPages.find((each) => each.path === path)
  if (found === undefined) throw new Error(`no page at ${path}`)
  return found
}

async function shown(
  path: string,
  params: Record<string, string>,
  language: Language = 'en',
): Promise<string | undefined> {
  const opened = await page(path).open(editions, params, context(language))
  return opened === undefined ? undefined : renderToStaticMarkup(opened.body())
}

/** What a reader sees, without marks. */
const textOf = (html = '') => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

const election = sample.electionId
const seat = '/results/:election/seats/:contest'
const station = '/results/:election/seats/:contest/stations/:number'

test('the texts are whole in both languages', () => {
  expect([...catalogueProblems(words), ...catalogueProblems(assemblyWords)]).toEqual([])
})

test('every page renders in both languages without a gap where a value belongs', async () => {
  const all: [string, Record<string, string>][] = [
    ['/results', {}],
    ['/results/:election', { election }],
    ['/results/:election/assemblies/:assembly', { election, assembly: 'PP' }],
    ['/results/:election/provinces/:province', { election, province: 'islamabad' }],
    [seat, { election, contest: 'NA-46' }],
    [seat, { election, contest: 'NA-47' }],
    [seat, { election, contest: 'NA-48' }],
    [seat, { election, contest: 'PP-7' }],
    [station, { election, contest: 'NA-46', number: '5' }],
    [station, { election, contest: 'NA-46', number: '13' }],
  ]
  for (const [path, params] of all)
    for (const language of languages) {
      const html = await shown(path, params, language)
      expect(html, `${path} ${JSON.stringify(params)} ${language}`).toBeDefined()
      expect(textOf(html)).not.toMatch(/undefined|NaN|\[object/)
      expect(html).not.toMatch(/ style="/)
    }
})

test('an election without an edition says so and points to the programme', async () => {
  const html = await shown('/results/:election', { election: 'later-2027' })
  expect(html).toContain('No result has been published yet')
  expect(html).toContain('href="/en/programme/later-2027"')
})

test('what does not exist is not found', async () => {
  expect(await shown('/results/:election', { election: 'nothing' })).toBeUndefined()
  expect(await shown(seat, { election, contest: 'NA-999' })).toBeUndefined()
  expect(await shown(seat, { election, contest: '../summary' })).toBeUndefined()
  for (const number of ['0', '15', '1.5', 'x', '1e1x'])
    expect(await shown(station, { election, contest: 'NA-46', number })).toBeUndefined()
})

test('a seat in the middle of its count: leader, margin, stations awaited, the figures of the law', async () => {
  const text = textOf(await shown(seat, { election, contest: 'NA-46' }))
  // 12 stations: Σ (210 + 3n) = 2754, Σ (228 − n) = 2658.
  expect(text).toContain('Zarina Gul leads by 96 votes')
  expect(text).toContain('12 of 14 (85.7%)')
  expect(text).toMatch(/Recount: rejected votes Met 246 rejected votes against a margin of 96/)
})

test('a declared seat names the returned candidate and its documents', async () => {
  const text = textOf(await shown(seat, { election, contest: 'NA-47' }))
  expect(text).toContain('Returned: Zarina Gul')
  expect(text).toContain('Form-49, version 1')
  expect(text).toContain('12 issued, 10 received before consolidation, 9 valid, 1 rejected')
})

test('a corrected station shows both versions, who made them and the reason', async () => {
  const html = await shown(station, { election, contest: 'NA-46', number: '5' })
  const text = textOf(html)
  expect(text).toContain('Returning officer of the seat')
  expect(text).toContain('As sent by the station')
  expect(text).toContain('Total read again from the paper.')
  expect(html).toContain('sha256sum manifest.json NA-46-001.json')
})

test('a photograph that is in can be looked at, also behind a correction; one that is not is awaited', async () => {
  const sent = await shown(station, { election, contest: 'NA-46', number: '5' })
  expect(sent).toContain(`href="/api/results/${election}/evidence/${'05'.repeat(32)}"`)
  expect(textOf(sent)).toContain('Look at the photograph (278 KB)')
  const awaited = await shown(station, { election, contest: 'NA-46', number: '3' })
  expect(awaited).not.toContain('/evidence/')
  expect(textOf(awaited)).toContain('The photograph has not been received yet')
})

test('a station that is awaited says so', async () => {
  expect(textOf(await shown(station, { election, contest: 'NA-46', number: '13' }))).toContain(
    'This station’s Form-45 is not in yet',
  )
})

test('the party table closes: its lines add up to the valid votes that it names', async () => {
  const html = (await shown('/results/:election', { election })) ?? ''
  const table = html.slice(html.indexOf('Votes and seats by party'))
  const rows = [...(/<tbody>(.*?)<\/tbody>/s.exec(table)?.[1] ?? '').matchAll(/<tr>(.*?)<\/tr>/gs)]
  const votes = rows.map(([, row = '']) => {
    const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => textOf(cell).trim())
    return Number((cells[2] ?? '').replaceAll(',', ''))
  })
  const whole = Number((/Share of ([\d,]+) valid votes/.exec(textOf(html))?.[1] ?? '').replaceAll(',', ''))
  expect(votes.length).toBe(3)
  expect(votes.reduce((sum, each) => sum + each, 0)).toBe(whole)
})

test('a deadline that passed with stations missing is marked late', async () => {
  expect(textOf(await shown('/results/:election', { election }))).toMatch(/passed with \d+ stations missing/)
})

test('a party keeps its colour whatever order the list has', () => {
  const some = ['anp', 'pti', 'xyz', 'independent'].map((id) => ({ id, name: { en: id, ur: id } }))
  const tones = partyTones(some)
  expect([tones('pti'), tones('anp'), tones('independent'), tones('unheard-of')]).toEqual([
    'p1',
    'p2',
    'independent',
    'other',
  ])
})
