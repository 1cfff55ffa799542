import { postJson, type Refused } from '@intikhab/kernel/console'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Preview } from './programme-data.ts'
import type { Proposal } from './proposal.ts'

const pauseMs = 300

/** What a proposal would do, asked anew when the typing pauses. The last answer stays until the next is there. */
export function usePreview(electionId: string, proposal: Proposal, enabled: boolean) {
  const written = JSON.stringify(proposal)
  const [settled, setSettled] = useState(written)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(written), pauseMs)
    return () => clearTimeout(timer)
  }, [written])
  const complete = Object.values(proposal.stages).every((date) => date !== '')
  return useQuery<Preview, Refused>({
    queryKey: ['proposal', electionId, settled],
    queryFn: () => postJson<Preview>(`/api/elections/${electionId}/programme/proposals`, JSON.parse(settled)),
    enabled: enabled && complete && settled === written,
    placeholderData: keepPreviousData,
  })
}
