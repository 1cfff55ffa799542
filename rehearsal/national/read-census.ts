import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { inCensusOrder, type CensusBlock, type CensusBlocks } from './census.ts'
import { findDistrictNumber } from './districts.ts'

/** Where the blocks of the census of 2017 lie in a folder of real data. */
export const censusFile = 'census-2017/census2017_blocks.csv.gz'

/** District, unit, code, population: the unit alone may hold commas. */
const row = /^([^,"]+),(.*),(\d{9}),(\d+),\d*$/
const town = /\b(M\.? ?CORP|CORP|MC|M\.C|TC|T\.C|CANTT|CANTONMENT)\b|^KARACHI|^LAHORE/

/**
 * Reads the blocks of the census out of the folder of real data, line by line.
 *
 * @throws RangeError for a line that is none of the table, or a district that is none of the 136.
 */
export async function readCensus(data: string): Promise<CensusBlocks> {
  const file = createReadStream(join(data, censusFile))
  const lines = createInterface({ input: file.pipe(createGunzip()), crlfDelay: Infinity })
  const failed = new Promise<never>((_, reject) => file.once('error', reject))
  const read = async () => {
    const blocks: CensusBlock[] = []
    let number = 0
    for await (const line of lines) {
      if (++number === 1) continue
      const [, table = '', unit = '', code, population] = row.exec(line) ?? []
      const district = findDistrictNumber(table)
      if (district === undefined) throw new RangeError(`line ${number} of the census is no block: ${line}`)
      const isUrban = town.test(unit) || town.test(table)
      blocks.push({ code: Number(code), district, population: Number(population), isUrban })
    }
    return inCensusOrder('census of 2017', blocks)
  }
  return Promise.race([read(), failed])
}
