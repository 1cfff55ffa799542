import type { Database } from '@intikhab/kernel/database'
import { editionAct, publishEdition, type EditionStore, type SignedManifest } from '@intikhab/kernel/editions'
import type { Ledger, Signer } from '@intikhab/kernel/ledger'
import { accept, type Outcome } from '@intikhab/kernel/refusal'
import { findRulePack } from '@intikhab/law'
import type { RollId } from '../core/identifiers.ts'
import { freezeOf } from '../core/roll.ts'
import { buildLookUpPack, type PackFile, type PackSources } from './look-up-builder.ts'
import type { PackSecret } from './pack-secret.ts'
import type { Rolls } from './rolls.ts'
import { rollFiles } from './statistics-files.ts'

/** Where editions of the rolls go. */
export interface RollPublisher {
  readonly database: Database
  readonly rolls: Rolls
  readonly editions: EditionStore
  readonly signer: Signer
  readonly ledger?: Pick<Ledger, 'append' | 'latest'>
  readonly now: () => Date
}

/** Series of the public statistics of a roll. */
export const rollSeries = (id: RollId) => `rolls-${id}`

/** Series of the look-up pack of a roll. It must not be served: with its secret it tells where everybody votes. */
export const enquirySeries = (id: RollId) => `enquiry-${id}`

async function publish(
  publisher: RollPublisher,
  series: string,
  id: RollId,
  files: PackFile[],
): Promise<SignedManifest> {
  const { editions, signer, ledger, database, now } = publisher
  const latest = ledger?.latest()
  const made = await publishEdition({
    store: editions,
    signer,
    series,
    madeAt: now().toISOString(),
    subject: { roll: id },
    ledger: latest === undefined ? null : { size: latest.size, root: latest.root },
    changed: files,
    unchanged: [],
  })
  if (ledger !== undefined)
    await database.transaction((tx) => ledger.append(tx, [editionAct(made.manifest, made.sha256)]))
  return made
}

/** Publishes the statistics of a roll as an edition of `rolls-<id>`. Refuses `unknown-roll`. */
export async function publishRoll(
  publisher: RollPublisher,
  id: RollId,
  about: { readonly stations: number | null },
): Promise<Outcome<SignedManifest>> {
  const roll = await publisher.rolls.getRoll(id)
  if (!roll.ok) return roll
  const { files } = await publisher.rolls.snapshot((store) =>
    rollFiles(store, roll.value, publisher.now(), about.stations),
  )
  return accept(await publish(publisher, rollSeries(id), id, files))
}

/**
 * Builds the look-up pack of a roll and publishes it as an edition of `enquiry-<id>`; whether the rolls are frozen
 * follows from the roll's law. Refuses `unknown-roll`, `voters-without-a-place`.
 */
export async function publishEnquiry(
  publisher: RollPublisher,
  id: RollId,
  secret: PackSecret,
  sources: Omit<PackSources, 'rollId' | 'frozen'>,
): Promise<Outcome<SignedManifest>> {
  const roll = await publisher.rolls.getRoll(id)
  if (!roll.ok) return roll
  const pack = findRulePack(roll.value.rulePack)
  const freeze = pack === undefined ? undefined : freezeOf(roll.value, pack)
  const until = freeze?.until ?? null
  const frozen =
    freeze === undefined
      ? null
      : { from: freeze.from.toISOString(), until: until === null ? null : until.toISOString(), section: freeze.section }
  const built = await publisher.rolls.snapshot((store) =>
    buildLookUpPack(store, secret, { ...sources, rollId: id, frozen }),
  )
  return built.ok ? accept(await publish(publisher, enquirySeries(id), id, built.value.files)) : built
}
