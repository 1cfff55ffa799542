import { z } from 'zod'
import type { postgresIdempotency } from '@intikhab/kernel/http'
import { defineJob, enqueue, startWorker, type BoundJob } from '@intikhab/kernel/jobs'
import type { ElectionId } from '@intikhab/programme'
import { storeCount } from '@intikhab/rolls'
import type { House } from './house.ts'
import { publishElection } from './series.ts'

/** An election whose programme or candidates changed is published anew. */
const publishElectionJob = defineJob({ name: 'server.publish-election', payload: z.object({ electionId: z.string() }) })

/** Answers kept for repeated requests are forgotten when their time is over. */
const sweepJob = defineJob({ name: 'server.sweep-answers', payload: z.object({}) })

/** Proposals whose time is over are entered as lapsed; what was approved and not carried out is tried again. */
const settleJob = defineJob({ name: 'server.settle-approvals', payload: z.object({}) })

/** The stored count of the rolls is kept near, so that statistics of the whole country take a moment. */
const countJob = defineJob({ name: 'rolls.store-count', payload: z.object({}) })

const hour = 3_600_000
const quarter = 15 * 60_000

/** Queues the publication of an election; asked for twice before it is done, it is done once. */
export function publishElectionSoon(house: House, electionId: string): Promise<void> {
  const key = `publish-election-${electionId}`
  return house.database.transaction((tx) => enqueue(tx, publishElectionJob, { electionId }, { key }))
}

/**
 * Begins the jobs of a running server. An election that changed just before a crash may not have been queued: each is
 * asked for once at the start, which publishes nothing where nothing changed.
 */
export async function startStandingJobs(
  house: House,
  answers: ReturnType<typeof postgresIdempotency>,
  log: (problem: unknown) => void,
  /** Jobs of single systems. */
  more: readonly BoundJob[],
): Promise<{ stop(): Promise<void> }> {
  const sweepLater = () =>
    house.database.transaction((tx) =>
      enqueue(tx, sweepJob, {}, { key: 'sweep-answers', runAt: new Date(house.now().getTime() + hour) }),
    )
  await sweepLater()
  const settle = async () => {
    await house.approvals.enterLapsed()
    await house.approvals.resume()
    await house.database.transaction((tx) =>
      enqueue(tx, settleJob, {}, { key: 'settle-approvals', runAt: new Date(house.now().getTime() + quarter) }),
    )
  }
  await settle()
  for (const { id } of await house.programme.store.listElections()) await publishElectionSoon(house, id)
  const countAt = (runAt: Date) =>
    house.database.transaction((tx) => enqueue(tx, countJob, {}, { key: 'store-count', runAt }))
  await countAt(house.now())
  const jobs = [
    ...more,
    ...house.approvals.jobs,
    publishElectionJob.doneBy(async ({ electionId }) => {
      const done = await publishElection(house, electionId as ElectionId)
      if (!done.ok) throw new Error(`${electionId} cannot be published: ${done.refusal.kind.code}`)
    }),
    settleJob.doneBy(settle),
    countJob.doneBy(async () => {
      const [newest] = await house.rolls.store.listRolls()
      const counted = newest === undefined ? undefined : await storeCount(house, newest.qualifyingDate)
      if (counted?.difference !== undefined) log(counted.difference)
      await countAt(new Date(house.now().getTime() + hour))
    }),
    sweepJob.doneBy(async () => {
      await answers.sweep()
      await sweepLater()
    }),
  ]
  // Two may be long ones, lists and a look-up pack of the whole country: the others go on beside them.
  return startWorker({ database: house.database, jobs, log, atOnce: 4 })
}
