import { parseRollId, type RollId } from '@intikhab/rolls'

/** The roll of all steps, the seed of its people, and who acts upon it. */
export const rollId = parseRollId('national-2024') as RollId
export const seed = 'national-roll-of-2024'
export const by = { actor: { kind: 'system', id: 'bench' } } as const
