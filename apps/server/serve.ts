/** The server: the house with its doors open. One process, one port, one data folder. */
import { createServer } from 'node:net'
import { createEnquiry, enquiryRoutes, usualLimits } from '@intikhab/enquiry'
import { CannotStart, reasonOfFile } from '@intikhab/kernel/database'
import { editionRoutes } from '@intikhab/kernel/editions'
import { createHttp, postgresIdempotency, type HttpServer, type Route } from '@intikhab/kernel/http'
import { acts, grantAboveRoutes } from '@intikhab/kernel/identity'
import { installJobs } from '@intikhab/kernel/jobs'
import { encodeKeys, LedgerForked, ledgerRoutes, witnessesNow, type ActApproval } from '@intikhab/kernel/ledger'
import { programmeRoutes } from '@intikhab/programme'
import { createResults, type Results } from '@intikhab/results'
import { enquirySeries, latestLookUp, type LookUp, type RollId } from '@intikhab/rolls'
import { buildWeb, openWeb } from '@intikhab/web'
import { openClaims } from './claims.ts'
import { demonstrationAccountRoutes, type StarterAccount } from './accounts.ts'
import { auditRoutes } from './audit/routes.ts'
import { openAuditRuns } from './audit/runs.ts'
import { assertOurs, claimDataFolder, emptyDataFolder, makeDataFolder, placesIn } from './data-folder.ts'
import { demonstrationId } from './demonstration.ts'
import { findElectionFacts } from './election-facts.ts'
import type { Environment } from './environment.ts'
import { clearCutOff, fill, type Filling } from './fill.ts'
import { openHistory } from './history.ts'
import { openHouse, type House } from './house.ts'
import { importRoutes } from './import-routes.ts'
import { refusalLists } from './refusal-lists.ts'
import { openProblemLog } from './problem-log.ts'
import { registrationJob } from './registration/registration.ts'
import { openRegistry } from './registry.ts'
import { openSecurityLog } from './security-log.ts'
import { openSite, type Site } from './site-settings.ts'
import { openQuality } from './quality.ts'
import { rollEditions } from './roll-editions.ts'
import { siteRoutes } from './site-routes.ts'
import { publishElectionSoon, startStandingJobs } from './standing-jobs.ts'

/** A running server. */
export interface Serving {
  readonly url: string
  /** Accounts that this program made itself; their secrets are meant to be shown. */
  readonly accounts: readonly StarterAccount[]
  /** Links by which the first people of the secretariat come in; each is good once, and for seven days. */
  readonly invitations: readonly string[]
  readonly databasePid: number | undefined
  readonly publisherKeyPem: string
  readonly editionsFolder: string
  readonly ledgerFolder: string
  /** Every route of the interface, for checks that walk all of them. */
  readonly routes: HttpServer['routes']
  /** Finishes what is in hand, then stops everything that was started, the database too. */
  stop(): Promise<void>
}

