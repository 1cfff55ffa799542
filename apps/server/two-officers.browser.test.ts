import { type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { ContestResult, StationEntry } from '@intikhab/results'
import { stationDevice, writeForm45 } from '@intikhab/results/sim'
import { accessibilityFaults, findChromium, launchChromium, pictures, watchPage } from './browser.testkit.ts'
import { serveDemonstration, type ServedDemonstration } from './staff-console.testkit.ts'

const executable = findChromium('the acts of two officers')

const seat = '/results/demonstration/seats/NA-46'

describe.skipIf(executable === undefined)('what takes two officers', () => {
  let browser: Browser
  let served: ServedDemonstration
  const people = new Map<string, BrowserContext>()

  beforeAll(async () => {
    served = await serveDemonstration(inject('postgresUrl'))
    browser = await launchChromium(executable)
    for (const name of ['secretariat', 'second-secretariat', 'ro-na-46', 'aro-na-46']) {
      const context = await browser.newContext()
      await served.signIn(context, name)
      people.set(name, context)
    }
    await served.sendForms(as('secretariat'), { missing: 'NA-47/1', wrong: 'NA-46/1' })
    await sendAnother('NA-46', 2)
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  function as(name: string): BrowserContext {
    const context = people.get(name)
    if (context === undefined) throw new Error(`${name} is not signed in`)
    return context
  }

  async function read<T>(path: string): Promise<T> {
    return (await (await fetch(`${served.url}/editions/results-demonstration/latest/${path}`)).json()) as T
  }

  /** A second, different form of a station, which is set aside. */
  async function sendAnother(contestId: string, number: number): Promise<void> {
    const { candidates } = await read<ContestResult>(`contests/${contestId}.json`)
    const stations = await read<StationEntry[]>(`stations/${contestId}.json`)
    const registered = stations.find((station) => station.number === number)?.registered ?? {
      male: 0,
      female: 0,
      total: 0,
    }
    const form = writeForm45({
      electionId: 'demonstration',
      contestId,
      stationNumber: number,
      registered,
      votes: candidates.map((_, place) => 20 + place),
      excluded: 3,
      polled: { male: 40, female: 40 },
      madeAt: new Date().toISOString(),
    })
    const device = stationDevice('console', 'demonstration', `${contestId}/${number}`)
    const sent = await as('secretariat').request.post(`${served.url}/api/results/forms`, { data: device.sign(form) })
    expect(sent.status()).toBe(409)
  }

  /** Opens a screen, lets `use` work with it, and expects that nothing failed in it. */
  async function open(who: string, path: string, use: (page: Page) => Promise<void>, language = 'en'): Promise<void> {
    const page = await as(who).newPage()
    const faults = watchPage(page, { refusals: true })
    await page.goto(`${served.url}/staff${path}?language=${language}`)
    await page.locator('main h1').waitFor()
    await use(page)
    expect(faults).toEqual([])
    await page.close()
  }

  /** In both languages, wide and narrow: nothing wider than the window, and nothing that axe finds. */
  async function expectFit(who: string, path: string, ready: string, name: string): Promise<void> {
    for (const [language, width] of [
      ['en', 1280],
      ['ur', 1280],
      ['en', 390],
      ['ur', 390],
    ] as const)
      await open(
        who,
        path,
        async (page) => {
          await page.setViewportSize({ width, height: 900 })
          await page.locator(`main ${ready}`).first().waitFor()
          const found = await accessibilityFaults(page)
          if (pictures !== undefined)
            await page.screenshot({ path: `${pictures}/${name}-${language}-${width}.png`, fullPage: true })
          expect(found).toEqual([])
        },
        language,
      )
  }

  /** Waits for the notice that an act is proposed, and has it approved by a second officer, as the inbox does it. */
  async function stateOnceApproved(page: Page, who: string): Promise<string> {
    await page.getByText('Nothing happens before a second officer approves it').waitFor()
    return (await served.approve(as(who))).state
  }

  test('a correction is proposed by one officer of the seat and stored when the other approves it', async () => {
    const station = `${seat}/stations/1`
    await expectFit('aro-na-46', station, '.figure-table', 'correction')
    await open('aro-na-46', station, async (page) => {
      const total = page.getByLabel('Total of valid votes')
      await total.waitFor()
      await total.fill(String(Number(await total.inputValue()) - 10))
      await page.getByLabel('Reason').fill('Copied wrongly from the paper.')
      await page.getByRole('button', { name: 'Propose the correction' }).click()
      expect(await stateOnceApproved(page, 'ro-na-46')).toBe('carried-out')
      await page.getByText('Nothing is overwritten').waitFor()
    })
  })

  test('a form that was set aside is compared with the one that counts, and decided on', async () => {
    await open('ro-na-46', seat, (page) => page.getByRole('link', { name: 'Decide' }).click())
    const contest = await read<ContestResult>('contests/NA-46.json')
    const decision = `${seat}/set-aside/${contest.setAside[0]?.bundleId}`
    await expectFit('ro-na-46', decision, 'form', 'decision')
    await open('ro-na-46', decision, async (page) => {
      await page.getByText('Another form of this station is already in.').waitFor()
      await page.getByLabel('Decision').selectOption('leave')
      await page.getByLabel('Reason').fill('A draft; the agents hold copies of the first form.')
      await page.getByRole('button', { name: 'Propose the decision' }).click()
      expect(await stateOnceApproved(page, 'aro-na-46')).toBe('carried-out')
    })
    await open('ro-na-46', seat, async (page) => {
      await page.getByText('stays uncounted').waitFor()
      expect(await page.getByRole('link', { name: 'Decide' }).count()).toBe(0)
    })
  })

  test("a request that meets no test is refused; the Commission's own order stands on the seat's pages with its clock", async () => {
    await open('ro-na-46', seat, async (page) => {
      await page.getByLabel('Received on').fill('2026-11-20')
      await page.getByLabel('at (time in Karachi)').fill('21:30')
      await page.getByLabel('Reason').last().fill('Asked for by the runner-up in writing.')
      await page.getByRole('button', { name: 'Propose the recount' }).click()
      await page.getByText('results.recount-not-due').waitFor()
    })
    await expectFit('secretariat', seat, 'form', 'recount')
    await open('secretariat', seat, async (page) => {
      await page.getByLabel('Reason').fill('Complaints of two candidates were heard today.')
      await page.getByRole('button', { name: 'Propose the recount' }).click()
      expect(await stateOnceApproved(page, 'second-secretariat')).toBe('carried-out')
      await page.getByRole('heading', { name: 'Recounts ordered' }).waitFor()
    })
    const page = await as('secretariat').newPage()
    await page.goto(`${served.url}/en/results/demonstration/seats/NA-46`)
    await page.getByText('By the Commission').waitFor()
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/seat-public-en.png`, fullPage: true })
    await page.goto(`${served.url}/ur/results/demonstration/seats/NA-46`)
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/seat-public-ur.png`, fullPage: true })
    await page.close()
  })

  test('a roll is frozen by two officers of the secretariat, and the screen says from when and by what', async () => {
    await open('secretariat', '/rolls', async (page) => {
      await page.getByLabel('Why').selectOption('by-election')
      await page.getByLabel('Delimitation').selectOption('demonstration')
      await page.getByLabel('Constituency', { exact: true }).selectOption('NA-46')
      await page.getByLabel('Constituency called upon to elect on').fill('2026-11-01')
      await page.getByLabel('Reason').fill('The seat fell vacant by resignation.')
      if (pictures !== undefined)
        await page.screenshot({ path: `${pictures}/freeze-by-election-en.png`, fullPage: true })
      await page.getByRole('button', { name: 'Propose the freeze' }).click()
      expect(await stateOnceApproved(page, 'second-secretariat')).toBe('carried-out')
      await page.getByText('s.39(2)', { exact: true }).waitFor()
    })
    await expectFit('secretariat', '/rolls', 'form', 'freeze')
  })
})
