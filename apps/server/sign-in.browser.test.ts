import { type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { accessibilityFaults, findChromium, launchChromium, watchPage } from './browser.testkit.ts'
import { serveDemonstration, type ServedDemonstration } from './staff-console.testkit.ts'

const executable = findChromium('sign-in')

describe.skipIf(executable === undefined)('sign-in in a browser', () => {
  let browser: Browser
  let served: ServedDemonstration
  beforeAll(async () => {
    served = await serveDemonstration(inject('postgresUrl'))
    browser = await launchChromium(executable)
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  /** A page of a new browser with an authenticator that says yes by itself; it must not fail, nor hold anything back. */
  async function open(
    path: string,
    signedInAs?: string,
  ): Promise<{ context: BrowserContext; page: Page; faults: readonly string[] }> {
    const context = await browser.newContext()
    if (signedInAs !== undefined) await served.signIn(context, signedInAs)
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    const faults = watchPage(page, { refusals: true })
    await page.goto(`${served.url}/staff${path}?language=en`)
    await page.locator('main h1').waitFor()
    return { context, page, faults }
  }

  async function expectAccessible(page: Page): Promise<void> {
    const found = await accessibilityFaults(page)
    expect(found).toEqual([])
  }

  test('a passkey is registered, signs in without a name, and is shown again for a weighty act', async () => {
    const { context, page, faults } = await open('/account', 'secretariat')
    await page.getByLabel('Name of the new passkey').fill('Office laptop')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Remove the passkey Office laptop' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()

    await page.getByRole('button', { name: 'Sign in with a passkey' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('last used').waitFor()

    // Proposing a publication takes a fresh second factor; what was typed and done goes on by itself.
    await served.ageSecondFactors()
    await page.getByRole('link', { name: 'Publishing' }).first().click()
    await page.getByRole('button', { name: 'Publish now' }).click()
    const dialog = page.getByRole('dialog', { name: 'Show that it is you' })
    await dialog.waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Use a passkey' }).press('Enter')
    await page.getByText('Proposed. Nothing happens before a second officer approves it.').waitFor()
    expect(await dialog.count()).toBe(0)
    expect(await page.getByText('http.fresh-factor-required').count()).toBe(0)
    expect(faults).toEqual([])
    await context.close()
  })

  test('whoever gives up the step-up reads why the act was refused, and can do it again', async () => {
    const { context, page, faults } = await open('/account', 'district-officer')
    await served.ageSecondFactors()
    await page.getByRole('button', { name: 'Make new codes' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('One-time code').fill('000000')
    await page.keyboard.press('Enter')
    await dialog.getByText('identity.wrong-credentials').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('http.fresh-factor-required').waitFor()
    expect(await dialog.count()).toBe(0)
    await page.getByRole('button', { name: 'Make new codes' }).click()
    await dialog.waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  test('a recovery code signs in once, without the app', async () => {
    const { context, page, faults } = await open('/account', 'observer')
    await page.getByLabel('Present password').fill(served.passwordOf('observer'))
    await page.getByLabel('New password').fill('four quiet rivers run')
    await page.keyboard.press('Enter')
    await page.getByText('The new password is set.').waitFor()
    await page.getByRole('button', { name: 'Make new codes' }).click()
    const code = (await page.locator('.recovery-sheet code').first().textContent()) ?? ''
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByText('10 codes are left.').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()

    const recover = async () => {
      await page.getByText('I have lost my phone').click()
      const form = page.locator('details form')
      await form.getByLabel('Sign-in name').fill('observer')
      await form.getByLabel('Password, if you have one').fill('four quiet rivers run')
      await form.getByLabel('Recovery code').fill(code.toLowerCase())
      await page.keyboard.press('Enter')
    }
    await recover()
    await page.getByText('9 codes are left.').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await recover()
    await page.getByText('identity.wrong-credentials').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  test.each([
    [1280, 'en'],
    [1280, 'ur'],
    [390, 'en'],
    [390, 'ur'],
  ])('sign-in and account stand %i wide in %s', async (width, language) => {
    const { context, page, faults } = await open('/')
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${served.url}/staff/?language=${language}`)
    await page.locator('details summary').click()
    await expectAccessible(page)
    await served.signIn(context, `${width === 390 ? 'a' : ''}ro-na-4${language === 'ur' ? 7 : 8}`)
    await page.goto(`${served.url}/staff/account?language=${language}`)
    await page.locator('.act-list').last().waitFor()
    await page.locator('[aria-labelledby="authenticator"] button').click()
    await page.locator('.qr-code').waitFor()
    await page.locator('[aria-labelledby="recovery-codes"] button').click()
    await page.locator('.recovery-sheet').waitFor()
    await expectAccessible(page)
    expect(faults).toEqual([])
    await context.close()
  })
})
