import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { typeset } from '@intikhab/kernel/documents'
import { formatInstant, formatNumber, say, type MessageValue, type Text } from '@intikhab/kernel/language'
import type { AuditReport, ReportedFinding } from '@intikhab/kernel/ledger'
import { auditWords as words } from './words.ts'

/** A line of a table of facts. `isCode` is set in small type, without hyphens. */
interface Fact {
  readonly name: string
  readonly value: string
  readonly isCode?: boolean
}

type Values = Readonly<Record<string, MessageValue>>
const en = (text: Text, values?: Values) => say('en', text, values)
const both = (text: Text, values?: Values) => ({ en: say('en', text, values), ur: say('ur', text, values) })
const when = (at: string | null): string =>
  at === null || Number.isNaN(Date.parse(at)) ? en(words.none) : formatInstant('en', new Date(at))
const number = (n: number): string => formatNumber('en', n)

/** The report as it is handed over: JSON with an end of line, which `sha256sum` reads. */
export function encodeReport(report: AuditReport): Buffer {
  return Buffer.from(`${JSON.stringify(report, null, 2)}\n`)
}

function examined({ ledger, published, database, registers, beganAt, endedAt }: AuditReport): Fact[] {
  const { smallest, largest, checkpoints: count } = published
  const period = { first: when(ledger.firstArrivedAt), last: when(ledger.lastArrivedAt) }
  return [
    { name: en(words.ledger), value: ledger.origin },
    { name: en(words.entries), value: number(ledger.size) },
    { name: en(words.root), value: ledger.root, isCode: true },
    { name: en(words.period), value: en(words.periodIs, period) },
    {
      name: en(words.published),
      value: en(words.publishedAre, { count, smallest: smallest ?? 0, largest: largest ?? 0 }),
    },
    { name: en(words.database), value: en(database.compared ? words.databaseCompared : words.databaseNot) },
    {
      name: en(words.registers),
      value:
        registers.length === 0
          ? en(words.none)
          : en(words.registersAre, {
              kinds: registers.length,
              records: registers.reduce((sum, { records }) => sum + records, 0),
            }),
    },
    { name: en(words.auditTime), value: en(words.periodIs, { first: when(beganAt), last: when(endedAt) }) },
  ]
}

function signers({ keys, witnesses }: AuditReport): Fact[] {
  const ofKeys = keys.flatMap(({ key, fingerprint, lastSize, whyEnded }): Fact[] => {
    const ended = lastSize === null ? words.keyNever : words.keyEnded
    const state =
      whyEnded === null
        ? en(words.keyNow)
        : en(ended, { why: whyEnded, ...(lastSize === null ? {} : { size: lastSize }) })
    return [
      { name: en(words.key), value: state },
      { name: '', value: key, isCode: true },
      { name: '', value: `SHA-256 ${fingerprint}`, isCode: true },
    ]
  })
  const ofWitnesses = witnesses.flatMap(({ name, key, cosigned, lastSize, lastAt, compared }): Fact[] => {
    const signed =
      lastSize === null
        ? en(words.witnessSilent)
        : en(words.witnessSigned, { count: cosigned, size: lastSize, at: when(lastAt) })
    const memory = compared === null ? '' : `; ${en(words.witnessCompared, { count: compared })}`
    return [
      { name: en(words.witness), value: `${name}: ${signed}${memory}` },
      { name: '', value: key, isCode: true },
    ]
  })
  return [...ofKeys, ...ofWitnesses]
}

function findingFacts({ at, leaf, expected, found, act, code }: ReportedFinding): Fact[] {
  const facts: Fact[] = [{ name: en(words.where), value: at }]
  if (leaf !== null && at !== `entry ${leaf}`) facts.push({ name: en(words.entryNumber), value: number(leaf) })
  if (act !== null) {
    const { id, role, office } = act.actor
    const as = role === undefined ? '' : en(words.asOffice, { role, office: office ?? '' })
    const isOfRecord = code === 'record-changed' || code === 'record-deleted' || code === 'record-added'
    facts.push(
      {
        name: en(isOfRecord ? words.lastAct : words.theAct),
        value: en(words.actIs, { leaf: act.leaf, at: when(act.arrivedAt), words: act.words.en }),
      },
      { name: en(words.by), value: en(words.byIs, { kind: act.actor.kind, id, as }) },
    )
    if (act.approvalId !== undefined) facts.push({ name: en(words.underApproval), value: act.approvalId, isCode: true })
  }
  if (expected !== null || found !== null)
    facts.push(
      { name: en(words.mustBe), value: expected ?? en(words.absent), isCode: expected !== null },
      { name: en(words.is), value: found ?? en(words.absent), isCode: found !== null },
    )
  return facts
}

