import { getJson, Refused } from './api.ts'

/** The newest edition of a series, read over HTTP. */
export interface LatestEdition {
  readonly series: string
  readonly number: number
  /** A parsed file; undefined where the edition has none of that path. */
  json<T>(path: string): Promise<T | undefined>
}

async function findJson<T>(path: string): Promise<T | undefined> {
  try {
    return await getJson<T>(path)
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 404) return undefined
    throw error
  }
}

/**
 * Opens the newest edition; null where none has been published yet. Every file read from it belongs to that one edition
 * and is kept by the browser, so asking again costs a few bytes until the next one.
 */
export async function openLatest(series: string): Promise<LatestEdition | null> {
  const newest = await findJson<{ number: number }>(`/newest/${series}`)
  if (newest === undefined) return null
  const { number } = newest
  return { series, number, json: <T>(path: string) => findJson<T>(`/editions/${series}/${number}/${path}`) }
}
