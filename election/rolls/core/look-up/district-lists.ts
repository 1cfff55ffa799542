import type { ElectoralArea, RollDistrict, RollPart } from '../register/voter.ts'
import type {
  PackBlock,
  PackDistrict,
  PackDistrictLists,
  PackFreeze,
  PackPart,
  PackSeat,
  PackStation,
} from './pack-description.ts'

/** A polling station and whom it serves, as the polling scheme tells it. */
export interface ServedStation extends PackStation {
  readonly seat: string
  readonly parts: readonly RollPart[]
}

/** A freeze as the pack has it, with the blocks where it holds. */
export interface FreezeInBlocks extends PackFreeze {
  readonly blocks: ReadonlySet<string>
}

/** What the lists are made of. */
export interface ListSources {
  readonly districts: readonly RollDistrict[]
  readonly areas: readonly ElectoralArea[]
  readonly seats: readonly PackSeat[]
  /** Codes of the seats of a block, the National Assembly's first; empty for a block in none. */
  seatsOf(block: string): readonly string[]
  readonly stations: Iterable<ServedStation>
  readonly freezes: readonly FreezeInBlocks[]
}

/** The lists of a pack, and the numbers under which its entries name the blocks. */
export interface PackLists {
  readonly districts: readonly PackDistrict[]
  /** In the order of the districts. */
  readonly lists: readonly PackDistrictLists[]
  /** The number of each block that lies in a seat. */
  readonly blocks: ReadonlyMap<string, number>
}

interface Serving {
  readonly seat: string
  readonly station: PackStation
  readonly part: RollPart
}

/**
 * Makes the lists of a pack, district by district. Blocks in no seat are left out: nobody there can be told anything.
 * A station is told to voters of its own seat alone. Throws `RangeError` where two stations claim the same voters.
 */
export function makePackLists(sources: ListSources): PackLists {
  const seats = new Map(sources.seats.map(({ code }, place) => [code, place]))
  const areas = Map.groupBy(
    sources.areas.filter(({ block }) => sources.seatsOf(block).length > 0),
    ({ district }) => district,
  )
  const served = Array.from(sources.stations, ({ parts, seat, ...station }) =>
    parts.map((part): Serving => ({ seat, station, part })),
  )
  const serving = Map.groupBy(served.flat(), ({ part }): string => part.block)
  const blocks = new Map<string, number>()
  const lists: PackDistrictLists[] = []
  const districts = sources.districts.map((district): PackDistrict => {
    const firstBlock = blocks.size
    const stations = new Map<string, number>()
    const stationList: PackStation[] = []
    const placeOf = (station: PackStation): number => {
      const known = stations.get(station.id)
      if (known !== undefined) return known
      stations.set(station.id, stationList.length)
      return stationList.push(station) - 1
    }
    const own = (areas.get(district.code) ?? []).map(({ block, nameEn, nameUr }): PackBlock => {
      blocks.set(block, blocks.size)
      const codes = sources.seatsOf(block)
      return {
        code: block,
        nameEn,
        nameUr,
        seats: codes.flatMap((code) => seats.get(code) ?? []),
        frozenBy: sources.freezes.flatMap((freeze, place) => (freeze.blocks.has(block) ? [place] : [])),
        parts: partsOf(block, codes, serving.get(block) ?? [], placeOf),
      }
    })
    lists.push({ blocks: own, stations: stationList })
    return { ...district, firstBlock }
  })
  return { districts, lists, blocks }
}

function partsOf(
  block: string,
  seats: readonly string[],
  serving: readonly Serving[],
  placeOf: (station: PackStation) => number,
): PackPart[] {
  const parts = serving
    .filter(({ seat }) => seats.includes(seat))
    .map(({ seat, station, part: { gender, fromSerial, toSerial } }): PackPart => [
      seats.indexOf(seat),
      gender,
      fromSerial,
      toSerial,
      placeOf(station),
    ])
    .toSorted(([slot, gender, from], [otherSlot, otherGender, otherFrom]) =>
      slot !== otherSlot ? slot - otherSlot : gender === otherGender ? from - otherFrom : gender < otherGender ? -1 : 1,
    )
  for (const [i, [slot, gender, , to]] of parts.entries()) {
    const next = parts[i + 1]
    if (next !== undefined && next[0] === slot && next[1] === gender && next[2] <= to)
      throw new RangeError(`two stations serve ${gender} voters ${next[2]}–${to} of block ${block}`)
  }
  return parts
}
