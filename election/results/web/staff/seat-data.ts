import { marks, useEdition, type SignedIn } from '@intikhab/kernel/console'
import type { ContestResult } from '../../core/edition.ts'
import { readContest, type StationResult } from '../../core/read-edition.ts'

/** A seat as its newest edition has it. */
export interface SeatNow {
  readonly edition: { readonly series: string; readonly number: number }
  readonly contest: ContestResult
  readonly stations: readonly StationResult[]
}

/** Files of an edition never change, so asking again costs one small answer unless something new is in. */
const everyMs = 2500

/** Reads a seat with its stations; null where it is in no edition yet. */
export function useSeat(electionId: string, contestId: string) {
  return useEdition<SeatNow | null>(
    `results-${electionId}`,
    ['seat', contestId],
    async (edition) => {
      const found = edition === null ? undefined : await readContest(edition, contestId)
      return edition === null || found === undefined
        ? null
        : { ...found, edition: { series: edition.series, number: edition.number } }
    },
    everyMs,
  )
}

/** Whether the person may do an act, or propose it, in the seat itself; the server asks again. */
export function mayInSeat(person: Pick<SignedIn, 'grants'>, act: string, contestId: string): boolean {
  return person.grants.some(({ role, scope }) => {
    const mark = marks(act).get(role)
    const reaches = scope.kind === 'national' || (scope.kind === 'constituency' && scope.code === contestId)
    return mark !== undefined && mark !== 'a' && reaches
  })
}

/** Findings of a station's newest forms that hold up the consolidation. */
export function isBlocked({ forms }: StationResult): boolean {
  if (forms === null) return false
  const newest = [forms.count.at(-1), forms.account.at(-1)].flatMap((version) => version?.findings ?? [])
  return [...newest, ...forms.findings].some(({ level }) => level === 'block')
}
