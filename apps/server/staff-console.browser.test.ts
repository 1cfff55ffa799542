import { type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { accessibilityFaults, findChromium, launchChromium, watchPage } from './browser.testkit.ts'
import { serveDemonstration, type ServedDemonstration } from './staff-console.testkit.ts'

const executable = findChromium('the staff console')

const seat = '/results/demonstration/seats/NA-46'

describe.skipIf(executable === undefined)('the staff console', () => {
  let browser: Browser
  let served: ServedDemonstration
  let secretariat: BrowserContext
  let officer: BrowserContext

  beforeAll(async () => {
    served = await serveDemonstration(inject('postgresUrl'))
    browser = await launchChromium(executable)
    secretariat = await browser.newContext()
    officer = await browser.newContext()
    await served.signIn(secretariat, 'secretariat')
    await served.signIn(officer, 'ro-na-46')
    await served.sendForms(secretariat, { missing: 'NA-47/1', wrong: 'NA-46/1' })
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  /** Opens a screen, lets `act` use it, and expects that nothing failed in it and nothing was held back by the policy. */
  async function open(
    context: BrowserContext,
    path: string,
    act: (page: Page) => Promise<void>,
    { width = 1280, language = 'en' } = {},
  ): Promise<void> {
    const page = await context.newPage()
    await page.setViewportSize({ width, height: 900 })
    const faults = watchPage(page, { refusals: true })
    await page.goto(`${served.url}/staff${path}?language=${language}`)
    await page.locator('main h1').waitFor()
    await act(page)
    expect(faults).toEqual([])
    await page.close()
  }

  /** What axe finds, and whether the screen is wider than the window. */
  async function expectAccessible(page: Page): Promise<void> {
    await page.waitForLoadState('load')
    const found = await accessibilityFaults(page)
    expect(found).toEqual([])
  }

  const screens: readonly [who: 'secretariat' | 'officer', path: string, ready: string][] = [
    ['secretariat', '', 'h1'],
    ['secretariat', '/programme/demonstration', '.timeline'],
    ['secretariat', '/programme/demonstration/change', 'input[type=date]'],
    ['secretariat', '/imports', '.cards'],
    ['secretariat', '/imports/census', 'form'],
    ['secretariat', '/results/demonstration', 'tbody tr'],
    ['secretariat', '/devices/demonstration', 'tbody tr'],
    ['officer', '/devices/demonstration/enrol', 'form'],
    ['secretariat', '/publishing', 'tbody tr'],
    ['secretariat', '/approvals', 'h2'],
    ['secretariat', '/account', '#sessions ~ ul li'],
    ['secretariat', '/people', 'tbody tr'],
    ['secretariat', '/people/offices', '.office-tree'],
    ['secretariat', '/people/invite', 'form select'],
    ['secretariat', '/rolls', 'form'],
    ['secretariat', '/register', '.search-box input'],
    ['secretariat', '/registration', '.desk-panel'],
    ['secretariat', '/registry-feed', 'form'],
    ['secretariat', '/audit', 'h2'],
    ['secretariat', '/history', 'form'],
    ['secretariat', '/history/demonstration', '.timeline'],
    ['secretariat', '/no-such-screen', 'h1'],
    ['officer', seat, 'tbody tr'],
    ['officer', `${seat}/stations/1`, '.figure-table'],
  ]
  for (const [who, path, ready] of screens)
    for (const [language, width] of [
      ['en', 1280],
      ['ur', 390],
    ] as const)
      test(`${path === '' ? 'home' : path} is accessible in ${language} at ${width} px`, async () => {
        await open(
          who === 'officer' ? officer : secretariat,
          path,
          async (page) => {
            await page.locator(`main ${ready}`).first().waitFor()
            expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ur' ? 'rtl' : 'ltr')
            await expectAccessible(page)
          },
          { width, language },
        )
      })

  test('a stranger signs in with the keyboard alone, after a wrong code was refused', async () => {
    const context = await browser.newContext()
    await open(context, '/publishing', async (page) => {
      await page.getByRole('button', { name: /^Auditor/ }).focus()
      await page.keyboard.press('Enter')
      const code = page.getByLabel('One-time code')
      const right = await code.inputValue()
      await code.fill(right === '000000' ? '000001' : '000000')
      await code.press('Enter')
      await expect.poll(() => page.getByRole('alert').textContent()).toContain('identity.wrong-credentials')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
      await code.fill(right)
      await code.press('Enter')
      await page.getByRole('heading', { name: 'Publishing' }).waitFor()
      expect(await page.getByRole('button', { name: 'Propose to publish now' }).count()).toBe(0)
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    })
    await context.close()
  })

  test('a file with a fault is answered line by line, and nothing of it is imported', async () => {
    await open(secretariat, '/imports/voters', async (page) => {
      const head =
        'cnic,nameUr,nameEn,relation,relationNameUr,gender,dateOfBirth,addressUr,block,household,serial,status\n'
      const line = '42101-0000001-1,نام,Name,son,نام,male,1980-02-31,پتہ,901010101,1,1,active\n'
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'feed.csv', mimeType: 'text/csv', buffer: Buffer.from(head + line) })
      await page.getByRole('button', { name: 'Check and import' }).click()
      const row = page.locator('tbody tr')
      await row.waitFor()
      expect(await row.textContent()).toMatch(/feed\.csv.*2.*dateOfBirth.*1980-02-31/)
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Download as CSV' }).click()
      expect((await download).suggestedFilename()).toBe('problems.csv')
    })
  })

  test('the desk counts what is in and names the seat that lacks a station first', async () => {
    await open(secretariat, '/results/demonstration', async (page) => {
      await page.getByText('Live', { exact: true }).waitFor()
      const first = page.locator('tbody tr').first()
      await first.waitFor()
      expect(await first.textContent()).toContain('NA-47')
    })
  })

  test('the returning officer corrects a form, records the postal ballots and declares the seat', async () => {
    await open(officer, `${seat}/stations/1`, async (page) => {
      const total = page.getByLabel('Total of valid votes')
      await total.waitFor()
      await total.fill(String(Number(await total.inputValue()) - 10))
      await page.getByLabel('Reason').fill('Copied wrongly from the paper.')
      await page.getByRole('button', { name: 'Propose the correction' }).click()
      await page.getByText('Nothing happens before a second officer approves it').waitFor()
      const assistant = await browser.newContext()
      await served.signIn(assistant, 'aro-na-46')
      expect(await served.approve(assistant)).toMatchObject({ state: 'carried-out' })
      await assistant.close()
      await page.getByText('Nothing is overwritten').waitFor()
    })
    await open(officer, seat, async (page) => {
      await page.getByRole('button', { name: 'Record the postal ballots' }).click()
      await page.getByText('The postal ballots are recorded.').waitFor()
      await page.getByRole('button', { name: /^Make Form-48/ }).click()
      await page.getByText('Form-48, version 1, is made.').waitFor()
      await page.getByRole('button', { name: /^Make Form-49/ }).click()
      await page
        .getByText(/^Returned: /)
        .first()
        .waitFor()
    })
    const published = `${served.url}/editions/results-demonstration/latest/contests/NA-46.json`
    const state = async () => ((await (await officer.request.get(published)).json()) as { state: string }).state
    await expect.poll(state, { timeout: 20_000 }).toBe('declared')
  })

  test('whoever does not hold the seat may look and not act', async () => {
    await open(secretariat, `${seat}/stations/1`, async (page) => {
      await page.getByText('You may look.').waitFor()
      expect(await page.getByRole('button', { name: /^Propose the correction|^Propose to confirm/ }).count()).toBe(0)
    })
  })
})
