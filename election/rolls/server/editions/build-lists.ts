import { mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@intikhab/kernel/database'
import type { NewFile } from '@intikhab/kernel/editions'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { writeTable } from '@intikhab/kernel/tables'
import { sql, type Kysely } from 'kysely'
import {
  areaColumns,
  areasPath,
  descriptionPath,
  districtPath,
  listColumns,
  listFormat,
  type ByGender,
  type ListDescription,
} from '../../core/editions/list-format.ts'
import { stageAt } from '../../core/editions/stages.ts'
import type { RollId } from '../../core/identifiers.ts'
import type { Roll } from '../../core/register/roll.ts'
import type { ElectoralArea, RollDistrict } from '../../core/register/voter.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { makePackFolder } from '../look-up/workshop.ts'
import { readOnly, shareSnapshot, takeSnapshot } from '../register/shared-snapshot.ts'
import { createRollsStore } from '../register/store.ts'
import { blockCode } from '../register/voter-row.ts'
import type { DistrictToWrite, WrittenArea, WrittenDistrict } from './list-worker.ts'
import { listSteps } from './stage-store.ts'
import { writeDistricts } from './write-districts.ts'

/** Series of the lists of a roll. It must not be served to the public. */
export const listSeries = (id: RollId): string => `list-${id}`

/** What the lists are built with. */
export interface ListWorks {
  readonly database: Database
  readonly now: () => Date
  /** Folder for what is being made, on the file system of the editions. */
  readonly workshop: string
  /** A snapshot that is shared with what is published beside the lists; a new one where nothing is said. */
  readonly snapshot?: string
  /** Threads that read and compress; one a core where nothing is said. */
  readonly threads?: number
  /** Told of voters as they are written; `of` is about how many there are. */
  readonly onProgress?: (voters: number, of: number) => void
}

/** The files of an edition, the lists themselves on the disk until it is disposed of. */
export interface BuiltLists extends Disposable {
  readonly description: ListDescription
  readonly files: readonly NewFile[]
}

/**
 * Freezes the lists of a roll out of one state of the register. Memory does not grow with the roll. Refuses
 * `unknown-roll`, `voters-without-a-place`.
 */
export async function buildLists(works: ListWorks, id: RollId): Promise<Outcome<BuiltLists>> {
  return readOnly(works.database, async (tx) => {
    await takeSnapshot(tx, works.snapshot)
    const store = createRollsStore(tx)
    const roll = (await store.listRolls()).find((one) => one.id === id)
    if (roll === undefined) return refuse(rollsRefusals['unknown-roll'], { field: 'rollId' })
    const [districts, areas] = [await store.districts(), await store.areas()]
    const astray = await countAstray(tx)
    if (astray > 0) return refuse(rollsRefusals['voters-without-a-place'], { detail: { areas: astray } })
    const making = makePackFolder(works.workshop)
    mkdirSync(join(making.folder, 'lists'))
    try {
      const { stage } = stageAt(await listSteps(tx, id), works.now())
      const written = await write(tx, works, making.folder, districts, areas)
      const last = await lastSerials(tx)
      const kept = stage === 'final' ? 'final' : 'preliminary'
      const description = describe(roll, kept, districts, written)
      const files = filesOf(making.folder, description, { districts, areas, written, last })
      return accept({ description, files, [Symbol.dispose]: () => making[Symbol.dispose]() })
    } catch (error) {
      making[Symbol.dispose]()
      throw error
    }
  })
}

/** Blocks that have voters and are no electoral area; from one to the next by the index, not over every voter. */
async function countAstray(tx: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with recursive step (block) as (
      (select block from rolls.voter where block is not null order by block limit 1)
      union all
      select (select block from rolls.voter v where v.block > step.block and block is not null order by block limit 1)
      from step where step.block is not null)
    select count(*) as n from step where block is not null
      and not exists (select 1 from rolls.electoral_area a where a.block = step.block)`.execute(tx)
  return rows[0]?.n ?? 0
}

async function write(
  tx: Kysely<unknown>,
  works: ListWorks,
  folder: string,
  districts: readonly RollDistrict[],
  areas: readonly ElectoralArea[],
): Promise<readonly WrittenDistrict[]> {
  const { snapshot, about } = await shareSnapshot(tx)
  const runs = runsOf(areas)
  const areasOf = new Map<string, number>()
  for (const { district } of areas) areasOf.set(district, (areasOf.get(district) ?? 0) + 1)
  const toWrite = districts
    .map(({ code }, place): DistrictToWrite => ({
      place,
      file: join(folder, districtPath(code)),
      runs: runs.get(code) ?? [],
    }))
    .sort((a, b) => sizeOf(b) - sizeOf(a))
  function sizeOf({ place }: DistrictToWrite): number {
    return areasOf.get(districts[place]?.code ?? '') ?? 0
  }
  return writeDistricts({ databaseUrl: works.database.url, snapshot }, toWrite, {
    threads: works.threads ?? availableParallelism(),
    onVoters: (voters) => works.onProgress?.(voters, Math.max(voters, about)),
  })
}

/** The blocks of each district as ranges in which no other district has one; `areas` are in the order of their blocks. */
function runsOf(areas: readonly ElectoralArea[]): ReadonlyMap<string, DistrictToWrite['runs']> {
  const runs = new Map<string, { from: number; to: number }[]>()
  let before: string | undefined
  for (const { block, district } of areas) {
    const known = runs.get(district) ?? []
    const last = known.at(-1)
    if (district === before && last !== undefined) last.to = Number(block)
    else known.push({ from: Number(block), to: Number(block) })
    runs.set(district, known)
    before = district
  }
  return runs
}

async function lastSerials(tx: Kysely<unknown>): Promise<ReadonlyMap<string, ByGender>> {
  const { rows } = await sql<{ block: number; last_male: number; last_female: number; last_other: number }>`
    select block, last_male, last_female, last_other from rolls.list`.execute(tx)
  return new Map(
    rows.map(({ block, last_male: male, last_female: female, last_other: other }) => [
      blockCode(block),
      { male, female, other },
    ]),
  )
}

const votersIn = (areas: readonly WrittenArea[]): ByGender => ({
  male: areas.reduce((sum, { men }) => sum + men, 0),
  female: areas.reduce((sum, { women }) => sum + women, 0),
  other: areas.reduce((sum, { others }) => sum + others, 0),
})

function describe(
  roll: Roll,
  stage: ListDescription['stage'],
  districts: readonly RollDistrict[],
  written: readonly WrittenDistrict[],
): ListDescription {
  return {
    format: listFormat,
    rollId: roll.id,
    nameEn: roll.nameEn,
    nameUr: roll.nameUr,
    stage,
    qualifyingDate: roll.qualifyingDate,
    columns: listColumns,
    voters: votersIn(written.flatMap(({ areas }) => areas)),
    areas: written.reduce((sum, { areas }) => sum + areas.length, 0),
    districts: districts.map(({ code, nameEn, nameUr, province }, place) => {
      const areas = written[place]?.areas ?? []
      const { male, female, other } = votersIn(areas)
      return { code, nameEn, nameUr, province, areas: areas.length, voters: male + female + other }
    }),
  }
}

function filesOf(
  folder: string,
  description: ListDescription,
  made: {
    readonly districts: readonly RollDistrict[]
    readonly areas: readonly ElectoralArea[]
    readonly written: readonly WrittenDistrict[]
    readonly last: ReadonlyMap<string, ByGender>
  },
): NewFile[] {
  const found = new Map(
    made.written.flatMap(({ areas }) => areas.map((area) => [blockCode(area.block), area] as const)),
  )
  const none = { male: 0, female: 0, other: 0 }
  const rows = made.areas.flatMap(({ block, district, nameEn, nameUr }) => {
    const area = found.get(block)
    if (area === undefined) return []
    const { offset, length, sha256, men, women, others } = area
    const { male, female, other } = made.last.get(block) ?? none
    return [[block, district, nameEn, nameUr, offset, length, sha256, men, women, others, male, female, other]]
  })
  return [
    { path: descriptionPath, mediaType: 'application/json', bytes: Buffer.from(`${JSON.stringify(description)}\n`) },
    {
      path: areasPath,
      mediaType: 'text/csv; charset=utf-8',
      bytes: Buffer.from(writeTable([[...areaColumns], ...rows])),
    },
    ...made.written.map(({ place, size, sha256 }) => {
      const path = districtPath(made.districts[place]?.code ?? '')
      return { path, mediaType: 'application/gzip', file: join(folder, path), size, sha256 }
    }),
  ]
}
