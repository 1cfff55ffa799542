import { parseAct, type LedgerAct } from '../act.ts'
import { createClockCheck, type WitnessedAt } from './clock.ts'
import type { ActAt, Finding, Findings } from './findings.ts'
import { createOfficesHeld } from './offices.ts'
import { createRecordTable, type RecordTable } from './record-table.ts'

/** What the entries come to besides their findings. */
export interface ActFigures {
  /** Entries by `system/act`. */
  readonly bySystemAndAct: ReadonlyMap<string, number>
  readonly approvals: number
  readonly corrections: number
  /** Kinds of records that acts changed. */
  readonly kinds: ReadonlySet<string>
  readonly firstArrivedAt: string | undefined
  readonly lastArrivedAt: string | undefined
}

/** Looks at every act in its order. */
export interface ActsCheck {
  readonly records: RecordTable
  entry(leaf: number, bytes: Buffer | undefined): void
  /** Closes the books: what can only be said at the end becomes findings, too. */
  end(): ActFigures
}

export interface ActsCheckOptions {
  readonly findings: Findings
  readonly witnessed: readonly WitnessedAt[]
  readonly tolerance: number
  readonly skew: number
  /** Acts that take two people, as `system/act`. */
  readonly weighty: ReadonlySet<string>
  /** Acts that set something right, as `system/act`. */
  readonly corrections: ReadonlySet<string>
  /** An act of the ledger as a person reads it. */
  actAt(leaf: number, act: LedgerAct): ActAt
}

/** Whether something that was parsed as JSON can be an act; entries are our own, but the one that is not must be named. */
function readAct(bytes: Buffer): LedgerAct | undefined {
  try {
    const act = parseAct(bytes)
    const isAct = typeof act.system === 'string' && typeof act.act === 'string' && typeof act.arrivedAt === 'string'
    return isAct && typeof act.actor?.kind === 'string' ? act : undefined
  } catch {
    return undefined
  }
}

/** What is wrong with how an act was approved. */
function* approvalFindings(leaf: number, act: LedgerAct, isWeighty: boolean): Generator<Finding> {
  const { approval } = act
  const base = { at: `entry ${leaf}`, leaf } as const
  if (approval === undefined) {
    // What the program does by itself, as it fills the demonstration, is nobody's to approve.
    if (isWeighty && act.actor.kind === 'account') yield { code: 'approval-missing', values: { leaf }, ...base }
    return
  }
  const { proposedBy, approvedBy } = approval
  if (proposedBy.id === approvedBy.id)
    yield { code: 'approved-by-proposer', values: { leaf, account: approvedBy.id }, ...base }
  else if (proposedBy.device !== undefined && proposedBy.device === approvedBy.device)
    yield { code: 'approved-at-same-device', values: { leaf, device: proposedBy.device }, ...base }
}

export function createActsCheck(options: ActsCheckOptions): ActsCheck {
  const { findings, weighty, corrections } = options
  const clock = createClockCheck(options.witnessed, options)
  const offices = createOfficesHeld()
  const records = createRecordTable()
  const counts = new Map<string, number>()
  const kinds = new Set<string>()
  let [approvals, corrected] = [0, 0]
  let [first, last]: (string | undefined)[] = []

  function add(finding: Finding, leaf: number, act: LedgerAct): void {
    if (!findings.hasRoom(finding.code)) return findings.add(finding)
    const named = { act: `${act.system}/${act.act}`, subject: act.subject, ...finding.values }
    findings.add({ ...finding, values: named, act: options.actAt(leaf, act) })
  }

  function followRecords(leaf: number, act: LedgerAct): void {
    for (const { record, before, after } of act.changes ?? []) {
      kinds.add(record.slice(0, record.indexOf(':')))
      const known = records.find(record)
      if ((known?.after ?? null) !== before)
        add(
          {
            code: 'record-changed-between',
            values: { leaf, record, before: known?.leaf ?? 0, known: known === undefined ? 'no' : 'yes' },
            at: record,
            leaf,
            expected: known?.after ?? null,
            found: before,
          },
          leaf,
          act,
        )
      records.set(record, { after, leaf })
    }
  }

  return {
    records,
    entry(leaf, bytes) {
      if (bytes === undefined) return
      const act = readAct(bytes)
      if (act === undefined) {
        findings.add({ code: 'entry-unreadable', values: { leaf }, at: `entry ${leaf}`, leaf })
        return
      }
      const name = `${act.system}/${act.act}`
      counts.set(name, (counts.get(name) ?? 0) + 1)
      if (act.approval !== undefined) approvals++
      if (corrections.has(name)) corrected++
      first ??= act.arrivedAt
      last = act.arrivedAt
      clock.entry(leaf, act.arrivedAt)
      followRecords(leaf, act)
      for (const finding of approvalFindings(leaf, act, weighty.has(name))) add(finding, leaf, act)
      if (!offices.holds(act.actor)) {
        const { id: account, role, office } = act.actor
        const values = { leaf, account, office: `${role} ${office}` }
        add({ code: 'office-not-held', values, at: `entry ${leaf}`, leaf }, leaf, act)
      }
      offices.follow(act)
    },
    end() {
      const { steps, ahead } = clock.end()
      for (const step of steps) {
        const { fromLeaf, untilLeaf, knownFrom } = step
        findings.add({
          code: 'clock-set-back',
          values: {
            from: fromLeaf,
            until: untilLeaf ?? 0,
            ends: untilLeaf === null ? 'no' : 'yes',
            firstAt: new Date(step.firstAt),
            knownAt: new Date(step.knownAt),
            known: 'witness' in knownFrom ? 'witness' : 'entry',
            witness: 'witness' in knownFrom ? knownFrom.witness : '',
            knownLeaf: 'leaf' in knownFrom ? knownFrom.leaf : 0,
            minutes: Math.round(step.behind / 60_000),
          },
          at: `entries ${fromLeaf} to ${untilLeaf === null ? 'the last' : untilLeaf - 1}`,
          leaf: fromLeaf,
        })
      }
      for (const { leaf, witness, witnessedAt, entryAt } of ahead)
        findings.add({
          code: 'clock-ahead',
          values: { leaf, witness, at: new Date(witnessedAt), entryAt: new Date(entryAt) },
          at: `entry ${leaf}`,
          leaf,
        })
      return {
        bySystemAndAct: counts,
        approvals,
        corrections: corrected,
        kinds,
        firstArrivedAt: first,
        lastArrivedAt: last,
      }
    },
  }
}
