import type { ChangedFile } from '@intikhab/kernel/editions'
import { accept, type Outcome } from '@intikhab/kernel/refusal'
import { findRulePack, type RollFreeze } from '@intikhab/law'
import type { RollId } from '../core/identifiers.ts'
import { freezeOf, type Roll } from '../core/register/roll.ts'
import { buildLookUpPack, type PackSources } from './look-up-builder.ts'
import type { PackSecret } from './pack-secret.ts'
import type { Rolls } from './register/rolls.ts'
import { statisticsFiles } from './statistics-files.ts'

/** Series of the public statistics of a roll. */
export const rollSeries = (id: RollId) => `rolls-${id}`

/** Series of the look-up pack of a roll. It must not be served: with its secret it tells where everybody votes. */
export const enquirySeries = (id: RollId) => `enquiry-${id}`

/** The files of the next edition of `rolls-<id>`: the statistics as JSON and CSV, from one snapshot. Refuses `unknown-roll`. */
export async function rollFiles(
  rolls: Rolls,
  id: RollId,
  about: { readonly asOf: Date; readonly stations: number | null },
): Promise<Outcome<readonly ChangedFile[]>> {
  const roll = await rolls.getRoll(id)
  if (!roll.ok) return roll
  return accept(await rolls.snapshot((store) => statisticsFiles(store, roll.value, about.asOf, about.stations)))
}

function freezeFor(roll: Roll): RollFreeze | undefined {
  const pack = findRulePack(roll.rulePack)
  return pack === undefined ? undefined : freezeOf(roll, pack)
}

/**
 * The files of the next edition of `enquiry-<id>`: the look-up pack. When the rolls are frozen follows from the roll's
 * law. Refuses `unknown-roll`, `voters-without-a-place`.
 */
export async function enquiryFiles(
  rolls: Rolls,
  id: RollId,
  secret: PackSecret,
  sources: Omit<PackSources, 'rollId' | 'frozen'>,
): Promise<Outcome<readonly ChangedFile[]>> {
  const roll = await rolls.getRoll(id)
  if (!roll.ok) return roll
  const freeze = freezeFor(roll.value)
  const frozen =
    freeze === undefined
      ? null
      : { from: freeze.from.toISOString(), until: freeze.until?.toISOString() ?? null, section: freeze.section }
  return rolls.snapshot((store) => buildLookUpPack(store, secret, { ...sources, rollId: id, frozen }))
}
