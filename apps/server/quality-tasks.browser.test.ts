import { generateCountry, rollEntries } from '@intikhab/rehearsal/country'
import type { EnrolledVoter } from '@intikhab/rolls'
import { type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { accessibilityFaults, findChromium, launchChromium, watchPage } from './browser.testkit.ts'
import { serveDemonstration, type ServedDemonstration } from './staff-console.testkit.ts'

const executable = findChromium('quality')

/** Two men of two blocks, who become one; and those of a block who move into one house. */
function cast(): { readonly first: EnrolledVoter; readonly second: EnrolledVoter; readonly crowd: EnrolledVoter[] } {
  const men = [...rollEntries(generateCountry({ voters: 6000 }))].filter(({ gender }) => gender === 'male')
  const first = men.find(({ nameUr }) => nameUr.split(' ').length === 3)
  const second = men.find(({ entry }) => first !== undefined && entry.block !== first.entry.block)
  if (first === undefined || second === undefined) throw new Error('the country is too small')
  const crowd = men.filter(({ entry }) => entry.block === men.at(-1)?.entry.block).slice(0, 34)
  return { first, second, crowd }
}

describe.skipIf(executable === undefined)('quality tasks on the console', () => {
  let browser: Browser
  let served: ServedDemonstration
  let officer: BrowserContext
  const { first, second, crowd } = cast()

  beforeAll(async () => {
    served = await serveDemonstration(inject('postgresUrl'))
    const { pool } = served.database
    const respelled = first.nameUr.replace('محمد', 'محمّد').replaceAll('ی', 'ي')
    await pool.query(
      `update rolls.voter set name_ur = $1, name_en = '', relation_name_ur = 'ذوالفقار گردیزی',
         date_of_birth = '1971-03-09' where cnic = $2`,
      [respelled, second.cnic],
    )
    await pool.query(
      `update rolls.voter set relation_name_ur = 'زوالفقار گردیزی', date_of_birth = '1971-03-09' where cnic = $1`,
      [first.cnic],
    )
    await pool.query('update rolls.voter set household = 777 where cnic = any($1::bigint[])', [
      crowd.map(({ cnic }) => cnic),
    ])
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
    const faults = watchPage(page)
    await page.goto(`${served.url}/staff${path}?language=${language}`)
    await use(page)
    expect(faults).toEqual([])
    await page.close()
  }

  test('the Commission has the register looked through; the District Election Commissioner sees what was found', async () => {
    const commission = await browser.newContext()
    await served.signIn(commission, 'secretariat')
    const page = await commission.newPage()
    await page.goto(`${served.url}/staff/quality?language=en`)
    await page.getByText('has not been looked through').waitFor()
    await page.getByRole('button', { name: 'Look through the register' }).click()
    await page.getByText('entries were looked through').waitFor({ timeout: 60_000 })
    await commission.close()
    await open('/quality', async (own) => {
      await own.getByRole('link', { name: 'One person with two cards' }).first().waitFor()
      await own.getByRole('link', { name: 'Too many in one house' }).waitFor()
      expect(await own.getByRole('button', { name: 'Look through the register' }).count()).toBe(0)
      expect(await accessibilityFaults(own)).toEqual([])
    })
  })

  test.each([
    ['en', 1280],
    ['ur', 1280],
    ['en', 390],
    ['ur', 390],
  ] as const)('list and cards read well in %s on %i pixels', async (language, width) => {
    await open(
      '/quality',
      async (page) => {
        const links = page.locator('.suspicion-head a')
        await links.first().waitFor()
        expect(await accessibilityFaults(page)).toEqual([])
        for (const name of [/two cards|دو کارڈ/, /one house|ایک گھر میں/]) {
          await page.getByRole('link', { name }).first().click()
          await page.getByRole('radiogroup').waitFor()
          expect(await accessibilityFaults(page)).toEqual([])
          await page.goBack()
          await links.first().waitFor()
        }
      },
      width,
      language,
    )
  })

  test('an objection is opened by keyboard alone, and the next suspicion comes up', async () => {
    await open('/quality', async (page) => {
      await page.getByRole('link', { name: 'One person with two cards' }).first().click()
      await page.getByRole('radio', { name: 'No fault' }).focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await page.getByRole('textbox', { name: 'Reason' }).focus()
      await page.keyboard.type('The photographs are of one man')
      const [answer] = await Promise.all([page.waitForResponse(/decision$/), page.keyboard.press('Control+Enter')])
      const { decided } = (await answer.json()) as { decided: { decision: string; dockets: string[] } }
      expect(decided).toMatchObject({ decision: 'objected', dockets: [expect.stringMatching(/^ISL-/)] })
      await page.waitForURL(/\/quality/)
      const claim = await officer.request.get(
        `${served.url}/api/rolls/districts/islamabad/claims/${decided.dockets[0]}`,
      )
      expect(await claim.json()).toMatchObject({ source: 'quality', content: { ground: 'twice' } })
    })
  })
})
