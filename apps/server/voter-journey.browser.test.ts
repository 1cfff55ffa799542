import { createRolls, type Cnic, type Voter } from '@intikhab/rolls'
import { sealBatch } from '@intikhab/rolls/sim'
import { type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { accessibilityFaults, findChromium, launchChromium, pictures } from './browser.testkit.ts'
import { serveDemonstration, type ServedDemonstration } from './staff-console.testkit.ts'

const executable = findChromium('a voter’s journey')

/** A photograph as a telephone would send it: what is looked at are its first bytes. */
const photograph = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('a card, both sides')])

describe.skipIf(executable === undefined)('a voter, from a new card to the answer of the enquiry', () => {
  let browser: Browser
  let served: ServedDemonstration
  let phone: BrowserContext
  const people = new Map<string, BrowserContext>()
  let newcomer: Voter
  let neighbour: Voter
  let docket = ''
  let pin = ''

  beforeAll(async () => {
    served = await serveDemonstration(inject('postgresUrl'))
    browser = await launchChromium(executable)
    phone = await browser.newContext({ viewport: { width: 390, height: 800 }, javaScriptEnabled: false })
    for (const name of ['district-officer', 'registration-counter', 'secretariat', 'second-secretariat']) {
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
  const rolls = () => createRolls({ database: served.database, now: () => new Date() })
  const findCnic = async (sql: string) => {
    const { rows } = await served.database.pool.query<{ cnic: number }>(sql)
    return String(rows[0]?.cnic) as Cnic
  }

  async function publishEnquiry(): Promise<void> {
    const { request } = as('secretariat')
    const answer = await request.post(`${served.url}/api/publication/enquiry/demonstration`, {
      data: { electionId: 'demonstration', delimitationId: 'demonstration', reason: 'The roll has changed' },
    })
    expect(answer.status()).toBe(202)
    expect((await served.approve(as('second-secretariat'))).state).toBe('carried-out')
  }

  async function askEnquiry(cnic: string): Promise<string> {
    const page = await phone.newPage()
    await page.goto(`${served.url}/en/vote`)
    await page.getByLabel('CNIC').fill(cnic)
    await page.getByRole('button').first().click()
    const said = await page.locator('main').innerText()
    await page.close()
    return said
  }

  /** Everything fits, and axe finds nothing: public pages as they are, without a script. */
  async function misfits(context: BrowserContext, path: string, ready: string, name: string): Promise<string[]> {
    const all: string[] = []
    for (const [language, width] of [
      ['en', 1280],
      ['ur', 1280],
      ['en', 390],
      ['ur', 390],
    ] as const) {
      const page = await context.newPage()
      await page.setViewportSize({ width, height: 900 })
      const isStaff = path.startsWith('/staff')
      await page.goto(`${served.url}${isStaff ? `${path}?language=${language}` : `/${language}${path}`}`)
      await page.locator(`main ${ready}`).first().waitFor()
      if (pictures !== undefined)
        await page.screenshot({ path: `${pictures}/${name}-${language}-${width}.png`, fullPage: true })
      const found = await accessibilityFaults(page)
      await page.close()
      all.push(...found.map((one) => `${name} ${language} ${width}: ${one}`))
    }
    return all
  }

  async function onConsole(who: string, path: string, use: (page: Page) => Promise<void>): Promise<void> {
    const page = await as(who).newPage()
    await page.goto(`${served.url}/staff${path}?language=en`)
    await page.locator('main h1').waitFor()
    await use(page)
    await page.close()
  }

  /** Signs a record as the registry would, hands it in on the console, and waits until it has been taken in. */
  async function handIn(n: number, record: object): Promise<void> {
    const buffer = sealBatch({ ...served.registry, madeAt: new Date().toISOString() }, n, [
      JSON.stringify({ n, ...record }),
    ])
    await onConsole('secretariat', '/registry-feed', async (page) => {
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: `${n}.batch`, mimeType: 'application/octet-stream', buffer })
      await page.getByRole('button', { name: 'Hand in' }).click()
      const row = page.getByRole('row').nth(1)
      await row.getByText(`${n} to ${n}`).waitFor()
      await row.getByText('taken in').waitFor()
    })
  }

  test('a new card enrols a voter, and the next edition lets the enquiry find her', async () => {
    neighbour = (await rolls().store.findVoter(
      await findCnic('select cnic from rolls.voter where block is not null order by cnic limit 1'),
    )) as Voter
    const { block } = neighbour.entry as NonNullable<Voter['entry']>
    const cnic = '9610100000018' as Cnic
    await handIn(1, {
      kind: 'new-card',
      cnic,
      card: 'cnic',
      nameUr: 'زینب خاتون',
      nameEn: 'Zainab Khatoon',
      relation: 'daughter',
      relationNameUr: neighbour.relationNameUr,
      gender: 'female',
      dateOfBirth: neighbour.dateOfBirth,
      permanent: { ur: 'مکان 7، گلی 3', block },
    })
    newcomer = (await rolls().store.findVoter(cnic)) as Voter
    expect(await askEnquiry(cnic)).toContain('not')
    await publishEnquiry()
    expect(await askEnquiry(cnic)).toContain(String(newcomer.entry?.serial))
  })

  test('a neighbour objects on a phone, without a script, and goes home with docket and PIN', async () => {
    const page = await phone.newPage()
    await page.goto(`${served.url}/en/claims`)
    await page.getByRole('link', { name: 'Somebody is on the roll of my area who should not be', exact: true }).click()
    await page.getByLabel('Your name').fill(neighbour.nameEn)
    await page.getByLabel('CNIC number').first().fill(neighbour.cnic)
    await page.getByLabel('Census block code').fill(newcomer.entry?.block ?? '')
    await page.getByLabel('List').selectOption('female')
    await page.getByLabel('Serial number').fill(String(newcomer.entry?.serial))
    await page.getByLabel('Name as it stands there').fill(newcomer.nameUr)
    await page.getByLabel('Why').selectOption('not-resident')
    await page.getByLabel('Anything else').fill('She has never lived in this street.')
    await page.getByLabel('Papers').setInputFiles({ name: 'card.jpg', mimeType: 'image/jpeg', buffer: photograph })
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'Received' }).waitFor()
    ;[docket = '', pin = ''] = await page.locator('.docket dd').allInnerTexts()
    if (pictures !== undefined)
      await page.screenshot({ path: `${pictures}/claims-received-en-390.png`, fullPage: true })
    expect([docket, pin]).toEqual([
      expect.stringMatching(/^ISL-\d{4}-\d{6}$/),
      expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/),
    ])
    expect(await page.locator('main').innerText()).not.toContain(newcomer.cnic)
    await page.close()
  })

  test('a form with faults comes back with what was typed, in the words of the reader', async () => {
    const page = await phone.newPage()
    await page.goto(`${served.url}/ur/claims/correction`)
    await page.locator('#name').fill('زینب')
    await page.locator('#cnic').fill('12345')
    await page.locator('#district').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'بھیجیں' }).click()
    await page.locator('.notice-problem').waitFor()
    expect(await page.locator('#name').inputValue()).toBe('زینب')
    expect(await page.locator('.field-problem').count()).toBe(2)
    await page.close()
  })

  test('the officer sets a hearing of today with her who has come, holds it, and signs the order', async () => {
    await onConsole('district-officer', '/claims', async (page) => {
      await page.getByRole('link', { name: docket }).click()
      await page.getByText('The objector is a voter of this electoral area.').waitFor()
      await page.getByRole('img', { name: 'Paper 1' }).waitFor()
      await page.getByLabel('Day').fill(new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10))
      await page.getByLabel('Room and place').fill('Room 4, office of the DEC')
      await page.getByLabel('The person concerned has come').check()
      await page.getByRole('button', { name: 'Set a hearing' }).click()
      await page.getByLabel('What was said').fill('She lives in Lahore and says so herself.')
      await page.getByRole('button', { name: 'Record the hearing' }).click()
      await page.getByLabel('The claim is').selectOption('allowed')
      await page.getByText(`The name leaves the roll of block ${newcomer.entry?.block ?? ''}`).waitFor()
      await page.getByLabel('Reasons').fill('Both were heard; she does not live in this area.')
      if (pictures !== undefined) await page.screenshot({ path: `${pictures}/claim-order-en-1280.png`, fullPage: true })
      await page.getByRole('button', { name: 'Sign the order' }).click()
      await page.getByText(/Order ISL-\d{4}-O-\d{6}: Allowed/).waitFor()
    })
    expect(await rolls().store.findVoter(newcomer.cnic)).toMatchObject({ status: 'removed', entry: null })
    expect((await rolls().actions(newcomer.cnic)).map(({ kind, cause }) => [kind, cause])).toEqual([
      ['enrolled', 'feed:1'],
      ['objected', `claim:${docket}`],
      ['deleted', `claim:${docket}`],
    ])
  })

  test('the neighbour reads the order with docket and PIN; nobody else reads anything', async () => {
    const page = await phone.newPage()
    await page.goto(`${served.url}/en/claims`)
    const ask = async (key: string) => {
      await page.getByLabel('Docket number').fill(docket)
      await page.getByLabel('PIN').fill(key)
      await page.getByRole('button', { name: 'Show my claim' }).click()
    }
    await ask('2222-2222')
    await page.getByText('There is no claim with this docket number and PIN').waitFor()
    await ask(pin)
    await page.getByText('Allowed', { exact: true }).waitFor()
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/claims-mine-en-390.png`, fullPage: true })
    const order = await phone.request.post(`${served.url}/ur/claims/mine/order`, { form: { docket, pin } })
    expect([order.status(), order.headers()['content-type']]).toEqual([200, 'application/pdf'])
    expect((await order.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await page.close()
  })

  test('the enquiry says so from the next edition on', async () => {
    expect(await askEnquiry(newcomer.cnic)).toContain(String(newcomer.entry?.serial))
    await publishEnquiry()
    expect(await askEnquiry(newcomer.cnic)).not.toContain(String(newcomer.entry?.block))
  })

  test('at the counter a form is taken in and its receipt printed; a visit at the door is listed and settled', async () => {
    const waiting = await findCnic(`
      select cnic from rolls.voter v where status = 'a' and not exists
        (select 1 from rolls.voter w where w.block = v.block and w.status in ('d', 'b')) order by cnic desc limit 1`)
    const { dateOfBirth } = (await rolls().store.findVoter(waiting)) as Voter
    await handIn(2, { kind: 'death', cnic: waiting, dateOfBirth, diedOn: '2026-01-15' })
    await onConsole('registration-counter', '/claims/islamabad/lodge', async (page) => {
      await page.getByLabel('What is it about?').selectOption('correction')
      await page.getByLabel('Your name').fill(neighbour.nameEn)
      await page.getByLabel('CNIC number').first().fill(neighbour.cnic)
      await page.getByLabel('Name in English').fill('Corrected Name')
      await page.getByRole('button', { name: 'Take in' }).click()
      await page.getByText('The PIN is shown only now').waitFor()
      await page.getByRole('link', { name: 'Open the claim' }).waitFor()
    })
    const block = (await rolls().store.findVoter(waiting))?.entry?.block ?? ''
    await onConsole('registration-counter', '/door', async (page) => {
      await page.getByRole('row', { name: block }).getByRole('button', { name: 'Make a list' }).click()
      await page.getByRole('heading', { name: /List \d+/ }).waitFor()
      await page.getByLabel('Found 1').selectOption('dead')
      await page.getByLabel('Verifying official').fill('An official')
      await page.getByRole('button', { name: 'Enter these returns' }).click()
      await page.getByText('the name leaves the roll').waitFor()
    })
    expect((await rolls().store.findVoter(waiting))?.entry).not.toBeNull()
    await onConsole('district-officer', '/door', async (page) => {
      await page.getByRole('link', { name: /List \d+/ }).click()
      await page.getByRole('button', { name: 'Carry out' }).click()
      await page.getByText('carried into the roll').waitFor()
    })
    expect((await rolls().store.findVoter(waiting))?.entry).toBeNull()
  })

  test('every screen fits in both languages, wide and narrow', async () => {
    const anybody = await browser.newContext()
    expect([
      ...(await misfits(anybody, '/claims', 'h1', 'claims-start')),
      ...(await misfits(anybody, '/claims/registration', 'form', 'claims-registration')),
      ...(await misfits(anybody, '/claims/objection', 'form', 'claims-objection')),
      ...(await misfits(as('district-officer'), '/staff/claims', 'table', 'desk')),
      ...(await misfits(as('district-officer'), `/staff/claims/islamabad/${docket}`, 'table', 'claim')),
      ...(await misfits(as('registration-counter'), '/staff/claims/islamabad/lodge', 'form', 'lodge')),
      ...(await misfits(as('registration-counter'), '/staff/door', 'table', 'door')),
      ...(await misfits(as('registration-counter'), '/staff/door/islamabad/1', 'table', 'door-list')),
    ]).toEqual([])
  }, 300_000)
})
