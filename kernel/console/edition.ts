import { getJson, Refused } from './api.ts'

/** The newest edition of a series, read over HTTP. */
export interface LatestEdition {
  readonly series: string
  readonly number: number
  readonly manifest: {
    readonly madeAt: string
    readonly ledger: { readonly size: number; readonly root: string } | null
    readonly files: readonly { readonly path: string; readonly size: number }[]
  }
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

/** Opens the newest edition; null where none has been published yet. Every file read from it belongs to that one edition. */
export async function openLatest(series: string): Promise<LatestEdition | null> {
  const manifest = await findJson<LatestEdition['manifest'] & { number: number }>(`/editions/${series}/latest`)
  if (manifest === undefined) return null
  return {
    series,
    number: manifest.number,
    manifest,
    json: <T>(path: string) => findJson<T>(`/editions/${series}/${manifest.number}/${path}`),
  }
}
