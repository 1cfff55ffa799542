import { say, type Language } from '@intikhab/kernel/language'
import { Code, Count, Name, Table, Tag } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { SeatLine } from '../core/edition.ts'
import { seatPath } from './load.ts'
import type { PartyView } from './party-table.tsx'
import { StateTag } from './states.tsx'
import { words } from './words.ts'

/** Seats one a line: who is ahead, by how much, rejected votes, stations in. */
export function SeatList(props: {
  electionId: string
  caption: string
  seats: readonly SeatLine[]
  view: PartyView
  language: Language
  csv?: string
}): ReactNode {
  const { electionId, view, language } = props
  const order = new Map(props.seats.map((seat, index) => [seat.contestId, index]))
  return (
    <Table
      caption={props.caption}
      hideCaption
      language={language}
      rows={props.seats}
      rowKey={(seat) => seat.contestId}
      tools
      {...(props.csv === undefined ? {} : { csv: props.csv })}
      columns={[
        {
          key: 'seat',
          head: say(language, words.seat),
          names: true,
          order: (seat) => order.get(seat.contestId) ?? 0,
          cell: (seat) => (
            <a href={`/${language}${seatPath(electionId, seat.contestId)}`}>
              <Code>{seat.contestId}</Code> <Name text={seat.name} language={language} />
            </a>
          ),
        },
        {
          key: 'ahead',
          head: say(language, words.ahead),
          cell: (seat) =>
            seat.leader === null ? (
              <span className="caption">{say(language, words.nobodyYet)}</span>
            ) : seat.tied ? (
              <Tag tone="warn">{say(language, words.tied)}</Tag>
            ) : (
              <>
                <Name text={seat.leader.name} language={language} />
                <br />
                <small>
                  <svg className="swatch" aria-hidden="true">
                    <rect className={`tone-${view.toneOf(seat.leader.partyId)}`} width="100%" height="100%" />
                  </svg>{' '}
                  <Name text={view.partyOf(seat.leader.partyId).name} language={language} />
                </small>
              </>
            ),
        },
        {
          key: 'votes',
          head: say(language, words.votes),
          numeric: true,
          wideOnly: true,
          cell: (seat) => (seat.leader === null ? '–' : <Count n={seat.leader.votes} language={language} />),
        },
        {
          key: 'margin',
          head: say(language, words.margin),
          numeric: true,
          cell: (seat) => (seat.margin === null ? '–' : <Count n={seat.margin} language={language} />),
        },
        {
          key: 'excluded',
          head: say(language, words.excluded),
          numeric: true,
          wideOnly: true,
          order: (seat) => seat.excluded,
          cell: (seat) => (
            <>
              <Count n={seat.excluded} language={language} />
              {seat.excludedAboveMargin ? (
                <>
                  <br />
                  <Tag tone="warn">{say(language, words.aboveMargin)}</Tag>
                </>
              ) : null}
            </>
          ),
        },
        {
          key: 'stations',
          head: say(language, words.stations),
          numeric: true,
          wideOnly: true,
          order: (seat) => seat.stations.received,
          cell: (seat) => (
            <>
              <Count n={seat.stations.received} language={language} />/
              <Count n={seat.stations.expected} language={language} />
            </>
          ),
        },
        {
          key: 'state',
          head: say(language, words.state),
          cell: (seat) => <StateTag seat={seat} language={language} />,
        },
      ]}
    />
  )
}
