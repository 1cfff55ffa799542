import { gunzipSync } from 'node:zlib'
import { sha256Of, type EditionReader, type OpenEdition } from '@intikhab/kernel/editions'
import {
  areasPath,
  descriptionPath,
  districtPath,
  readListedVoters,
  type ListDescription,
  type ListedArea,
  type ListedVoter,
} from '../../core/editions/list-format.ts'
import type { RollId } from '../../core/identifiers.ts'
import { listSeries } from './build-lists.ts'

/** An edition of the lists of a roll, of which one area is read at a time. */
export interface ListEdition {
  readonly series: string
  readonly number: number
  /** SHA-256 of its manifest. */
  readonly sha256: string
  /** ISO 8601 in UTC. */
  readonly madeAt: string
  readonly description: ListDescription
  /** An area of the edition; undefined where nobody is enrolled in it. */
  area(block: string): ListedArea | undefined
  /** Every area, by block. */
  areas(): Iterable<ListedArea>
  /** The voters of an area: women, men, others, each list by its serials. Throws if the bytes are not what was signed. */
  voters(area: ListedArea): Promise<readonly ListedVoter[]>
}

type Reader = Pick<EditionReader, 'latest' | 'edition' | 'store'>

/** Opens an edition of the lists, the newest where none is named; undefined where there is none. */
export async function openLists(reader: Reader, id: RollId, number?: number): Promise<ListEdition | undefined> {
  const series = listSeries(id)
  const edition = number === undefined ? await reader.latest(series) : await reader.edition(series, number)
  return edition === undefined ? undefined : open(reader, edition)
}

async function open(reader: Reader, edition: OpenEdition): Promise<ListEdition> {
  const { series, number, madeAt } = edition.manifest
  const description = await edition.json<ListDescription>(descriptionPath)
  const table = await edition.bytes(areasPath)
  if (description === undefined || table === undefined) throw new Error(`edition ${number} of ${series} holds no lists`)
  const lines = linesOf(table)
  return {
    series,
    number,
    sha256: edition.id,
    madeAt,
    description,
    area: (block) => lines.find(block),
    areas: () => lines.all(),
    async voters({ district, offset, length, sha256 }) {
      const path = districtPath(district)
      const handle = await reader.store.open(series, number, path)
      if (handle === undefined) throw new Error(`${path} of edition ${number} of ${series} is missing`)
      try {
        const member = Buffer.alloc(length)
        await handle.read(member, 0, length, offset)
        // The file of the district is not read for it: `areas.csv`, which the manifest names, vouches for each member.
        if (sha256Of(member) !== sha256) throw new Error(`${path} of edition ${number} of ${series} is altered`)
        return [...readListedVoters(gunzipSync(member).toString())]
      } finally {
        await handle.close()
      }
    },
  }
}

/** The lines of `areas.csv`, found by halving: 180,000 of them need not be parsed for one. */
function linesOf(table: Buffer) {
  const first = table.indexOf('\n') + 1
  const lineAt = (from: number): string => {
    const end = table.indexOf('\n', from)
    return table.toString('utf8', from, end === -1 ? table.length : end).replace(/\r$/, '')
  }

  return {
    find(block: string): ListedArea | undefined {
      let [low, high] = [first, table.length]
      while (low < high) {
        const middle = (low + high) >>> 1
        const begin = Math.max(first, table.lastIndexOf('\n', middle - 1) + 1)
        const line = lineAt(begin)
        const found = line.slice(0, 9)
        if (found === block) return areaOf(line)
        if (found < block) low = begin + Buffer.byteLength(line) + 2
        else high = begin
      }
      return undefined
    },
    *all(): Generator<ListedArea> {
      for (let at = first; at < table.length; at = table.indexOf('\n', at) + 1) yield areaOf(lineAt(at))
    },
  }
}

/** Fields of a line of CSV, as `writeTable` wrote it. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}

function areaOf(line: string): ListedArea {
  const [block = '', district = '', nameEn = '', nameUr = '', offset, length, sha256 = '', ...counts] = fieldsOf(line)
  const [men = 0, women = 0, others = 0, lastMan = 0, lastWoman = 0, lastOther = 0] = counts.map(Number)
  return {
    block,
    district,
    nameEn,
    nameUr,
    offset: Number(offset),
    length: Number(length),
    sha256,
    voters: { male: men, female: women, other: others },
    last: { male: lastMan, female: lastWoman, other: lastOther },
  }
}
