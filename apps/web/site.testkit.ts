import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEditionStore, editionRoutes, openEditionReader, publishEdition } from '@intikhab/kernel/editions'
import { createHttp } from '@intikhab/kernel/http'
import { firstKey, openSigner } from '@intikhab/kernel/ledger'
import { createEnquiry } from '@intikhab/enquiry'
import type { Outcome } from '@intikhab/kernel/refusal'
import type { Site } from '@intikhab/kernel/screens'
import { resultsRefusals } from '@intikhab/results'
import { sampleEdition } from '@intikhab/results/sim'
import {
  announceElection,
  electionDocument,
  electionFiles,
  electionSeries,
  parseElectionId,
  parsePackId,
  parseStages,
} from '@intikhab/programme'
import { sampleStatistics } from '@intikhab/rolls/sim'
import { buildWeb, openWeb } from './index.ts'

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.kind.code)
  return outcome.value
}

/** A programme of 54 days for the sample election, in force since its notification. */
function sampleProgramme(electionId: string) {
  const id = value(parseElectionId(electionId))
  const draft = {
    id,
    nameEn: 'Sample election 2026',
    nameUr: 'نمونہ انتخاب 2026',
    kind: 'general',
    packId: value(parsePackId('elections-act-2017@2023-08')),
    assemblies: ['NA'],
  } as const
  const stages = parseStages({
    notification: '2026-09-29',
    nominationsOpen: '2026-09-30',
    nominationsClose: '2026-10-05',
    namesPublished: '2026-10-06',
    scrutinyEnd: '2026-10-13',
    appealsFiledBy: '2026-10-17',
    appealsDecidedBy: '2026-10-24',
    revisedList: '2026-10-25',
    withdrawal: '2026-10-26',
    symbols: '2026-10-27',
    poll: '2026-11-22',
  })
  const { election, version } = value(
    announceElection(
      draft,
      { stages: value(stages), reason: 'General election', orderReference: null },
      { madeAt: new Date('2026-09-29T07:00:00Z'), holidays: new Set() },
    ),
  )
  return { series: electionSeries(id), files: electionFiles(electionDocument(election, [version])) }
}

/** The public site on a sample edition, without a database, on a free port. */
export interface SampleSite {
  readonly url: string
  readonly electionId: string
  /** Publishes the same files as the next edition. */
  publishAgain(): Promise<void>
  stop(): Promise<void>
}

/** Starts it. Builds the screens first if they are older than their sources. */
export async function startSampleSite(): Promise<SampleSite> {
  await buildWeb()
  const folder = mkdtempSync(join(tmpdir(), 'intikhab-site-'))
  const store = createEditionStore({ root: join(folder, 'editions') })
  const signer = openSigner(join(folder, 'key.pem'), 'test/editions')
  const { electionId, files } = sampleEdition()
  const series = `results-${electionId}`
  const publish = async () => {
    const madeAt = '2026-11-22T18:00:00.000Z'
    const ledger = { size: 1000, root: 'ab'.repeat(32) }
    await publishEdition({
      store,
      signer,
      series,
      madeAt,
      subject: { electionId },
      ledger,
      changed: files,
      unchanged: [],
    })
  }
  await publish()
  const programme = sampleProgramme(electionId)
  await publishEdition({
    store,
    signer,
    series: programme.series,
    madeAt: '2026-09-29T07:00:00.000Z',
    subject: { electionId },
    ledger: null,
    changed: programme.files.map(({ path, mediaType, bytes }) => ({ path, mediaType, bytes: Buffer.from(bytes) })),
    unchanged: [],
  })
  const { roll, map } = sampleStatistics(electionId)
  for (const [of, changed] of [
    [`rolls-${electionId}`, roll],
    [`map-${electionId}`, map],
  ] as const)
    await publishEdition({
      store,
      signer,
      series: of,
      madeAt: '2026-09-30T07:00:00.000Z',
      subject: {},
      ledger: null,
      changed,
      unchanged: [],
    })
  const reader = openEditionReader(store)
  const now = () => new Date('2026-11-22T20:00:00Z')
  const site: Site = {
    name: { en: 'Intikhab', ur: 'انتخاب' },
    banner: { en: 'Demonstration: nobody here exists.', ur: 'نمائش: یہاں کوئی شخص حقیقی نہیں۔' },
    elections: [
      {
        id: electionId,
        name: { en: 'Sample election 2026', ur: 'نمونہ انتخاب 2026' },
        pollDate: '2026-11-22',
        delimitationId: null,
      },
    ],
    rollId: electionId,
    refusals: Object.values(resultsRefusals),
  }
  const enquiry = createEnquiry({ lookUp: () => Promise.resolve(undefined), now })
  const faults: unknown[] = []
  const web = await openWeb({
    editions: reader,
    site: () => site,
    now,
    ask: enquiry.ask,
    log: ({ error }) => faults.push(error),
  })
  const http = createHttp({
    version: 'test',
    authenticate: () => Promise.resolve(null),
    grantFor: () => undefined,
    // No address of this site is repeated by key.
    idempotencyStore: {
      claim: () => Promise.reject(new Error('no store')),
      keep: () => Promise.resolve(),
      release: () => Promise.resolve(),
    },
    log: ({ error }) => faults.push(error),
  })
  http.register(editionRoutes({ reader, keys: firstKey(signer) }))
  web.register(http.fastify)
  const url = await http.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    electionId,
    async publishAgain() {
      await publish()
      await reader.notify(series)
    },
    async stop() {
      web.close()
      await http.close()
      reader.close()
      rmSync(folder, { recursive: true, force: true })
      if (faults.length > 0) throw new AggregateError(faults, 'the server had faults')
    },
  }
}
