import { join } from 'node:path'
import type { Database } from '@intikhab/kernel/database'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { findRulePack } from '@intikhab/law'
import type { Kysely } from 'kysely'
import type { RollId } from '../../core/identifiers.ts'
import {
  makePackLists,
  type FreezeInBlocks,
  type ListSources,
  type PackLists,
} from '../../core/look-up/district-lists.ts'
import { shardCount, type PackDescription } from '../../core/look-up/pack-description.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { freezesOf, getPack } from '../../core/register/roll.ts'
import { readOnly, shareSnapshot, takeSnapshot } from '../register/shared-snapshot.ts'
import { createRollsStore } from '../register/store.ts'
import { fillShards, type FilledShards, type PackProgress } from './fill-shards.ts'
import { packFiles, type PackFiles } from './pack-files.ts'
import { secretCheckOf, type PackSecret } from './pack-secret.ts'
import { makePackFolder } from './workshop.ts'

/** What the pack takes from other systems. */
export interface PackSources extends Pick<ListSources, 'seats' | 'seatsOf' | 'stations'> {
  readonly scheme: PackDescription['scheme']
  readonly rollEdition: PackDescription['rollEdition']
  readonly helpline: string
  /** Code of a district, for a pack that knows its voters alone: for that district's laptops and kiosks. */
  readonly onlyDistrict?: string
}

/** What a pack is built with. */
export interface PackWorks {
  readonly database: Database
  readonly secret: PackSecret
  /** Folder for what is being built, on the file system of the editions. */
  readonly workshop: string
  /** A snapshot shared with what is published beside the pack; a new one where nothing is said. */
  readonly snapshot?: string
  /** Told of voters and shards as they are done; `of` is about how many there will be. */
  readonly onProgress?: (progress: PackProgress & { readonly of: number }) => void
  /** Reads voters and writes shards; in a thread of its own where nothing is said. */
  readonly fill?: typeof fillShards
}

/** The files of a pack, most of them on the disk until it is disposed of. */
export interface BuiltPack extends PackFiles, Disposable {}

/** Series of the look-up pack of a roll, or of one district of it. It must not be served: with its secret it tells where everybody votes. */
export function enquirySeries(id: RollId, onlyDistrict?: string): string {
  return onlyDistrict === undefined ? `enquiry-${id}` : `enquiry-${id}-${onlyDistrict}`
}

/**
 * Builds the next edition of `enquiry-<id>`, the look-up pack, from one state of the register: voters, places, freezes.
 * Memory does not grow with the roll. Refuses `unknown-roll`, `unknown-district`, `voters-without-a-place`.
 */
export async function buildEnquiryPack(
  works: PackWorks,
  id: RollId,
  sources: PackSources,
): Promise<Outcome<BuiltPack>> {
  const folder = makePackFolder(works.workshop)
  let built: Outcome<PackFiles> | undefined
  try {
    built = await readOnly(works.database, async (tx) => {
      await takeSnapshot(tx, works.snapshot)
      return build(tx, works, folder.folder, id, sources)
    })
    return built.ok ? accept({ ...built.value, [Symbol.dispose]: () => folder[Symbol.dispose]() }) : built
  } finally {
    if (built?.ok !== true) folder[Symbol.dispose]()
  }
}

async function build(
  tx: Kysely<unknown>,
  works: PackWorks,
  folder: string,
  id: RollId,
  sources: PackSources,
): Promise<Outcome<PackFiles>> {
  const { onlyDistrict } = sources
  const store = createRollsStore(tx)
  const rolls = await store.listRolls()
  if (!rolls.some((roll) => roll.id === id)) return refuse(rollsRefusals['unknown-roll'], { field: 'rollId' })
  const isAsked = ({ code }: { readonly code: string }): boolean => onlyDistrict === undefined || code === onlyDistrict
  const districts = (await store.districts()).filter(isAsked)
  if (onlyDistrict !== undefined && districts.length === 0)
    return refuse(rollsRefusals['unknown-district'], { field: 'district' })
  const areas = (await store.areas()).filter(({ district }) => isAsked({ code: district }))
  const orders = await store.listFreezes()
  // The register is one: whatever roll a freeze was made for, it holds for whoever asks.
  const freezes = rolls
    .flatMap((roll) => freezesOf(roll, orders, getPack(roll, findRulePack)))
    .map(({ freeze, blocks }): FreezeInBlocks => ({
      from: freeze.from.toISOString(),
      until: freeze.until?.toISOString() ?? null,
      section: freeze.section,
      everywhere: blocks === 'everywhere',
      blocks: blocks === 'everywhere' ? new Set() : blocks,
    }))
  const lists = makePackLists({ ...sources, districts, areas, freezes })
  const onlyBlocks = onlyDistrict === undefined ? null : areas.map(({ block }) => Number(block))
  const { filled, salt } = await fillWithSalt(tx, works, folder, lists, onlyBlocks)
  if (filled.kind === 'without-a-place')
    return refuse(rollsRefusals['voters-without-a-place'], { detail: { voters: filled.voters } })
  if (filled.kind === 'same-key') throw new Error('in 100 turns two voters always had the same key in the look-up pack')
  return accept(
    packFiles({
      ...sources,
      rollId: id,
      onlyDistrict: onlyDistrict ?? null,
      salt,
      secretCheck: secretCheckOf(works.secret),
      freezes,
      lists,
      written: filled,
    }),
  )
}

/** Fills the shards, with the next salt where two voters have the same key: about once in 2,000 national rolls. */
async function fillWithSalt(
  tx: Kysely<unknown>,
  { database, secret, onProgress, fill = fillShards }: PackWorks,
  folder: string,
  lists: PackLists,
  onlyBlocks: readonly number[] | null,
): Promise<{ filled: FilledShards; salt: number }> {
  const { snapshot, about } = await shareSnapshot(tx)
  const blocks = new Map([...lists.blocks].map(([code, number]) => [Number(code), number]))
  for (let salt = 0; ; salt++) {
    const own = join(folder, `salt-${salt}`)
    const filled = await fill(
      { databaseUrl: database.url, snapshot, secret, salt, folder: own, blocks, onlyBlocks },
      ({ step, done }) => onProgress?.({ step, done, of: step === 'shards' ? shardCount : Math.max(done, about) }),
    )
    if (filled.kind !== 'same-key' || salt === 99) return { filled, salt }
  }
}
