import { say, type Language } from '@intikhab/kernel/language'
import {
  Figure,
  MapOfSeats,
  nameIn,
  SeatTiles,
  type EditionNote,
  type SeatMap,
  type Tone,
} from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { SeatLine } from '../core/edition.ts'
import { seatPath } from './load.ts'
import type { PartyView } from './party-table.tsx'
import { seatLabel } from './states.tsx'
import { words } from './words.ts'

interface Drawn {
  readonly electionId: string
  readonly seats: readonly SeatLine[]
  readonly view: PartyView
  readonly edition: EditionNote
  readonly language: Language
}

function look(seat: SeatLine, { electionId, view, language }: Drawn) {
  const tone: Tone = seat.leader === null || seat.tied ? 'none' : view.toneOf(seat.leader.partyId)
  return {
    id: seat.contestId,
    href: `/${language}${seatPath(electionId, seat.contestId)}`,
    label: seatLabel(seat, view.partyOf, language),
    tone,
    open: seat.state !== 'declared' && tone !== 'none',
  }
}

/** The seats on their map, coloured by the leader's party. Seats that the map does not draw are in the list below it. */
export function LeaderMap(props: Drawn & { map: SeatMap }): ReactNode {
  const { map, language } = props
  const byCode = new Map(props.seats.map((seat) => [seat.contestId, seat]))
  return (
    <Figure
      title={say(language, words.mapTitle)}
      denominator={
        <>
          {say(language, words.mapDenominator, { delimitation: map.delimitationId })}{' '}
          <bdi lang="en">{map.attribution}</bdi>
        </>
      }
      edition={props.edition}
      language={language}
    >
      <MapOfSeats
        title={say(language, words.mapTitle)}
        viewBox={map.viewBox}
        insets={map.insets.map(({ id, name, viewBox, seats }) => ({
          id,
          name: nameIn(language, name),
          viewBox,
          seats,
        }))}
        language={language}
        seats={map.seats.flatMap(({ code, d, centre }) => {
          const seat = byCode.get(code)
          return seat === undefined ? [] : [{ ...look(seat, props), path: d, centre }]
        })}
      />
    </Figure>
  )
}

/** The seats as equal squares, coloured by the leader's party. */
export function LeaderTiles(props: Drawn): ReactNode {
  return (
    <Figure
      title={say(props.language, words.tilesTitle)}
      denominator={say(props.language, words.tilesDenominator)}
      edition={props.edition}
      language={props.language}
    >
      <SeatTiles
        title={say(props.language, words.tilesTitle)}
        language={props.language}
        seats={props.seats.map((seat) => ({
          ...look(seat, props),
          short: seat.contestId.split('-').at(-1) ?? seat.contestId,
        }))}
      />
    </Figure>
  )
}
