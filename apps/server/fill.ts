/** An empty installation is filled once: with the demonstration country, or with nothing but accounts. */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { CannotStart } from '@intikhab/kernel/database'
import {
  demonstrationOffices,
  makeStarterAccounts,
  readStarterAccounts,
  rehearsalOffices,
  type StarterAccount,
} from './accounts.ts'
import { emptyDataFolder, placesIn } from './data-folder.ts'
import { demonstrationId, makeDemonstration, type OnProgress } from './demonstration.ts'
import type { Environment } from './environment.ts'
import type { House } from './house.ts'
import type { Site } from './site-settings.ts'

/** What an empty installation is filled with: the demonstration country, or nothing but accounts for a rehearsal. */
export interface Filling {
  readonly country: 'demonstration' | 'none'
  /** Voters of the demonstration country; a million where nothing is said. */
  readonly voters?: number
  readonly onProgress: OnProgress
}

/**
 * A filling that was cut off left something that nobody ever saw: it is taken away, so that this start begins anew.
 * Throws `CannotStart` where part of it lies with somebody else. `told` hears why it takes long again.
 */
export async function clearCutOff(
  { dataFolder, databaseUrl, s3 }: Environment,
  told: (sentence: string) => void,
): Promise<void> {
  if (!existsSync(placesIn(dataFolder).filling)) return
  if (databaseUrl !== undefined || s3 !== undefined)
    throw new CannotStart(
      `The first start was cut off while it filled the installation. Empty the database${s3 === undefined ? '' : ' and the S3 bucket'}, delete ${dataFolder}, and start again.`,
    )
  told('The first start was cut off before the installation was filled; it begins anew.')
  await emptyDataFolder(dataFolder)
}

/** Fills an installation without accounts, and gives those of one that has some. */
export async function fill(house: House, site: Site, options: Filling): Promise<readonly StarterAccount[]> {
  const { accounts: file, filling } = placesIn(house.environment.dataFolder)
  const known = readStarterAccounts(file)
  if (known.length > 0) return known
  if ((await house.programme.store.listElections()).length > 0) return []
  writeFileSync(filling, '')
  const offices = options.country === 'none' ? rehearsalOffices : await makeCountry(house, site, options)
  const made = await makeStarterAccounts(house.identity, offices, file)
  rmSync(filling)
  return made
}

async function makeCountry(house: House, site: Site, { onProgress, voters }: Filling) {
  await makeDemonstration(house, site, onProgress, voters)
  return demonstrationOffices((await house.nominations.listContests(demonstrationId)).map(({ id }) => id))
}
