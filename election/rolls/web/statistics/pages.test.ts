import { catalogueProblems, languages, type Language } from '@intikhab/kernel/language'
import type { EditionReaderLike, OpenEditionLike, PageContext } from '@intikhab/kernel/screens'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { countAt } from '../../core/statistics/block-counts.ts'
import { registryTable } from '../../core/statistics/district-tables.ts'
import { facts, madeUpCountry } from '../../core/statistics/made-up-country.testkit.ts'
import { rollStatistics, type RollStatistics } from '../../core/statistics/statistics.ts'
import { statisticsPages } from './index.ts'
import { words } from './words.ts'

const people = (women: number, men: number, others = 0) => ({
  [countAt.women + 1]: women,
  [countAt.men + 2]: men,
  [countAt.others]: others,
})
const { count, places } = madeUpCountry(
  [
    { district: 'attock', seats: ['NA-49', 'PP-1'], counts: people(400, 600, 4) },
    { district: 'attock', seats: ['NA-50', 'PP-1'], counts: people(500, 510, 20) },
    { district: 'quetta', seats: ['NA-262', 'PB-38'], counts: people(700, 720) },
  ],
  { attock: 'punjab', quetta: 'balochistan' },
)
const told = [{ district: 'attock', cardsIssued: 1000, enrolled: 900, deaths: 50, removed: 40 }]
const { statistics } = rollStatistics(facts, count, places, {
  changes: null,
  registry: registryTable(told, places.districts),
})

const file = (path: string) => ({ path, sha256: 'a'.repeat(64), size: 10 })
const edition = (published: unknown): OpenEditionLike => ({
  id: 'e'.repeat(64),
  manifest: {
    series: 'rolls-sample',
    number: 4,
    madeAt: '2026-10-01T08:00:00.000Z',
    subject: {},
    ledger: null,
    files: ['statistics.json', 'gender/districts.csv', 'gender-gap.csv', 'blocks/attock.csv'].map(file),
  },
  bytes: () => Promise.resolve(undefined),
  json: <T>() => Promise.resolve(published as T),
})
const map = {
  delimitationId: '2023',
  viewBox: [0, 0, 10, 10],
  attribution: 'Made up',
  seats: ['NA-49', 'NA-50', 'NA-262'].map((code) => ({ code, d: 'M0 0h1v1z', centre: [0, 0], doubts: [] })),
  insets: [],
}

async function shown(
  language: Language,
  path: string,
  published: unknown = statistics,
  rollId: string | null = 'sample',
) {
  const editions: EditionReaderLike = {
    latest: (series) =>
      Promise.resolve(
        series === 'rolls-sample' ? edition(published) : series === 'map-2023' ? edition(map) : undefined,
      ),
  }
  const site = { name: { en: 'S', ur: 'س' }, banner: null, elections: [], rollId, refusals: [] }
  const context: PageContext = { language, now: new Date(0), site }
  const given = path.split('/')
  for (const page of statisticsPages) {
    const parts = page.path.split('/')
    if (parts.length !== given.length || !parts.every((part, i) => part.startsWith(':') || part === given[i])) continue
    const params = Object.fromEntries(
      parts.flatMap((part, i) => (part.startsWith(':') ? [[part.slice(1), given[i] ?? '']] : [])),
    )
    const opened = await page.open(editions, params, context)
    return opened === undefined ? undefined : renderToStaticMarkup(opened.body())
  }
  return undefined
}

test('the texts are whole in both languages', () => {
  expect(catalogueProblems(words)).toEqual([])
})

test('every page of the statistics is whole in both languages, with its CSV, its JSON and its proof', async () => {
  for (const language of languages)
    for (const path of [
      '/rolls',
      '/rolls/seats',
      '/rolls/districts/attock',
      '/rolls/seats/NA-49',
      '/rolls/seats/PB-38',
    ]) {
      const html = await shown(language, path)
      expect(html).not.toMatch(/undefined|NaN|null|\[object/)
      expect(html).toContain('/editions/rolls-sample/4/statistics.json')
    }
  expect(await shown('en', '/rolls/districts')).toContain('/editions/rolls-sample/4/gender/districts.csv')
  expect(await shown('en', '/rolls/districts/attock')).toContain('/editions/rolls-sample/4/blocks/attock.csv')
})

test('captions say of how many: women of 100 voters, the gap among how many', async () => {
  const html = await shown('en', '/rolls')
  expect(html).toContain('46.3 of 100 registered voters are women')
  expect(html).toContain('254 more men than women among 3,454 voters')
})

test('districts and seats above the limit of the law are listed with their numbers, the others are not', async () => {
  const html = (await shown('en', '/rolls')) ?? ''
  expect(html).toContain('1 of 3 are above 10% of their voters (s.47).')
  expect(html).toContain('NA-49 NA-49: gender gap 20.3%')
  const attock = (await shown('en', '/rolls/districts/attock')) ?? ''
  expect(attock).toContain('The gender gap is above 10%')
  expect(await shown('en', '/rolls/districts/quetta')).not.toContain('The gender gap is above')
})

test('what the civil registry did not tell is not known, and never zero', async () => {
  for (const path of ['/rolls', '/rolls/districts', '/rolls/districts/quetta'])
    expect(await shown('en', path)).toContain('not known')
  expect(await shown('en', '/rolls/districts/attock')).toContain('90.0%')
  const silent: RollStatistics = { ...statistics, registry: null }
  expect(await shown('en', '/rolls', silent)).toContain('Not known: the civil registry has told nothing yet.')
})

test('places that are counted together say so and name each other', async () => {
  const { count: few, places: where } = madeUpCountry(
    [
      { district: 'attock', seats: [], counts: people(400, 600) },
      { district: 'jhelum', seats: [], counts: people(4, 600) },
    ],
    { attock: 'punjab', jhelum: 'punjab' },
  )
  const together = rollStatistics(facts, few, where, { changes: null, registry: null }).statistics
  expect(await shown('en', '/rolls/districts', together)).toContain('counted together')
  expect(await shown('en', '/rolls/districts/jhelum', together)).toContain('Counted together:')
  for (const language of languages)
    expect(await shown(language, '/rolls/districts/jhelum', together)).not.toContain('>4<')
})

test('a roll that is not published, a site without one, and statistics of an older shape say so', async () => {
  const none = 'No statistics of the rolls have been published yet'
  expect(await shown('en', '/rolls', statistics, 'another')).toContain(none)
  expect(await shown('en', '/rolls', statistics, null)).toContain(none)
  expect(await shown('en', '/rolls', { rollId: 'sample', total: 5 })).toContain(none)
  for (const path of ['/rolls/districts/nowhere', '/rolls/seats/NA-999'])
    expect(await shown('en', path)).toBeUndefined()
})
