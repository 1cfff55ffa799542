import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'
import { getJson, postJson, type Refused } from './api.ts'
import { openLatest, type LatestEdition } from './edition.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { useSpeech } from './language.tsx'
import { words } from './words.ts'

/** How an address is read. */
interface Reading {
  readonly everyMs?: number
  readonly enabled?: boolean
  /** Each reading is entered in a log: it is not repeated because a window came to the front. */
  readonly isKept?: boolean
}

/** Reads an address of the interface and keeps it fresh. */
export function useGet<T>(path: string, options: Reading = {}) {
  return useQuery<T, Refused>({
    queryKey: [path],
    queryFn: () => getJson<T>(path),
    enabled: options.enabled ?? true,
    refetchInterval: options.everyMs ?? false,
    ...(options.isKept === true ? { staleTime: 60_000, refetchOnWindowFocus: false, refetchOnReconnect: false } : {}),
  })
}

/** Reads something out of the newest edition of a series; `read` gets null where nothing is published yet. */
export function useEdition<T>(
  series: string,
  what: readonly string[],
  read: (edition: LatestEdition | null) => Promise<T>,
  everyMs: number | false = false,
): UseQueryResult<T, Refused> {
  return useQuery<T, Refused>({
    queryKey: ['edition', series, ...what],
    queryFn: async () => read(await openLatest(series)),
    refetchInterval: everyMs,
  })
}

/** A published series and its newest edition. */
export interface ListedEdition {
  readonly series: string
  readonly number: number
  readonly madeAt: string
  readonly sha256: string
  readonly files: number
}

/** Every public series with its newest edition. */
export function useEditions() {
  return useGet<{ readonly series: readonly ListedEdition[] }>('/editions', { everyMs: 5000 })
}

/** An act by POST, with a key of its own until it has succeeded, so that no retry does it twice. */
export function useAct<B, R>(path: string, after: { readonly refresh: readonly (readonly string[])[] }) {
  const client = useQueryClient()
  const key = useRef<{ readonly body: string; readonly key: string } | undefined>(undefined)
  return useMutation<R, Refused, B>({
    mutationFn(body) {
      const written = JSON.stringify(body ?? null)
      if (key.current?.body !== written) key.current = { body: written, key: crypto.randomUUID() }
      return postJson<R>(path, body, key.current.key)
    },
    async onSuccess() {
      key.current = undefined
      await Promise.all(after.refresh.map((queryKey) => client.invalidateQueries({ queryKey })))
    },
  })
}

/** Shows what a question brought: waiting, refused, or the content. */
export function Loaded<T>(props: { query: UseQueryResult<T, Refused>; children: (data: T) => ReactNode }): ReactNode {
  const { query, children } = props
  const { t } = useSpeech()
  if (query.data !== undefined)
    return (
      <>
        {query.isError ? <ProblemNotice problem={query.error.problem} /> : null}
        {children(query.data)}
      </>
    )
  if (query.isError) return <ProblemNotice problem={query.error.problem} onRetry={() => void query.refetch()} />
  return <output className="waiting">{t(words.loading)}</output>
}
