import type { ChangedFile } from '@intikhab/kernel/editions'
import { accept, type Outcome } from '@intikhab/kernel/refusal'
import type { RollId } from '../../core/identifiers.ts'
import type { Rolls } from '../register/rolls.ts'
import { statisticsFiles, type RollPublication } from './statistics-files.ts'

/** Series of the public statistics of a roll. */
export const rollSeries = (id: RollId) => `rolls-${id}`

/** The files of the next edition of `rolls-<id>`: the statistics as JSON and CSV, from one snapshot. Refuses `unknown-roll`. */
export async function rollFiles(
  rolls: Rolls,
  id: RollId,
  publication: RollPublication,
): Promise<Outcome<readonly ChangedFile[]>> {
  const roll = await rolls.getRoll(id)
  if (!roll.ok) return roll
  return accept(await rolls.snapshot((store) => statisticsFiles(store, roll.value, publication)))
}
