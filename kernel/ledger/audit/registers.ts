import type { LedgerAct } from '../act.ts'
import type { AuditedRecords } from '../audited.ts'
import type { Finding } from './findings.ts'
import type { RecordTable } from './record-table.ts'

/** One register that was read, and how many records it holds. */
export interface RegisterRead {
  readonly kind: string
  readonly records: number
}

export interface RegisterComparison {
  readonly read: readonly RegisterRead[]
  /** Differences, not yet freed from those that newer acts explain. */
  readonly differences: readonly Finding[]
}

/** Differences kept; a register that is wrong throughout needs no longer list. */
const most = 200_000

/**
 * Reads every register and holds each record against the ledger's last word. What is missing is found afterwards: the
 * records of the examined kinds that should be there and were not met.
 */
export async function compareRegisters(
  audited: readonly AuditedRecords[],
  records: RecordTable,
  readEntry: (leaf: number) => Promise<LedgerAct | undefined>,
  onProgress: (done: number) => void,
): Promise<RegisterComparison> {
  const differences: Finding[] = []
  const read: RegisterRead[] = []
  const kinds = new Set(audited.map(({ kind }) => kind))
  let done = 0

  function differ(finding: Finding): void {
    if (differences.length < most) differences.push(finding)
  }

  for (const register of audited) {
    let count = 0
    for await (const { record, hash } of register.read()) {
      count++
      if (++done % 10_000 === 0) onProgress(done)
      const last = records.find(record)
      records.meet(record)
      if (last?.after === hash) continue
      const wasRemoved = last === undefined ? 'no' : 'yes'
      const expected = last?.after ?? null
      const base = { at: record, expected, found: hash, ...(last === undefined ? {} : { leaf: last.leaf }) }
      differ(
        expected === null
          ? { code: 'record-added', values: { record, wasRemoved }, ...base }
          : { code: 'record-changed', values: { record }, ...base },
      )
    }
    read.push({ kind: register.kind, records: count })
  }

  for (const leaf of records.unmet(kinds)) {
    const act = await readEntry(leaf)
    const named = new Set((act?.changes ?? []).map(({ record }) => record))
    for (const record of named) {
      const last = records.find(record)
      if (last?.leaf !== leaf || last.after === null || records.isMet(record)) continue
      if (!kinds.has(record.slice(0, record.indexOf(':')))) continue
      differ({ code: 'record-deleted', values: { record }, at: record, leaf, expected: last.after, found: null })
    }
  }
  onProgress(done)
  return { read, differences }
}

/** The differences that acts since the replay do not explain: a running commission goes on acting meanwhile. */
export function unexplained(differences: readonly Finding[], newer: readonly LedgerAct[]): Finding[] {
  const changed = new Set(newer.flatMap(({ changes }) => (changes ?? []).map(({ record }) => record)))
  return differences.filter(({ at }) => !changed.has(at))
}
