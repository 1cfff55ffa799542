import { catalogueProblems, languages, type Language } from '@intikhab/kernel/language'
import type { EditionReaderLike, OpenEditionLike, PageContext } from '@intikhab/kernel/screens'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ageBands, rollStatistics, type CountedCell } from '../core/statistics.ts'
import { statisticsPage } from './index.ts'
import { words } from './words.ts'

const facts = {
  rollId: 'sample',
  nameEn: 'Rolls of 2026',
  nameUr: 'فہرستیں 2026',
  qualifyingDate: '2026-09-01',
  asOf: '2026-10-01T07:00:00.000Z',
  blocks: 830,
  stations: 909,
}
const districts = [
  { code: 'a', nameEn: 'Alpha', nameUr: 'الفا', province: 'punjab', officePhone: '' },
  { code: 'b', nameEn: 'Beta', nameUr: 'بیٹا', province: 'sindh', officePhone: '' },
]
const cells = districts.flatMap(({ code }) =>
  ageBands.flatMap((band): CountedCell[] => [
    { district: code, gender: 'male', band, voters: 1000 },
    { district: code, gender: 'female', band, voters: 900 },
    { district: code, gender: 'other', band, voters: code === 'b' && band === '66+' ? 2 : 0 },
  ]),
)
const statistics = rollStatistics(facts, cells, districts)

const edition: OpenEditionLike = {
  id: 'e'.repeat(64),
  manifest: {
    series: 'rolls-sample',
    number: 4,
    madeAt: '2026-10-01T08:00:00.000Z',
    subject: {},
    ledger: null,
    files: [{ path: 'statistics.json', sha256: 'a'.repeat(64), size: 10 }],
  },
  bytes: () => Promise.resolve(undefined),
  json: <T>() => Promise.resolve(statistics as T),
}
const editions: EditionReaderLike = {
  latest: (series) => Promise.resolve(series === 'rolls-sample' ? edition : undefined),
}

async function shown(language: Language, rollId: string | null): Promise<string> {
  const site = { name: { en: 'S', ur: 'س' }, banner: null, elections: [], rollId, refusals: [] }
  const context: PageContext = { language, now: new Date(0), site }
  const opened = await statisticsPage.open(editions, {}, context)
  return renderToStaticMarkup(opened?.body())
}

test('the texts are whole in both languages', () => {
  expect(catalogueProblems(words)).toEqual([])
})

test('totals are shown exactly, hidden counts as a dash, and the page says how many are hidden', async () => {
  for (const language of languages) {
    const html = await shown(language, 'sample')
    expect(html).toContain('22,802')
    expect(html).toContain('–')
    expect(html).not.toMatch(/undefined|NaN|null/)
  }
  expect(statistics.hiddenCells).toBeGreaterThan(0)
  expect(await shown('en', 'sample')).toContain(`${statistics.hiddenCells} cells in all`)
})

test('a roll that is not published, and a site without one, say so', async () => {
  for (const rollId of ['another', null])
    expect(await shown('en', rollId)).toContain('No statistics of the rolls have been published yet')
})