/** Everything that the layout shows, said. */
function dataOf(report: AuditReport, sha256: string) {
  const { findings, counts, ledger, figures, clock, notExamined } = report
  const count = counts.reduce((sum, each) => sum + each.count, 0)
  const of = (grade: string) =>
    counts
      .filter(({ code }) => findings.find((each) => each.code === code)?.grade === grade)
      .reduce((sum, each) => sum + each.count, 0)
  const verdict = report.isSound
    ? both(words.sound, { size: ledger.size })
    : both(words.unsound, { count, tampering: of('tampering'), procedure: of('procedure') })
  const methods = ['method1', 'method2', 'method3', 'method4', 'method5', 'method6', 'method7'] as const
  const minutes = { tolerance: clock.toleranceMinutes, skew: clock.skewMinutes }
  const untold = counts.filter((each) => each.count > each.told)
  return {
    words: Object.fromEntries(
      (
        [
          'title',
          'summary',
          'examined',
          'signers',
          'method',
          'findings',
          'notExamined',
          'figures',
          'signature',
          'system',
          'act',
          'count',
          'signText',
          'name',
          'date',
          'sign',
          'sha256',
          'page',
          'nothingFound',
          'record',
          'records',
        ] as const
      ).map((key) => [key, both(words[key])]),
    ),
    origin: ledger.origin,
    madeAt: when(report.endedAt),
    isSound: report.isSound,
    verdict,
    examined: examined(report),
    signers: signers(report),
    noWitness: report.witnesses.length === 0 ? en(words.noWitness) : null,
    method: methods.map((key) => en(words[key], key === 'method5' ? minutes : undefined)),
    findings: findings.map((finding) => ({
      number: finding.number,
      grade: en(words[finding.grade]),
      isTampering: finding.grade === 'tampering',
      title: finding.title.en,
      sentence: finding.sentence.en,
      facts: findingFacts(finding),
    })),
    more: untold.map(({ title, count: all, told }) => en(words.more, { title: title.en, more: all - told })),
    notExamined: notExamined.length === 0 ? [en(words.everythingExamined)] : notExamined.map((text) => text.en),
    figures: [
      { name: en(words.entries), value: number(figures.entries) },
      { name: en(words.corrections), value: number(figures.corrections) },
      { name: en(words.approvals), value: number(figures.approvals) },
      { name: en(words.fingerprinted), value: number(figures.records) },
    ],
    acts: figures.bySystemAndAct.map(({ system, act, count: n }) => ({ system, act, count: number(n) })),
    registers: report.registers.map(({ kind, records }) => ({ name: kind, value: number(records) })),
    urdu: {
      verdict: verdict.ur,
      facts: [
        { name: words.ledger.ur, value: ledger.origin },
        { name: words.entries.ur, value: formatNumber('ur', ledger.size) },
        {
          name: words.auditTime.ur,
          value: formatInstant('ur', new Date(report.endedAt)),
        },
      ],
      findings: findings.slice(0, 12).map((finding) => `${finding.title.ur}: ${finding.sentence.ur}`),
      notExamined: notExamined.map((text) => text.ur),
    },
    sha256,
  }
}

/** The auditor's report on paper: English with a summary in Urdu, PDF/A. `json` is the report as `encodeReport` gave it. */
export async function reportDocument(report: AuditReport, json: Buffer): Promise<Buffer> {
  const layout = await readFile(new URL('./report.typ', import.meta.url), 'utf8')
  const sha256 = createHash('sha256').update(json).digest('hex')
  return typeset({ layout, data: dataOf(report, sha256), madeAt: new Date(report.endedAt) })
}
