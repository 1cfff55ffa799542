import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { accessibilityFaults, findChromium } from './browser.testkit.ts'
import { serveDemonstration, type ServedDemonstration } from './staff-console.testkit.ts'

const executable = findChromium('approvals')

describe.skipIf(executable === undefined)('a change of the programme takes two officers', () => {
  let browser: Browser
  let served: ServedDemonstration
  let first: BrowserContext
  let second: BrowserContext
  /** The second officer, at the first one's machine. */
  let borrowed: BrowserContext
  let address = ''

  beforeAll(async () => {
    served = await serveDemonstration(inject('postgresUrl'))
    const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
    browser = await chromium.launch({ executablePath: executable ?? '', args })
    first = await browser.newContext()
    await served.signIn(first, 'secretariat')
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  async function open(context: BrowserContext, path: string, language = 'en', width = 1280): Promise<Page> {
    const page = await context.newPage()
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${served.url}/staff${path}?language=${language}`)
    await page.locator('main h1').waitFor()
    return page
  }

  const approveButton = (page: Page) => page.getByRole('button', { name: 'Approve and carry out' })

  /** Asks the server itself to approve what it shows, as whoever is signed in. */
  async function askToApprove(context: BrowserContext): Promise<{ readonly status: number; readonly code: string }> {
    const path = `${served.url}/api/approvals/${address.split('/').at(-1)}`
    const { previewSha256 } = (await (await context.request.get(path)).json()) as { previewSha256: string }
    const answer = await context.request.post(`${path}/approval`, { data: { previewSha256 } })
    const { code = '' } = (await answer.json()) as { code?: string }
    return { status: answer.status(), code }
  }

  test('the first proposes: what it does is shown, the order of s.58 is asked for, nothing is in force yet', async () => {
    const page = await open(first, '/programme/demonstration/change')
    const submit = page.getByRole('button', { name: 'Propose this version' })
    const scrutiny = page.getByLabel('Last day of scrutiny')
    const before = await scrutiny.inputValue()
    expect(await submit.isDisabled()).toBe(true)
    await scrutiny.fill(new Date(Date.parse(before) - 86_400_000).toISOString().slice(0, 10))
    await page.getByText('an order under s.58 must be named').waitFor()
    await page.getByLabel('Reason').fill('Scrutiny ends a day earlier.')
    await page.getByLabel('Order of the Commission under s.58').fill('F.2(1)/2026')
    await submit.click()
    await page.getByText('Nothing happens before a second officer approves it.').waitFor()
    const link = page.getByRole('link', { name: 'Open the proposal' })
    address = ((await link.getAttribute('href')) ?? '').replace('/staff', '')
    expect(address).toMatch(/^\/approvals\/[0-9a-f-]{36}$/)
    const now = await first.request.get(`${served.url}/api/elections/demonstration`)
    expect(await now.json()).toMatchObject({ inForce: { version: 1 } })
    await page.close()
  })

  test('the proposer has no button to approve, and the server refuses', async () => {
    const page = await open(first, address)
    await page.getByRole('heading', { name: 'This waits for a second officer' }).waitFor()
    expect(await approveButton(page).count()).toBe(0)
    expect(await askToApprove(first)).toEqual({ status: 403, code: 'approvals.own-proposal' })
    await page.close()
  })

  test('the second officer at the first one’s machine is refused with a plain sentence', async () => {
    borrowed = await browser.newContext()
    const mark = (await first.cookies()).filter(({ name }) => name.endsWith('intikhab-browser'))
    expect(mark).toHaveLength(1)
    await borrowed.addCookies(mark)
    await served.signIn(borrowed, 'second-secretariat')
    const page = await open(borrowed, address)
    await page.getByText('This was proposed on this same device. Decide on it from a device of your own.').waitFor()
    expect(await approveButton(page).count()).toBe(0)
    expect(await askToApprove(borrowed)).toEqual({ status: 403, code: 'approvals.same-device' })
    await page.close()
  })

  test('at a machine of their own the second officer finds it waiting and sees before and after', async () => {
    second = await browser.newContext()
    await served.signIn(second, 'second-secretariat', { again: true })
    for (const [language, width] of [
      ['en', 1280],
      ['ur', 390],
    ] as const) {
      const page = await open(second, address, language, width)
      await page.locator('.before-after').first().waitFor()
      const faults = await accessibilityFaults(page)
      expect(faults).toEqual([])
      await page.close()
    }
    const page = await open(second, '/approvals')
    expect(await page.locator('.waiting-count').first().textContent()).toBe('1')
    await page.getByRole('link', { name: 'Change the programme of an election' }).click()
    const changed = page.locator('.before-after').filter({ hasText: 'What changes, and nothing else' })
    await changed.waitFor()
    expect(await changed.locator('tbody tr').allTextContents()).toEqual([
      expect.stringContaining('Last day of scrutiny'),
      expect.stringContaining('F.2(1)/2026'),
    ])
    await page.close()
  })

  test('the second officer approves: it is in force at once, with its entry in the ledger', async () => {
    const page = await open(second, address)
    await approveButton(page).click()
    await page.getByText('Approved and carried out.').waitFor()
    await page.getByText(/The act itself is entry \d+ of the ledger\./).waitFor()
    expect(await page.locator('.steps tbody tr').count()).toBe(3)
    await page.close()
    const history = await open(first, '/programme/demonstration')
    await history.getByText('Version 2').first().waitFor()
    await history.getByText(address.split('/').at(-1) ?? '').waitFor()
    await history.close()
  })
})
