import type { Route } from '@intikhab/kernel/http'
import { defineJob, enqueue, type BoundJob } from '@intikhab/kernel/jobs'
import { createQuality, fillNameDictionary, qualityRoutes, voterHandles, type Claims } from '@intikhab/rolls'
import { z } from 'zod'
import { placesIn } from './data-folder.ts'
import type { House } from './house.ts'

/** The whole register is looked through for faults; a run that a crash ended is begun again. */
const qualityJob = defineJob({ name: 'rolls.look-through', payload: z.object({ runId: z.int() }), attempts: 3 })

/** Names that came into the register since are learnt, so that they are found when they are typed with mistakes. */
const namesJob = defineJob({ name: 'rolls.learn-names', payload: z.object({}) })
const hour = 3_600_000

/** Faults suspected of the rolls: the officers' addresses, and the jobs behind them. */
export async function openQuality(
  house: House,
  claims: Pick<Claims, 'lodge'>,
): Promise<{ readonly routes: Route[]; readonly jobs: readonly BoundJob[] }> {
  const { database, ledger, rolls, now, packSecret, environment } = house
  const workshop = placesIn(environment.dataFolder).qualityWorkshop
  const queue = (tx: Parameters<typeof enqueue>[0], runId: number) =>
    enqueue(tx, qualityJob, { runId }, { queue: 'rolls.quality' })
  const quality = createQuality({ database, ledger, rolls, claims, now, queue, workshop })
  const learnAt = (runAt: Date) =>
    database.transaction((tx) => enqueue(tx, namesJob, {}, { key: 'learn-names', runAt }))
  await learnAt(now())
  return {
    routes: qualityRoutes({ database, rolls, quality, handles: voterHandles(packSecret) }),
    jobs: [
      qualityJob.doneBy(async ({ runId }) => void (await quality.run(runId))),
      namesJob.doneBy(async () => {
        await fillNameDictionary(database)
        await learnAt(new Date(now().getTime() + hour))
      }),
    ],
  }
}
