import type { Database } from '@intikhab/kernel/database'
import type { ChangedFile } from '@intikhab/kernel/editions'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { writeTable } from '@intikhab/kernel/tables'
import {
  centresPath,
  stagePath,
  type PublishedCentre,
  type PublishedStage,
} from '../../core/editions/published-stage.ts'
import type { RollId } from '../../core/identifiers.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { readOnly } from '../register/shared-snapshot.ts'
import { createRollsStore } from '../register/store.ts'
import { listCentres } from './display-centres.ts'
import { listSteps } from './stage-store.ts'

/** The public series that tells where a roll stands and where it is displayed. */
export const displaySeries = (id: RollId): string => `display-${id}`

/** The files of the next edition of `display-<id>`. Refuses `unknown-roll`. */
export async function displayFiles(database: Database, id: RollId): Promise<Outcome<readonly ChangedFile[]>> {
  return readOnly(database, async (tx) => {
    const store = createRollsStore(tx)
    const roll = (await store.listRolls()).find((one) => one.id === id)
    if (roll === undefined) return refuse(rollsRefusals['unknown-roll'], { field: '/roll' })
    const [districts, areas, steps] = [await store.districts(), await store.areas(), await listSteps(tx, id)]
    const nameOf = new Map(areas.map(({ block, nameEn, nameUr }) => [block as string, { nameEn, nameUr }]))
    const byDistrict = new Map<string, PublishedCentre[]>()
    for (const { district, blocks, isClosed, ...centre } of await listCentres(tx, id)) {
      if (isClosed) continue
      const published = {
        ...centre,
        areas: blocks.map((block) => Object.assign({ block }, nameOf.get(block))),
      } as PublishedCentre
      byDistrict.set(district, [...(byDistrict.get(district) ?? []), published])
    }
    const stage: PublishedStage = {
      rollId: id,
      nameEn: roll.nameEn,
      nameUr: roll.nameUr,
      qualifyingDate: roll.qualifyingDate,
      steps: steps.map(({ number, kind, at, from, until, orderReference, reason }) => ({
        number,
        kind,
        at: at.toISOString(),
        from,
        until,
        orderReference,
        // The reason of a direction is published with it (s.49); of other orders it is for the file.
        reason: kind === 'direction' ? reason : null,
      })),
      districts: districts.map(({ code, nameEn, nameUr, province }) => ({
        code,
        nameEn,
        nameUr,
        province,
        centres: byDistrict.get(code)?.length ?? 0,
      })),
    }
    return accept([
      json(stagePath, stage),
      ...[...byDistrict].map(([code, centres]) => json(centresPath(code), centres)),
      { path: 'display-centres.csv', mediaType: 'text/csv; charset=utf-8', bytes: Buffer.from(table(byDistrict)) },
    ])
  })
}

const columns = [
  'block',
  'area_en',
  'area_ur',
  'district',
  'centre',
  'name_en',
  'name_ur',
  'address_en',
  'address_ur',
  'opens_at',
  'closes_at',
]

function table(byDistrict: ReadonlyMap<string, readonly PublishedCentre[]>): string {
  const rows = [...byDistrict].flatMap(([district, centres]) =>
    centres.flatMap(({ areas, number, nameEn, nameUr, addressEn, addressUr, opensAt, closesAt }) =>
      areas.map((area) => [
        area.block,
        area.nameEn,
        area.nameUr,
        district,
        number,
        nameEn,
        nameUr,
        addressEn,
        addressUr,
        opensAt,
        closesAt,
      ]),
    ),
  )
  return writeTable([columns, ...rows])
}

function json(path: string, value: unknown): ChangedFile {
  return { path, mediaType: 'application/json', bytes: Buffer.from(`${JSON.stringify(value)}\n`) }
}
