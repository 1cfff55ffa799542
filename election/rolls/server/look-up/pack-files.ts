import type { NewFile } from '@intikhab/kernel/editions'
import type { FreezeInBlocks, PackLists } from '../../core/look-up/district-lists.ts'
import { descriptionPath, districtPath, packFormat, type PackDescription } from '../../core/look-up/pack-description.ts'
import type { WrittenShards } from './shard-writer.ts'

/** What a finished pack is described by. */
export interface FinishedPack extends Pick<
  PackDescription,
  'rollId' | 'rollEdition' | 'onlyDistrict' | 'salt' | 'secretCheck' | 'scheme' | 'helpline' | 'seats'
> {
  readonly freezes: readonly FreezeInBlocks[]
  readonly lists: PackLists
  readonly written: WrittenShards
}

/** The files of a pack. */
export interface PackFiles {
  readonly description: PackDescription
  readonly files: readonly NewFile[]
}

function jsonFile(path: string, value: unknown): NewFile {
  return { path, mediaType: 'application/json', bytes: Buffer.from(JSON.stringify(value)) }
}

/** Puts description and lists beside shards and directory. */
export function packFiles({ freezes, lists, written, ...given }: FinishedPack): PackFiles {
  const { rollId, rollEdition, onlyDistrict, salt, secretCheck, scheme, helpline, seats } = given
  const description: PackDescription = {
    format: packFormat,
    rollId,
    rollEdition,
    onlyDistrict,
    entries: written.entries,
    salt,
    secretCheck,
    directoryBits: written.directoryBits,
    scheme,
    freezes: freezes.map(({ blocks: _blocks, ...freeze }) => freeze),
    helpline,
    seats,
    districts: lists.districts,
  }
  const districts = lists.lists.map((list, place) => jsonFile(districtPath(place), list))
  return { description, files: [jsonFile(descriptionPath, description), ...districts, ...written.files] }
}
