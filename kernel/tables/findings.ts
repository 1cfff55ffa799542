/** Findings and problems alone, without a file system: what `core/` and a browser may import. */
import { say, type MessageValue, type Text } from '@intikhab/kernel/language'
import type { FileFacts } from './bytes.ts'

export { problemKinds, ProblemList, type Problem, type ProblemKind, type ProblemReport } from './problems.ts'

/** One place where a finding holds. Findings are imported as they stand: they tell, they never repair. */
export interface FindingCase {
  /** What it is about: a station, a seat, a tehsil. */
  readonly subject: string
  /** Lines of the file that show it; empty where it is about something that is not in the file. */
  readonly lines: readonly number[]
  readonly figures: Readonly<Record<string, string | number>>
}

/** Something about the content of a file that a person should know: how often, where, with which figures. */
export interface Finding {
  readonly code: string
  readonly en: string
  readonly ur: string
  /** How many cases there are, listed or not. */
  readonly count: number
  readonly cases: readonly FindingCase[]
}

/** What an importer says of files it has taken in. JSON through and through. */
export interface ImportReport {
  readonly files: readonly (FileFacts & { readonly rows: number })[]
  readonly totals: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
}

const listedCases = 1000

/** Collects the findings of an import under the texts of its catalogue; a text may name `{count}`. */
export class FindingList<K extends string> {
  readonly #system: string
  readonly #texts: Readonly<Record<K, Text>>
  readonly #cases = new Map<K, FindingCase[]>()
  readonly #counts = new Map<K, number>()

  constructor(system: string, texts: Readonly<Record<K, Text>>) {
    this.#system = system
    this.#texts = texts
  }

  /** Adds one case. The first thousand of a kind are listed, all are counted. */
  add(kind: K, subject: string, lines: readonly number[], figures: FindingCase['figures'] = {}): void {
    const count = this.#counts.get(kind) ?? 0
    this.#counts.set(kind, count + 1)
    if (count >= listedCases) return
    const cases = this.#cases.get(kind)
    if (cases === undefined) this.#cases.set(kind, [{ subject, lines, figures }])
    else cases.push({ subject, lines, figures })
  }

  /** The findings in the order of the catalogue, without those that never held. `values` fill further placeholders. */
  list(values: Readonly<Record<string, MessageValue>> = {}): Finding[] {
    const findings: Finding[] = []
    for (const kind of Object.keys(this.#texts) as K[]) {
      const count = this.#counts.get(kind) ?? 0
      if (count === 0) continue
      const filled = { ...values, count }
      findings.push({
        code: `${this.#system}.${kind}`,
        en: say('en', this.#texts[kind], filled),
        ur: say('ur', this.#texts[kind], filled),
        count,
        cases: this.#cases.get(kind) ?? [],
      })
    }
    return findings
  }
}
