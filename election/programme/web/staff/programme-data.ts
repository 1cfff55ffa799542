import { useGet } from '@intikhab/kernel/console'
import type { z } from 'zod'
import type { PublishedVersion } from '../../core/edition.ts'
import type { electionAnswer, previewAnswer } from '../../server/wire.ts'

/** What the interface answers, with dates as the law writes them. */
export type ElectionNow = Omit<z.infer<typeof electionAnswer>, 'inForce'> & { readonly inForce: PublishedVersion }
export type Preview = z.infer<typeof previewAnswer>

/** The election with the programme in force, and where it stands now. */
export function useElection(id: string) {
  return useGet<ElectionNow>(`/api/elections/${id}`)
}

/** Every version of its programme, oldest first. */
export function useVersions(id: string) {
  return useGet<{ readonly versions: readonly PublishedVersion[] }>(`/api/elections/${id}/programme/versions`)
}
