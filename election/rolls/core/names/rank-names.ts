import { mistypings, nameAgreement, type NameForm } from './name-agreement.ts'
import { foldName } from './word-sound.ts'

/** A name in the two scripts of the register; the Latin one may be empty. */
export interface WrittenName {
  readonly ur: string
  readonly en: string
}

/**
 * How close a name of the register comes to one that was typed, from 1 (written the same, in either script) to 0. Names
 * that sound the same follow, and those a slip or two away, the closer in writing the higher; then the same words in another
 * order, and a word more or less.
 */
export function closeness(typed: string, typedForm: NameForm, name: WrittenName, form: NameForm): number {
  const wanted = foldName(typed)
  const written = [foldName(name.ur), foldName(name.en)]
  if (written.includes(wanted)) return 1
  const slips = Math.min(...written.map((each) => mistypings(wanted, each, 6)))
  const [least, most] = agreed[nameAgreement(typedForm, form)]
  return most - (most - least) * (Math.min(slips, 6) / 6)
}

/** From six slips in writing to none. One slip may hide a consonant: it then counts as much as many in the vowels. */
const agreed = {
  same: [0.7, 0.95],
  reordered: [0.65, 0.75],
  part: [0.5, 0.7],
  near: [0.5, 0.85],
  other: [0, 0],
} as const
