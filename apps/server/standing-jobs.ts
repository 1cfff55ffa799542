import { z } from 'zod'
import type { postgresIdempotency } from '@intikhab/kernel/http'
import { defineJob, enqueue, type BoundJob } from '@intikhab/kernel/jobs'
import type { ElectionId } from '@intikhab/programme'
import type { House } from './house.ts'
import { publishElection } from './series.ts'

/** An election whose programme or candidates changed is published anew. */
const publishElectionJob = defineJob({ name: 'server.publish-election', payload: z.object({ electionId: z.string() }) })

/** Answers kept for repeated requests are forgotten when their time is over. */
const sweepJob = defineJob({ name: 'server.sweep-answers', payload: z.object({}) })

const hour = 3_600_000

/** Queues the publication of an election; asked for twice before it is done, it is done once. */
export function publishElectionSoon(house: House, electionId: string): Promise<void> {
  const key = `publish-election-${electionId}`
  return house.database.transaction((tx) => enqueue(tx, publishElectionJob, { electionId }, { key }))
}

/** The jobs of a running server. */
export function standingJobs(house: House, answers: ReturnType<typeof postgresIdempotency>): BoundJob[] {
  const sweepLater = () =>
    house.database.transaction((tx) =>
      enqueue(tx, sweepJob, {}, { key: 'sweep-answers', runAt: new Date(house.now().getTime() + hour) }),
    )
  return [
    publishElectionJob.doneBy(async ({ electionId }) => {
      const done = await publishElection(house, electionId as ElectionId)
      if (!done.ok) throw new Error(`${electionId} cannot be published: ${done.refusal.kind.code}`)
    }),
    sweepJob.doneBy(async () => {
      await answers.sweep()
      await sweepLater()
    }),
  ]
}
