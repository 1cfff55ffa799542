/** How somebody came to be found, in the order of how sure that is. */
export type HowFound = 'exact' | 'same' | 'reordered' | 'part' | 'near'

/** The least closeness of each kind (`core/names/rank-names.ts`): writing that is more alike adds less than a tenth. */
const least = [
  ['exact', 1],
  ['same', 0.85],
  ['reordered', 0.7],
  ['part', 0.55],
] as const

/** The kind of agreement that a closeness stands for. */
export function howFound(closeness: number): HowFound {
  return least.find(([, from]) => closeness >= from)?.[0] ?? 'near'
}
