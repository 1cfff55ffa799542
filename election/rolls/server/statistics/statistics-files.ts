import type { ChangedFile } from '@intikhab/kernel/editions'
import { writeTable } from '@intikhab/kernel/tables'
import { findRulePack } from '@intikhab/law'
import { getPack, type Roll } from '../../core/register/roll.ts'
import { openSums } from '../../core/statistics/closes.ts'
import type { CountedPlaces } from '../../core/statistics/cut-country.ts'
import { changesTable, registryTable } from '../../core/statistics/district-tables.ts'
import { statisticsPaths } from '../../core/statistics/file-paths.ts'
import { rollStatistics, type CountedRoll, type RollStatistics } from '../../core/statistics/statistics.ts'
import type { RollsStore } from '../register/store.ts'
import { statisticsTables } from './statistics-tables.ts'

/** What an edition of statistics is made for. */
export interface RollPublication {
  readonly asOf: Date
  /** Number that the edition will have. */
  readonly edition: number
  /** The statistics of the edition before; undefined for the first. */
  readonly before: RollStatistics | undefined
  readonly stations: number | null
  /** The delimitation by whose seats voters are counted; null where none is known. */
  readonly seats: (Pick<CountedPlaces, 'seats' | 'seatsOf'> & { readonly delimitationId: string }) | null
}

/** Counts a roll for publication. `store` must be of one snapshot. Throws where what came out does not add up. */
async function countForPublication(
  store: RollsStore,
  roll: Roll,
  { asOf, edition, before, stations, seats }: RollPublication,
): Promise<CountedRoll & { readonly places: CountedPlaces }> {
  const [districts, areas] = [await store.districts(), await store.areas()]
  const { counts, horizon } = await store.count(roll.qualifyingDate, areas)
  const { id, nameEn, nameUr, qualifyingDate } = roll
  const { value: percent, section } = getPack(roll, findRulePack).values.rolls.genderGapPercent
  const facts = {
    rollId: id,
    nameEn,
    nameUr,
    qualifyingDate,
    asOf: asOf.toISOString(),
    edition,
    blocks: areas.length,
    stations,
    delimitationId: seats?.delimitationId ?? null,
    genderGap: { percent, section },
    counted: horizon,
  }
  // An import brings voters without actions: what came since the edition before could not be told.
  const since = before !== undefined && before.counted.imports === horizon.imports ? before : undefined
  const changes =
    since === undefined
      ? null
      : {
          since: { edition: since.edition, asOf: since.asOf },
          table: changesTable(await store.movements(since.counted), districts),
        }
  const registry = registryTable(await store.registryCounts(), districts)
  const places = { districts, areas, seats: seats?.seats ?? [], seatsOf: seats?.seatsOf ?? (() => []) }
  const counted = rollStatistics(facts, counts, places, { changes, registry })
  const open = openSums(counted.statistics)
  if (open.length > 0) throw new Error(`the statistics do not add up: ${JSON.stringify(open)}`)
  return { ...counted, places }
}

const csv = 'text/csv; charset=utf-8'

/** The public files of a roll: its statistics as JSON, and every breakdown as CSV, one file a level. */
export async function statisticsFiles(
  store: RollsStore,
  roll: Roll,
  publication: RollPublication,
): Promise<readonly ChangedFile[]> {
  const counted = await countForPublication(store, roll, publication)
  return [
    {
      path: statisticsPaths.all,
      mediaType: 'application/json',
      bytes: Buffer.from(JSON.stringify(counted.statistics)),
    },
    ...Array.from(statisticsTables(counted.statistics, counted.blocks, counted.places.areas), ({ path, rows }) => ({
      path,
      mediaType: csv,
      bytes: Buffer.from(writeTable(rows)),
    })),
  ]
}
