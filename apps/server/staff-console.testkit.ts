import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { totpCode } from '@intikhab/kernel/identity'
import type { Database } from '@intikhab/kernel/database'
import { freshDatabase } from '@intikhab/kernel/testkit'
import type { ContestResult, StationEntry } from '@intikhab/results'
import { makeRegistryKey, type BatchSeal } from '@intikhab/rolls/sim'
import { stationDevice, writeForm45 } from '@intikhab/results/sim'
import type { BrowserContext } from 'playwright-core'
import { placesIn } from './data-folder.ts'
import { readEnvironment } from './environment.ts'
import { serve, type Serving } from './serve.ts'

/** A small demonstration country behind a real server, for a browser. */
export interface ServedDemonstration {
  readonly url: string
  /** The register beneath, for what a test plants by hand. */
  readonly database: Database
  /**
   * Signs a browser in without the form. A code is good once: who comes in `again` within half a minute shows the next
   * one, as a clock that is a little fast would.
   */
  signIn(context: BrowserContext, signInName: string, how?: { readonly again?: boolean }): Promise<void>
  passwordOf(signInName: string): string
  /** Lets an hour pass since every second factor was shown. */
  ageSecondFactors(): Promise<void>
  /** Enrols the stations' devices and sends their Forms-45: `missing` stays away, `wrong` adds up wrongly on paper. */
  sendForms(context: BrowserContext, stations: { readonly missing: string; readonly wrong: string }): Promise<void>
  /**
   * Approves the one proposal that waits for whoever is signed in there, as it is shown, and waits for the worker where
   * it takes long; gives what became of it.
   */
  approve(context: BrowserContext): Promise<{ readonly state: string }>
  /** The registry whose key is pinned here, and the key by which it signs. */
  readonly registry: Pick<BatchSeal, 'registry' | 'privateKey'>
  stop(): Promise<void>
}

const election = 'demonstration'

export async function serveDemonstration(postgresUrl: string): Promise<ServedDemonstration> {
  const folder = mkdtempSync(join(tmpdir(), 'intikhab-console-'))
  const database = await freshDatabase(postgresUrl, [])
  const environment = readEnvironment({ PORT: '0', INTIKHAB_DATA: folder, DATABASE_URL: database.url })
  const options = {
    country: 'demonstration',
    voters: 6000,
    onProgress: () => undefined,
    onNotice: () => undefined,
  } as const
  const { privateKey, publicPem } = makeRegistryKey()
  mkdirSync(dirname(placesIn(folder).registryKeys), { recursive: true })
  writeFileSync(placesIn(folder).registryKeys, publicPem)
  const serving: Serving = await serve(environment, options)
  const { url } = serving
  const accounts = JSON.parse(readFileSync(placesIn(folder).accounts, 'utf8')) as {
    signInName: string
    password: string
    totpSecret: string
  }[]

  async function read<T>(path: string): Promise<T> {
    return (await (await fetch(`${url}/editions/results-${election}/latest/${path}`)).json()) as T
  }

  async function sendSeat(context: BrowserContext, contestId: string, missing: string, wrong: string): Promise<void> {
    const { candidates } = await read<ContestResult>(`contests/${contestId}.json`)
    const stations = await read<StationEntry[]>(`stations/${contestId}.json`)
    const devices = stations.map(({ stationId }) => stationDevice('console', election, stationId))
    const enrolled = await context.request.post(`${url}/api/identity/devices`, {
      data: {
        electionId: election,
        devices: devices.map(({ publicKey, stationId }) => ({ publicKey, scope: stationId })),
      },
    })
    if (!enrolled.ok()) throw new Error(await enrolled.text())
    for (const [index, { stationId, number, registered }] of stations.entries()) {
      if (stationId === missing) continue
      const votes = candidates.map((_, place) => Math.floor(registered.total / (6 + place * 3)))
      const sum = votes.reduce((total, each) => total + each, 0)
      const form = writeForm45({
        electionId: election,
        contestId,
        stationNumber: number,
        registered,
        votes,
        excluded: 2,
        polled: { male: Math.min(registered.male, sum + 2), female: Math.max(0, sum + 2 - registered.male) },
        madeAt: new Date().toISOString(),
        ...(stationId === wrong ? { validTotal: sum + 10, asOnPaper: true } : {}),
      })
      const sent = await context.request.post(`${url}/api/results/forms`, { data: devices[index]?.sign(form) })
      if (sent.status() !== 201) throw new Error(`${stationId}: ${await sent.text()}`)
    }
  }

  return {
    url,
    database: database.database,
    async signIn(context, signInName, { again = false } = {}) {
      const account = accounts.find((each) => each.signInName === signInName)
      if (account === undefined) throw new Error(`there is no account ${signInName}`)
      const { password, totpSecret } = account
      const data = {
        name: signInName,
        password,
        code: totpCode(totpSecret, new Date(Date.now() + (again ? 30_000 : 0))),
      }
      const answer = await context.request.post(`${url}/api/identity/sign-in`, { data })
      if (answer.status() !== 204) throw new Error(await answer.text())
    },
    passwordOf: (signInName) => accounts.find((each) => each.signInName === signInName)?.password ?? '',
    async ageSecondFactors() {
      await database.database.pool.query(
        "update identity.session set second_factor_at = second_factor_at - interval '1 hour'",
      )
    },
    async sendForms(context, { missing, wrong }) {
      for (const contestId of ['NA-46', 'NA-47', 'NA-48']) await sendSeat(context, contestId, missing, wrong)
    },
    async approve({ request }) {
      const inbox = await request.get(`${url}/api/approvals`)
      const { waiting } = (await inbox.json()) as { readonly waiting: readonly { readonly id: string }[] }
      const [proposal, ...others] = waiting
      if (proposal === undefined || others.length > 0) throw new Error(`${waiting.length} proposals wait`)
      const at = `${url}/api/approvals/${proposal.id}`
      const { previewSha256 } = (await (await request.get(at)).json()) as { previewSha256: string }
      let answer = await request.post(`${at}/approval`, { data: { previewSha256 } })
      let decided = (await answer.json()) as { state: string }
      for (; decided.state === 'approved'; decided = (await answer.json()) as { state: string })
        answer = await request.get(at)
      return decided
    },
    registry: { registry: environment.registry.name, privateKey },
    async stop() {
      await serving.stop()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
