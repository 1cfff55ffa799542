import { say, type Text } from '@intikhab/kernel/language'
import { parseAct, type LedgerAct } from '../act.ts'
import type { AuditedRecords } from '../audited.ts'
import { readCheckpoint } from '../checkpoint.ts'
import { witnessKey } from '../cosignature.ts'
import { fingerprintOf, keysOf, type KeyHistory } from '../key-history.ts'
import { openLogFolder } from '../log-folder.ts'
import { verifierKey, type VerifierKey } from '../note.ts'
import { openPublished } from '../published.ts'
import type { Connection } from '../store.ts'
import { tileWidth } from '../tile.ts'
import { createActsCheck, type ActFigures } from './acts-check.ts'
import { readLeavesBetween, readNewer } from './audit-store.ts'
import {
  checkMemory,
  checkPublished,
  collectPublished,
  witnessedAt,
  type KnownCheckpoint,
  type WitnessMemoryGiven,
} from './checkpoints.ts'
import { createFindings, findingKinds, type ActAt, type Finding, type Findings } from './findings.ts'
import { compareRegisters, unexplained, type RegisterRead } from './registers.ts'
import { replay } from './replay.ts'
import type { AuditReport, ReportedFinding } from './report.ts'
import type { WitnessedAt } from './clock.ts'

/** What an audit is given. It writes nothing and asks nobody. */
export interface AuditOptions {
  /** The ledger's folder, or a copy of it. */
  readonly folder: string
  readonly origin: string
  readonly keys: KeyHistory
  /** Keys of the witnesses whose cosignatures count. */
  readonly witnesses: readonly VerifierKey[]
  /** What witnesses themselves remember. */
  readonly memories?: readonly WitnessMemoryGiven[]
  /** The database; without it only the files are examined. */
  readonly client?: Connection
  /** The registers; without them only the ledger is examined. */
  readonly audited?: readonly AuditedRecords[]
  /** Acts that take two people, and acts that correct, as `system/act`. */
  readonly weighty?: ReadonlySet<string>
  readonly corrections?: ReadonlySet<string>
  /** An act as a person reads it. */
  readonly words?: (act: LedgerAct) => Text
  /** How long the longest transaction may have lasted, and how far a witness's clock may be off, in minutes. */
  readonly toleranceMinutes?: number
  readonly skewMinutes?: number
  readonly now: () => Date
  onProgress?(stage: AuditStage, done: number, total: number): void
}

export type AuditStage = 'entries' | 'registers'

/** There is nothing to audit; the message is one plain sentence. */
export class NothingToAudit extends Error {
  override readonly name = 'NothingToAudit'
}

const plainWords = ({ system, act, subject }: LedgerAct): Text => ({
  en: `${system}/${act} on ${subject}`,
  ur: `${subject} پر ${system}/${act}`,
})

/**
 * Replays the ledger from its first entry to its newest checkpoint and holds everything that is known against it: the
 * database's rows, the tiles, every published checkpoint with its signatures, what witnesses remember, the course of the
 * clock, how acts were approved, and the registers. Rejects with `NothingToAudit` where there is no ledger.
 */
