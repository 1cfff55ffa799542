import type { Random } from '../country/random.ts'

/** How often, of all stations, each thing goes wrong: shares from 0 to 1. */
export interface Faults {
  /** Sent after everybody else. */
  readonly late: number
  /** Sent again after it was acknowledged. */
  readonly twice: number
  /** Form-46 before Form-45. */
  readonly outOfOrder: number
  /** The connection dies: half of them midway, half after the form was sent and before the answer. */
  readonly deadConnection: number
  /** A row changed after the total was written. */
  readonly wrongArithmetic: number
  /** Form-46 in the envelope of a Form-45. */
  readonly form46InPlaceOf45: number
  /** The signature does not fit: a damaged bundle. */
  readonly wrongSignature: number
  /** The clock of the device is a day ahead. */
  readonly futureDate: number
}

export const noFaults: Faults = {
  late: 0,
  twice: 0,
  outOfOrder: 0,
  deadConnection: 0,
  wrongArithmetic: 0,
  form46InPlaceOf45: 0,
  wrongSignature: 0,
  futureDate: 0,
}

/** A bad night: every tenth station or so does something wrong. */
export const usualFaults: Faults = {
  late: 0.03,
  twice: 0.04,
  outOfOrder: 0.25,
  deadConnection: 0.02,
  wrongArithmetic: 0.01,
  form46InPlaceOf45: 0.01,
  wrongSignature: 0.003,
  futureDate: 0.003,
}

/** The same faults `times` as often, none above every time. */
export function scaledFaults(faults: Faults, times: number): Faults {
  const often = (share: number): number => Math.min(1, share * times)
  return {
    late: often(faults.late),
    twice: often(faults.twice),
    outOfOrder: often(faults.outOfOrder),
    deadConnection: often(faults.deadConnection),
    wrongArithmetic: often(faults.wrongArithmetic),
    form46InPlaceOf45: often(faults.form46InPlaceOf45),
    wrongSignature: often(faults.wrongSignature),
    futureDate: often(faults.futureDate),
  }
}

export type WrongForm = 'wrong-arithmetic' | 'form-46-in-place-of-45' | 'wrong-signature' | 'future-date'

/** One time that a station sends something. */
export interface Attempt {
  readonly form: '45' | '46'
  readonly as: 'right' | WrongForm
  readonly line: 'good' | 'cut-midway' | 'cut-before-answer'
}

/** What a station sends, in its order. */
export interface StationPlan {
  readonly late: boolean
  readonly attempts: readonly Attempt[]
}

const wrongForms: readonly (readonly [WrongForm, keyof Faults])[] = [
  ['wrong-arithmetic', 'wrongArithmetic'],
  ['form-46-in-place-of-45', 'form46InPlaceOf45'],
  ['wrong-signature', 'wrongSignature'],
  ['future-date', 'futureDate'],
]

/**
 * Draws what a station does. Whatever goes wrong, each of its forms is sent right over a good line in the end.
 * `accounts` false leaves Form-46 out.
 */
export function planStation(faults: Faults, accounts: boolean, random: Pick<Random, 'unit'>): StationPlan {
  const drawn = (share: number): boolean => random.unit() < share
  const good = (form: '45' | '46'): Attempt => ({ form, as: 'right', line: 'good' })
  const count: Attempt[] = []
  for (const [as, fault] of wrongForms) if (drawn(faults[fault])) count.push({ form: '45', as, line: 'good' })
  if (drawn(faults.deadConnection))
    count.push({ form: '45', as: 'right', line: drawn(0.5) ? 'cut-midway' : 'cut-before-answer' })
  count.push(good('45'))
  const account = accounts ? [good('46')] : []
  const attempts = drawn(faults.outOfOrder) ? [...account, ...count] : [...count, ...account]
  if (drawn(faults.twice)) attempts.push(good('45'))
  return { late: drawn(faults.late), attempts }
}
