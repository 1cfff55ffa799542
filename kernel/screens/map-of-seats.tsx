import { say, type Language } from '@intikhab/kernel/language'
import { useId, type ReactNode } from 'react'
import type { Tone } from './bars.tsx'
import { words } from './words.ts'

/** One seat on a map: its outline and what it says. */
export interface SeatShape {
  readonly id: string
  /** SVG path data in the map's units. */
  readonly path: string
  /** Where its code may be written, on maps of few seats. */
  readonly centre: readonly [x: number, y: number]
  readonly href: string
  /** What a reader or a pointer is told: name, state, who leads. */
  readonly label: string
  readonly tone: Tone
  /** Drawn paler: led, not yet declared. */
  readonly open?: boolean
}

type ViewBox = readonly [x: number, y: number, width: number, height: number]

/** A part of the map shown larger. */
export interface Inset {
  readonly id: string
  readonly name: string
  readonly viewBox: ViewBox
  readonly seats: readonly string[]
}

/** A map of seats as plain SVG: each seat is a link with its own title, so it works by keyboard and before any script. */
export function MapOfSeats(props: {
  title: string
  viewBox: ViewBox
  seats: readonly SeatShape[]
  insets: readonly Inset[]
  language: Language
}): ReactNode {
  const { title, viewBox, seats, language } = props
  const after = `${useId()}-after`
  const byId = new Map(seats.map((seat) => [seat.id, seat]))
  const insets = props.insets
    .map((inset) => ({ inset, shapes: inset.seats.flatMap((id) => byId.get(id) ?? []) }))
    .filter(({ shapes }) => shapes.length > 0)
  return (
    <div className="map" data-map="">
      {seats.length > 12 ? (
        <a className="skip-inside" href={`#${after}`}>
          {say(language, words.skipMap)}
        </a>
      ) : null}
      <Drawing title={title} viewBox={viewBox} seats={seats} />
      {insets.length === 0 ? null : (
        <ul className="insets">
          {insets.map(({ inset, shapes }) => (
            <li key={inset.id}>
              <p>{inset.name}</p>
              <Drawing title={inset.name} viewBox={inset.viewBox} seats={shapes} />
            </li>
          ))}
        </ul>
      )}
      <span id={after} />
    </div>
  )
}

/** On a map of more seats than this their codes would cover each other. */
const mostLabels = 12

function Drawing(props: { title: string; viewBox: ViewBox; seats: readonly SeatShape[] }): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no HTML element groups the parts of a drawing
    <svg viewBox={props.viewBox.join(' ')} aria-label={props.title} role="group">
      {props.seats.map((seat) => (
        <a key={seat.id} href={seat.href} aria-label={seat.label}>
          <path className={`tone-${seat.tone}${seat.open === true ? ' open' : ''}`} d={seat.path}>
            <title>{seat.label}</title>
          </path>
        </a>
      ))}
      {props.seats.length > mostLabels
        ? null
        : props.seats.map((seat) => (
            <text
              key={seat.id}
              x={seat.centre[0]}
              y={seat.centre[1]}
              fontSize={props.viewBox[2] / 30}
              aria-hidden="true"
              direction="ltr"
            >
              {seat.id}
            </text>
          ))}
    </svg>
  )
}

/** Seats as equal squares, one a seat: for assemblies without a map, and where small seats would vanish. */
export function SeatTiles(props: {
  title: string
  seats: readonly (Omit<SeatShape, 'path' | 'centre'> & { short: string })[]
  language: Language
}): ReactNode {
  return (
    <ul className="tiles" aria-label={props.title} data-map="">
      {props.seats.map((seat) => (
        <li key={seat.id}>
          <a
            href={seat.href}
            className={`tile fill-${seat.tone}${seat.open === true ? ' open' : ''}`}
            aria-label={seat.label}
            title={seat.label}
          >
            {seat.short}
          </a>
        </li>
      ))}
    </ul>
  )
}
