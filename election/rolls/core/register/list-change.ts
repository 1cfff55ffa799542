import { catalogue, say, type Language } from '@intikhab/kernel/language'
import type { BlockCode } from '@intikhab/delimitation'
import type { ChangeKind } from './change.ts'
import type { PastAction } from './past-action.ts'
import { tellAction, voterFields } from './told-actions.ts'
import { isEnrolled, type EnrolledVoter, type Voter } from './voter.ts'

/** What becomes of an entry in the lists of an electoral area. */
export const listChanges = ['added', 'left', 'corrected'] as const

/** Somebody who came onto the lists of an area, left them, or stands there otherwise than before. */
export interface ListChange {
  readonly change: (typeof listChanges)[number]
  readonly at: Date
  /** The entry as it is afterwards; of somebody who left, as it was. */
  readonly voter: EnrolledVoter
  /** What did it; null for who came with a load of the register. */
  readonly action: PastAction | null
}

/** Kinds that are noted of a voter and leave the entry as it is. */
const onlyNoted: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['objected', 'postal-ballot-issued'])

/** What an action made of the lists of an area; undefined where it left them as they were. */
export function listChangeOf(action: PastAction, block: BlockCode): ListChange | undefined {
  const [before, after] = [standing(action.before, block), standing(action.after, block)]
  const at = action.actedAt
  if (after !== undefined) {
    if (before === undefined) return { change: 'added', at, voter: after, action }
    return onlyNoted.has(action.kind) ? undefined : { change: 'corrected', at, voter: after, action }
  }
  return before === undefined ? undefined : { change: 'left', at, voter: before, action }
}

function standing(voter: Voter | null, block: BlockCode): EnrolledVoter | undefined {
  return voter !== null && isEnrolled(voter) && voter.entry.block === block ? voter : undefined
}

const words = catalogue({
  loaded: {
    en: 'Came into the register with a load of the civil registry.',
    ur: 'شہری رجسٹری کی فائل کے ساتھ رجسٹر میں درج ہوا۔',
  },
  difference: { en: '{field}: {before} → {after}', ur: '{field}: {before} ← {after}' },
})

/** A change in words: a sentence, and for a correction what was and what is. */
export function tellListChange({ change, action }: Pick<ListChange, 'change' | 'action'>, language: Language): string {
  if (action === null) return say(language, words.loaded)
  const { sentence, differences } = tellAction(action, language)
  if (change !== 'corrected') return sentence
  const told = differences.map(({ field, before, after }) =>
    say(language, words.difference, {
      field: voterFields[field][language],
      before: before ?? '–',
      after: after ?? '–',
    }),
  )
  return [sentence, ...told].join(' ')
}
