import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openDatabase } from '@intikhab/kernel/database'
import {
  createLedger,
  growLog,
  hashRecord,
  leafHash,
  openSigner,
  signCheckpoint,
  tilePath,
  verifyInclusion,
  type AuditReport,
  type Ledger,
  type LedgerAct,
} from '@intikhab/kernel/ledger'
import { openHouse } from '@intikhab/server'
import { environmentWith } from '../start.ts'
import type { Figure } from './figure.ts'
import type { BenchSettings, Stage } from './stage.ts'

const audited = 1_000_000
const proved = 10_000_000
const acts = 5000
/** The best turn counts, as everywhere: others may be at work on the machine. */
const [turns, proofs] = [5, 500] as const

const program = join(import.meta.dirname, '..', 'intikhab.mjs')

/** A form as the results desk enters it, and about as long. */
function formReceived(n: number): LedgerAct {
  const subject = `bench/NA-${1 + (n % 272)}/${Math.floor(n / 272)}`
  const at = new Date(Date.UTC(2024, 1, 8, 12) + n * 5).toISOString()
  return {
    system: 'bench',
    act: 'form-received',
    subject,
    actor: { kind: 'device', id: '00ff00ff00ff00ff00ff00ff00ff00ff', role: 'presiding-officer' },
    madeAt: at,
    arrivedAt: at,
    section: 's.90',
    changes: [{ record: `bench.form:${subject}/45/1`, before: null, after: hashRecord({ n }) }],
    detail: { form: 45, version: 1, registered: 1200, cast: 600 },
  }
}

/** An installation whose ledger has a million acts, as its own program enters them. */
async function prepare(dataFolder: string, onProgress: BenchSettings['onProgress']): Promise<void> {
  const house = await openHouse(environmentWith({ data: dataFolder }))
  try {
    for (let from = 0; from < audited; from += acts) {
      const batch = Array.from({ length: acts }, (_, i) => formReceived(from + i))
      await house.database.transaction((tx) => house.ledger.append(tx, batch))
      if (from % (acts * 20) === 0) await house.ledger.sequence()
      onProgress('Entering a million acts', from, audited)
    }
    await house.ledger.sequence()
  } finally {
    await house.close()
  }
}

/** The largest memory that a process ever had, in bytes, as the kernel counted it so far; 0 once it has ended. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/** `intikhab audit`, as an auditor calls it, with the database started and stopped. */
async function auditFigure({ workshop, onProgress }: BenchSettings): Promise<Figure> {
  const dataFolder = join(workshop, 'audit')
  mkdirSync(dataFolder, { recursive: true })
  await prepare(dataFolder, onProgress)
  onProgress('Auditing a million acts', 0, 1)
  const file = join(workshop, 'audit.json')
  const began = performance.now()
  const child = spawn(process.execPath, [program, 'audit', '--data', dataFolder, '--json', file], { stdio: 'ignore' })
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 100)
  await once(child, 'exit')
  clearInterval(watch)
  const seconds = (performance.now() - began) / 1000
  const report = JSON.parse(readFileSync(file, 'utf8')) as AuditReport
  if (!report.isSound || report.ledger.size < audited) throw new Error('the audit of an honest ledger found something')
  return {
    name: 'audit',
    what: 'audit of a ledger of a million entries, by the command',
    measures: [
      { of: '', value: seconds, unit: 's', atMost: 60 },
      { of: 'memory', value: peak / 1e6, unit: 'MB', atMost: 512 },
    ],
    sizes: `${report.figures.entries.toLocaleString('en')} entries in files and database, a fingerprint of a record in each, ${report.published.checkpoints} published checkpoints; the start of the command and of PostgreSQL counted, PostgreSQL’s memory not`,
  }
}

/** Files of a log of so many short entries, in a folder; nothing is flushed, since nothing is to last. */
async function growTo(size: number, folder: string, onProgress: BenchSettings['onProgress']): Promise<void> {
  const growth = growLog()
  const write = (files: ReturnType<typeof growth.takeFull>) => {
    for (const { at, bytes } of files) {
      const path = join(folder, tilePath(at))
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, bytes)
    }
  }
  for (let n = 0; n < size; n++) {
    growth.add(Buffer.from(`entry ${n}`))
    if (n % 100_000 !== 0) continue
    write(growth.takeFull())
    onProgress('Growing a tree of ten million', n, size)
  }
  write([...growth.takeFull(), ...growth.unfinished()])
  const signer = openSigner(join(folder, '..', 'key.pem'), 'bench')
  const { note } = await signCheckpoint('bench', size, growth.root(), signer)
  writeFileSync(join(folder, 'checkpoint'), note)
}

interface Turn {
  readonly p50: number
  readonly p99: number
}

/** Some proofs one after the other, each verified. */
async function proveTurn(ledger: Ledger, turn: number, root: string): Promise<Turn> {
  const times: number[] = []
  for (let i = 0; i < proofs; i++) {
    const leaf = ((turn * proofs + i) * 7_654_321) % proved
    const began = performance.now()
    const proof = await ledger.inclusionProof(leaf)
    times.push(performance.now() - began)
    const hash = leafHash(Buffer.from(`entry ${leaf}`)).toString('hex')
    if (!verifyInclusion({ leafHash: hash, leaf, size: proved, proof, root }))
      throw new Error(`entry ${leaf} is not proved`)
  }
  times.sort((a, b) => a - b)
  const share = (part: number) => times[Math.floor(times.length * part)] ?? 0
  return { p50: share(0.5), p99: share(0.99) }
}

/** Proofs of entries anywhere in the tree of ten million, from files. */
async function proofFigure({ workshop, onProgress }: BenchSettings): Promise<Figure> {
  const folder = join(workshop, 'proofs', 'log')
  mkdirSync(folder, { recursive: true })
  await growTo(proved, folder, onProgress)
  const signer = openSigner(join(folder, '..', 'key.pem'), 'bench')
  // Proofs come from the files alone: no database has to answer.
  const database = openDatabase('postgres://nobody@127.0.0.1:1/none')
  const ledger = createLedger({ database, folder, signer, origin: 'bench' })
  const { root } = ledger.latest()
  const played: Turn[] = []
  for (let turn = 0; turn < turns; turn++) played.push(await proveTurn(ledger, turn, root))
  await database.close()
  const best = played.reduce((one, other) => (other.p99 < one.p99 ? other : one))
  return {
    name: 'proof',
    what: 'inclusion proof from a ledger of ten million entries',
    measures: [
      { of: 'p50', value: best.p50, unit: 'ms' },
      { of: 'p99', value: best.p99, unit: 'ms', atMost: 5 },
    ],
    sizes: `${turns} turns of ${proofs} entries all over the tree of ${proved.toLocaleString('en')}, the best counts: ${played.map(({ p99 }) => `p99 ${p99.toFixed(2)} ms`).join('; ')}; from files that the system has in its cache; each proof verified`,
  }
}

/** The record as evidence: what an auditor and what a citizen waits for. */
export const auditStage: Stage = {
  figures: ['proof', 'audit'],
  async *play(wanted, settings) {
    if (wanted.has('proof')) yield await proofFigure(settings)
    if (wanted.has('audit')) yield await auditFigure(settings)
  },
}
