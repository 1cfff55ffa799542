import type { PackSecret } from './pack-secret.ts'
import { packKey } from './pack-secret.ts'
import type { ChangedFile } from '@intikhab/kernel/editions'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import {
  entryBytes,
  packStates,
  secretCheckText,
  shardCount,
  shardOf,
  shardPath,
  sortShard,
  writeEntry,
  type PackDescription,
  type PackLists,
  type PackSeat,
  type PackState,
  type PackStation,
} from '../core/look-up-pack.ts'
import { rollsRefusals } from '../core/refusals.ts'
import { stationsOfVoters, type ServedPart } from '../core/station-of-voter.ts'
import type { RollPart } from '../core/register/voter.ts'
import type { RollsStore } from './register/store.ts'

/** A polling station and whom it serves, as the polling scheme tells it. */
export interface ServedStation extends PackStation {
  readonly seat: string
  readonly parts: readonly RollPart[]
}

/** What the pack takes from other systems. */
export interface PackSources {
  readonly rollId: string
  readonly seats: readonly PackSeat[]
  /** Codes of the seats of a block, the National Assembly's first; empty for a block in none. */
  seatsOf(block: string): readonly string[]
  readonly stations: Iterable<ServedStation>
  readonly scheme: PackDescription['scheme']
  readonly frozen: PackDescription['frozen']
  readonly helpline: string
}

class Shard {
  bytes = Buffer.alloc(128 * entryBytes)
  used = 0

  /** Where the next entry goes. */
  next(): number {
    if (this.used === this.bytes.length) this.bytes = Buffer.concat([this.bytes], this.bytes.length * 2)
    this.used += entryBytes
    return this.used - entryBytes
  }
}

/**
 * Builds the look-up pack from the register, streaming its voters once; the pack itself, 32 bytes a voter, is held in
 * memory. Refuses `voters-without-a-place` where a voter's block lies in no seat.
 */
export async function buildLookUpPack(
  store: RollsStore,
  secret: PackSecret,
  sources: PackSources,
): Promise<Outcome<readonly ChangedFile[]>> {
  const districts = await store.districts()
  const areas = await store.areas()
  const placeOfDistrict = new Map(districts.map((district, i) => [district.code, i]))
  const placeOfSeat = new Map(sources.seats.map((seat, i) => [seat.code, i]))
  const stations: PackStation[] = []
  const parts: ServedPart[] = []
  for (const { parts: served, seat, ...station } of sources.stations) {
    for (const part of served)
      parts.push({ ...part, station: stations.length, slot: sources.seatsOf(part.block)[0] === seat ? 0 : 1 })
    stations.push(station)
  }
  const stationsOf = stationsOfVoters(parts)
  const lists: PackLists = {
    districts,
    seats: sources.seats,
    stations,
    blocks: areas.map(({ block, nameEn, nameUr, district }) => ({
      code: block,
      nameEn,
      nameUr,
      district: placeOfDistrict.get(district) ?? 0,
      seats: sources.seatsOf(block).flatMap((code) => placeOfSeat.get(code) ?? []),
    })),
  }
  const placeOfBlock = new Map(lists.blocks.map((block, i) => [block.code, i]))

  const keyOf = packKey(secret)
  const shards = Array.from({ length: shardCount }, () => new Shard())
  let entries = 0
  let astray = 0
  for await (const voters of store.packVoters())
    for (const { cnic, block, gender, serial, household, status } of voters) {
      const place = placeOfBlock.get(block)
      if (place === undefined || lists.blocks[place]?.seats.length === 0) {
        astray++
        continue
      }
      const key = keyOf(cnic)
      const shard = shards[shardOf(key)] as Shard
      // `removed` entries are not read; the other states have the same names in the pack.
      const state = packStates.find((one) => one === status) ?? ('active' satisfies PackState)
      const at = shard.next()
      writeEntry(shard.bytes, at, key, {
        state,
        gender,
        block: place,
        serial,
        household,
        stations: stationsOf(block, gender, serial),
      })
      entries++
    }
  if (astray > 0) return refuse(rollsRefusals['voters-without-a-place'], { detail: { voters: astray } })

  const description: PackDescription = {
    format: 'intikhab-look-up/1',
    rollId: sources.rollId,
    entries,
    secretCheck: keyOf(secretCheckText).toString('hex'),
    scheme: sources.scheme,
    frozen: sources.frozen,
    helpline: sources.helpline,
  }
  const json = (path: string, value: unknown): ChangedFile => ({
    path,
    mediaType: 'application/json',
    bytes: Buffer.from(JSON.stringify(value)),
  })
  const files = shards.map((shard, i) => ({
    path: shardPath(i),
    mediaType: 'application/octet-stream',
    bytes: Buffer.from(sortShard(shard.bytes.subarray(0, shard.used)).buffer),
  }))
  return accept([json('pack.json', description), json('lists.json', lists), ...files])
}
