import type { MessageValue } from '@intikhab/kernel/language'
import type { ProblemKind } from './problems.ts'
import { tableProblems } from './table-problems.ts'

/** What a field parser answers when the text is not a value: the kind of problem and the figures of its text. */
export class FieldFault {
  readonly kind: ProblemKind
  readonly values: Readonly<Record<string, MessageValue>>
  constructor(kind: ProblemKind, values: Readonly<Record<string, MessageValue>> = {}) {
    this.kind = kind
    this.values = values
  }
}

/** Turns the text of one field into its value, or says what is wrong with it. */
export interface Field<T> {
  parse(text: string): T | FieldFault
}

const control = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u
const plain = /^[\x20-\x7e]*$/

const empty = new FieldFault(tableProblems['empty-field'])
const controlCharacter = new FieldFault(tableProblems['control-character'])
const notANumber = new FieldFault(tableProblems['not-a-number'])
const notWhole = new FieldFault(tableProblems['not-whole'])
const negative = new FieldFault(tableProblems['negative'])

/** Text of at most `limit` characters in NFC, with no control or direction-override character; empty unless `mayBeEmpty`. */
export function text({ limit = 200, mayBeEmpty = false } = {}): Field<string> {
  const tooLong = new FieldFault(tableProblems['text-too-long'], { limit })
  return {
    parse(found) {
      if (found === '') return mayBeEmpty ? '' : empty
      if (found.length > limit) return tooLong
      if (plain.test(found)) return found
      return control.test(found) ? controlCharacter : found.normalize('NFC')
    },
  }
}

/** A whole number from `least` (0) to `most`, in Western digits without sign or separator. */
export function wholeNumber({ least = 0, most = 2_147_483_647 } = {}): Field<number> {
  const outOfRange = new FieldFault(tableProblems['out-of-range'], { least, most })
  return {
    parse(found) {
      if (found === '') return empty
      if (!/^\d{1,15}$/.test(found)) return numberFault(found)
      const value = Number(found)
      return value < least || value > most ? outOfRange : value
    },
  }
}

function numberFault(found: string): FieldFault {
  if (/^-\d+(\.\d+)?$/.test(found)) return negative
  return /^\+?\d+(\.\d*)?$/.test(found) ? notWhole : notANumber
}

/** A decimal number from `least` to `most`: a coordinate, a ratio. */
export function decimal({ least, most }: { least: number; most: number }): Field<number> {
  const outOfRange = new FieldFault(tableProblems['out-of-range'], { least, most })
  return {
    parse(found) {
      if (found === '') return empty
      if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(found)) return notANumber
      const value = Number(found)
      return value < least || value > most ? outOfRange : value
    },
  }
}

/** Text of a fixed shape, e.g. a nine-digit block code; `example` is shown to whoever wrote something else. */
export function shape(pattern: RegExp, example: string): Field<string> {
  const wrong = new FieldFault(tableProblems['wrong-shape'], { example })
  return { parse: (found) => (found === '' ? empty : pattern.test(found) ? found : wrong) }
}

/** One of a closed list of texts. */
export function choice<const T extends string>(choices: readonly T[]): Field<T> {
  const wrong = new FieldFault(tableProblems['not-a-choice'], { choices: choices.join(', ') })
  return { parse: (found) => (found === '' ? empty : (choices.find((one) => one === found) ?? wrong)) }
}

/** A day of the calendar as `2018-07-25`. */
export function day(): Field<string> {
  const wrong = new FieldFault(tableProblems['not-a-day'])
  return {
    parse(found) {
      if (found === '') return empty
      const at = /^\d{4}-\d{2}-\d{2}$/.test(found) ? Date.parse(`${found}T00:00:00Z`) : Number.NaN
      return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== found ? wrong : found
    },
  }
}

/** The same field, or null where the file leaves it empty. */
export function optional<T>(field: Field<T>): Field<T | null> {
  return { parse: (found) => (found === '' ? null : field.parse(found)) }
}
