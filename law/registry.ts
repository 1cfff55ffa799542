import { electionsAct2017In2018 } from './packs/elections-act-2017-2018.ts'
import { electionsAct2017In2023 } from './packs/elections-act-2017-2023-08.ts'
import type { RulePack, RulePackId } from './rule-pack.ts'

const act = { en: 'Elections Act 2017', ur: 'الیکشنز ایکٹ 2017' }

/** Every rule pack of the house, oldest law first. */
export const rulePacks: readonly RulePack[] = [
  {
    id: 'elections-act-2017@2018' as RulePackId,
    name: { en: 'Elections Act 2017, as in July 2018', ur: 'الیکشنز ایکٹ 2017، جولائی 2018 کی صورت میں' },
    act,
    values: electionsAct2017In2018,
  },
  {
    id: 'elections-act-2017@2023-08' as RulePackId,
    name: {
      en: 'Elections Act 2017, as amended to August 2023',
      ur: 'الیکشنز ایکٹ 2017، اگست 2023 تک کی ترامیم کے ساتھ',
    },
    act,
    values: electionsAct2017In2023,
  },
]

/** The identifier of a pack that exists; undefined for any other text. */
export function parseRulePackId(text: string): RulePackId | undefined {
  return findRulePack(text)?.id
}

/** The pack of that name, if there is one. */
export function findRulePack(id: string): RulePack | undefined {
  return rulePacks.find((pack) => pack.id === id)
}

/** The pack of a parsed identifier. @throws RangeError when it is none of ours, which is a bug. */
export function getRulePack(id: RulePackId): RulePack {
  const pack = findRulePack(id)
  if (!pack) throw new RangeError(`no such rule pack: ${id}`)
  return pack
}
