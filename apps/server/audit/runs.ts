import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { writeNewDurably, type AuditReport, type AuditStage, type LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { placesIn } from '../data-folder.ts'
import type { House } from '../house.ts'
import { auditRefusals } from './refusals.ts'

/** What the thread of an audit says. */
export type AuditNews =
  | { readonly news: 'progress'; readonly stage: AuditStage | 'report'; readonly done: number; readonly total: number }
  | { readonly news: 'done'; readonly report: AuditReport; readonly json: Uint8Array; readonly pdf: Uint8Array }
  | { readonly news: 'failed'; readonly message: string }

/** An audit that has ended. */
interface EndedAudit {
  /** The instant at which it was asked for, e.g. `20261122T203344Z`. */
  readonly id: string
  readonly endedAt: string
  readonly size: number
  readonly findings: number
  /** Of the JSON file. */
  readonly sha256: string
}

/** The audit that runs now. */
interface RunningAudit {
  readonly id: string
  readonly stage: AuditStage | 'report'
  readonly done: number
  readonly total: number
}

/** Audits asked for on the console: one at a time, their reports kept in the data folder. */
export interface AuditRuns {
  readonly running: RunningAudit | undefined
  /** Of the last one that broke off: an operator finds out more in the log. */
  readonly failed: boolean
  /** Newest first. */
  ended(): readonly EndedAudit[]
  /** Begins one. Refuses while another one runs. */
  start(by: LedgerActor): Outcome<RunningAudit>
  /** A file of a report; undefined if there is none. */
  find(id: string, ending: 'json' | 'pdf'): string | undefined
  /** Ends what runs. */
  stop(): Promise<void>
}

function summaryOf(id: string, report: AuditReport, json: Uint8Array): EndedAudit {
  return {
    id,
    endedAt: report.endedAt,
    size: report.ledger.size,
    findings: report.counts.reduce((sum, { count }) => sum + count, 0),
    sha256: createHash('sha256').update(json).digest('hex'),
  }
}

/** Opens the reports in the data folder. */
export function openAuditRuns(house: House, onProblem: (problem: unknown) => void): AuditRuns {
  const folder = placesIn(house.environment.dataFolder).audits
  const fileOf = (id: string, ending: 'json' | 'pdf') => join(folder, `${id}.${ending}`)
  const ended = new Map<string, EndedAudit>()
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const id = name.slice(0, -'.json'.length)
    // The PDF is written first: a report is there once both are.
    if (!name.endsWith('.json') || !existsSync(fileOf(id, 'pdf'))) continue
    const json = readFileSync(join(folder, name))
    ended.set(id, summaryOf(id, JSON.parse(json.toString()) as AuditReport, json))
  }
  let running: RunningAudit | undefined
  let worker: Worker | undefined
  let failed = false

  async function keep(id: string, by: LedgerActor, news: AuditNews & { news: 'done' }): Promise<void> {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeNewDurably(fileOf(id, 'pdf'), news.pdf, 0o600)
    writeNewDurably(fileOf(id, 'json'), news.json, 0o600)
    const summary = summaryOf(id, news.report, news.json)
    ended.set(id, summary)
    const { size, findings, sha256 } = summary
    const at = house.now().toISOString()
    const act = {
      system: 'audit',
      act: 'report-made',
      subject: id,
      actor: by,
      madeAt: at,
      arrivedAt: at,
      detail: { size, findings, sha256 },
    }
    await house.database.transaction((tx) => house.ledger.append(tx, [act]))
  }

  function fail(problem: unknown): void {
    failed = true
    onProblem(problem)
  }

  return {
    get running() {
      return running
    },
    get failed() {
      return failed
    },
    ended: () => [...ended.values()].toSorted((a, b) => (a.id < b.id ? 1 : -1)),
    start(by) {
      if (running !== undefined) return refuse(auditRefusals.running)
      const id = house
        .now()
        .toISOString()
        .replaceAll(/[-:]|\.\d+/g, '')
      running = { id, stage: 'entries', done: 0, total: house.ledger.latest().size }
      failed = false
      const began = new Worker(new URL('./audit-worker.ts', import.meta.url), {
        workerData: { environment: house.environment, databaseUrl: house.database.url },
        name: `audit ${id}`,
        resourceLimits: { maxOldGenerationSizeMb: 512 },
      })
      worker = began
      let kept = Promise.resolve()
      began.on('message', (news: AuditNews) => {
        if (news.news === 'progress') running = { id, stage: news.stage, done: news.done, total: news.total }
        else if (news.news === 'failed') fail(new Error(`The audit ${id} broke off: ${news.message}`))
        else kept = keep(id, by, news).catch(fail)
      })
      began.on('error', fail)
      began.once('exit', () => void kept.then(() => (running = worker = undefined)))
      return accept(running)
    },
    find(id, ending) {
      const file = ended.has(id) ? fileOf(id, ending) : undefined
      return file !== undefined && existsSync(file) ? file : undefined
    },
    async stop() {
      await worker?.terminate()
    },
  }
}
