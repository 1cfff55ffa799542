import type { PlacedFreeze } from '../register/roll.ts'
import { isOpen, type Claim, type LodgedClaim } from './claim.ts'
import type { ClaimPurpose } from './claim-content.ts'
import { clockIn } from './clocks.ts'

/** The lists of a desk: new, heard today, under way, overdue, and decided or ended of late. */
export const deskLists = ['fresh', 'today', 'waiting', 'overdue', 'done'] as const
export type DeskListName = (typeof deskLists)[number]

/** Claims of one form and standing; open ones have one clock: lodged on one day, held by the same frozen blocks. */
export interface ClaimGroup extends Pick<LodgedClaim, 'form' | 'period' | 'dueOn'> {
  readonly purpose: ClaimPurpose
  readonly state: Claim['state']
  /** When the first of them was lodged; the others were on the same day in Karachi. */
  readonly oldestAt: Date
  /** Those of their blocks for which there is, was or will be a freeze of a constituency. */
  readonly frozenIn: readonly string[]
  readonly claims: number
  readonly hearingsToday: number
}

/** Claims of a district of one form and standing. */
export interface DeskCount extends Pick<ClaimGroup, 'form' | 'purpose' | 'period' | 'state' | 'claims'> {
  readonly hearingsToday: number
  readonly overdue: number
  /** When the oldest was lodged, ISO 8601 in UTC. */
  readonly oldestAt: string
  /** The day by which the next one that is not overdue has to be decided; null where no clock runs. */
  readonly nextDueOn: string | null
}

/** The groups that should have been decided by now. */
export function overdueGroups(
  groups: readonly ClaimGroup[],
  placed: readonly PlacedFreeze[],
  now: Date,
): readonly ClaimGroup[] {
  return groups.filter((group) => clockOfGroup(group, placed, now).isOverdue)
}

const clockOfGroup = (group: ClaimGroup, placed: readonly PlacedFreeze[], now: Date) =>
  clockIn({ ...group, lodgedAt: group.oldestAt }, [null, ...group.frozenIn], placed, now)

/** How many claims of each form and standing there are, and what their clocks say. */
export function countGroups(groups: readonly ClaimGroup[], placed: readonly PlacedFreeze[], now: Date): DeskCount[] {
  const alike = Map.groupBy(groups, ({ form, purpose, period, state }) => [form, purpose, period, state].join(' '))
  return [...alike.values()].flatMap((those) => {
    const [first] = those
    if (first === undefined) return []
    const { form, purpose, period, state } = first
    const clocks = those.map((group) => clockOfGroup(group, placed, now))
    const sum = (of: readonly { readonly claims: number }[]) => of.reduce((all, { claims }) => all + claims, 0)
    const running = isOpen(first)
      ? clocks.flatMap(({ dueOn, isOverdue }) => (isOverdue ? [] : (dueOn ?? []))).sort()
      : []
    return {
      form,
      purpose,
      period,
      state,
      claims: sum(those),
      hearingsToday: those.reduce((all, { hearingsToday }) => all + hearingsToday, 0),
      overdue: sum(those.filter((_, n) => clocks[n]?.isOverdue)),
      oldestAt: new Date(Math.min(...those.map(({ oldestAt }) => oldestAt.getTime()))).toISOString(),
      nextDueOn: running[0] ?? null,
    }
  })
}

/** How many claims stand in a list of the desk. */
export function countOfList(list: DeskListName, counts: readonly DeskCount[]): number {
  const of: Readonly<Record<DeskListName, (count: DeskCount) => number>> = {
    fresh: ({ state, claims }) => (state === 'lodged' ? claims : 0),
    today: ({ hearingsToday }) => hearingsToday,
    waiting: ({ state, claims }) => (state === 'hearing-set' || state === 'heard' ? claims : 0),
    overdue: ({ overdue }) => overdue,
    done: (count) => (isOpen(count) ? 0 : count.claims),
  }
  return counts.reduce((all, count) => all + of[list](count), 0)
}
