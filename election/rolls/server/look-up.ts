import type { EditionReader, OpenEdition } from '@intikhab/kernel/editions'
import type { Cnic } from '../core/identifiers.ts'
import {
  findEntry,
  secretCheckText,
  shardOf,
  shardPath,
  type PackBlock,
  type PackDescription,
  type PackDistrict,
  type PackEntry,
  type PackLists,
  type PackSeat,
  type PackStation,
} from '../core/look-up-pack.ts'
import { packKey, type PackSecret } from './pack-secret.ts'

/** A voter as the pack knows them: places resolved to what stands there. */
export interface LookedUp extends Pick<PackEntry, 'state' | 'gender' | 'serial' | 'household'> {
  readonly block: PackBlock
  readonly district: PackDistrict
  /** The seats of the block and, in each, the voter's station; undefined while none is assigned. */
  readonly seats: readonly { readonly seat: PackSeat; readonly station: PackStation | undefined }[]
}

/** An open look-up pack. */
export interface LookUp {
  readonly description: PackDescription
  readonly edition: { readonly series: string; readonly number: number; readonly madeAt: string }
  /** The voter with this CNIC; undefined if nobody is registered under it. Loads a shard on its first use. */
  find(cnic: Cnic): Promise<LookedUp | undefined>
}

/** Opens a pack. Throws if the edition is none, or was made with another secret: it would deny everybody. */
export async function openLookUp(edition: OpenEdition, secret: PackSecret): Promise<LookUp> {
  const description = await edition.json<PackDescription>('pack.json')
  const lists = await edition.json<PackLists>('lists.json')
  const keyOf = packKey(secret)
  const { series, number, madeAt } = edition.manifest
  if (description === undefined || lists === undefined)
    throw new Error(`edition ${number} of ${series} is no look-up pack`)
  if (description.secretCheck !== keyOf(secretCheckText).toString('hex'))
    throw new Error(`edition ${number} of ${series} was made with another secret`)

  function resolve(entry: PackEntry): LookedUp {
    const { state, gender, serial, household } = entry
    const block = getPlace(lists?.blocks, entry.block)
    return {
      state,
      gender,
      serial,
      household,
      block,
      district: getPlace(lists?.districts, block.district),
      seats: block.seats.map((place, slot) => {
        const station = entry.stations[slot as 0 | 1]
        return {
          seat: getPlace(lists?.seats, place),
          station: station === undefined ? undefined : getPlace(lists?.stations, station),
        }
      }),
    }
  }

  return {
    description,
    edition: { series, number, madeAt },
    async find(cnic) {
      const key = keyOf(cnic)
      const shard = await edition.bytes(shardPath(shardOf(key)))
      if (shard === undefined) throw new Error(`edition ${number} of ${series} lacks ${shardPath(shardOf(key))}`)
      const entry = findEntry(shard, key)
      return entry === undefined ? undefined : resolve(entry)
    },
  }
}

function getPlace<T>(list: readonly T[] | undefined, place: number): T {
  const found = list?.[place]
  if (found === undefined) throw new Error('the look-up pack is damaged: a place is not in its list')
  return found
}

/** The newest look-up pack of a series, reopened when a newer edition appears; undefined while there is none. */
export function latestLookUp(
  reader: Pick<EditionReader, 'latest'>,
  series: string,
  secret: PackSecret,
): () => Promise<LookUp | undefined> {
  let opened: { id: string; lookUp: Promise<LookUp> } | undefined
  return async () => {
    const edition = await reader.latest(series)
    if (edition === undefined) return undefined
    if (opened?.id !== edition.id) opened = { id: edition.id, lookUp: openLookUp(edition, secret) }
    return opened.lookUp
  }
}
