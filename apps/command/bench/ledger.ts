import { join } from 'node:path'
import { startDatabase, type Database, type SystemMigrations } from '@intikhab/kernel/database'
import { createIndexOfActs, historyMigrations, type IndexOfActs } from '@intikhab/kernel/history'
import { createLedger, hashRecord, ledgerMigrations, openSigner, type Ledger } from '@intikhab/kernel/ledger'
import { sql } from 'kysely'
import type { Figure } from './figure.ts'
import type { Stage } from './stage.ts'

/** Officers who act at the same moment, for how long, and how often: the best turn counts, as everywhere. */
const [officers, seconds, turns] = [20, 8, 3]

/** A register such as every system has: a row for each act. */
const register: SystemMigrations = {
  schema: 'bench',
  migrations: {
    '0001-register': {
      async up(db) {
        await sql`create table bench.register (id bigint generated always as identity primary key,
          subject text not null, fields jsonb not null)`.execute(db)
      },
    },
  },
}

/** One act as any system does it: its row and its ledger entry in a transaction of their own. */
async function act(database: Database, ledger: Ledger, officer: number, n: number): Promise<void> {
  const subject = `bench/NA-${1 + (n % 272)}/${1 + (Math.floor(n / 272) % 340)}`
  const fields = { subject, version: n, cause: 'copying-error' }
  const at = new Date().toISOString()
  const entry = {
    system: 'bench',
    act: 'form-corrected',
    subject,
    actor: {
      kind: 'account',
      id: `officer-${officer}`,
      role: 'returning-officer',
      office: `constituency/NA-${1 + (n % 272)}`,
      device: `browser-${officer}`,
    },
    madeAt: at,
    arrivedAt: at,
    section: 's.95',
    reasonHash: hashRecord({ reason: `reason ${n}` }),
    changes: [{ record: `bench.row:${subject}/${n}`, before: null, after: hashRecord(fields) }],
    detail: { version: n },
  } as const
  const row = {
    name: 'bench-row',
    text: 'insert into bench.register (subject, fields) values ($1, $2::jsonb)',
    values: [subject, JSON.stringify(fields)],
  }
  const client = await database.pool.connect()
  try {
    // Nothing is decided in between, so the four statements travel together; one that fails rolls all of them back.
    await Promise.all([
      client.query('begin'),
      client.query(row),
      ledger.appendOn(client, [entry]),
      client.query('commit'),
    ])
  } finally {
    client.release()
  }
}

interface Turn {
  readonly perSecond: number
  readonly p99: number
}

async function playTurn(database: Database, ledger: Ledger, begun: { acts: number }): Promise<Turn> {
  const times: number[] = []
  const from = performance.now()
  const until = from + seconds * 1000
  await Promise.all(
    Array.from({ length: officers }, async (_, officer) => {
      while (performance.now() < until) {
        const began = performance.now()
        await act(database, ledger, officer, begun.acts++)
        times.push(performance.now() - began)
      }
    }),
  )
  const took = (performance.now() - from) / 1000
  times.sort((a, b) => a - b)
  return { perSecond: times.length / took, p99: times[Math.floor(times.length * 0.99)] ?? 0 }
}

/** Milliseconds in which the newest entries about a seat, and about the election, are found: the slowest of some tries. */
async function slowestLook(index: IndexOfActs): Promise<number> {
  await index.follow()
  let slowest = 0
  for (const about of ['bench/NA-46', 'bench/NA-130/7', 'officer-3', 'bench']) {
    const began = performance.now()
    const found = await index.find(about, Number.MAX_SAFE_INTEGER, 30)
    slowest = Math.max(slowest, performance.now() - began)
    if (found.length === 0) throw new Error(`the history knows nothing of ${about}`)
  }
  return slowest
}

/** Acts on an embedded database of its own, sequenced, signed and indexed by the same process meanwhile. */
export const ledgerStage: Stage = {
  figures: ['ledger'],
  async *play(_wanted, { workshop, onProgress }): AsyncGenerator<Figure> {
    const folder = join(workshop, 'ledger')
    const database = { url: undefined, folder: join(folder, 'database') }
    const running = await startDatabase(database, [ledgerMigrations, historyMigrations, register])
    try {
      const signer = openSigner(join(folder, 'key.pem'), 'bench')
      const ledger = createLedger({ database: running.database, folder: join(folder, 'log'), signer, origin: 'bench' })
      const onProblem = (problem: unknown) => {
        throw problem
      }
      const index = createIndexOfActs({ database: running.database, ledger, onProblem })
      await ledger.start()
      index.start()
      const begun = { acts: 0 }
      const played: Turn[] = []
      for (let turn = 0; turn < turns; turn++) {
        onProgress('Acts with their ledger entries', turn, turns)
        played.push(await playTurn(running.database, ledger, begun))
      }
      const best = played.reduce((a, b) => (b.perSecond > a.perSecond ? b : a))
      const look = await slowestLook(index)
      const { size } = ledger.latest()
      await index.stop()
      await ledger.stop()
      yield {
        name: 'ledger',
        what: 'official acts, each with its row and its ledger entry in a transaction of its own',
        measures: [
          { of: '', value: best.perSecond, unit: '/s', atLeast: 3000 },
          { of: 'p99', value: best.p99, unit: 'ms', atMost: 50 },
          { of: 'its history found', value: look, unit: 'ms' },
        ],
        sizes: `${officers} at once, embedded PostgreSQL that writes through to the disk; ${turns} turns of ${seconds} s, the best counts: ${played.map(({ perSecond, p99 }) => `${perSecond.toFixed(0)}/s, p99 ${p99.toFixed(1)} ms`).join('; ')}; all ${size.toLocaleString('en')} entries signed and found again`,
      }
    } finally {
      await running.stop()
    }
  },
}
