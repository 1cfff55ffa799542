import { type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findChromium, launchChromium } from './browser.testkit.ts'
import { serveDemonstration, type ServedDemonstration } from './staff-console.testkit.ts'

const executable = findChromium('devices')

describe.skipIf(executable === undefined)('devices', () => {
  let browser: Browser
  let served: ServedDemonstration
  let officer: BrowserContext
  const faults: string[] = []

  beforeAll(async () => {
    served = await serveDemonstration(inject('postgresUrl'))
    browser = await launchChromium(executable)
    officer = await browser.newContext()
    await served.signIn(officer, 'ro-na-46')
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  /** A page whose faults fail the test that looks at them. */
  async function watched(context: BrowserContext): Promise<Page> {
    const page = await context.newPage()
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text())
    })
    return page
  }

  /** The officer makes codes for a kind of device; the page that shows them, and the codes without their dashes. */
  async function codesFor(kind: string): Promise<{ page: Page; codes: string[] }> {
    const page = await watched(officer)
    await page.goto(`${served.url}/staff/devices/demonstration/enrol?language=en`)
    await page.getByLabel('Device').selectOption({ label: kind })
    await page.getByRole('button', { name: /^Make / }).click()
    await page.locator('.enrolment-slip').first().waitFor()
    const typed = await page.locator('.enrolment-slip .typed').allTextContents()
    return { page, codes: typed.map((code) => code.replaceAll('-', '')) }
  }

  /** Another machine opens the QR code's address and enrols itself; its fingerprint, as it shows it. */
  async function enrol(context: BrowserContext, code: string, language = 'en'): Promise<[Page, string]> {
    const page = await watched(context)
    await page.goto(`${served.url}/${language}/enrol#${code}`)
    await page.locator('[data-part=check] button').click()
    await page.locator('[data-part=done] .fingerprint li').first().waitFor()
    return [page, (await page.locator('[data-part=done] .fingerprint li').allTextContents()).join('')]
  }

  /** The officer opens a device in the list and revokes it. */
  async function revoke(page: Page, keyId: string): Promise<void> {
    await page.goto(`${served.url}/staff/devices/demonstration/device/${keyId}?language=en`)
    await page.getByLabel('Reason').selectOption({ label: 'Stolen' })
    await page.getByRole('button', { name: 'Revoke this device' }).click()
    await page.getByText('This device is revoked: Stolen.').waitFor()
  }

  test('a phone enrols by its code, the officer sees the same fingerprint, and once revoked it is told so', async () => {
    const { page, codes } = await codesFor('Phone of a presiding officer')
    const phone = await browser.newContext({ viewport: { width: 390, height: 800 } })
    const [tel, keyId] = await enrol(phone, codes[0] ?? '', 'ur')
    expect(keyId).toMatch(/^[0-9a-f]{32}$/)
    // Spent: the code is no longer in the address.
    expect(new URL(tel.url()).hash).toBe('')
    const slip = page.locator('.enrolment-slip').first()
    await slip.getByText('enrolled').waitFor()
    expect((await slip.locator('output .code').allTextContents()).join('').replaceAll(' ', '')).toBe(keyId)
    await tel.reload()
    await tel.locator('.held-devices').getByText('(کارآمد)').waitFor()
    await revoke(page, keyId)
    await tel.reload()
    await tel.locator('.held-devices').getByText('(منسوخ)').waitFor()
    expect(faults).toEqual([])
    await phone.close()
  })

  test('the private key cannot be read out of the browser that holds it', async () => {
    const { codes } = await codesFor('Phone of a presiding officer')
    const phone = await browser.newContext()
    const [tel] = await enrol(phone, codes[0] ?? '')
    await tel.reload()
    const tried = await tel.evaluate(async () => {
      const wait = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result))
          request.addEventListener('error', () => reject(request.error ?? new Error('unread')))
        })
      const database = await wait(indexedDB.open('intikhab-devices'))
      const keys = await wait(database.transaction('keys').objectStore('keys').getAll())
      const { privateKey } = keys[0] as { privateKey: CryptoKey }
      const exported = (['pkcs8', 'jwk', 'raw'] as const).map((format) =>
        crypto.subtle.exportKey(format as 'pkcs8', privateKey).then(
          () => 'read out',
          (error: DOMException) => error.name,
        ),
      )
      const bytes = JSON.stringify(keys)
      return { extractable: privateKey.extractable, exported: await Promise.all(exported), bytes }
    })
    expect(tried.extractable).toBe(false)
    expect(tried.exported).toHaveLength(3)
    for (const outcome of tried.exported) expect(outcome).toMatch(/^(?:InvalidAccessError|NotSupportedError)$/)
    expect(tried.bytes).toContain('"privateKey":{}')
    await phone.close()
  })

  test('a code that another phone has used is refused, and enrols nothing', async () => {
    const { codes } = await codesFor('Phone of a presiding officer')
    const [first, second] = [await browser.newContext(), await browser.newContext()]
    await enrol(first, codes[0] ?? '')
    const page = await watched(second)
    await page.goto(`${served.url}/en/enrol`)
    await page.getByLabel('Enrolment code').fill((codes[0] ?? '').toLowerCase())
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('This enrolment code has been used.').waitFor()
    expect(await page.locator('[data-part=here]').isVisible()).toBe(false)
    expect(faults).toEqual([])
    await Promise.all([first.close(), second.close()])
  })

  test('without a script the page says what it needs', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${served.url}/en/enrol`)
    expect(await page.locator('noscript').textContent()).toContain('needs JavaScript')
    expect(await page.getByRole('heading', { name: 'Enrol this device' }).isVisible()).toBe(true)
    await context.close()
  })

  test('an enrolled laptop proves itself at sign-in by itself, and its revocation ends that session', async () => {
    const { page: list, codes } = await codesFor('Laptop of a returning office')
    const laptop = await browser.newContext()
    const [page, keyId] = await enrol(laptop, codes[0] ?? '')
    await page.goto(`${served.url}/staff/?language=en`)
    await page.getByRole('button', { name: /^Auditor/ }).click()
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('heading', { name: 'What your office does here' }).waitFor()
    const sessions = await laptop.request.get(`${served.url}/api/identity/sessions`)
    expect(await sessions.json()).toMatchObject([{ device: keyId, own: true }])
    await revoke(list, keyId)
    expect((await laptop.request.get(`${served.url}/api/identity/me`)).status()).toBe(401)
    expect(faults).toEqual([])
    await laptop.close()
  })
})
