import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { accessibilityFaults, findChromium } from './browser.testkit.ts'
import { serveDemonstration, type ServedDemonstration } from './staff-console.testkit.ts'

const executable = findChromium('the history screen')

describe.skipIf(executable === undefined)('the history of a record', () => {
  let browser: Browser
  let served: ServedDemonstration
  let officer: BrowserContext

  beforeAll(async () => {
    served = await serveDemonstration(inject('postgresUrl'))
    browser = await chromium.launch({ executablePath: executable ?? '', args: ['--no-sandbox', '--disable-gpu'] })
    officer = await browser.newContext()
    await served.signIn(officer, 'ro-na-46')
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  async function open(path: string, { width = 1280, language = 'en' } = {}): Promise<Page> {
    const page = await officer.newPage()
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${served.url}/staff${path}?language=${language}`)
    await page.locator('main h1').waitFor()
    return page
  }

  test('leads from the own seat to each act, and from the act to its entry and proof', async () => {
    const page = await open('/history')
    await page.getByRole('link', { name: /^NA-46, / }).click()
    await page.getByRole('heading', { name: 'History of demonstration/NA-46' }).waitFor()
    const act = page.locator('.history > li').filter({ hasText: 'entered the list of NA-46 (demonstration)' })
    await act.getByText('Check this').click()
    await act.getByText('nominations.contest:demonstration/NA-46').waitFor()
    for (const name of ['The entry as it stands in the ledger', 'Proof that it is in the signed ledger']) {
      const address = await act.getByRole('link', { name }).getAttribute('href')
      expect((await page.request.get(new URL(address ?? '', served.url).href)).status()).toBe(200)
    }
    await page.close()
  })

  test('finds what is typed, and says where it may not look', async () => {
    const page = await open('/history')
    await page.getByRole('searchbox').fill('demonstration/NA-47/1')
    await page.getByRole('button', { name: 'Show its history' }).click()
    await page.getByText('This seat lies outside your office').waitFor()
    expect(new URL(page.url()).pathname).toBe('/staff/history/demonstration/NA-47/1')
    await page.close()
  })

  test.each([
    ['en', 1280],
    ['en', 390],
    ['ur', 1280],
    ['ur', 390],
  ])('can be used by everybody in %s at %i pixels', async (language, width) => {
    for (const path of ['/history', '/history/demonstration/NA-46']) {
      const page = await open(path, { language, width })
      await page.locator('main li').first().waitFor()
      const check = page.locator('details.check > summary')
      if ((await check.count()) > 0) await check.first().click()
      expect([path, await accessibilityFaults(page)]).toEqual([path, []])
      await page.close()
    }
  })
})
