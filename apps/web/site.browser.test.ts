import { existsSync } from 'node:fs'
import { languages } from '@intikhab/kernel/language'
import axe from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSampleSite, type SampleSite } from './site.testkit.ts'

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
if (executable === undefined)
  process.stdout.write('Browser tests of the public site skipped: no Chromium is installed.\n')

const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
const seat = '/results/sample-2026/seats/NA-46'
const paths = [
  '',
  '/vote',
  '/results',
  '/results/sample-2026/assemblies/PP',
  '/results/sample-2026/provinces/islamabad',
  seat,
  '/results/sample-2026/seats/NA-47',
  `${seat}/stations/5`,
  `${seat}/stations/13`,
  '/rolls',
  '/rolls/districts',
  '/rolls/districts/attock',
  '/rolls/seats',
  '/rolls/seats/NA-60',
  '/programme',
  '/data',
  '/data/results-sample-2026',
  '/refusals',
  '/verify',
  '/enrol',
  '/no-such-page',
]

describe.skipIf(executable === undefined)('the public site', () => {
  let browser: Browser
  let site: SampleSite

  beforeAll(async () => {
    site = await startSampleSite()
    browser = await chromium.launch({ executablePath: executable ?? '', args: flags })
  })
  afterAll(async () => {
    await browser.close()
    await site.stop()
  })

  /** Opens a page, lets `act` look at it and expects that nothing went wrong in it. */
  async function visit(
    path: string,
    act: (page: Page) => Promise<void>,
    { width = 1280, script = true, status = 200 } = {},
  ): Promise<void> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      javaScriptEnabled: script,
      bypassCSP: false,
    })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(site.url) && !request.url().startsWith('data:'))
        faults.push(`asks ${request.url()}`)
    })
    const answer = await page.goto(site.url + path)
    expect(answer?.status()).toBe(status)
    await act(page)
    expect(faults).toEqual([])
    await context.close()
  }

  for (const language of languages)
    test(`every page in ${language} is accessible, fits a telephone and has one heading and a title`, async () => {
      for (const path of paths)
        await visit(
          `/${language}${path}`,
          async (page) => {
            expect(await page.locator('h1').count()).toBe(1)
            expect(await page.title()).not.toBe('')
            const overflow = await page.evaluate(
              () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
            )
            expect({ path, overflow }).toEqual({ path, overflow: 0 })
            // The page's own policy forbids inline scripts, so axe comes in by the debugger's door.
            await page.evaluate(axe.source)
            const violations = await page.evaluate(async () => {
              const { axe } = globalThis as unknown as {
                axe: { run(o: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
              }
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
              const { violations } = await axe.run({ runOnly: tags })
              return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
            })
            expect({ path, violations }).toEqual({ path, violations: [] })
          },
          { width: 390, status: path === '/no-such-page' ? 404 : 200 },
        )
    })

  test('an English page fetches no Urdu type, an Urdu page does', async () => {
    const fontsOf = async (path: string) => {
      const fonts: string[] = []
      await visit(path, async (page) => {
        fonts.push(
          ...(await page.evaluate(() =>
            [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
          )),
        )
      })
      return new Set(fonts.map((family) => family.replaceAll('"', '')))
    }
    expect([...(await fontsOf('/en/results'))]).toEqual(['Source Sans 3'])
    expect(await fontsOf('/ur/results')).toContain('Noto Nastaliq Urdu')
  })

  test('pages are whole without a script: figures, stations, proof and the enquiry form', async () => {
    await visit(
      `/en${seat}`,
      async (page) => {
        expect(await page.getByRole('row').filter({ hasText: 'Government Girls School' }).count()).toBe(14)
        await page.getByText('Check this yourself').click()
        expect(await page.getByText('openssl pkeyutl').isVisible()).toBe(true)
      },
      { script: false },
    )
    await visit(
      '/ur/vote',
      async (page) => {
        await page.locator('#cnic').fill('12345')
        await page.getByRole('button').click()
        expect(await page.locator('.field-problem').innerText()).toContain('13')
        expect(await page.locator('#cnic').inputValue()).toBe('12345')
        expect(page.url()).not.toContain('12345')
      },
      { script: false },
    )
  })

  test('by keyboard: the first stop skips to the content, every stop shows its focus', async () => {
    await visit('/en', async (page) => {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
      await page.keyboard.press('Tab')
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)
      expect(outline).toBe('solid')
    })
  })

  test('tables sort by their heads and filter as one types, in Urdu letters of either kind', async () => {
    await visit(`/ur${seat}`, async (page) => {
      const table = page.locator('[data-table=long]').last()
      const first = () => table.locator('tbody tr:visible').first().locator('th').innerText()
      await table.locator('thead button').first().click()
      expect(await first()).toContain('14')
      // ي and ك as an Arabic keyboard types them.
      await table.locator('input[type=search]').fill('اسكول  گرلز')
      expect(await table.locator('tbody tr:visible').count()).toBe(14)
      await table.locator('input[type=search]').fill('مدرسہ')
      expect(await table.locator('tbody tr:visible').count()).toBe(0)
      expect(await table.locator('[role=status]').innerText()).toBe('آپ کے لکھے ہوئے سے کچھ مطابقت نہیں رکھتا۔')
    })
  })

  test('a page follows the newer edition in place, and not while it is paused', async () => {
    await visit('/en/results', async (page) => {
      const bar = page.locator('[data-live]')
      expect(await bar.innerText()).toContain('Edition 1')
      await site.publishAgain()
      await page.getByText('Updated to edition 2').waitFor({ timeout: 15_000 })
      expect(await page.locator('figcaption').first().innerText()).toContain('Edition 2')
      await bar.getByRole('button').click()
      await site.publishAgain()
      const answer = await page.request.get(`${site.url}/newest/results-${site.electionId}`)
      expect(await answer.json()).toMatchObject({ number: 3 })
      expect(await bar.innerText()).toContain('Edition 2')
    })
  })

  test('nothing jumps while a page loads, Urdu type and table tools included', async () => {
    for (const path of ['/ur', '/ur/results', `/ur${seat}`, `/en${seat}`])
      await visit(
        path,
        async (page) => {
          await page.waitForLoadState('networkidle')
          const shift = await page.evaluate(
            () =>
              new Promise<number>((done) => {
                const observer = new PerformanceObserver((list) => {
                  const shifts = list.getEntries() as (PerformanceEntry & { readonly value: number })[]
                  done(shifts.reduce((sum, { value }) => sum + value, 0))
                })
                observer.observe({ type: 'layout-shift', buffered: true })
                requestAnimationFrame(() => requestAnimationFrame(() => done(0)))
              }),
          )
          // “Good” by the web's own measure is 0.1.
          expect({ path, shift: shift < 0.1 ? 'small' : shift }).toEqual({ path, shift: 'small' })
        },
        { width: 390 },
      )
  })

  test('the front door leads to the reader’s language; a page that is held is not sent again', async () => {
    const urdu = await fetch(`${site.url}/`, { headers: { 'accept-language': 'ur-PK' }, redirect: 'manual' })
    expect(urdu.headers.get('location')).toBe('/ur')
    const page = await fetch(`${site.url}/en/verify`)
    const again = await fetch(`${site.url}/en/verify`, { headers: { 'if-none-match': page.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe-inline')
  })
})
