/** One audit in a thread of its own: a ledger of millions is read while the server goes on answering. */
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '@intikhab/kernel/database'
import type { Environment } from '../environment.ts'
import { auditWith } from './audit.ts'
import { encodeReport, reportDocument } from './document.ts'
import type { AuditNews } from './runs.ts'

if (parentPort === null) throw new Error('an audit runs as a worker')
const port = parentPort
const { environment, databaseUrl } = workerData as { readonly environment: Environment; readonly databaseUrl: string }
const tell = (news: AuditNews): void => port.postMessage(news)

const database = openDatabase(databaseUrl, 4)
try {
  const report = await auditWith(environment, database, {
    onProgress: (stage, done, total) => tell({ news: 'progress', stage, done, total }),
  })
  const json = encodeReport(report)
  tell({ news: 'progress', stage: 'report', done: 0, total: 1 })
  tell({ news: 'done', report, json, pdf: await reportDocument(report, json) })
} catch (error) {
  tell({ news: 'failed', message: (error as Error).message })
} finally {
  await database.close()
  port.close()
}
