import { mistypings, nameAgreement, type NameForm } from './name-agreement.ts'
import { foldName } from './word-sound.ts'

/** A name in the two scripts of the register; the Latin one may be empty. */
export interface WrittenName {
  readonly ur: string
  readonly en: string
}

/**
 * How close a name of the register comes to one that was typed, from 1 (written the same, in either script) to 0. Names
 * that sound the same follow, the closer in writing the higher; then the same words in another order, a word more or
 * less, and a slip or two.
 */
export function closeness(typed: string, typedForm: NameForm, name: WrittenName, form: NameForm): number {
  const wanted = foldName(typed)
  const written = [foldName(name.ur), foldName(name.en)]
  if (written.includes(wanted)) return 1
  const slips = Math.min(...written.map((each) => mistypings(wanted, each, 6)))
  // Of two that sound the same, that which is written more alike.
  const alike = 0.1 * (1 - Math.min(slips, 6) / 6)
  return agreed[nameAgreement(typedForm, form)] + alike
}

const agreed = { same: 0.85, reordered: 0.7, part: 0.55, near: 0.45, other: 0 } as const
