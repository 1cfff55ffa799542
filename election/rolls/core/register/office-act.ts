import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { rollsRefusals } from '../refusals.ts'
import type { VoterChange } from './change.ts'
import type { RollEntry, Voter } from './voter.ts'

/** What the registration officer does about an entry upon a paper that no form of the rolls covers. */
export const officeActs = [
  'restored',
  'unblocked',
  'overseas-opted',
  'overseas-withdrawn',
  'postal-ballot-issued',
] as const
export type OfficeAct = (typeof officeActs)[number]

/** Under which section: removal in error is mended otherwise than by revision; postal ballot; voting from abroad. */
export const sectionOfAct: Readonly<Record<OfficeAct, string>> = {
  restored: 's.37',
  unblocked: 's.37',
  'overseas-opted': 's.94',
  'overseas-withdrawn': 's.94',
  'postal-ballot-issued': 's.93',
}

/** The acts that somebody's standing allows. */
export function actsFor(status: Voter['status']): readonly OfficeAct[] {
  switch (status) {
    case 'removed':
      return ['restored']
    case 'blocked':
    case 'deceased':
      return ['unblocked']
    case 'active':
      return ['overseas-opted', 'postal-ballot-issued']
    case 'overseas':
      return ['overseas-withdrawn']
    case 'to-verify':
      return []
    default:
      return status satisfies never
  }
}

/** The change that an act is; a restoration gives back the entry from before. Refuses `not-removed`. */
export function changeOfAct(act: OfficeAct, former: RollEntry | null): Outcome<VoterChange> {
  if (act !== 'restored') return accept({ kind: act })
  return former === null ? refuse(rollsRefusals['not-removed']) : accept({ kind: act, former })
}
