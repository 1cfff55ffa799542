/** The server: the house with its doors open. One process, one port, one data folder. */
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createEnquiry, enquiryRoutes, usualLimits } from '@intikhab/enquiry'
import { CannotStart } from '@intikhab/kernel/database'
import { editionRoutes } from '@intikhab/kernel/editions'
import { createHttp, postgresIdempotency, type Route } from '@intikhab/kernel/http'
import { acts, may } from '@intikhab/kernel/identity'
import { installJobs, startWorker } from '@intikhab/kernel/jobs'
import { ledgerRoutes } from '@intikhab/kernel/ledger'
import { programmeRoutes } from '@intikhab/programme'
import { createResults, type Results } from '@intikhab/results'
import { enquirySeries, latestLookUp, type LookUp, type RollId } from '@intikhab/rolls'
import { buildWeb, openWeb } from '@intikhab/web'
import {
  demonstrationAccountRoutes,
  demonstrationOffices,
  makeStarterAccounts,
  readStarterAccounts,
  rehearsalOffices,
  type StarterAccount,
} from './accounts.ts'
import { makeDemonstration, type OnProgress } from './demonstration.ts'
import { findElectionFacts } from './election-facts.ts'
import type { Environment } from './environment.ts'
import { openHouse, placesIn, publisherName, type House } from './house.ts'
import { importRoutes } from './import-routes.ts'
import { refusalLists } from './refusal-lists.ts'
import { openSite, type Site } from './site-settings.ts'
import { siteRoutes } from './site-routes.ts'
import { publishElectionSoon, standingJobs } from './standing-jobs.ts'

/** A running server. */
export interface Serving {
  readonly url: string
  /** Accounts that this program made itself; their secrets are meant to be shown. */
  readonly accounts: readonly StarterAccount[]
  readonly databasePid: number | undefined
  readonly publisherKeyPem: string
  readonly editionsFolder: string
  readonly ledgerFolder: string
  /** Finishes what is in hand, then stops everything that was started, the database too. */
  stop(): Promise<void>
}

/** What an empty installation is filled with: the demonstration country, or nothing but accounts for a rehearsal. */
export interface ServeOptions {
  readonly country: 'demonstration' | 'none'
  /** Voters of the demonstration country; a million where nothing is said. */
  readonly voters?: number
  readonly onProgress: OnProgress
}

/** A busy port is found before anything else is started. */
async function assertFree(port: number, host: string): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const says = {
        EADDRINUSE: `Port ${port} is in use by another program.`,
        EACCES: `Port ${port} may not be used by this user.`,
      }
      const known = says[error.code as keyof typeof says] ?? `Port ${port} of ${host} cannot be used: ${error.message}.`
      reject(new CannotStart(`${known} Choose another with --port or PORT.`))
    })
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function openResults(house: House, log: (problem: unknown) => void): Results {
  const { dataFolder, origin, s3 } = house.environment
  const places = placesIn(dataFolder)
  return createResults({
    database: house.database,
    ledger: house.ledger,
    evidenceFolder: places.resultsEvidence,
    findDevice: (keyId) => house.identity.devices.findDevice(keyId),
    now: house.now,
    publishing: {
      databaseUrl: house.database.url,
      ledger: { keyFile: places.ledgerKey, keyName: origin, folder: places.ledger, origin },
      signer: { keyFile: places.editionsKey, keyName: publisherName(origin) },
      editions: s3 === undefined ? { kind: 'folder', root: places.editions } : { kind: 's3', ...s3 },
    },
    onPublished: ({ series }) => void house.editions.reader.notify(series),
    onProblem: log,
  })
}

/** The newest look-up pack of whichever roll the site shows. */
function lookUpOf(house: House, site: Site): () => Promise<LookUp | undefined> {
  const opened = new Map<string, () => Promise<LookUp | undefined>>()
  return async () => {
    const { rollId } = site.current()
    if (rollId === null) return undefined
    const known = opened.get(rollId)
    if (known !== undefined) return known()
    const find = latestLookUp(house.editions.reader, enquirySeries(rollId as RollId), house.packSecret)
    opened.set(rollId, find)
    return find()
  }
}

