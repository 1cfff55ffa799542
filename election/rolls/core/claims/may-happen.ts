import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { addDays, karachiDate, type RulePack } from '@intikhab/law'
import { rollsRefusals } from '../refusals.ts'
import { isOpen, type Claim, type ClaimEvent, type Hearing } from './claim.ts'
import { mayBeAllowedUnheard } from './claim-content.ts'

/** Days of notice to the person concerned, and the like. */
type ClaimLaw = Pick<RulePack['values'], 'rolls'>

/**
 * Whether an event may happen to a claim now. Refuses `claim-closed`, `no-appeal` (one needs an order),
 * `notice-too-short`, `notice-too-late`, `hearing-is-past`, `no-hearing`, `hearing-not-yet`, `not-noticed`,
 * `hearing-wanted`, `partly-what`, `claimant-came`, `nothing-to-complete`, `nobody-concerned`.
 */
export function mayHappen(claim: Claim, event: ClaimEvent, now: Date, law: ClaimLaw): Outcome<void> {
  if (event.kind === 'appeal-noted')
    return claim.state === 'decided' && claim.appeal === null ? fine : refuse(rollsRefusals['no-appeal'])
  if (!isOpen(claim)) return refuse(rollsRefusals['claim-closed'], { detail: { state: claim.state } })
  switch (event.kind) {
    case 'completed':
      return claim.content.purpose === 'registration' ? fine : refuse(rollsRefusals['nothing-to-complete'])
    case 'hearing-set':
      return mayBeSet(claim, event.hearing, event.waived, now, law)
    case 'notice-served':
      return mayBeServed(claim, event.on, now)
    case 'adjourned': {
      const held = mayBeHeld(claim, now)
      return held.ok ? mayBeSet(claim, event.hearing, event.present.concerned, now, law) : held
    }
    case 'heard': {
      const held = mayBeHeld(claim, now)
      if (!held.ok) return held
      return event.present.concerned || claim.isNoticed ? fine : refuse(rollsRefusals['not-noticed'])
    }
    case 'decided':
      return mayBeDecided(claim, event)
    case 'lapsed':
      return claim.present !== null && !claim.present.claimant ? fine : refuse(rollsRefusals['claimant-came'])
    case 'lodged':
    case 'evidence-added':
    case 'withdrawn':
      return fine
  }
  return fine
}

const fine = accept(undefined)

function mayBeSet(claim: Claim, hearing: Hearing, isKnown: boolean, now: Date, law: ClaimLaw): Outcome<void> {
  const day = karachiDate(new Date(hearing.at))
  const today = karachiDate(now)
  if (day < today) return refuse(rollsRefusals['hearing-is-past'], { field: '/at' })
  if (claim.content.purpose !== 'objection' || isKnown) return fine
  const days = law.rolls.hearingNoticeDays.value
  return day < addDays(today, days)
    ? refuse(rollsRefusals['notice-too-short'], { field: '/at', detail: { days } })
    : fine
}

function mayBeServed({ content, hearing }: Claim, on: string, now: Date): Outcome<void> {
  if (content.purpose !== 'objection') return refuse(rollsRefusals['nobody-concerned'])
  if (hearing === null) return refuse(rollsRefusals['no-hearing'])
  const isTooLate = on > karachiDate(new Date(hearing.at))
  return isTooLate || on > karachiDate(now) ? refuse(rollsRefusals['notice-too-late'], { field: '/on' }) : fine
}

function mayBeHeld({ state, hearing }: Claim, now: Date): Outcome<void> {
  if (state !== 'hearing-set' || hearing === null) return refuse(rollsRefusals['no-hearing'])
  return karachiDate(now) < karachiDate(new Date(hearing.at)) ? refuse(rollsRefusals['hearing-not-yet']) : fine
}

/** Nobody is deleted unheard, and nobody's claim is turned down unheard. */
function mayBeDecided(claim: Claim, { outcome, granted }: Extract<ClaimEvent, { kind: 'decided' }>): Outcome<void> {
  if (claim.state !== 'heard' && !(outcome === 'allowed' && mayBeAllowedUnheard(claim.content)))
    return refuse(rollsRefusals['hearing-wanted'])
  if (outcome !== 'partly') return fine
  const asked = claim.content.purpose === 'correction' ? Object.keys(claim.content.corrections) : []
  const isPart = granted !== null && granted.length > 0 && granted.length < asked.length
  return isPart && granted.every((field) => asked.includes(field))
    ? fine
    : refuse(rollsRefusals['partly-what'], { field: '/granted' })
}
