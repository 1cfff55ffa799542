import { type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { accessibilityFaults, findChromium, launchChromium, pictures, watchPage } from './browser.testkit.ts'
import { serveDemonstration, type ServedDemonstration } from './staff-console.testkit.ts'

const executable = findChromium('the editions of the rolls')

interface Stage {
  readonly stage: string
  readonly editions: readonly { readonly number: number; readonly stage: string; readonly voters: object }[]
}

describe.skipIf(executable === undefined)('the stages of a roll and its editions', () => {
  let browser: Browser
  let served: ServedDemonstration
  const people = new Map<string, BrowserContext>()

  beforeAll(async () => {
    served = await serveDemonstration(inject('postgresUrl'))
    browser = await launchChromium(executable)
    for (const name of ['secretariat', 'second-secretariat', 'district-officer', 'ro-na-46']) {
      const context = await browser.newContext()
      await served.signIn(context, name)
      people.set(name, context)
    }
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

  /** Opens a screen, lets `use` work with it, and expects that nothing failed in it. */
  async function open(who: string, path: string, use: (page: Page) => Promise<void>): Promise<void> {
    const page = await as(who).newPage()
    const faults = watchPage(page, { refusals: true })
    await page.goto(`${served.url}${path}`)
    await page.locator('main h1').waitFor()
    await use(page)
    expect(faults).toEqual([])
    await page.close()
  }

  const staff = (who: string, path: string, use: (page: Page) => Promise<void>) =>
    open(who, `/staff${path}?language=en`, use)

  async function get<T>(who: string, path: string): Promise<T> {
    const answer = await as(who).request.get(`${served.url}${path}`)
    if (!answer.ok()) throw new Error(await answer.text())
    return (await answer.json()) as T
  }

  /** Asks until `isSo`: a job is done a moment later. */
  async function until<T>(who: string, path: string, isSo: (value: T) => boolean): Promise<T> {
    for (;;) {
      const value = await get<T>(who, path)
      if (isSo(value)) return value
    }
  }

  async function propose(data: object): Promise<void> {
    const answer = await as('secretariat').request.post(`${served.url}/api/rolls/demonstration/stages`, { data })
    expect([answer.status(), await answer.text()]).toMatchObject([202, expect.anything()])
    expect(await served.approve(as('second-secretariat'))).toMatchObject({ state: 'carried-out' })
  }

  const day = (days: number) => new Date(Date.now() + 5 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

  test('two officers publish the preliminary roll, and its lists are frozen as an edition that no stranger reads', async () => {
    await staff('secretariat', '/roll-editions', async (page) => {
      await page.getByLabel('Reason').fill('Annual revision of the rolls')
      const proposed = page.waitForResponse((answer) => answer.request().method() === 'POST')
      await page.getByRole('button', { name: 'Propose the next step' }).click()
      expect((await proposed).status()).toBe(202)
    })
    expect(await served.approve(as('second-secretariat'))).toMatchObject({ state: 'carried-out' })
    const { stage, editions } = await until<Stage>(
      'district-officer',
      '/api/rolls/demonstration/stages',
      (one) => one.editions.length === 1,
    )
    expect([stage, editions[0]?.stage]).toEqual(['preliminary', 'preliminary'])
    for (const path of ['latest', 'latest/areas.csv', '1/list.json', '1.tar', '1/lists/islamabad.gz']) {
      const answer = await fetch(`${served.url}/editions/list-demonstration/${path}`, { redirect: 'manual' })
      expect([path, answer.status]).toEqual([path, 403])
    }
    const listed = (await (await fetch(`${served.url}/editions`)).json()) as { series: { series: string }[] }
    expect(listed.series.map(({ series }) => series)).not.toContain('list-demonstration')
    expect(await (await fetch(`${served.url}/en/data`)).text()).not.toContain('list-demonstration')
  })

  test('a district’s officer enters a display centre, the display is ordered, and the public site tells where it is', async () => {
    await staff('district-officer', '/roll-editions', async (page) => {
      await page.getByLabel('Name in English').fill('Model School G-6/2')
      await page.getByLabel('Name in Urdu').fill('ماڈل اسکول جی سکس ٹو')
      await page.getByLabel('Address in English').fill('Street 31, G-6/2')
      await page.getByLabel('Address in Urdu').fill('گلی 31، جی سکس ٹو')
      const blocks = await blocksOf()
      await page.getByLabel('Electoral areas').fill(blocks.slice(0, 3).join(' '))
      await page.getByRole('button', { name: 'Enter it' }).click()
      await page.getByText('Entered. The public list follows in a moment.').waitFor()
    })
    await propose({ kind: 'display', from: day(0), until: day(29), reason: 'Annual revision of the rolls' })
    await propose({
      kind: 'extension',
      until: day(35),
      orderReference: 'F.4(1)/2026-Elec',
      reason: 'Floods in the district',
    })
    await open('secretariat', '/en/rolls/display', async (page) => {
      expect(await page.innerText('main')).toContain('On display')
      await page.getByRole('link', { name: 'Islamabad' }).click()
      await page.getByText('Model School G-6/2').waitFor()
    })
  })

  async function blocksOf(): Promise<readonly string[]> {
    const { faults } = await get<{ faults: number }>(
      'district-officer',
      '/api/rolls/demonstration/elections/demonstration/ranges',
    )
    expect(faults).toBe(0)
    const stations = (await (
      await fetch(`${served.url}/editions/scheme-demonstration/latest/stations/NA-46.json`)
    ).json()) as {
      parts: { block: string }[]
    }[]
    return [...new Set(stations.flatMap(({ parts }) => parts.map(({ block }) => block)))]
  }

  interface Print {
    readonly state: string
    readonly problem: string | null
    readonly order: { readonly kind: string }
    readonly file: { readonly name: string; readonly sha256: string } | null
  }

  test('a returning officer prints a station of the own seat and gives out a copy; of another seat neither', async () => {
    const [block = ''] = await blocksOf()
    const ask = (who: string, order: object) =>
      as(who).request.post(`${served.url}/api/rolls/demonstration/prints`, { data: { order } })
    const station = (seat: string) => ({
      kind: 'station',
      electionId: 'demonstration',
      seat,
      station: 1,
      marked: false,
      slips: true,
    })
    expect((await ask('ro-na-46', station('NA-47'))).status()).toBe(403)
    expect((await ask('ro-na-46', { kind: 'area', block, delimitationId: null })).status()).toBe(403)
    expect((await ask('ro-na-46', station('NA-46'))).status()).toBe(202)
    expect((await ask('district-officer', { kind: 'area', block, delimitationId: 'demonstration' })).status()).toBe(202)
    await staff('ro-na-46', '/roll-prints', async (page) => {
      await page.getByLabel('What', { exact: true }).selectOption('A searchable copy of a seat, for a recipient (s.41)')
      await page.getByLabel('Constituency, e.g. NA-46').fill('NA-46')
      await page.getByLabel('Recipient').fill('Candidate Number One')
      await page.getByRole('button', { name: 'Make the copy' }).click()
      await page.getByRole('cell', { name: 'Candidate Number One', exact: true }).waitFor()
    })
    const done = (prints: readonly Print[]) => prints.every(({ state }) => state !== 'waiting')
    const prints = await until<readonly Print[]>('ro-na-46', '/api/rolls/prints', done)
    expect(prints.map(({ state, problem, order }) => [order.kind, state, problem])).toEqual([
      ['copy', 'ready', null],
      ['station', 'ready', null],
    ])
    const areas = await until<readonly Print[]>('district-officer', '/api/rolls/prints', done)
    expect(areas.map(({ state, file }) => [state, file?.name])).toEqual([['ready', `${block}.zip`]])
    const copies = await get<readonly { recipient: string; seat: string }[]>(
      'secretariat',
      '/api/rolls/demonstration/copies',
    )
    expect(copies).toMatchObject([{ recipient: 'Candidate Number One', seat: 'NA-46' }])
  })

  test('a marked copy is made by the secretariat and numbered', async () => {
    const made = await as('secretariat').request.post(
      `${served.url}/api/rolls/demonstration/elections/demonstration/marked-copies`,
      { data: { reason: 'First marked copy of the poll' } },
    )
    expect([made.status(), await made.json()]).toMatchObject([201, { number: 1 }])
  })

  test.each([
    ['secretariat', '/staff/roll-editions'],
    ['district-officer', '/staff/roll-editions'],
    ['secretariat', '/staff/roll-prints'],
    ['ro-na-46', '/staff/roll-prints'],
    ['secretariat', '/rolls/display'],
    ['secretariat', '/rolls/display/islamabad'],
  ])('for %s, %s can be used by everybody, in both languages and on a telephone', async (who, path) => {
    for (const language of ['en', 'ur'] as const)
      for (const width of [1280, 390]) {
        const at = path.startsWith('/staff') ? `${path}?language=${language}` : `/${language}${path}`
        await open(who, at, async (page) => {
          await page.setViewportSize({ width, height: 900 })
          await page.locator('main table, main .empty').first().waitFor()
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect([at, width, overflow]).toEqual([at, width, 0])
          if (pictures !== undefined)
            await page.screenshot({
              path: `${pictures}/${who}${path.replaceAll('/', '-')}-${language}-${width}.png`,
              fullPage: true,
            })
          expect([at, width, await accessibilityFaults(page)]).toEqual([at, width, []])
        })
      }
  })
})
