import type { DoorEvent, Route } from '@intikhab/kernel/http'
import { defineJob, enqueue, type BoundJob } from '@intikhab/kernel/jobs'
import { openRegistryDoor, openRegistryFeed, registryFeedRoutes, type RegistryFeed } from '@intikhab/rolls'
import { z } from 'zod'
import { placesIn } from './data-folder.ts'
import type { House } from './house.ts'

/** Records are taken in soon after they arrive, and now and then: a freeze ends, somebody is 18. */
const takeInJob = defineJob({ name: 'rolls.registry-feed', payload: z.object({}) })
const quarter = 15 * 60_000

type Log = (problem: unknown) => void

/**
 * The feed of the civil registry into the house's rolls; commands use it beside a running server. `keys`: file of other
 * keys than those that the operator agreed on with the registry.
 */
export function openHouseFeed({ database, ledger, now, environment }: House, keys?: string): Promise<RegistryFeed> {
  const places = placesIn(environment.dataFolder)
  const { name: registry, deaths, keyFile: agreed = places.registryKeys } = environment.registry
  const keyFile = keys ?? agreed
  return openRegistryFeed({ database, ledger, now, folder: places.registryEvidence, registry, keyFile, deaths })
}

/** The feed as the server runs it. */
export interface Registry {
  readonly feed: RegistryFeed
  readonly routes: Route[]
  readonly jobs: readonly BoundJob[]
  /** Queues the first run. */
  start(): Promise<void>
  /** Opens the registry's own door, where one is set. Throws `CannotStart`. */
  open(watch: (event: DoorEvent) => void): Promise<{ readonly url: string | undefined; close(): Promise<void> }>
}

export async function openRegistry(house: House, log: Log): Promise<Registry> {
  const feed = await openHouseFeed(house)
  const { database, environment } = house
  const { door: settings } = environment.registry
  const queue = (milliseconds: number) =>
    database.transaction((tx) => {
      const runAt = new Date(house.now().getTime() + milliseconds)
      return enqueue(tx, takeInJob, {}, { key: takeInJob.name, runAt })
    })
  return {
    feed,
    routes: registryFeedRoutes({ database, feed, log }),
    jobs: [
      takeInJob.doneBy(async () => {
        await feed.takeIn()
        await queue(quarter)
      }),
    ],
    start: () => queue(0),
    async open(watch) {
      if (settings === undefined) return { url: undefined, close: () => Promise.resolve() }
      const event = { method: 'TLS', route: '/registry-feed/v1', act: 'rolls.feed', accountId: null, session: null }
      const onStranger = (ip: string) => watch({ ...event, status: 403, code: 'rolls.registry-certificate', ip })
      return openRegistryDoor(settings, { database, feed, log, onStranger })
    },
  }
}
