import { postJson, type Refused } from '@intikhab/kernel/console'
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { placeOf } from './search-places.ts'
import type { SearchAnswer } from './search-answer.ts'
import { typedSearch } from './typed-search.ts'

/** What stands in the fields of the search. */
export interface SearchFields {
  readonly typed: string
  readonly relative: string
  /** Value of an offered place. */
  readonly place: string
  readonly gender: '' | 'male' | 'female' | 'other'
}

const pauseMs = 250

/** The question that the fields put; undefined while there is too little in them. */
function questionOf({ typed, relative, place, gender }: SearchFields): object | undefined {
  const asked = typedSearch(typed)
  const where = { place: placeOf(place), ...(gender === '' ? {} : { gender }) }
  switch (asked.kind) {
    case 'nothing':
    case 'letter':
    case 'digits':
      return undefined
    case 'cnic':
      return { place: where.place, cnic: asked.cnic }
    case 'line':
      return { ...where, block: asked.block, serial: asked.serial }
    case 'name': {
      const { kind: _kind, ...name } = asked
      return { ...where, ...name, ...(relative.trim().length < 2 ? {} : { relative: relative.trim() }) }
    }
  }
  return asked satisfies never
}

/** Who is found by the fields, asked when the typing pauses. The last answer stays until the next is there. */
export function useSearch(fields: SearchFields): UseQueryResult<SearchAnswer, Refused> & { readonly isAsked: boolean } {
  const written = JSON.stringify(questionOf(fields) ?? null)
  const [settled, setSettled] = useState(written)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(written), pauseMs)
    return () => clearTimeout(timer)
  }, [written])
  const query = useQuery<SearchAnswer, Refused>({
    queryKey: ['register-search', settled],
    queryFn: () => postJson<SearchAnswer>('/api/rolls/search', JSON.parse(settled)),
    enabled: settled !== 'null',
    placeholderData: keepPreviousData,
    // Each question is entered in the log of searches: it is not put again because a window came to the front.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    retry: false,
  })
  return { ...query, isAsked: written !== 'null' }
}