export interface ServeOptions extends Filling {
  /** Delete what Intikhab keeps in the data folder first. */
  readonly fresh?: boolean
  /** When aborted before the server is up, everything that was started stops again and `serve` rejects. */
  readonly signal?: AbortSignal
  /** Told, in one plain sentence each, of what an operator should know; nobody is where nothing is said. */
  readonly onNotice?: (sentence: string) => void
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
    findDevice: (keyId) => house.identity.devices.findSigner(keyId),
    noteUse: (keyId) => house.identity.devices.noteUse(keyId),
    now: house.now,
    approvals: house.approvals,
    publishing: {
      databaseUrl: house.database.url,
      ledger: { folder: places.ledger, origin, keys: encodeKeys(house.ledger.keys) },
      signer: {
        name: house.editions.signer.name,
        place: house.editions.place,
        keys: encodeKeys(house.editions.keys),
      },
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

/** Takes the data folder, and takes away what must not be in it. */
async function prepareFolder(
  environment: Environment,
  fresh: boolean,
  onNotice: (sentence: string) => void,
): Promise<() => void> {
  const { dataFolder, databaseUrl, s3 } = environment
  if (fresh) {
    const elsewhere = databaseUrl !== undefined ? 'DATABASE_URL' : s3 !== undefined ? 'S3_ENDPOINT' : undefined
    if (elsewhere !== undefined)
      throw new CannotStart(
        `--fresh deletes only what lies in the data folder, and ${elsewhere} names another place. Empty that one yourself.`,
      )
    assertOurs(dataFolder)
  }
  makeDataFolder(dataFolder)
  const release = claimDataFolder(dataFolder)
  if (fresh) await emptyDataFolder(dataFolder)
  else await clearCutOff(environment, onNotice)
  return release
}

/** Opens the house, fills it where it is empty, and serves it. Throws `CannotStart` with one plain sentence. */
export async function serve(environment: Environment, options: ServeOptions): Promise<Serving> {
  const { port, host } = environment
  const { signal, onNotice = () => undefined } = options
  await assertFree(port, host)
  // What was begun, to be ended in the opposite order, whether the start succeeds or not.
  const begun = new AsyncDisposableStack()
  const starting = new AbortController()
  const cutOff = () => starting.abort(signal?.reason)
  signal?.addEventListener('abort', cutOff)
  try {
    signal?.throwIfAborted()
    begun.defer(await prepareFolder(environment, options.fresh === true, onNotice))
    await buildWeb({ onProgress: (done, total) => options.onProgress('Building the screens', done, total) })
    options.onProgress('Starting the database', 0, 1)
    const house = await openHouse(environment, { signal: starting.signal, onNotice })
    begun.defer(() => house.close())
    await installJobs(house.databaseOwnerUrl)
    options.onProgress('Starting the database', 1, 1)
    const doors = await openDoors(house, begun, options)
    starting.signal.throwIfAborted()
    const url = await doors.http.listen({ port, host })
    const reached = url.replace('127.0.0.1', 'localhost')
    const places = placesIn(environment.dataFolder)
    return {
      url: reached,
      accounts: doors.accounts,
      invitations: doors.invitations.map((token) => `${environment.site ?? reached}/staff/invitation#${token}`),
      get databasePid() {
        return house.databasePid
      },
      publisherKeyPem: house.editions.signer.publicKeyPem,
      editionsFolder: places.editions,
      ledgerFolder: places.ledger,
      routes: doors.http.routes,
      stop: () => begun.disposeAsync(),
    }
  } catch (error) {
    // Of a start that fails only the first reason counts.
    await begun.disposeAsync().catch(() => undefined)
    starting.signal.throwIfAborted()
    throw plainly(error)
  } finally {
    signal?.removeEventListener('abort', cutOff)
  }
}

/** What an operator can mend as one sentence; a bug stays what it is. */
function plainly(error: unknown): unknown {
  if (error instanceof LedgerForked) return new CannotStart(error.message)
  const { code, path, syscall } = error as NodeJS.ErrnoException
  if (error instanceof Error && syscall !== undefined && path !== undefined && code !== undefined)
    return new CannotStart(`${path} cannot be used: ${reasonOfFile(error)}.`)
  return error
}

const log = openProblemLog((line) => void process.stderr.write(`${line}\n`), Date.now)

/** Everything between the house and the port; what has to be ended is put on `begun`. */
async function openDoors(house: House, begun: AsyncDisposableStack, options: ServeOptions) {
  const { environment } = house
  await house.identity.devices.start()
  begun.defer(house.identity.devices.follow())
  let refresh = () => {}
  const site = openSite(placesIn(environment.dataFolder).site, () => refresh())
  const results = openResults(house, log)
  begun.defer(() => results.stop())
  const { accounts, invitations } = await fill(house, site, options)
  const openElection = async (id: string, order: ActApproval | null) => {
    const election = (await house.programme.store.listElections()).find((each) => each.id === id)
    const facts = election === undefined ? undefined : await findElectionFacts(house, election.id)
    if (facts !== undefined) await results.openElection(facts, order)
    return facts !== undefined
  }
  // Only what two people ordered to be shown takes forms and publishes itself.
  for (const { id, order } of site.current().elections) await openElection(id, order)

  const idempotency = postgresIdempotency(house.database, house.now)
  const security = openSecurityLog(placesIn(environment.dataFolder).securityLog, house.now, log)
  begun.defer(() => security.flushed())
  const http = createHttp({
    version: '0.1.0',
    acts,
    authenticate: house.identity.authenticate,
    grantFor: house.identity.grantFor,
    wantsFreshFactor: house.identity.wantsFreshFactor,
    idempotencyStore: idempotency,
    sessionCookie: house.identity.sessionCookie,
    secure: environment.secure,
    watch: security.write,
    refusalsPerMinute: environment.refusalsPerMinute,
    trustedCallers: environment.trustedCallers,
    ...(environment.proxies.length === 0 ? {} : { trustProxy: environment.proxies.join(',') }),
    log,
  })
  const history = openHistory(house, log)
  begun.defer(() => history.stop())
  history.start()
  const audits = openAuditRuns(house, log)
  begun.defer(() => audits.stop())
  const limits = { ...usualLimits, trustedCallers: environment.trustedCallers }
  const enquiry = createEnquiry({ lookUp: lookUpOf(house, site), limits, now: house.now })
  const isDemonstration = site.current().elections.some(({ id }) => id === demonstrationId)
  const ofRolls = rollEditions(house, site)
  const claims = await openClaims(house)
  const quality = await openQuality(house, claims.claims)
  const registry = await openRegistry(house, log)
  const routes: readonly Route[] = [
    ...house.identity.routes,
    ...grantAboveRoutes(house.approvals),
    ...house.approvals.routes,
    ...programmeRoutes(house.programme, house.approvals),
    ...importRoutes(house),
    ...ofRolls.routes,
    ...claims.routes,
    ...quality.routes,
    ...registry.routes,
    ...results.routes,
    ...enquiryRoutes(enquiry),
    ...editionRoutes({ reader: house.editions.reader, keys: house.editions.keys }),
    ...ledgerRoutes(house.ledger, house.witnesses),
    ...history.routes,
    ...auditRoutes(audits),
    ...siteRoutes({ house, site, openElection }),
    ...(isDemonstration ? demonstrationAccountRoutes(accounts, house.now) : []),
  ]
  http.register(routes)
  const refusals = refusalLists.flatMap((list) => list.kinds)
  const showing = () => ({ ...site.current(), refusals, witnessed: witnessesNow(house.ledger, house.witnesses) })
  const web = await openWeb({
    editions: house.editions.reader,
    site: showing,
    ask: enquiry.ask,
    now: house.now,
    log,
    claims: claims.everybody,
  })
  begun.defer(() => web.close())
  refresh = web.refresh
  web.register(http.fastify)
  house.programme.onChange((id) => void publishElectionSoon(house, id).catch(log))
  const more = [
    ...ofRolls.jobs,
    ...registry.jobs,
    ...quality.jobs,
    ...(isDemonstration ? [registrationJob(house, http)] : []),
  ]
  const worker = await startStandingJobs(house, idempotency, log, more)
  begun.defer(() => worker.stop())
  begun.defer(() => registry.feed.stop())
  await registry.start()
  const door = await registry.open(security.write)
  begun.defer(() => door.close())
  house.witnesses.start()
  begun.defer(() => http.close())
  return { http, accounts, invitations }
}
