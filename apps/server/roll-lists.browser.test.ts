import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { accessibilityFaults, findChromium, launchChromium, pictures, watchPage } from './browser.testkit.ts'
import { serveDemonstration, type ServedDemonstration } from './staff-console.testkit.ts'

const executable = findChromium('display centres, lists and their log')

describe.skipIf(executable === undefined)('display centres by a table, changes of a list, the log of searches', () => {
  let browser: Browser
  let served: ServedDemonstration
  const people = new Map<string, BrowserContext>()
  let blocks: readonly string[]

  beforeAll(async () => {
    served = await serveDemonstration(inject('postgresUrl'))
    browser = await launchChromium(executable)
    for (const name of ['district-officer', 'auditor']) {
      const context = await browser.newContext({ acceptDownloads: true })
      await served.signIn(context, name)
      people.set(name, context)
    }
    const { rows } = await served.database.pool.query<{ block: number }>(
      "select block from rolls.electoral_area where district = 'islamabad' order by block limit 3",
    )
    blocks = rows.map(({ block }) => String(block))
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
  })

  async function open(who: string, path: string, use: (page: Page) => Promise<void>, language = 'en', width = 1280) {
    const page = await people.get(who)?.newPage()
    if (page === undefined) throw new Error(`${who} is not signed in`)
    await page.setViewportSize({ width, height: 900 })
    const faults = watchPage(page, { refusals: true })
    await page.goto(`${served.url}/staff${path}?language=${language}`)
    await page.locator('main h1').waitFor()
    await use(page)
    expect(faults).toEqual([])
    await page.close()
  }

  const heading = 'district,nameEn,nameUr,addressEn,addressUr,opensAt,closesAt,blocks'
  const centre = (name: string, block = '') =>
    `islamabad,${name},${name === 'Model School' ? 'ماڈل اسکول' : 'گرلز کالج'},Street 31,گلی 31,09:00,17:00,${block}`

  async function handIn(page: Page, ...lines: readonly string[]): Promise<void> {
    const buffer = Buffer.from([heading, ...lines, ''].join('\n'))
    await page.locator('input[type=file]').setInputFiles({ name: 'centres.csv', mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: 'Check and import' }).click()
  }

  test('a table with a fault is refused line by line; mended it is taken in, and the centres stand in the list', async () => {
    await open('district-officer', '/roll-editions', async (page) => {
      await handIn(page, centre('Model School', blocks[0]), centre('Girls College', '12345678'))
      const problem = page.getByRole('row').filter({ hasText: 'rolls.not-a-block' })
      await problem.waitFor()
      expect(await problem.innerText()).toMatch(/\b3\b[\s\S]*blocks[\s\S]*12345678/)
      await handIn(page, centre('Model School', blocks[0]), centre('Girls College', blocks[1]))
      await page.getByText('Imported', { exact: false }).first().waitFor()
      await page.getByRole('rowheader', { name: 'Girls College' }).waitFor()
      await page.getByRole('row').filter({ hasText: 'Model School' }).getByRole('button', { name: 'Print' }).click()
      // No edition of the lists has been made in this country yet.
      await page.getByText('No edition of the lists of this roll has been made yet').waitFor()
    })
  })

  test('additions and deletions of an area are shown and taken along as CSV, and so is the list as on a day', async () => {
    await open('district-officer', '/roll-changes', async (page) => {
      await page.getByLabel('Census block code').fill(blocks[2] ?? '')
      await page.getByRole('button', { name: 'Show the changes' }).click()
      await page.locator('main table').waitFor()
      for (const name of ['The changes as CSV', 'The list as on']) {
        const waiting = page.waitForEvent('download')
        await page.getByRole('link', { name }).last().click()
        expect((await waiting).suggestedFilename()).toMatch(new RegExp(`^${blocks[2]}-.*[.]csv$`))
      }
      await page.getByLabel('Census block code').fill('999999999')
      await page.getByRole('button', { name: 'Show the changes' }).click()
      await page.getByText('There is no electoral area with this census block code.').waitFor()
    })
  })

  test('the auditor finds in the log what the officer read', async () => {
    await open('auditor', '/search-log', async (page) => {
      const address = await page.getByRole('link', { name: 'Download the log (CSV)' }).getAttribute('href')
      const answer = await page.request.get(`${served.url}${address}`)
      expect(answer.status()).toBe(200)
      const kinds = (await answer.text())
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',').slice(2, 4).join(' '))
      expect(kinds).toEqual(['changes', 'changes', 'list'].map((kind) => `District Election Commissioner ${kind}`))
    })
  })

  test.each([
    ['district-officer', '/roll-editions'],
    ['district-officer', '/roll-changes'],
    ['auditor', '/search-log'],
  ])('for %s, %s can be used by everybody, in both languages and on a telephone', async (who, path) => {
    for (const language of ['en', 'ur'])
      for (const width of [1280, 390])
        await open(
          who,
          path,
          async (page) => {
            await page.locator('main input').last().waitFor({ state: 'attached' })
            if (pictures !== undefined)
              await page.screenshot({ path: `${pictures}/${who}${path.replaceAll('/', '-')}-${language}-${width}.png` })
            expect([path, language, width, await accessibilityFaults(page)]).toEqual([path, language, width, []])
          },
          language,
          width,
        )
  })
})
