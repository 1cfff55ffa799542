/**
 * The registration offices of the demonstration country at work, so that no desk is empty: claims and objections, papers,
 * batches of the civil registry, visits at the door, a roll on display, and faults that are suspected. Everybody named is
 * generated, everything is done by the accounts of the demonstration through what the offices use themselves, and
 * everything is entered in the ledger as it happens: today.
 */
import type { HttpServer } from '@intikhab/kernel/http'
import { defineJob, enqueue, type BoundJob } from '@intikhab/kernel/jobs'
import { generateCountry, type Country } from '@intikhab/rehearsal/country'
import type { RollId } from '@intikhab/rolls'
import { z } from 'zod'
import { demonstrationId } from '../demonstration.ts'
import type { House } from '../house.ts'
import { handleClaimsAllYear } from './claims-all-year.ts'
import { openClaimOffice } from './claim-office.ts'
import { openDisplayCentres } from './display-centres.ts'
import { visitDoors } from './door-lists.ts'
import { goOn } from './go-on.ts'
import { meetVoters } from './met-voters.ts'
import { actUponPapers } from './office-acts.ts'
import { findOfficers } from './officers.ts'
import { takeInBatches } from './registry-batches.ts'

/** What takes longer is done while the demonstration is looked at already. */
const goOnJob = defineJob({ name: 'server.demonstration-registration', payload: z.object({ voters: z.int() }) })

/**
 * Begins the work of the offices in a country that has just been made and published; some two seconds. Editions that are
 * published keep their figures: this comes after them.
 */
export async function beginRegistration(house: House, country: Country): Promise<void> {
  const officers = await findOfficers(house)
  const met = meetVoters(country, 'all-year')
  const office = await openClaimOffice(house, officers.counter, officers.registrationOfficer)
  const { deleted, corrected } = await handleClaimsAllYear(office, country, met)
  await actUponPapers(house, officers, met, corrected)
  await takeInBatches(house, country, officers, meetVoters(country, 'registry'), deleted)
  await visitDoors(house, country, officers, deleted.blockCode)
  await openDisplayCentres(house, country, officers, demonstrationId as RollId)
  const { voters } = country
  await house.database.transaction((tx) => enqueue(tx, goOnJob, { voters }))
}

/** What goes on after the first start, until a roll is on display and a fault is decided. */
export function registrationJob(house: House, http: Pick<HttpServer, 'fastify'>): BoundJob {
  let made: Country | undefined
  let isClosing = false
  http.fastify.addHook('preClose', async () => void (isClosing = true))
  return goOnJob.doneBy(async ({ voters }) => {
    const wait = await goOn({ house, http }, () => (made ??= generateCountry({ voters }))).catch((error: unknown) => {
      // What the end of the server cut off goes on at the next start.
      if (isClosing) return 0
      throw error
    })
    if (wait === undefined) return
    const runAt = new Date(house.now().getTime() + wait)
    await house.database.transaction((tx) => enqueue(tx, goOnJob, { voters }, { runAt }))
  })
}
