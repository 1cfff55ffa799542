import { type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { accessibilityFaults, findChromium, launchChromium, watchPage } from './browser.testkit.ts'
import { serveDemonstration, type ServedDemonstration } from './staff-console.testkit.ts'

const executable = findChromium('invitations')

describe.skipIf(executable === undefined)('people', () => {
  let browser: Browser
  let served: ServedDemonstration
  let secretariat: BrowserContext

  beforeAll(async () => {
    served = await serveDemonstration(inject('postgresUrl'))
    browser = await launchChromium(executable)
    secretariat = await browser.newContext()
    await served.signIn(secretariat, 'secretariat')
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  /** Opens an address and expects that nothing failed on it and the policy held nothing back. */
  async function open(context: BrowserContext, address: string, use: (page: Page) => Promise<void>): Promise<void> {
    const page = await context.newPage()
    const faults = watchPage(page, { refusals: true })
    await page.goto(address)
    await page.locator('main h1').waitFor()
    await use(page)
    expect(faults).toEqual([])
    await page.close()
  }
  const staff = (path: string, language = 'en') => `${served.url}/staff${path}?language=${language}`

  /** What is wider than the window and what axe finds, in both languages, wide and narrow. */
  async function faultsOf(context: BrowserContext, path: string): Promise<string[]> {
    const faults: string[] = []
    for (const [language, width] of [
      ['en', 1280],
      ['ur', 1280],
      ['en', 390],
      ['ur', 390],
    ] as const)
      await open(context, staff(path, language), async (page) => {
        await page.setViewportSize({ width, height: 900 })
        await page.locator('main .waiting').first().waitFor({ state: 'detached' })
        const found = await accessibilityFaults(page)
        faults.push(...found.map((fault) => `${language} ${width}: ${fault}`))
      })
    return faults
  }

  test('the secretariat invites a district officer, who accepts and sees only the own district', async () => {
    let link = ''
    await open(secretariat, staff('/people/invite'), async (page) => {
      await page.getByLabel('Full name').fill('Ayesha Khan')
      await page.getByLabel('Office', { exact: true }).selectOption('district-officer')
      await page.getByRole('button', { name: 'Make the invitation' }).click()
      await page.getByRole('heading', { name: 'Invitation for Ayesha Khan' }).waitFor()
      await page.getByRole('img', { name: 'The link as a QR code' }).waitFor()
      link = await page.getByLabel('Link', { exact: true }).inputValue()
    })
    expect(link).toMatch(/\/staff\/invitation#[\w-]{43}$/)

    const invited = await browser.newContext()
    const asked: string[] = []
    await open(invited, link.replace('#', '?language=en#'), async (page) => {
      page.on('request', (request) => asked.push(request.url()))
      await page.getByText('Ayesha Khan, you are invited').waitFor()
      await page.getByLabel('Choose a sign-in name').fill('secretariat')
      await page.getByRole('button', { name: 'Accept' }).click()
      await page.getByText('An account with this sign-in name exists').waitFor()
      await page.getByLabel('Choose a sign-in name').fill('ayesha.khan')
      await page.getByRole('button', { name: 'Accept' }).click()
      // Without a way to sign in there is nothing but the screen on which one is chosen.
      await page
        .getByRole('button', { name: /passkey/i })
        .first()
        .waitFor()
      expect(await page.locator('.staff-menu').count()).toBe(0)
      expect((await invited.request.get(`${served.url}/api/identity/people`)).status()).toBe(403)

      // A virtual authenticator makes the passkey: from here on the office is held.
      const devtools = await invited.newCDPSession(page)
      await devtools.send('WebAuthn.enable')
      await devtools.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
        },
      })
      await page
        .getByRole('button', { name: /passkey/i })
        .first()
        .click()
      await page.getByRole('link', { name: 'People and offices' }).first().click()
      await page.locator('tbody tr').first().waitFor()
      const table = (await page.locator('tbody').textContent()) ?? ''
      expect(table).toContain('Ayesha Khan')
      expect(table).toContain('ro-na-46')
      expect(table).not.toContain('Auditor')
      expect(table).not.toContain('second-secretariat')
    })
    // The token travelled in bodies alone.
    const token = link.split('#')[1] ?? ''
    expect(asked.filter((url) => url.includes(token))).toEqual([])
    expect((await invited.request.get(`${served.url}/api/results/demonstration/desk`)).status()).toBe(200)
    expect((await invited.request.get(`${served.url}/api/identity/people?q=auditor`)).ok()).toBe(true)

    const stranger = await browser.newContext()
    await open(stranger, link.replace('#', '?language=en#'), async (page) => {
      await page.getByText('This invitation has been accepted already').waitFor()
    })
    expect(await faultsOf(secretariat, '/people')).toEqual([])
    await Promise.all([stranger.close(), invited.close()])
  })

  test('an office is taken back with a reason, on the page of its holder', async () => {
    await open(secretariat, staff('/people'), async (page) => {
      await page.getByRole('link', { name: 'Observer' }).click()
      await page.getByRole('button', { name: 'Take this office back' }).click()
      await page.getByLabel('Reason').fill('Accreditation withdrawn')
      await page.getByRole('button', { name: 'Take this office back' }).click()
      const ended = page.locator('main .tag', { hasText: /^ended/ })
      await ended.waitFor()
      expect(await page.getByRole('button', { name: 'Take this office back' }).count()).toBe(0)
    })
  })

  test('an office of the own rank is proposed, and a second officer sees who gets it', async () => {
    await open(secretariat, staff('/people/invite'), async (page) => {
      await page.getByLabel('Full name').fill('Third Secretary')
      await page.getByLabel('Office', { exact: true }).selectOption('secretariat')
      await page.getByLabel('Reason').fill('Leave of the second officer')
      await page.getByRole('button', { name: 'Propose' }).click()
      await page.getByText('Proposed. A second officer').waitFor()
    })
    const second = await browser.newContext()
    await served.signIn(second, 'second-secretariat')
    const { waiting } = (await (await second.request.get(`${served.url}/api/approvals`)).json()) as {
      waiting: { id: string; sentence: { en: string } }[]
    }
    expect(waiting.map(({ sentence }) => sentence.en)).toEqual([
      'Third Secretary becomes Election Commission Secretariat over the whole country, until it is taken back.',
    ])
    const at = `${served.url}/api/approvals/${waiting[0]?.id}`
    const { previewSha256 } = (await (await second.request.get(at)).json()) as { previewSha256: string }
    const decided = await second.request.post(`${at}/approval`, { data: { previewSha256 } })
    expect(await decided.json()).toMatchObject({ state: 'carried-out' })
    await open(secretariat, staff('/people'), async (page) => {
      await page.getByText('approved, no link made yet').waitFor()
      await page.getByRole('button', { name: 'Make a new link' }).click()
      await page.getByRole('heading', { name: 'Invitation for Third Secretary' }).waitFor()
    })
    await second.close()
  })

  test.each(['/people/offices', '/people/invite'])('%s fits and is accessible', async (path) => {
    expect(await faultsOf(secretariat, path)).toEqual([])
  })

  test('the page of a person fits and is accessible', async () => {
    const { people } = (await (
      await secretariat.request.get(`${served.url}/api/identity/people?q=ro-na-46`)
    ).json()) as {
      people: { accountId: string }[]
    }
    expect(await faultsOf(secretariat, `/people/account/${people[0]?.accountId}`)).toEqual([])
  })
})