async function fill(house: House, site: Site, options: ServeOptions): Promise<readonly StarterAccount[]> {
  const file = placesIn(house.environment.dataFolder).accounts
  const known = readStarterAccounts(file)
  if (known.length > 0) return known
  if ((await house.programme.store.listElections()).length > 0)
    throw new CannotStart('The demonstration country was begun and not finished. Begin anew: npm start -- --fresh')
  if (options.country === 'none') return makeStarterAccounts(house.identity, rehearsalOffices, file)
  await makeDemonstration(house, site, options.onProgress, options.voters)
  const seats = (await house.nominations.listContests('demonstration')).map(({ id }) => id)
  return makeStarterAccounts(house.identity, demonstrationOffices(seats), file)
}

/** Opens the house, fills it where it is empty, and serves it. Throws `CannotStart` with one plain sentence. */
export async function serve(environment: Environment, options: ServeOptions): Promise<Serving> {
  const { port, host, dataFolder } = environment
  await assertFree(port, host)
  const log = (problem: unknown) =>
    process.stderr.write(`${problem instanceof Error ? (problem.stack ?? problem.message) : JSON.stringify(problem)}\n`)
  await buildWeb({ onProgress: (done, total) => options.onProgress('Building the screens', done, total) })
  options.onProgress('Starting the database', 0, 1)
  const house = await openHouse(environment)
  try {
    await installJobs(house.databaseOwnerUrl)
    options.onProgress('Starting the database', 1, 1)
    await house.identity.devices.start()
    let refresh = () => {}
    const site = openSite(join(dataFolder, 'site.json'), () => refresh())
    const results = openResults(house, log)
    const accounts = await fill(house, site, options)
    const openElection = async (id: string) => {
      const election = (await house.programme.store.listElections()).find((each) => each.id === id)
      const facts = election === undefined ? undefined : await findElectionFacts(house, election.id)
      if (facts !== undefined) await results.openElection(facts)
      return facts !== undefined
    }
    for (const { id } of await house.programme.store.listElections()) await openElection(id)

    const idempotency = postgresIdempotency(house.database, house.now)
    const http = createHttp({
      version: '0.1.0',
      acts,
      authenticate: house.identity.authenticate,
      may,
      idempotencyStore: idempotency,
      sessionCookie: house.identity.sessionCookie,
      log,
    })
    const limits = { ...usualLimits, trustedCallers: environment.trustedCallers }
    const enquiry = createEnquiry({ lookUp: lookUpOf(house, site), limits, now: house.now })
    const isDemonstration = site.current().elections.some(({ id }) => id === 'demonstration')
    const routes: readonly Route[] = [
      ...house.identity.routes,
      ...programmeRoutes(house.programme),
      ...importRoutes(house),
      ...results.routes,
      ...enquiryRoutes(enquiry),
      ...editionRoutes({ reader: house.editions.reader }),
      ...ledgerRoutes(house.ledger),
      ...siteRoutes({ house, site, openElection }),
      ...(isDemonstration ? demonstrationAccountRoutes(accounts, house.now) : []),
    ]
    http.register(routes)
    const refusals = refusalLists.flatMap((list) => list.kinds)
    const showing = () => ({ ...site.current(), refusals })
    const web = await openWeb({ editions: house.editions.reader, site: showing, ask: enquiry.ask, now: house.now, log })
    refresh = web.refresh
    web.register(http.fastify)
    house.programme.onChange((id) => void publishElectionSoon(house, id).catch(log))
    const worker = await startWorker({ database: house.database, jobs: standingJobs(house, idempotency), log })
    const url = await http.listen({ port, host })
    return {
      url: url.replace('127.0.0.1', 'localhost'),
      accounts,
      get databasePid() {
        return house.databasePid
      },
      publisherKeyPem: house.editions.signer.publicKeyPem,
      editionsFolder: placesIn(dataFolder).editions,
      ledgerFolder: placesIn(dataFolder).ledger,
      async stop() {
        await http.close()
        web.close()
        await results.stop()
        await worker.stop()
        await house.close()
      },
    }
  } catch (error) {
    await house.close()
    throw error
  }
}
