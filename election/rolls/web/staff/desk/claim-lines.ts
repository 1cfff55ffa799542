import { karachiDate } from '@intikhab/law'
import { isOpen } from '../../../core/claims/claim.ts'
import type { ClaimsDesk, DeskLine } from '../../../server/claims/desk.ts'

/** Open claims of one form. */
export interface FormCount {
  readonly form: string
  readonly purpose: DeskLine['purpose']
  readonly period: DeskLine['period']
  readonly lodged: number
  readonly hearingSet: number
  readonly heard: number
  readonly all: number
  readonly overdue: number
  /** When the oldest was lodged, ISO 8601 in UTC. */
  readonly oldestAt: string
}

/** What a desk has to do, out of its lines. */
export interface DeskWork {
  /** By the hour. */
  readonly hearings: readonly DeskLine[]
  /** The first one set after today; null where none is. */
  readonly nextHearingAt: string | null
  /** The longest overdue first. */
  readonly overdue: readonly DeskLine[]
  /** The day by which the next one that is not overdue has to be decided. */
  readonly nextDueOn: string | null
  readonly waiting: number
  /** By the numbers of the forms. */
  readonly forms: readonly FormCount[]
}

/** Sorts the lines of a desk into what is to be done today, what is late and what waits. */
export function deskWork({ lines, isFrozen, today }: Pick<ClaimsDesk, 'lines' | 'isFrozen' | 'today'>): DeskWork {
  const open = lines.filter(isOpen)
  const set = open
    .filter(({ hearingAt }) => hearingAt !== null)
    .sort((a, b) => (a.hearingAt ?? '').localeCompare(b.hearingAt ?? ''))
  const hearings = set.filter(({ isHearingToday }) => isHearingToday)
  const next = set.find(({ hearingAt }) => hearingAt !== null && karachiDate(new Date(hearingAt)) > today)
  const byDay = open.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
  return {
    hearings,
    nextHearingAt: next?.hearingAt ?? null,
    overdue: byDay.filter(({ isOverdue }) => isOverdue),
    nextDueOn: isFrozen ? null : (byDay.find(({ isOverdue }) => !isOverdue)?.dueOn ?? null),
    waiting: open.length,
    forms: formsOf(open),
  }
}

function formsOf(open: readonly DeskLine[]): readonly FormCount[] {
  return [...Map.groupBy(open, ({ form }) => form)]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([form, lines]) => {
      const [first] = lines
      if (first === undefined) return []
      const count = (state: DeskLine['state']) => lines.filter((line) => line.state === state).length
      return {
        form,
        purpose: first.purpose,
        period: first.period,
        lodged: count('lodged'),
        hearingSet: count('hearing-set'),
        heard: count('heard'),
        all: lines.length,
        overdue: lines.filter(({ isOverdue }) => isOverdue).length,
        oldestAt: lines.map(({ lodgedAt }) => lodgedAt).sort()[0] ?? first.lodgedAt,
      }
    })
}
