/** Writes districts of a list edition in a thread of its own: COPY, one gzip member an area, one file a district. */
import { createHash, hash } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { copyOut } from '@intikhab/kernel/database'
import { splitAreas } from '../../core/editions/split-areas.ts'

/** A district to be written: its electoral areas lie between these blocks, and no other district's do. */
export interface DistrictToWrite {
  readonly place: number
  readonly file: string
  readonly runs: readonly { readonly from: number; readonly to: number }[]
}

/** An area as it was written. */
export interface WrittenArea {
  readonly block: number
  readonly offset: number
  readonly length: number
  readonly sha256: string
  readonly men: number
  readonly women: number
  readonly others: number
}

export interface WrittenDistrict {
  readonly place: number
  readonly size: number
  readonly sha256: string
  readonly areas: readonly WrittenArea[]
}

/** What a worker tells. */
export type ListNews =
  | { readonly news: 'voters'; readonly voters: number }
  | { readonly news: 'written'; readonly district: WrittenDistrict }

/** What a worker is started with. */
export interface ListWorkerData {
  readonly databaseUrl: string
  readonly snapshot: string
}

/**
 * Level 1 takes a third of the time of level 6 and 15 % more room: half a million voters a second and core, and what is
 * compressed is read a few times at most.
 */
const level = 1

/** Voters between two words of progress. */
const often = 20_000

if (parentPort === null) throw new Error('lists are written by a worker')
const port = parentPort
const { databaseUrl, snapshot } = workerData as ListWorkerData

/** Columns in the order of `listColumns`. Women, men, others: the order of the index, in which they are read. */
const votersBetween = (
  from: number,
  to: number,
): string => `select lpad(block::text, 9, '0'), gender, serial, household,
    cnic, name_ur, relation, relation_name_ur, date_of_birth,
    case chosen when 'p' then permanent_ur when 't' then temporary_ur else posting_ur end,
    encode(photo, 'hex'), roll_list, status
  from rolls.voter where block between ${from} and ${to} and block is not null order by block, gender, serial`

async function writeDistrict({ place, file, runs }: DistrictToWrite): Promise<WrittenDistrict> {
  const whole = createHash('sha256')
  const areas: WrittenArea[] = []
  const handle = openSync(file, 'wx')
  let [offset, untold] = [0, 0]
  try {
    const split = splitAreas(({ chunks, block, men, women, others }) => {
      const member = gzipSync(Buffer.concat(chunks), { level })
      for (let at = 0; at < member.length;) at += writeSync(handle, member, at)
      whole.update(member)
      areas.push({ block, offset, length: member.length, sha256: hash('sha256', member), men, women, others })
      offset += member.length
      untold += men + women + others
      if (untold < often) return
      port.postMessage({ news: 'voters', voters: untold } satisfies ListNews)
      untold = 0
    })
    for (const { from, to } of runs)
      for await (const chunk of copyOut(databaseUrl, votersBetween(from, to), snapshot)) split.push(chunk)
    split.end()
  } finally {
    closeSync(handle)
  }
  if (untold > 0) port.postMessage({ news: 'voters', voters: untold } satisfies ListNews)
  return { place, size: offset, sha256: whole.digest('hex'), areas }
}

port.on('message', (district: DistrictToWrite | 'end') => {
  if (district === 'end') {
    port.close()
    return
  }
  void writeDistrict(district).then(
    (written) => port.postMessage({ news: 'written', district: written } satisfies ListNews),
    (error: unknown) => {
      // Thrown where the worker's owner hears of it.
      queueMicrotask(() => {
        throw error
      })
    },
  )
})