export async function audit(options: AuditOptions): Promise<AuditReport> {
  const { folder, origin, keys, witnesses, memories = [], client, audited = [], onProgress, now } = options
  const { toleranceMinutes = 15, skewMinutes = 5, words = plainWords } = options
  const beganAt = now().toISOString()
  // Every tile is read once: none is worth keeping for long.
  const files = openLogFolder(folder, 16)
  const newest = files.checkpoint()
  const head = newest === undefined ? undefined : readCheckpoint(newest)
  if (newest === undefined || head === undefined || head.origin !== origin)
    throw new NothingToAudit(`There is no checkpoint of ${origin} in ${folder}.`)
  const { size } = head.checkpoint
  const published = collectPublished(openPublished(folder), newest)
  const remembered = memories.flatMap(({ notes }) => notes.map(sizeOf).filter((each) => each !== undefined))
  const known = [...memories.map(({ witness }) => witness), ...witnesses]
  const allWitnesses = known.filter((key, i) => known.findIndex((each) => each.publicKey.equals(key.publicKey)) === i)
  const seen = [...witnessedAt(published, allWitnesses), ...memoriesSeen(memories)]

  const findings = createFindings()
  const acts = createActsCheck({
    findings,
    witnessed: seen,
    tolerance: toleranceMinutes * 60_000,
    skew: skewMinutes * 60_000,
    weighty: options.weighty ?? new Set(),
    corrections: options.corrections ?? new Set(),
    actAt: (leaf, act) => describe(leaf, act, words),
  })
  const roots = await replay({
    files,
    client,
    size,
    wanted: new Set([...published.map((each) => each.size), ...remembered]),
    entry: acts.entry,
    finding: (finding) => findings.add(finding),
    onProgress: (done) => onProgress?.('entries', done, size),
  })
  // Entries are asked for in rising order: many of them lie in the bundle that was read last.
  let last: { readonly index: number; readonly bundle: readonly Buffer[] | undefined } = {
    index: -1,
    bundle: undefined,
  }
  async function readEntry(leaf: number): Promise<LedgerAct | undefined> {
    const index = Math.floor(leaf / tileWidth)
    if (last.index !== index) last = { index, bundle: await files.entries(size, index) }
    const { bundle } = last
    const stored = client === undefined ? undefined : (await readLeavesBetween(client, leaf, leaf + 1))[0]?.body
    const bytes = bundle?.[leaf % tileWidth] ?? stored
    return bytes == null ? undefined : parseAct(bytes)
  }

  const figures = acts.end()
  for (const finding of checkPublished(published, { origin, keys, witnesses: allWitnesses, roots, size }))
    findings.add(finding)
  const sizes = new Set(published.map((each) => each.size))
  for (const memory of memories)
    for (const finding of checkMemory(memory, { origin, keys, roots, size, published: sizes })) findings.add(finding)
  const registers =
    audited.length === 0
      ? { read: [], differences: [] }
      : await compareRegisters(audited, acts.records, readEntry, (done) =>
          onProgress?.('registers', done, Math.max(done, acts.records.size)),
        )
  const newer = client === undefined ? [] : (await readNewer(client, size)).map((body) => parseAct(body))
  for (const finding of unexplained(registers.differences, newer)) findings.add(finding)

  const told = await Promise.all(findings.told.map((each) => withAct(each, readEntry, words)))
  return {
    format: 'intikhab-audit/1',
    beganAt,
    endedAt: now().toISOString(),
    isSound: findings.counts.size === 0,
    ledger: {
      origin,
      size,
      root: head.checkpoint.root,
      firstArrivedAt: figures.firstArrivedAt ?? null,
      lastArrivedAt: figures.lastArrivedAt ?? null,
    },
    checkpoint: newest,
    published: publishedFacts(published),
    keys: keyFacts(keys, origin),
    witnesses: allWitnesses.map((key) => witnessFacts(key, seen, memories)),
    database: { compared: client !== undefined, entries: client === undefined ? 0 : size },
    registers: [...registers.read],
    clock: { toleranceMinutes, skewMinutes },
    findings: inOrder(told),
    counts: countsOf(findings, told),
    notExamined: notExamined(options, figures, registers.read),
    figures: {
      entries: size,
      bySystemAndAct: [...figures.bySystemAndAct]
        .map(([name, count]) => {
          const slash = name.indexOf('/')
          return { system: name.slice(0, slash), act: name.slice(slash + 1), count }
        })
        .toSorted((a, b) => a.system.localeCompare(b.system) || b.count - a.count),
      corrections: figures.corrections,
      approvals: figures.approvals,
      records: acts.records.size,
    },
  }
}

function sizeOf(note: string): number | undefined {
  return readCheckpoint(note)?.checkpoint.size
}

function memoriesSeen(memories: readonly WitnessMemoryGiven[]): WitnessedAt[] {
  return memories.flatMap(({ witness, notes }) =>
    witnessedAt(
      notes.flatMap((note) => ({ size: sizeOf(note) ?? -1, note })),
      [witness],
    ),
  )
}

function describe(leaf: number, act: LedgerAct, words: (act: LedgerAct) => Text): ActAt {
  const { kind, id, role, office } = act.actor
  return {
    leaf,
    system: act.system,
    act: act.act,
    subject: act.subject,
    actor: { kind, id, ...(role === undefined ? {} : { role }), ...(office === undefined ? {} : { office }) },
    madeAt: act.madeAt,
    arrivedAt: act.arrivedAt,
    ...(act.approval === undefined ? {} : { approvalId: act.approval.id }),
    words: words(act),
  }
}

/** Findings at an entry whose act is not beside them yet are given it: a deleted row by the signed file, for example. */
async function withAct(
  finding: Finding,
  readEntry: (leaf: number) => Promise<LedgerAct | undefined>,
  words: (act: LedgerAct) => Text,
): Promise<Finding> {
  const { leaf } = finding
  const act = finding.act ?? (leaf === undefined ? undefined : await described(leaf))
  if (act === undefined) return finding
  const named = { act: `${act.system}/${act.act}`, subject: act.subject }
  return { ...finding, values: { ...named, ...finding.values }, act }

  async function described(at: number): Promise<ActAt | undefined> {
    const read = await readEntry(at).catch(() => undefined)
    return read === undefined ? undefined : describe(at, read, words)
  }
}

const grades = ['tampering', 'procedure', 'note'] as const

