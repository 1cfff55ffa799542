import { say, type Language, type Text } from '@intikhab/kernel/language'
import { nameIn, Tag, type TagTone } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { PartyEntry, SeatLine, SeatState } from '../core/edition.ts'
import { words } from './words.ts'

const states: Readonly<Record<SeatState, readonly [Text, TagTone]>> = {
  'no-count': [words.noCount, 'plain'],
  awaited: [words.awaited, 'plain'],
  counting: [words.counting, 'busy'],
  counted: [words.counted, 'busy'],
  consolidated: [words.consolidated, 'good'],
  declared: [words.declared, 'good'],
}

/** A seat's state in words; for a seat without a count, why there is none. */
export function stateText(seat: Pick<SeatLine, 'state' | 'noCount'>): Text {
  if (seat.noCount === 'postponed') return words.postponed
  if (seat.noCount === 'uncontested') return words.uncontested
  return states[seat.state][0]
}

export function StateTag(props: { seat: Pick<SeatLine, 'state' | 'noCount'>; language: Language }): ReactNode {
  return <Tag tone={states[props.seat.state][1]}>{say(props.language, stateText(props.seat))}</Tag>
}

/** One sentence on a seat, for maps and tiles: code, name, state, who leads. */
export function seatLabel(seat: SeatLine, partyOf: (id: string) => PartyEntry, language: Language): string {
  const { leader, tied, margin } = seat
  let ahead = say(language, words.nobodyYet)
  if (leader !== null && tied) ahead = say(language, words.tied)
  else if (leader !== null) {
    const name = `${nameIn(language, leader.name)} (${nameIn(language, partyOf(leader.partyId).name)})`
    ahead = margin === null || seat.state === 'declared' ? name : say(language, words.leadsBy, { name, margin })
  }
  return say(language, words.seatLabel, {
    code: seat.contestId,
    name: nameIn(language, seat.name),
    state: say(language, stateText(seat)),
    leader: ahead,
  })
}
