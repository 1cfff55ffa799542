import { findRulePack } from '@intikhab/law'
import { freezesOf, getPack, type PlacedFreeze } from '../../core/register/roll.ts'
import type { Rolls } from '../register/rolls.ts'

/** Every freeze of every roll, over or to come: a clock that stood still has to be told from one that ran. */
export async function listFreezes({ store }: Pick<Rolls, 'store'>): Promise<readonly PlacedFreeze[]> {
  const [rolls, orders] = [await store.listRolls(), await store.listFreezes()]
  return rolls.flatMap((roll) => freezesOf(roll, orders, getPack(roll, findRulePack)))
}

/** The blocks of which there is, was or will be a freeze besides those that hold everywhere. */
export function seatBlocks(placed: readonly PlacedFreeze[]): readonly string[] {
  return [...new Set(placed.flatMap(({ blocks }) => (blocks === 'everywhere' ? [] : [...blocks])))]
}
