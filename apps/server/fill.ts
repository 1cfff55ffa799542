/** An empty installation is filled once: with the demonstration country, or with nothing but accounts. */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { CannotStart } from '@intikhab/kernel/database'
import { makeStarterAccounts, readStarterAccounts, type StarterAccount } from './accounts.ts'
import { emptyDataFolder, placesIn } from './data-folder.ts'
import {
  demonstrationOffices,
  demonstrationPeople,
  rehearsalPeople,
  secretariatOffice,
} from './demonstration-people.ts'
import { demonstrationId, makeDemonstration, type OnProgress } from './demonstration.ts'
import type { Environment } from './environment.ts'
import type { House } from './house.ts'
import { beginRegistration } from './registration/registration.ts'
import type { Site } from './site-settings.ts'

/** What an empty installation is filled with: the demonstration country, accounts for a rehearsal, or nothing at all. */
export interface Filling {
  readonly country: 'demonstration' | 'none' | 'empty'
  /** Voters of the demonstration country; a million where nothing is said. */
  readonly voters?: number
  /** Whether the country's registration offices are at work: claims, batches of the registry, a roll on display. */
  readonly registration?: boolean
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

/** Who can come in after the filling. */
export interface Filled {
  /** Accounts that the program made itself, with their secrets. */
  readonly accounts: readonly StarterAccount[]
  /** Tokens of invitations to the secretariat, told this once: outside demonstration and rehearsal nobody has a password. */
  readonly invitations: readonly string[]
}

/**
 * Fills an installation without accounts, and gives those of one that has some. One that was never filled invites two
 * people to the secretariat, at each start anew until both have come in.
 */
export async function fill(house: House, site: Site, options: Filling): Promise<Filled> {
  const { accounts: file, filling } = placesIn(house.environment.dataFolder)
  const known = readStarterAccounts(file)
  if (known.length > 0) return { accounts: known, invitations: [] }
  const isNew = (await house.programme.store.listElections()).length === 0 && house.identity.offices.open().length === 0
  if (!isNew || options.country === 'empty') return { accounts: [], invitations: await inviteSecretariat(house) }
  writeFileSync(filling, '')
  const { people, country } =
    options.country === 'none' ? await openForRehearsal(house) : await makeCountry(house, site, options)
  const made = await makeStarterAccounts(house.identity, people, file)
  if (country !== null && options.registration === true) {
    options.onProgress('Opening the registration offices', 0, 1)
    await beginRegistration(house, country)
    options.onProgress('Opening the registration offices', 1, 1)
  }
  rmSync(filling)
  return { accounts: made, invitations: [] }
}

const program = { kind: 'system', id: 'program' } as const

async function openOffices(house: House, offices: Parameters<typeof house.identity.offices.openOffices>[0]) {
  const opened = await house.identity.offices.openOffices(offices, program)
  if (!opened.ok) throw new Error(`the first offices were refused: ${opened.refusal.kind.code}`)
}

async function inviteSecretariat(house: House): Promise<string[]> {
  if (house.identity.offices.open().length === 0) await openOffices(house, secretariatOffice)
  return (await house.identity.invitations.inviteFirst()).map(({ token }) => token)
}

async function openForRehearsal(house: House) {
  await openOffices(house, secretariatOffice)
  return { people: rehearsalPeople, country: null }
}

async function makeCountry(house: House, site: Site, { onProgress, voters }: Filling) {
  const country = await makeDemonstration(house, site, onProgress, voters)
  const seats = (await house.nominations.listContests(demonstrationId)).map(({ id }) => id)
  await openOffices(house, demonstrationOffices(demonstrationId, seats))
  return { people: demonstrationPeople(demonstrationId, seats), country }
}
