import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CopyMark } from '../../core/editions/copy-mark.ts'
import type { ListDescription, ListedArea, ListedVoter } from '../../core/editions/list-format.ts'
import type { ListEdition } from './read-lists.ts'
import { tellCopy, writeSearchableCopy } from './searchable-copy.ts'

const voter = (
  serial: number,
  nameUr: string,
  gender: 'male' | 'female',
  more: Partial<ListedVoter> = {},
): ListedVoter => ({
  gender,
  serial,
  household: 1,
  cnic: `99001${String(serial).padStart(7, '0')}${gender === 'male' ? 1 : 2}`,
  nameUr,
  relation: gender === 'male' ? 'son' : 'daughter',
  relationNameUr: 'بشیر احمد',
  dateOfBirth: '1980-06-15',
  addressUr: 'مکان 5، گلی 3',
  photo: null,
  roll: 'general',
  isOverseas: false,
  ...more,
})
const area = (block: string): ListedArea => ({
  block,
  district: 'attock',
  nameEn: `Area ${block}`,
  nameUr: `علاقہ ${block}`,
  offset: 0,
  length: 0,
  sha256: '',
  voters: { male: 2, female: 1, other: 0 },
  last: { male: 2, female: 1, other: 0 },
})
const people: Readonly<Record<string, readonly ListedVoter[]>> = {
  '901010101': [
    voter(1, 'ثمینہ بی بی', 'female'),
    voter(1, 'محمد کاشف', 'male'),
    voter(2, 'غلام </script> رسول', 'male'),
  ],
  '901010102': [voter(7, 'کاشف محمود', 'male', { relationNameUr: 'راشد علی' })],
}
const list: ListEdition = {
  series: 'list-test',
  number: 3,
  sha256: 'ab'.repeat(32),
  madeAt: '2026-01-01T00:00:00Z',
  description: { nameUr: 'آزمائشی فہرست', qualifyingDate: '2026-01-01' } as ListDescription,
  area: (block) => area(block),
  areas: () => Object.keys(people).map(area),
  voters: async ({ block }) => people[block] ?? [],
}
const mark: CopyMark = {
  copy: 17,
  recipient: 'Candidate "Seven" & agent',
  edition: 'list-test/3',
  editionSha256: 'ab'.repeat(32),
}

let folder: string
let file: string
let browser: Browser
let page: Page
const strangers: string[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copy-'))
  file = join(folder, 'copy.html')
  await writeSearchableCopy(file, {
    list,
    areas: Object.keys(people).map(area),
    mark,
    seat: { en: 'NA-49 Attock-I', ur: 'این اے 49 اٹک 1' },
  })
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
  page = await browser.newPage({ offline: true })
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) strangers.push(request.url())
  })
  await page.goto(pathToFileURL(file).href)
  await page.waitForSelector('body[data-state=ready]')
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

async function find(query: string): Promise<string[]> {
  await page.fill('#query', '')
  await page.waitForFunction(() => document.querySelectorAll('#rows tr').length === 0)
  await page.fill('#query', query)
  await page.waitForFunction(() => document.querySelector('#state')?.textContent?.includes('found'))
  return page.$$eval('#rows tr', (rows) =>
    rows.map((row) => `${row.children[8]?.textContent} ${row.children[2]?.textContent}`),
  )
}

test('a copy opens from a file without a network and finds names in both scripts, CNICs and serials', async () => {
  expect(await find('Kashif')).toEqual(['901010101 محمد کاشف', '901010102 کاشف محمود'])
  expect(await find('کاشف راشد')).toEqual(['901010102 کاشف محمود'])
  expect(await find('Rasool')).toEqual(['901010101 غلام </script> رسول'])
  expect(await find('99001-0000007-1')).toEqual(['901010102 کاشف محمود'])
  expect(await find('۷')).toEqual(['901010102 کاشف محمود'])
  expect(await find('Nobody')).toEqual([])
  expect(strangers).toEqual([])
})

test('the mark is seen on the page: number, recipient, edition', async () => {
  const seen = await page.innerText('.mark')
  for (const part of ['17', mark.recipient, 'list-test/3', 'abababababababab']) expect(seen).toContain(part)
})

test('who was given a copy can be told from the file, also when what one sees was taken out', async () => {
  const text = await readFile(file, 'utf8')
  expect(tellCopy(text)).toEqual(mark)
  const withoutSight = text.replace(/<meta name="intikhab-copy"[^>]*>/, '').replace(/<p class="mark">.*?<\/p>/s, '')
  expect(tellCopy(withoutSight)).toEqual(mark)
  const withoutData = text.replaceAll(/<script type="text\/plain".*?<\/script>/gs, '')
  expect(tellCopy(withoutData)).toEqual(mark)
  expect(tellCopy('<html></html>')).toBeUndefined()
})
