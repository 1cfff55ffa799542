import { isOpen } from '../../../core/claims/claim.ts'
import { countOfList, type DeskCount } from '../../../core/claims/desk-lists.ts'
import type { ClaimsDesk } from '../../../server/claims/desk.ts'

/** Open claims of one form. */
export interface FormCount extends Pick<DeskCount, 'form' | 'purpose' | 'period' | 'overdue' | 'oldestAt'> {
  readonly lodged: number
  readonly hearingSet: number
  readonly heard: number
  readonly all: number
}

/** What a desk has to do, out of its counts. */
export interface DeskWork {
  readonly hearings: number
  readonly overdue: number
  /** The day by which the next one that is not overdue has to be decided; null where no clock runs. */
  readonly nextDueOn: string | null
  readonly waiting: number
  /** By the numbers of the forms. */
  readonly forms: readonly FormCount[]
}

/** Adds the counts of a desk up to what is to be done today, what is late and what waits. */
export function deskWork({ counts }: Pick<ClaimsDesk, 'counts'>): DeskWork {
  const open = counts.filter(isOpen)
  return {
    hearings: countOfList('today', open),
    overdue: countOfList('overdue', open),
    nextDueOn: open.flatMap(({ nextDueOn }) => nextDueOn ?? []).sort()[0] ?? null,
    waiting: open.reduce((all, { claims }) => all + claims, 0),
    forms: formsOf(open),
  }
}

function formsOf(open: readonly DeskCount[]): readonly FormCount[] {
  return [...Map.groupBy(open, ({ form }) => form)]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([form, counts]) => {
      const [first] = counts
      if (first === undefined) return []
      const { purpose, period } = first
      const sum = (of: (count: DeskCount) => number) => counts.reduce((all, count) => all + of(count), 0)
      const count = (wanted: DeskCount['state']) => sum(({ state, claims }) => (state === wanted ? claims : 0))
      return {
        form,
        purpose,
        period,
        lodged: count('lodged'),
        hearingSet: count('hearing-set'),
        heard: count('heard'),
        all: sum(({ claims }) => claims),
        overdue: sum(({ overdue }) => overdue),
        oldestAt: counts.map(({ oldestAt }) => oldestAt).sort()[0] ?? first.oldestAt,
      }
    })
}
