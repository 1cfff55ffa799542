import { setTimeout as wait } from 'node:timers/promises'
import { electionId, latestFile } from '@intikhab/rehearsal/stage'
import { editionPaths, resultsSeries, type ResultsSummary } from '@intikhab/results'
import type { Sighting } from './arrivals.ts'

/** Between two looks, and how long is waited for the forms at most, in milliseconds. */
const every = 100
const patience = 120_000

/** Forms that the newest results edition counts, as the public sees it; 0 before the first edition. */
export async function publishedForms(url: string): Promise<number> {
  const summary = await latestFile<ResultsSummary>(url, resultsSeries(electionId), editionPaths.summary)
  return summary?.counters.received ?? 0
}

/**
 * Looks at the newest edition ten times a second, until it counts `forms` or `signal` ends it. Gives what was seen, one
 * sighting for each change.
 *
 * @throws Error where the forms are not there in two minutes.
 */
export async function watchEdition(url: string, forms: number, signal?: AbortSignal): Promise<Sighting[]> {
  const sightings: Sighting[] = []
  const deadline = performance.now() + patience
  for (;;) {
    const seen = await publishedForms(url)
    if (seen !== sightings.at(-1)?.forms) sightings.push({ at: Date.now(), forms: seen })
    if (seen >= forms || signal?.aborted === true) return sightings
    if (performance.now() > deadline) throw new Error(`the newest edition counts ${seen} forms, not ${forms}`)
    await wait(every)
  }
}