/** By weight, then in the order of the catalogue, then as they were found. */
function inOrder(findings: readonly Finding[]): ReportedFinding[] {
  const codes = Object.keys(findingKinds)
  const rank = ({ code }: Finding) => grades.indexOf(findingKinds[code].grade) * 1000 + codes.indexOf(code)
  return findings
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ code, values, at, leaf = null, expected = null, found = null, act = null }, i) => {
      const { grade, title, sentence } = findingKinds[code]
      const said = { en: say('en', sentence, values), ur: say('ur', sentence, values) }
      return { number: i + 1, code, grade, title, sentence: said, at, leaf, expected, found, act }
    })
}

function countsOf(findings: Findings, told: readonly Finding[]): AuditReport['counts'] {
  return [...findings.counts].map(([code, count]) => ({
    code,
    title: findingKinds[code].title,
    count,
    told: told.filter((each) => each.code === code).length,
  }))
}

function publishedFacts(published: readonly KnownCheckpoint[]): AuditReport['published'] {
  const sizes = published.map(({ size }) => size).filter((size) => size >= 0)
  const smallest = sizes.reduce((a, b) => Math.min(a, b), Infinity)
  const largest = sizes.reduce((a, b) => Math.max(a, b), -Infinity)
  if (sizes.length === 0) return { checkpoints: 0, smallest: null, largest: null }
  return { checkpoints: new Set(sizes).size, smallest, largest }
}

function keyFacts(keys: KeyHistory, origin: string): AuditReport['keys'] {
  return keysOf(keys).map((key, i) => {
    const end = keys.ended[i]?.end
    return {
      key: verifierKey(key),
      fingerprint: fingerprintOf(key),
      lastSize: end?.last[origin]?.number ?? null,
      whyEnded: end?.why ?? null,
    }
  })
}

function witnessFacts(
  key: VerifierKey,
  seen: readonly WitnessedAt[],
  memories: readonly WitnessMemoryGiven[],
): AuditReport['witnesses'][number] {
  const own = seen.filter(({ witness }) => witness === key.name)
  const last = own.reduce<WitnessedAt | undefined>((a, b) => (a === undefined || b.size >= a.size ? b : a), undefined)
  const memory = memories.find(({ witness }) => witness.publicKey.equals(key.publicKey))
  return {
    name: key.name,
    key: witnessKey(key),
    cosigned: new Set(own.map(({ size }) => size)).size,
    lastSize: last?.size ?? null,
    lastAt: last === undefined ? null : new Date(last.at).toISOString(),
    compared: memory?.notes.length ?? null,
  }
}

/** What this audit could not see, each in one sentence. */
function notExamined(options: AuditOptions, figures: ActFigures, read: readonly RegisterRead[]): Text[] {
  const { client, witnesses, memories = [], weighty = new Set() } = options
  const list: Text[] = []
  if (client === undefined)
    list.push({
      en: 'The database was not at hand: the ledger’s files were examined by themselves.',
      ur: 'ڈیٹابیس دستیاب نہ تھا: صرف کھاتے کی فائلوں کا جائزہ لیا گیا۔',
    })
  if (read.length === 0)
    list.push({
      en: 'No register was compared with the ledger.',
      ur: 'کسی رجسٹر کا کھاتے سے موازنہ نہیں کیا گیا۔',
    })
  else {
    const examined = new Set(read.map(({ kind }) => kind))
    const others = [...figures.kinds].filter((kind) => !examined.has(kind)).toSorted()
    if (others.length > 0)
      list.push({
        en: `Records of these kinds were not compared with their registers: ${others.join(', ')}.`,
        ur: `ان اقسام کے ریکارڈ اپنے رجسٹروں سے نہیں ملائے گئے: ${others.join('، ')}۔`,
      })
  }
  if (witnesses.length + memories.length === 0)
    list.push({
      en: 'No witness is known: a ledger rewritten as a whole with its own key would not be noticed from within.',
      ur: 'کوئی گواہ معلوم نہیں: اپنی ہی کلید سے پورا کھاتہ دوبارہ لکھا جائے تو اندر سے پتا نہیں چل سکتا۔',
    })
  else if (memories.length === 0)
    list.push({
      en: 'No witness’s own memory was given: cosignatures were examined only as far as they lie beside the ledger.',
      ur: 'کسی گواہ کا اپنا ریکارڈ پیش نہیں کیا گیا: گواہوں کے دستخط صرف وہی جانچے گئے جو کھاتے کے ساتھ رکھے ہیں۔',
    })
  if (weighty.size === 0)
    list.push({
      en: 'Which acts take two people was not told: only approvals that were given were examined.',
      ur: 'یہ نہیں بتایا گیا کہ کن اقدامات کے لیے دو افراد لازم ہیں: صرف دی گئی منظوریاں جانچی گئیں۔',
    })
  return list
}
