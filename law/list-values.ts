import { groupLabels, valueLabels } from './labels.ts'
import type { Unit, ValueLabel } from './labels.ts'
import type { BilingualText } from './legal-value.ts'
import type { AnyLegalValue, RulePack } from './rule-pack.ts'

/** One row of a page that shows a rule pack. */
export interface ListedValue extends AnyLegalValue {
  /** `group.name`, e.g. `recount.capNationalVotes`. */
  readonly path: string
  readonly group: BilingualText
  readonly label: BilingualText
  readonly unit: Unit
}

/** Every value of a pack with its labels, in the order of the pack's groups. */
export function listValues(pack: RulePack): readonly ListedValue[] {
  const labels: Readonly<Record<string, Readonly<Record<string, ValueLabel>>>> = valueLabels
  const groups = Object.entries(groupLabels) as [keyof typeof groupLabels, BilingualText][]
  return groups.flatMap(([group, groupLabel]) => {
    const values: Readonly<Record<string, AnyLegalValue>> = pack.values[group]
    return Object.entries(labels[group] ?? {}).flatMap(([name, { unit, en, ur }]) => {
      const value = values[name]
      return value ? [{ ...value, path: `${group}.${name}`, group: groupLabel, label: { en, ur }, unit }] : []
    })
  })
}
