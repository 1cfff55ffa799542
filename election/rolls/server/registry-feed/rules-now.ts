import { findRulePack, karachiDate } from '@intikhab/law'
import type { TakeInRules } from '../../core/registry-feed/take-in.ts'
import { freezeAt, freezesInForce, latestBirth } from '../../core/register/roll.ts'
import type { RollsStore } from '../register/store.ts'

/** The rules as they are at an instant. */
export interface RulesNow extends TakeInRules {
  /** Every roll is frozen (s.39(1)): since when. */
  readonly frozenSince: Date | undefined
  /** Blocks of constituencies in which a by-election freezes the roll (s.39(2)). */
  readonly frozenBlocks: readonly string[]
  readonly qualifyingDate: string
}

/** Reads what is frozen and who is 18 in time. */
export async function readRules(
  store: Pick<RollsStore, 'listRolls' | 'listFreezes'>,
  fixed: Pick<TakeInRules, 'isArea' | 'deaths'>,
  at: Date,
): Promise<RulesNow> {
  const rolls = await store.listRolls()
  const freezes = freezesInForce(rolls, await store.listFreezes(), findRulePack, at)
  const today = karachiDate(at)
  const qualifyingDate = rolls[0]?.qualifyingDate ?? today
  return {
    today,
    qualifyingDate,
    latestBirth: latestBirth(rolls, today),
    ...fixed,
    isFrozen: (block) => freezeAt(freezes, block) !== undefined,
    frozenSince: freezeAt(freezes)?.from,
    frozenBlocks: freezes.flatMap(({ blocks }) => (blocks === 'everywhere' ? [] : Array.from(blocks))),
  }
}
