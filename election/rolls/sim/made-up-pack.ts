import { findBlockCode, type BlockCode } from '@intikhab/delimitation'
import type { Cnic } from '../core/identifiers.ts'
import { makePackLists, type PackLists, type ServedStation } from '../core/look-up/district-lists.ts'
import { packGenders } from '../core/look-up/pack-entry.ts'
import { packFiles } from '../server/look-up/pack-files.ts'
import { blockCipher, secretCheckOf, type PackSecret } from '../server/look-up/pack-secret.ts'
import { openShardWriter } from '../server/look-up/shard-writer.ts'
import { makePackFolder } from '../server/look-up/workshop.ts'
import type { BuiltPack } from '../server/look-up/enquiry-pack.ts'

/** Voters of a block, half of them men and half women; 128.6 million make some 184,000 blocks. */
const blockVoters = 700
/** Blocks of a district: about as many as there are, in 150 districts. */
const districtBlocks = 1225
/** Blocks of which the voters go to one station: some 92,000 stations in all. */
const stationBlocks = 2
/** Salts that are tried before it is given up. */
const salts = 100

/** Leads from one CNIC to the next one that somebody has; a prime, so that nothing repeats. */
const step = 7759

/** Of more voters the CNICs would have 14 digits. */
const mostVoters = Math.floor(1e12 / step)

/** The CNIC of made-up voter number `n` (from 0). It begins with 9, as nobody's does. */
export function madeUpCnic(n: number): Cnic {
  return String(9_000_000_000_000 + n * step) as Cnic
}

/** A CNIC near that of voter number `n` that is nobody's. */
export function nobodysCnic(n: number): Cnic {
  return String(9_000_000_000_001 + n * step) as Cnic
}

/** Where made-up voter number `n` stands in the roll. */
export function madeUpPlace(n: number) {
  const inBlock = n % blockVoters
  return {
    block: Math.floor(n / blockVoters),
    gender: inBlock % 2,
    serial: 1 + (inBlock >> 1),
    household: 1 + (inBlock >> 2),
  }
}

/** What the pack is to be. */
export interface MadeUpPack {
  readonly voters: number
  readonly secret: PackSecret
  readonly workshop: string
  readonly onProgress?: (done: number) => void
}

function blockCode(place: number): BlockCode {
  const found = findBlockCode(String(100_000_001 + place))
  if (found === undefined) throw new RangeError(`${place} is too many blocks`)
  return found
}

/**
 * Builds the look-up pack of a made-up country without a database: as many voters as are asked for, in blocks, districts,
 * seats and stations of real sizes. Same bytes as the real builder writes, through the same writer.
 */
export function buildMadeUpPack({ voters, secret, workshop, onProgress }: MadeUpPack): BuiltPack {
  if (voters > mostVoters) throw new RangeError(`there are CNICs for ${mostVoters} made-up voters`)
  const folder = makePackFolder(workshop)
  try {
    const { lists, seats } = madeUpLists(Math.ceil(voters / blockVoters))
    for (let salt = 0; salt < salts; salt++) {
      const written = writeShards(`${folder.folder}/salt-${salt}`, { voters, secret, salt, onProgress })
      if (written === undefined) continue
      const own = { rollId: 'made-up', rollEdition: null, onlyDistrict: null, scheme: null, helpline: '051-0000000' }
      const secretCheck = secretCheckOf(secret)
      const made = packFiles({ ...own, salt, secretCheck, seats, freezes: [], lists, written })
      return { ...made, [Symbol.dispose]: () => folder[Symbol.dispose]() }
    }
    throw new Error('two made-up voters always had the same key')
  } catch (error) {
    folder[Symbol.dispose]()
    throw error
  }
}

function writeShards(
  folder: string,
  about: Pick<MadeUpPack, 'voters' | 'secret'> & { salt: number; onProgress: ((done: number) => void) | undefined },
) {
  const writer = openShardWriter(folder, blockCipher(about.secret), about.salt)
  const digits = Buffer.alloc(13)
  try {
    for (let n = 0; n < about.voters; n++) {
      let cnic = 9_000_000_000_000 + n * step
      for (let digit = 12; digit >= 0; digit--) {
        const rest = Math.floor(cnic / 10)
        digits[digit] = 48 + cnic - rest * 10
        cnic = rest
      }
      const { block, gender, serial, household } = madeUpPlace(n)
      writer.take(digits, 0, block, gender, serial, household, 0)
      if (n % 1_000_000 === 0) about.onProgress?.(n)
    }
    return writer.finish(() => undefined)
  } finally {
    writer.close()
  }
}

function madeUpLists(blocks: number): { lists: PackLists; seats: { code: string; nameEn: string; nameUr: string }[] } {
  const districts = Array.from({ length: Math.ceil(blocks / districtBlocks) }, (_, n) => ({
    code: `district-${n}`,
    nameEn: `District ${n}`,
    nameUr: `ضلع ${n}`,
    province: 'punjab',
    officePhone: '051-0000000',
  }))
  const seats = districts.flatMap(({ nameEn, nameUr }, n) => [
    { code: `NA-${n + 1}`, nameEn, nameUr },
    { code: `PP-${n + 1}`, nameEn, nameUr },
  ])
  const districtOf = (block: number) => Math.floor(block / districtBlocks)
  const numbers = Array.from({ length: blocks }, (_, block) => block)
  const areas = numbers.map((block) => ({
    block: blockCode(block),
    nameEn: `Electoral area of block ${block}`,
    nameUr: `انتخابی علاقہ بلاک نمبر ${block}`,
    district: districts[districtOf(block)]?.code ?? '',
  }))
  const seatsOf = (block: string) => {
    const seat = districtOf(Number(block) - 100_000_001) + 1
    return [`NA-${seat}`, `PP-${seat}`]
  }
  const stations = numbers
    .filter((block) => block % stationBlocks === 0)
    .flatMap((first) => [0, 1].map((slot) => stationOf(first, slot, seatsOf, blocks)))
  return { seats, lists: makePackLists({ districts, areas, seats, seatsOf, stations, freezes: [] }) }
}

function stationOf(first: number, slot: number, seatsOf: (block: string) => string[], blocks: number): ServedStation {
  const code = blockCode(first)
  const seat = seatsOf(code)[slot] ?? ''
  const number = 1 + Math.floor((first % districtBlocks) / stationBlocks)
  const served = [first, first + 1].filter((block) => block < blocks && seatsOf(blockCode(block))[slot] === seat)
  return {
    id: `${seat}/${number}`,
    seat,
    number,
    nameEn: `Government Boys Primary School No. ${number}, Village ${first}`,
    nameUr: `گورنمنٹ بوائز پرائمری سکول نمبر ${number}، گاؤں ${first}`,
    kind: 'combined',
    longitude: 73.0479 + (first % 1000) / 1000,
    latitude: 33.6844 - (first % 777) / 1000,
    parts: served.flatMap((block) =>
      packGenders
        .slice(0, 2)
        .map((gender) => ({ block: blockCode(block), gender, fromSerial: 1, toSerial: blockVoters })),
    ),
  }
}
