import type { Database } from '@intikhab/kernel/database'
import { freshDatabase } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { defineJob, doDueJobs, enqueue, installJobs, startWorker, type JobFailure } from './index.ts'

const publish = defineJob({ name: 'test.publish', payload: z.object({ contest: z.string() }), attempts: 3 })
let database: Database
let url: string
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ database, url, drop } = await freshDatabase(inject('postgresUrl'), []))
  await installJobs(url)
})
afterAll(() => drop())

const waiting = async () =>
  (await database.pool.query<{ n: number }>('select count(*)::int as n from graphile_worker._private_jobs')).rows[0]?.n
function collector() {
  const done: string[] = []
  return { done, job: publish.doneBy(({ contest }) => Promise.resolve(void done.push(contest))) }
}

test('a job is done once, under the application role', async () => {
  const { done, job } = collector()
  await enqueue(database.tables(), publish, { contest: 'NA-21' })
  await doDueJobs({ database, jobs: [job] })
  await doDueJobs({ database, jobs: [job] })
  expect(done).toEqual(['NA-21'])
  expect(await waiting()).toBe(0)
})

test('a job whose cause was rolled back never existed', async () => {
  const { done, job } = collector()
  const act = database.transaction(async (tx) => {
    await enqueue(tx, publish, { contest: 'NA-22' })
    throw new Error('the act failed')
  })
  await expect(act).rejects.toThrow('the act failed')
  await doDueJobs({ database, jobs: [job] })
  expect(done).toEqual([])
})

test('a failing job is reported and stays for another attempt', async () => {
  const failures: JobFailure[] = []
  const attempts: number[] = []
  const failing = publish.doneBy((_payload, attempt) => {
    attempts.push(attempt)
    return Promise.reject(new Error('the disk is full'))
  })
  await enqueue(database.tables(), publish, { contest: 'NA-23' })
  await doDueJobs({ database, jobs: [failing], log: (failure) => failures.push(failure) })
  expect(attempts).toEqual([1])
  expect(failures).toEqual([
    {
      message: expect.stringContaining('test.publish'),
      error: expect.objectContaining({ message: 'the disk is full' }),
    },
  ])
  expect(await waiting()).toBe(1)
  await database.pool.query("update graphile_worker._private_jobs set run_at = now() - interval '1 minute'")
  const { done, job } = collector()
  await doDueJobs({ database, jobs: [job] })
  expect(done).toEqual(['NA-23'])
})

test('jobs of one key are one job, told the last that was said', async () => {
  const { done, job } = collector()
  for (const contest of ['NA-1', 'NA-2', 'NA-3'])
    await enqueue(database.tables(), publish, { contest }, { key: 'publish' })
  await doDueJobs({ database, jobs: [job] })
  expect(done).toEqual(['NA-3'])
})

test('a job for later waits', async () => {
  const { done, job } = collector()
  await enqueue(
    database.tables(),
    publish,
    { contest: 'NA-9' },
    { runAt: new Date('2999-01-01T00:00:00Z'), key: 'later' },
  )
  await doDueJobs({ database, jobs: [job] })
  expect([done, await waiting()]).toEqual([[], 1])
})

test('a wrong payload is refused before it is queued', async () => {
  await expect(enqueue(database.tables(), publish, { contest: 5 } as never)).rejects.toThrow(/contest/)
})

test('two things cannot do the same job', async () => {
  const { job } = collector()
  await expect(doDueJobs({ database, jobs: [job, job] })).rejects.toThrow('two things do the job test.publish')
})

test('a running worker does a job as soon as its cause is committed, and stops when told', async () => {
  let arrived: (contest: string) => void = () => undefined
  const first = new Promise<string>((resolve) => (arrived = resolve))
  const worker = await startWorker({
    database,
    jobs: [publish.doneBy(({ contest }) => Promise.resolve(arrived(contest)))],
  })
  await database.transaction((tx) => enqueue(tx, publish, { contest: 'PK-7' }))
  expect(await first).toBe('PK-7')
  await worker.stop()
})

test('installing again changes nothing', async () => {
  await installJobs(url)
  const { done, job } = collector()
  await enqueue(database.tables(), publish, { contest: 'PS-101' })
  await doDueJobs({ database, jobs: [job] })
  expect(done).toEqual(['PS-101'])
})
