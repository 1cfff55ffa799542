import { mistypings, nameAgreement, type NameAgreement, type NameForm } from './name-agreement.ts'
import { foldName } from './word-sound.ts'

/** A name in the two scripts of the register; the Latin one may be empty. */
export interface WrittenName {
  readonly ur: string
  readonly en: string
}

/** How a name comes to be shown for one that was typed: written so, in either script, or as `NameAgreement` says. */
type NameFound = 'exact' | Exclude<NameAgreement, 'other'>

/** A name that was found, and how close it comes, from 1 down to 0.5. */
export interface NameMatch {
  readonly how: NameFound
  readonly closeness: number
}

/**
 * How close a name of the register comes to one that was typed; undefined where it is another name. What is written so comes
 * first; names that sound the same follow, and those a slip or two away, the closer in writing the higher; then the same
 * words in another order, and a word more or less.
 */
export function matchName(
  typed: string,
  typedForm: NameForm,
  name: WrittenName,
  form: NameForm,
): NameMatch | undefined {
  const wanted = foldName(typed)
  const written = [foldName(name.ur), foldName(name.en)]
  if (written.includes(wanted)) return { how: 'exact', closeness: 1 }
  const how = nameAgreement(typedForm, form)
  if (how === 'other') return undefined
  const slips = Math.min(...written.map((each) => mistypings(wanted, each, 6)))
  const [least, most] = range[how]
  return { how, closeness: most - (most - least) * (Math.min(slips, 6) / 6) }
}

/** From six slips in writing to none. One slip may hide a consonant: it then counts as much as many in the vowels. */
const range = { same: [0.7, 0.95], reordered: [0.65, 0.75], part: [0.5, 0.7], near: [0.5, 0.85] } as const
