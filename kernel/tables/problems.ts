import { catalogue, say, type MessageValue, type Text } from '@intikhab/kernel/language'

/** One way in which a file can be unusable. A text may name `{field}`, `{found}` and the kind's own figures. */
export interface ProblemKind {
  /** Stable for ever, e.g. `tables.wrong-encoding`. */
  readonly code: string
  readonly text: Text
}

/** One fault of one file, ready to be shown and to be sent as JSON. */
export interface Problem {
  readonly file: string
  /** Counted from 1, the heading included; 0 where the file as a whole is at fault. */
  readonly line: number
  /** The column, or null where the line as a whole is at fault. */
  readonly field: string | null
  readonly code: string
  readonly en: string
  readonly ur: string
  /** What stood there, cut to 80 characters. */
  readonly found: string | null
}

/** Why a file was refused: the first problems in full, and all of them counted. */
export interface ProblemReport {
  readonly problems: readonly Problem[]
  readonly count: number
  readonly byCode: Readonly<Record<string, number>>
}

/** Where a problem was seen. `values` fill the further placeholders of its text. */
export interface ProblemPlace {
  readonly file: string
  readonly line?: number
  readonly field?: string
  readonly found?: string
  readonly values?: Readonly<Record<string, MessageValue>>
}

/** Makes a list of problem kinds: keys become the last part of the code, `system.key`. */
export function problemKinds<K extends string>(
  system: string,
  texts: Readonly<Record<K, Text>>,
): Readonly<Record<K, ProblemKind>> {
  const made = {} as Record<K, ProblemKind>
  for (const [key, text] of Object.entries<Text>(catalogue(texts))) made[key as K] = { code: `${system}.${key}`, text }
  return made
}

const listed = 100
const shown = 80

/** Collects the problems of a reading; keeps the first hundred in full so that a hopeless file stays cheap to refuse. */
export class ProblemList {
  readonly #problems: Problem[] = []
  readonly #byCode = new Map<string, number>()
  #count = 0

  add(kind: ProblemKind, place: ProblemPlace): void {
    this.#count++
    this.#byCode.set(kind.code, (this.#byCode.get(kind.code) ?? 0) + 1)
    if (this.#problems.length >= listed) return
    const found = place.found === undefined ? null : shorten(place.found)
    const values = { field: place.field ?? '', found: found ?? '', ...place.values }
    this.#problems.push({
      file: place.file,
      line: place.line ?? 0,
      field: place.field ?? null,
      code: kind.code,
      en: say('en', kind.text, values),
      ur: say('ur', kind.text, values),
      found,
    })
  }

  get count(): number {
    return this.#count
  }

  report(): ProblemReport {
    return { problems: [...this.#problems], count: this.#count, byCode: Object.fromEntries(this.#byCode) }
  }
}

function shorten(text: string): string {
  return text.length <= shown ? text : `${text.slice(0, shown - 1)}…`
}
