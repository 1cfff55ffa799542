import { addDays, karachiDate, type RulePack } from '@intikhab/law'
import { isOpen, type Claim } from './claim.ts'

/** The day by which a claim that is lodged now has to be decided. */
export function dueOn(lodgedAt: Date, pack: RulePack): string {
  return addDays(karachiDate(lodgedAt), pack.values.rolls.claimDecisionDays.value)
}

/** Whether a claim should have been decided by now. No clock runs against an officer whom s.39 forbids to decide. */
export function isOverdue(claim: Pick<Claim, 'state' | 'dueOn'>, now: Date, isFrozen: boolean): boolean {
  return isOpen(claim) && !isFrozen && claim.dueOn < karachiDate(now)
}
