import { postJson, type Refused } from '@intikhab/kernel/console'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Gender } from '../../../core/register/voter.ts'
import type { SearchAnswer, SearchBody } from '../../../server/names/search-routes.ts'
import { leastLetters, typedSearch } from './typed-search.ts'

/** What stands in the fields of the search. */
export interface SearchFields {
  readonly typed: string
  readonly relative: string
  /** Code of a district. */
  readonly district: string
  readonly gender: '' | Gender
}

const pauseMs = 250

/** The question that the fields put; null while there is too little in them. */
function questionOf({ typed, relative, gender }: SearchFields): SearchBody | null {
  const asked = typedSearch(typed)
  const of = gender === '' ? {} : { gender }
  switch (asked.kind) {
    case 'nothing':
    case 'letter':
    case 'digits':
      return null
    case 'cnic':
      return { by: 'cnic', cnic: asked.cnic }
    case 'line':
      return { by: 'line', block: asked.block, serial: asked.serial, ...of }
    case 'name':
      return {
        by: 'name',
        name: asked.name,
        ...(relative.trim().length < leastLetters ? {} : { relationName: relative.trim() }),
        ...(asked.block === undefined ? {} : { blockPrefix: asked.block }),
        ...of,
      }
  }
  return asked satisfies never
}

/** Who is found by the fields, asked when the typing pauses. The last answer stays until the next is there. */
export function useSearch(fields: SearchFields): UseQueryResult<SearchAnswer, Refused> & { readonly isAsked: boolean } {
  const question = questionOf(fields)
  const written = JSON.stringify([fields.district, question])
  const [settled, setSettled] = useState(written)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(written), pauseMs)
    return () => clearTimeout(timer)
  }, [written])
  const [district, asked] = JSON.parse(settled) as [string, SearchBody | null]
  const query = useQuery<SearchAnswer, Refused>({
    queryKey: ['register-search', district, settled],
    queryFn: () => postJson<SearchAnswer>(`/api/rolls/districts/${encodeURIComponent(district)}/search`, asked),
    enabled: asked !== null,
    // Of another district nothing stays: its links would lead astray.
    placeholderData: (before, query) => (query?.queryKey[1] === district ? before : undefined),
    // Each question is entered in the log of searches: it is not put again because a window came to the front.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    retry: false,
  })
  return { ...query, isAsked: question !== null }
}
