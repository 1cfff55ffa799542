import type { EditionReader, OpenEdition } from '@intikhab/kernel/editions'
import type { Cnic } from '../../core/identifiers.ts'
import {
  descriptionPath,
  districtPath,
  packFormat,
  stationsOfVoter,
  type PackBlock,
  type PackDescription,
  type PackDistrict,
  type PackDistrictLists,
  type PackFreeze,
  type PackSeat,
  type PackStation,
} from '../../core/look-up/pack-description.ts'
import type { PackEntry } from '../../core/look-up/pack-entry.ts'
import { openEntries } from './entries.ts'
import { keysOfPack, secretCheckOf, type PackSecret } from './pack-secret.ts'

/** A voter as the pack knows them: places resolved to what stands there. */
export interface LookedUp extends Pick<PackEntry, 'state' | 'gender' | 'serial' | 'household'> {
  readonly block: Pick<PackBlock, 'code' | 'nameEn' | 'nameUr'>
  readonly district: Omit<PackDistrict, 'firstBlock'>
  /** The seats of the block and, in each, the voter's station; undefined while none is assigned. */
  readonly seats: readonly { readonly seat: PackSeat; readonly station: PackStation | undefined }[]
  /** The freezes that hold in the block, begun or not, ended or not. */
  readonly freezes: readonly PackFreeze[]
}

/** An open look-up pack. */
export interface LookUp {
  readonly description: PackDescription
  readonly edition: { readonly series: string; readonly number: number; readonly madeAt: string }
  /**
   * The voter with this CNIC; undefined if nobody is registered under it. Reads a kilobyte or two; a shard is verified
   * whole when it is first needed, and throws `DamagedEdition` where it is not what was signed.
   */
  find(cnic: Cnic): Promise<LookedUp | undefined>
  /** Lets go of its files as soon as no look-up is under way. What still asks afterwards is answered all the same. */
  close(): Promise<void>
}

/** Opens a pack. Throws if the edition is none, or was made with another secret: it would deny everybody. */
export async function openLookUp(edition: OpenEdition, secret: PackSecret): Promise<LookUp> {
  const { series, number, madeAt } = edition.manifest
  const name = `edition ${number} of ${series}`
  const description = await edition.json<PackDescription>(descriptionPath)
  if (description?.format !== packFormat) throw new Error(`${name} is no look-up pack, or one of another format`)
  if (description.secretCheck !== secretCheckOf(secret)) throw new Error(`${name} was made with another secret`)
  const { seats, districts, freezes } = description
  const keyOf = keysOfPack(secret, description.salt)
  const entries = await openEntries(edition, description.directoryBits)
  const lists = new Map<number, PackDistrictLists>()
  const districtOf = districtsByBlock(districts)
  const everywhere = freezes.filter((freeze) => freeze.everywhere)

  async function listsOf(place: number): Promise<PackDistrictLists> {
    const path = districtPath(place)
    const bytes = await edition.bytes(path)
    if (bytes === undefined) throw new Error(`${name} lacks ${path}`)
    const read = JSON.parse(bytes.toString()) as PackDistrictLists
    lists.set(place, read)
    return read
  }

  async function resolve({ state, gender, serial, household, block: place }: PackEntry): Promise<LookedUp> {
    const own = districtOf(place)
    const district = getPlace(districts, own)
    const { blocks, stations } = lists.get(own) ?? (await listsOf(own))
    const block = getPlace(blocks, place - district.firstBlock)
    const voting = stationsOfVoter(block, gender, serial)
    return {
      state,
      gender,
      serial,
      household,
      block,
      district,
      seats: block.seats.map((seat, slot) => {
        const station = voting[slot]
        return {
          seat: getPlace(seats, seat),
          station: station === undefined ? undefined : getPlace(stations, station),
        }
      }),
      freezes:
        block.frozenBy.length === 0
          ? everywhere
          : [...everywhere, ...block.frozenBy.map((freeze) => getPlace(freezes, freeze))],
    }
  }

  return {
    description,
    edition: { series, number, madeAt },
    async find(cnic) {
      const entry = await entries.find(keyOf(cnic))
      return entry === undefined ? undefined : resolve(entry)
    },
    close: () => entries.close(),
  }
}

function getPlace<T>(list: readonly T[], place: number): T {
  const found = list[place]
  if (found === undefined) throw new Error('the look-up pack is damaged: a place is not in its list')
  return found
}

/** The place of the district in which a block has its number. */
function districtsByBlock(districts: readonly PackDistrict[]): (block: number) => number {
  return (block) => {
    let [low, high] = [0, districts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (getPlace(districts, middle).firstBlock <= block) low = middle
      else high = middle - 1
    }
    return low
  }
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
    if (opened?.id !== edition.id) {
      const before = opened?.lookUp
      const opening = { id: edition.id, lookUp: openLookUp(edition, secret) }
      opened = opening
      // One that could not be opened has nothing to let go of, and is tried again by the next question.
      before?.then((lookUp) => lookUp.close()).catch(() => undefined)
      opening.lookUp.catch(() => (opened = opened === opening ? undefined : opened))
    }
    return opened.lookUp
  }
}
