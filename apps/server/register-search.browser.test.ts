import { findBlockCode, type BlockCode } from '@intikhab/delimitation'
import { generateCountry, rollEntries } from '@intikhab/rehearsal/country'
import { createRolls, fillNameDictionary, type Cnic, type EnrolledVoter } from '@intikhab/rolls'
import { type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { accessibilityFaults, findChromium, launchChromium, watchPage } from './browser.testkit.ts'
import { serveDemonstration, type ServedDemonstration } from './staff-console.testkit.ts'

const executable = findChromium('the register')

/** The first voter of the demonstration country, and somebody of the same name in another district. */
function namesakes(): { readonly own: EnrolledVoter; readonly other: EnrolledVoter } {
  const [own] = rollEntries(generateCountry({ voters: 6000 }))
  if (own === undefined) throw new Error('the country has no voter')
  const block = findBlockCode('902020202') as BlockCode
  const other: EnrolledVoter = {
    ...own,
    cnic: '9900200000019' as Cnic,
    addresses: { permanent: { textUr: 'مکان 1', block }, temporary: null, posting: null },
    chosen: 'permanent',
    entry: { block, household: 1, serial: 1 },
  }
  return { own, other }
}

describe.skipIf(executable === undefined)('the register on the console', () => {
  let browser: Browser
  let served: ServedDemonstration
  let officer: BrowserContext
  const { own, other } = namesakes()

  beforeAll(async () => {
    served = await serveDemonstration(inject('postgresUrl'))
    const by = { actor: { kind: 'system', id: 'test' } } as const
    const rolls = createRolls({ database: served.database, now: () => new Date() })
    const { block } = other.entry
    await rolls.putPlaces(
      [{ code: 'attock', nameEn: 'Attock', nameUr: 'اٹک', province: 'punjab', officePhone: '057-0000000' }],
      [{ block, nameEn: 'Attock Khurd', nameUr: 'اٹک خورد', district: 'attock' }],
      by,
    )
    const taken = await rolls.importFeed({ name: 'attock.csv', voters: () => [other] }, by)
    if (!taken.ok) throw new Error(`the voter of Attock was refused: ${taken.refusal.kind.code}`)
    const noted = await rolls.change(own.cnic, { kind: 'death-noted' }, { ...by, cause: 'feed:1' })
    if (!noted.ok) throw new Error(`the note of the death was refused: ${noted.refusal.kind.code}`)
    await fillNameDictionary(served.database)
    browser = await launchChromium(executable)
    officer = await browser.newContext()
    await served.signIn(officer, 'district-officer')
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
  })

  async function open(path: string, use: (page: Page) => Promise<void>, width = 1280, language = 'en'): Promise<void> {
    const page = await officer.newPage()
    await page.setViewportSize({ width, height: 900 })
    const faults = watchPage(page, { refusals: true })
    await page.goto(`${served.url}/staff${path}?language=${language}`)
    await use(page)
    expect(faults).toEqual([])
    await page.close()
  }

  test('an officer types a name with mistakes, opens the voter by the keyboard and reads what was done', async () => {
    await open('/register', async (page) => {
      const box = page.getByRole('searchbox', { name: 'Name, CNIC' })
      await box.pressSequentially('Shaid Mahmod')
      const found = page.getByRole('list', { name: 'Found' }).getByRole('listitem')
      const one = found.filter({ hasText: `block ${own.entry.block} · serial\u00A0${own.entry.serial} ` })
      await one.first().waitFor()
      expect(await one.first().textContent()).toMatch(new RegExp(`${own.nameUr}.*${own.nameEn}.*death reported`))
      expect((await found.allTextContents()).join('\n')).not.toContain('Attock')
      await box.press('ArrowDown')
      const steps = await found.evaluateAll(
        (items, text) => items.findIndex((item) => item.textContent.includes(text)),
        `serial\u00A0${own.entry.serial} `,
      )
      for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: own.nameEn }).waitFor()
      await page.getByText('A report of the death was noted.').waitFor()
      await page.getByRole('link', { name: 'Search the register' }).click()
      await found.first().waitFor()
      expect(await box.inputValue()).toBe('Shaid Mahmod')
    })
  })

  test('a CNIC in Urdu digits with dashes finds the one who bears it', async () => {
    const urdu = (digits: string) => digits.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x6f0 + Number(digit)))
    const { cnic } = own
    await open('/register', async (page) => {
      await page
        .getByRole('searchbox', { name: 'Name, CNIC' })
        .fill(urdu(`${cnic.slice(0, 5)}-${cnic.slice(5, 12)}-${cnic.slice(12)}`))
      const found = page.getByRole('list', { name: 'Found' }).getByRole('listitem')
      await found.waitFor()
      expect(await found.textContent()).toMatch(new RegExp(`${own.nameEn}exactly this`))
    })
  })

  test('a voter of another district is not shown, neither by name nor by CNIC nor by address', async () => {
    for (const typed of [other.cnic, `${other.entry.block} ${other.entry.serial}`])
      await open('/register', async (page) => {
        await page.getByRole('searchbox', { name: 'Name, CNIC' }).fill(typed)
        await page.getByText('Nobody in Islamabad is found so.').waitFor()
      })
    await open('/register/attock/voters/somebody', async (page) => {
      await expect.poll(() => page.getByRole('alert').textContent()).toContain('http.not-permitted')
    })
  })

  for (const [language, width] of [
    ['en', 1280],
    ['ur', 1280],
    ['en', 390],
    ['ur', 390],
  ] as const)
    test(`the search and the desk are accessible in ${language} at ${width} px`, async () => {
      await open(
        '/register',
        async (page) => {
          await page.locator('.search-box input').fill(own.nameUr)
          await page.locator('.found-list li').first().waitFor()
          expect(await accessibilityFaults(page)).toEqual([])
        },
        width,
        language,
      )
      await open(
        '/registration',
        async (page) => {
          await page.locator('.desk-panel').first().waitFor()
          await expect.poll(() => page.locator('main .waiting').count()).toBe(0)
          expect(await accessibilityFaults(page)).toEqual([])
        },
        width,
        language,
      )
    })
})
