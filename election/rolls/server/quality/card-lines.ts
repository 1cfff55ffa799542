import { copyRow } from '@intikhab/kernel/database'
import type { EnrolledVoter } from '../../core/register/voter.ts'
import { stateOf, type VoterStateRow } from '../register/voter-row.ts'

/** What a card consists of behind its CNIC, in the order of `cardColumns`. */
const columns = [
  'gender',
  'relation',
  'card',
  'status',
  'date_of_birth',
  'block',
  'household',
  'permanent_block',
  'temporary_block',
  'posting_block',
  'name_ur',
  'relation_name_ur',
  'permanent_ur',
] as const satisfies readonly (keyof VoterStateRow)[]

/** The cards on the roll, for COPY. */
export const cardsQuery = `select cnic, ${columns.join(', ')} from rolls.voter where block is not null`

/** A voter as that query writes it, for rolls that are in no database. */
export function cardLine(voter: EnrolledVoter): string {
  const state = stateOf(voter)
  return copyRow([voter.cnic, ...columns.map((column) => state[column])])
}
